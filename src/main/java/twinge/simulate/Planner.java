package twinge.simulate;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import twinge.frames.Channel.Side;

/**
 * Writes a scenario from its start to its end, drawing each event's parameters from the whole range in which they are
 * found. {@link #now} is the time reached.
 */
final class Planner {
    private static final double LEAST_TWITCH_GAP_SECONDS = 0.3;

    final Dice dice;
    final Scenario.Builder scenario;
    private final double seconds;
    private final int[] everyChannel;
    private double now;

    private Planner(String name, long seed, double seconds, boolean standing, boolean whole, String... places) {
        this.seconds = seconds;
        dice = Dice.of(seed, "plan of " + name);
        List<Site> sites = new ArrayList<>();
        double hum = (whole ? Ranges.MAINS_TIMES_NOISE : Ranges.MAINS_USUALLY).drawRatio(dice);
        double tone = standing ? Ranges.STANDING_TONE.draw(dice) : 0;
        for (String place : places) {
            String[] words = place.split(" ");
            Side side = words[0].equals("left") ? Side.LEFT : Side.RIGHT;
            double noise = Ranges.NOISE_MICROVOLTS.draw(dice);
            double maximum = Ranges.MAXIMUM_MICROVOLTS.draw(dice);
            double heart = maximum * (whole ? Ranges.HEART : Ranges.HEART_USUALLY).drawRatio(dice);
            double motion = noise * (whole ? Ranges.MOTION_TIMES_NOISE : Ranges.MOTION_USUALLY).drawRatio(dice);
            sites.add(Site.erectorSpinae(side, words[1])
                    .withMuscle(maximum, tone * dice.between(0.5, 1), Ranges.INTERVAL_VARIATION.draw(dice))
                    .withPickup(
                            noise,
                            heart * (side == Side.LEFT ? 1 : dice.between(-0.6, 0.6)), // the heart lies to the left
                            noise * hum * dice.between(0.5, 1),
                            motion));
        }
        scenario = Scenario.of(name, seed, seconds, sites)
                .motionSensor(Scenario.MOTION_RATE_HZ)
                .unsteadiness(Ranges.UNSTEADINESS.draw(dice));
        if (!standing) {
            scenario.lying();
        }
        everyChannel = IntStream.range(0, places.length).toArray();
    }

    /**
     * A well worn sensor of a good make; heart, mains and converter are for the caller to set.
     *
     * @param places sides and vertebrae: {@code "left L3"}
     */
    static Planner usual(String name, long seed, double seconds, boolean standing, String... places) {
        return new Planner(name, seed, seconds, standing, false, places);
    }

    /** A sensor that may be anything that is met: from clean to hardly usable, from 10 bits to 24. */
    static Planner wholeRange(String name, long seed, double seconds, boolean standing, String... places) {
        Planner planner = new Planner(name, seed, seconds, standing, true, places);
        planner.scenario
                .heart(Ranges.BEATS_A_MINUTE.draw(planner.dice), Ranges.BEAT_VARIATION.draw(planner.dice))
                .mains(planner.dice.chance(0.5) ? 50 : 60)
                .converter(Ranges.CONVERTERS.get(planner.dice.integer(0, Ranges.CONVERTERS.size() - 1)));
        return planner;
    }

    double now() {
        return now;
    }

    /** Whether fewer than so many seconds are left. */
    boolean ends(double within) {
        return now + within > seconds;
    }

    int[] everyChannel() {
        return everyChannel.clone();
    }

    Planner pause(double least, double most) {
        now += dice.between(least, most);
        return this;
    }

    void cue(String text) {
        scenario.cue(now, 0, text);
    }

    private void ramped(Behaviour behaviour, double duration, double level, double rise, double fall, int... channels) {
        scenario.add(Event.ramped(behaviour, now, duration, level, rise, fall, channels));
        now += duration;
    }

    private void rhythmic(
            Behaviour behaviour,
            double duration,
            double level,
            double hertz,
            double variation,
            double burst,
            int... channels) {
        scenario.add(Event.rhythmic(behaviour, now, duration, level, hertz, variation, burst, channels));
        now += duration;
    }

    void hold(Range level, Range held, int... channels) {
        double rise = Ranges.HOLD_RISE.drawRatio(dice);
        double fall = Ranges.HOLD_FALL.draw(dice);
        ramped(Behaviour.HOLD, rise + held.draw(dice) + fall, level.draw(dice), rise, fall, channels);
    }

    /** Repetitions on all channels, the bar put down for a moment after each. */
    void reps(int count, double period, double level) {
        for (int rep = 0; rep < count; rep++) {
            double lasts = period * dice.between(0.75, 0.85);
            double tired = level * (1 + 0.03 * rep) * dice.between(0.9, 1.1);
            ramped(
                    Behaviour.REP,
                    lasts,
                    tired,
                    lasts * dice.between(0.15, 0.3),
                    lasts * dice.between(0.2, 0.4),
                    everyChannel);
            pause(0.15 * period, 0.25 * period);
        }
    }

    /** A shift of weight. */
    void shiftWeight(int... channels) {
        double lasts = dice.between(0.5, 2.5);
        ramped(Behaviour.POSTURE, lasts, Ranges.POSTURE_LEVEL.draw(dice), 0.3 * lasts, 0.4 * lasts, channels);
    }

    void walk(double duration, Range stepsHz) {
        double hertz = stepsHz.draw(dice);
        rhythmic(
                Behaviour.WALKING,
                duration,
                Ranges.WALKING_LEVEL.draw(dice),
                hertz,
                0.03,
                dice.between(0.5, 0.8) / hertz,
                everyChannel);
    }

    void ballistics(int count, int... channels) {
        for (int burst = 0; burst < count; burst++) {
            double lasts = Ranges.BALLISTIC_SECONDS.draw(dice);
            ramped(Behaviour.BALLISTIC, lasts, Ranges.BALLISTIC_LEVEL.draw(dice), 0.3 * lasts, 0.3 * lasts, channels);
            pause(0.8, 3);
        }
    }

    void taps(double duration, Range hertz, int... channels) {
        rhythmic(
                Behaviour.TAPPING,
                duration,
                Ranges.BALLISTIC_LEVEL.draw(dice),
                hertz.draw(dice),
                Ranges.TAPS_VARIATION.draw(dice),
                dice.between(0.08, 0.2),
                channels);
    }

    void brace(double duration) {
        ramped(
                Behaviour.BRACE,
                duration,
                Ranges.BRACE_LEVEL.draw(dice),
                dice.between(0.1, 0.5),
                dice.between(0.2, 0.6),
                everyChannel);
    }

    void shiver(double duration) {
        double hertz = Ranges.SHIVER_HZ.draw(dice);
        rhythmic(
                Behaviour.SHIVER,
                duration,
                Ranges.SHIVER_LEVEL.draw(dice),
                hertz,
                dice.between(0.1, 0.2),
                0.5 / hertz,
                everyChannel);
    }

    void spasm(Range level, Range held, int... channels) {
        double rise = Ranges.SPASM_RISE.draw(dice);
        double fall = Ranges.HOLD_FALL.draw(dice);
        ramped(Behaviour.SPASM, rise + held.drawRatio(dice) + fall, level.draw(dice), rise, fall, channels);
    }

    /** A hold on purpose of a spasm's amplitude, duration and steepness. */
    void matchedHold(Range level, Range held, int... channels) {
        double rise = Ranges.SPASM_RISE.draw(dice);
        double fall = Ranges.HOLD_FALL.draw(dice);
        ramped(Behaviour.HOLD, rise + held.drawRatio(dice) + fall, level.draw(dice), rise, fall, channels);
    }

    void cramp(Range lasts, int channel) {
        double duration = lasts.drawRatio(dice);
        double rise = Math.min(Ranges.CRAMP_RISE.draw(dice), 0.4 * duration);
        scenario.add(Event.cramp(
                now,
                duration,
                Ranges.CRAMP_LEVEL.draw(dice),
                rise,
                Ranges.CRAMP_FALL.draw(dice),
                Ranges.CRAMP_VARIATION.draw(dice),
                channel));
        now += duration;
    }

    void clonus(Range lasts, int... channels) {
        double hertz = Ranges.CLONUS_HZ.draw(dice);
        double burst = Math.min(Ranges.CLONUS_BURST_SECONDS.draw(dice), 0.5 / hertz);
        rhythmic(
                Behaviour.CLONUS,
                lasts.drawRatio(dice),
                Ranges.CLONUS_LEVEL.draw(dice),
                hertz,
                Ranges.CLONUS_VARIATION.draw(dice),
                burst,
                channels);
    }

    /** Twitches at irregular times until a moment. */
    void twitchesUntil(double until, double perMinute, int channel) {
        while (true) {
            now += LEAST_TWITCH_GAP_SECONDS - 60 / perMinute * StrictMath.log(1 - dice.uniform());
            if (now >= until) {
                now = until;
                return;
            }
            double share = Ranges.TWITCH_MICROVOLTS.drawRatio(dice)
                    / scenario.site(channel).maximumMicrovolts();
            scenario.add(Event.fasciculation(now, Ranges.TWITCH_SECONDS.draw(dice), Math.min(2, share), channel));
        }
    }

    void legMovement(int... channels) {
        double lasts = Ranges.LEG_MOVEMENT_SECONDS.drawRatio(dice);
        ramped(Behaviour.LEG_MOVEMENT, lasts, Ranges.SPASM_LEVEL.draw(dice), 0.1 * lasts, 0.2 * lasts, channels);
        now += Math.max(2, Ranges.LEG_MOVEMENT_EVERY_SECONDS.drawRatio(dice) - lasts);
    }

    void fault(Behaviour behaviour, double duration, double level, int... channels) {
        duringNext(behaviour, duration, level, channels);
        now += duration;
    }

    /** A fault that begins now, while something else goes on. */
    void duringNext(Behaviour behaviour, double duration, double level, int... channels) {
        scenario.add(Event.fault(behaviour, now, duration, level, channels));
    }
}
