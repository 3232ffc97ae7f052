package twinge.simulate;

/** The EMG stream frame by frame: muscles, crosstalk, heart, hum, noise, drift, motion and faults, in µV and in counts. */
final class Electrodes {
    private static final double SWAY_BELOW_HZ = 5;
    private static final double DRIFT_BELOW_HZ = 0.2;

    /** A knock of this size leaves a site's whole motion artifact. */
    private static final double WHOLE_KNOCK_G = 0.5;

    private final Scenario scenario;
    private final int channels;
    private final Drive[] drives;
    private final Muscle[] muscles;
    private final Twitches[] twitches;
    private final Cramps[] cramps;
    private final Faults[] faults;
    private final Crosstalk crosstalk;
    private final Heart heart; // null if it is left out, as the hum
    private final Hum hum;
    private final Motion motion;
    private final Dice[] noise;
    private final SlowNoise[] drift;
    private final SlowNoise[] sway;
    private final double[] given;
    private final double[] seen;
    private final int[] counts;
    private final boolean[] lost;
    private long frame;

    Electrodes(Scenario scenario, Plan plan, FiringListener listener) {
        this.scenario = scenario;
        channels = scenario.sites().size();
        double rateHz = scenario.rateHz();
        drives = new Drive[channels];
        muscles = new Muscle[channels];
        twitches = new Twitches[channels];
        cramps = new Cramps[channels];
        faults = new Faults[channels];
        noise = new Dice[channels];
        drift = new SlowNoise[channels];
        sway = new SlowNoise[channels];
        given = new double[channels];
        seen = new double[channels];
        counts = new int[channels];
        lost = new boolean[channels];
        for (int c = 0; c < channels; c++) {
            Site site = scenario.sites().get(c);
            drives[c] = new Drive(
                    plan.activations.get(c), site.tone(), scenario.unsteadiness(), rateHz, dice("unsteadiness", c));
            muscles[c] = new Muscle(c, site, rateHz, dice("muscle", c), listener);
            twitches[c] = new Twitches(plan.twitches.get(c), site, rateHz, dice("twitches", c));
            Dice cramp = dice("cramps", c);
            cramps[c] = new Cramps(plan.cramps.get(c), rateHz, event -> new Cramp(event, site, rateHz, cramp));
            faults[c] = new Faults(plan.faults.get(c), scenario.converter().fullScaleMicrovolts(), dice("faults", c));
            noise[c] = dice("noise", c);
            drift[c] = new SlowNoise(dice("drift", c), DRIFT_BELOW_HZ, rateHz);
            sway[c] = new SlowNoise(dice("sway", c), SWAY_BELOW_HZ, rateHz);
        }
        crosstalk = new Crosstalk(scenario.sites(), scenario.crosstalk(), rateHz);
        motion = new Motion(plan.movements);
        heart = scenario.beatsPerMinute() == 0
                ? null
                : new Heart(
                        scenario.beatsPerMinute(),
                        scenario.beatVariation(),
                        scenario.sites().stream()
                                .mapToDouble(Site::heartMicrovolts)
                                .toArray(),
                        dice("heart", 0));
        hum = scenario.mainsHz() == 0
                ? null
                : new Hum(
                        scenario.mainsHz(),
                        scenario.sites().stream()
                                .mapToDouble(Site::mainsMicrovolts)
                                .toArray(),
                        dice("hum", 0));
    }

    private Dice dice(String use, int channel) {
        return Dice.of(scenario.seed(), use + " " + channel);
    }

    /** Moves on by a frame; then {@link #microvolts}, {@link #count} and {@link #lost} tell of it. */
    void next() {
        double seconds = frame / scenario.rateHz();
        for (int c = 0; c < channels; c++) {
            twitches[c].play(frame, muscles[c]);
            cramps[c].play(frame, muscles[c]);
            given[c] = muscles[c].next(drives[c].next(seconds));
        }
        crosstalk.next(given, seen);
        if (heart != null) {
            heart.addTo(seen, seconds);
        }
        if (hum != null) {
            hum.addTo(seen, seconds);
        }
        double[] moved = motion.at(seconds);
        for (int c = 0; c < channels; c++) {
            Site site = scenario.sites().get(c);
            double artifact = moved[Movement.KNOCK_G] / WHOLE_KNOCK_G + moved[Movement.SWAY] * sway[c].next();
            seen[c] += site.noiseMicrovolts() * noise[c].gaussian()
                    + scenario.driftMicrovolts() * drift[c].next()
                    + site.motionMicrovolts() * artifact;
            counts[c] = scenario.converter().count(faults[c].through(seen[c], seconds));
            lost[c] = faults[c].lost();
        }
        frame++;
    }

    /** What the muscle below a pair gives, without its neighbours and all that disturbs. */
    double muscleMicrovolts(int channel) {
        return given[channel];
    }

    int count(int channel) {
        return counts[channel];
    }

    boolean lost(int channel) {
        return lost[channel];
    }

    /** Whether the whole frame was lost, so that no block holds it. */
    boolean gap() {
        for (boolean one : lost) {
            if (!one) {
                return false;
            }
        }
        return true;
    }
}
