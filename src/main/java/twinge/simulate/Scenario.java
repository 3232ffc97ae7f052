package twinge.simulate;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Everything that happens in a simulated recording. The same scenario gives the same recording, to the bit.
 *
 * @param seed of all chance
 * @param seconds length of the recording
 * @param rateHz of the EMG stream
 * @param sites one EMG channel each
 * @param cues what the wearer declared, as markers
 * @param standing whether gravity pulls along the spine; otherwise the wearer lies face down
 * @param unsteadiness standard deviation of the drive over its mean (0.03 to 0.05)
 * @param driftMicrovolts standard deviation of the electrodes' slow drift
 * @param crosstalk between channels, 1 being usual, 0 none
 * @param beatsPerMinute of the heart, 50 to 180; 0 leaves it out
 * @param beatVariation standard deviation over mean of the beats' intervals
 * @param mainsHz 50 or 60; 0 leaves it out
 * @param motionRateHz of the motion sensor's stream; 0 leaves it out
 */
public record Scenario(
        String name,
        long seed,
        double seconds,
        double rateHz,
        List<Site> sites,
        List<Event> events,
        List<Cue> cues,
        boolean standing,
        double unsteadiness,
        double driftMicrovolts,
        double crosstalk,
        double beatsPerMinute,
        double beatVariation,
        double mainsHz,
        double motionRateHz,
        Converter converter) {

    /** Rate of a common wearable's motion sensor (40 frames in 0.27 s). */
    public static final double MOTION_RATE_HZ = 4000.0 / 27;

    /** Something the wearer declared. */
    public record Cue(double seconds, double durationSeconds, String text) {}

    public Scenario {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(converter, "converter");
        sites = List.copyOf(sites);
        events = List.copyOf(events);
        cues = List.copyOf(cues);
        if (!(seconds > 0 && Double.isFinite(seconds)) || !(rateHz >= 100 && rateHz <= 20_000)) {
            throw new IllegalArgumentException("a recording of " + seconds + " s at " + rateHz
                    + " Hz; the rate must lie between 100 and 20000 Hz");
        }
        if (beatsPerMinute != 0 && !(beatsPerMinute >= 30 && beatsPerMinute <= 220)) {
            throw new IllegalArgumentException(
                    "a heart at " + beatsPerMinute + " beats a minute; give 30 to 220, or 0");
        }
        if (mainsHz != 0 && !(mainsHz > 1 && mainsHz * 5 < rateHz)) {
            throw new IllegalArgumentException("mains at " + mainsHz + " Hz: its fifth harmonic needs more than "
                    + 10 * mainsHz + " frames a second, or give 0 for none");
        }
        for (Event event : events) {
            for (int channel : event.channels()) {
                Objects.checkIndex(channel, sites.size());
            }
        }
    }

    /** A clean recording to add to: 1000 Hz, standing, 24 bits, no heart, mains or motion sensor. */
    public static Builder of(String name, long seed, double seconds, List<Site> sites) {
        return new Builder(name, seed, seconds, sites);
    }

    /** Takes what happens and what disturbs, one after another. */
    public static final class Builder {
        private final String name;
        private final long seed;
        private final double seconds;
        private final List<Site> sites;
        private final List<Event> events = new ArrayList<>();
        private final List<Cue> cues = new ArrayList<>();
        private double rateHz = 1000;
        private boolean standing = true;
        private double unsteadiness = 0.04;
        private double driftMicrovolts = 5;
        private double crosstalk = 1;
        private double beatsPerMinute;
        private double beatVariation;
        private double mainsHz;
        private double motionRateHz;
        private Converter converter = Converter.twentyFourBit();

        private Builder(String name, long seed, double seconds, List<Site> sites) {
            this.name = name;
            this.seed = seed;
            this.seconds = seconds;
            this.sites = sites;
        }

        Site site(int channel) {
            return sites.get(channel);
        }

        public Builder rate(double hertz) {
            rateHz = hertz;
            return this;
        }

        public Builder add(Event event) {
            events.add(event);
            return this;
        }

        public Builder cue(double atSeconds, double durationSeconds, String text) {
            cues.add(new Cue(atSeconds, durationSeconds, text));
            return this;
        }

        public Builder lying() {
            standing = false;
            return this;
        }

        public Builder unsteadiness(double deviation) {
            unsteadiness = deviation;
            return this;
        }

        public Builder drift(double microvolts) {
            driftMicrovolts = microvolts;
            return this;
        }

        public Builder crosstalk(double strength) {
            crosstalk = strength;
            return this;
        }

        public Builder heart(double perMinute, double variation) {
            beatsPerMinute = perMinute;
            beatVariation = variation;
            return this;
        }

        public Builder mains(double hertz) {
            mainsHz = hertz;
            return this;
        }

        public Builder motionSensor(double hertz) {
            motionRateHz = hertz;
            return this;
        }

        public Builder converter(Converter chosen) {
            converter = chosen;
            return this;
        }

        public Scenario build() {
            return new Scenario(
                    name,
                    seed,
                    seconds,
                    rateHz,
                    sites,
                    events,
                    cues,
                    standing,
                    unsteadiness,
                    driftMicrovolts,
                    crosstalk,
                    beatsPerMinute,
                    beatVariation,
                    mainsHz,
                    motionRateHz,
                    converter);
        }
    }
}
