package twinge.simulate;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/**
 * Something planned for a simulated recording. Details that make no two alike (the delay from channel to channel, the
 * jitter of a rhythm) are drawn from the scenario's seed when it is played.
 *
 * @param channels indices into the scenario's sites; a fault of the whole stream may name any
 * @param level of the drive, 0 to 1; for a fasciculation and a cramp the amplitude as a part of the site's maximum
 * @param riseSeconds from nothing to the level
 * @param fallSeconds from the level to nothing, within the duration
 * @param rateHz of a rhythm (clonus bursts, steps of both feet, shivers); 0 if it has none
 * @param variation standard deviation over mean: of a rhythm's intervals, in a cramp of each unit's
 * @param burstSeconds how long one burst of a rhythm lasts
 */
public record Event(
        Behaviour behaviour,
        double onsetSeconds,
        double durationSeconds,
        List<Integer> channels,
        double level,
        double riseSeconds,
        double fallSeconds,
        double rateHz,
        double variation,
        double burstSeconds) {

    public Event {
        Objects.requireNonNull(behaviour, "behaviour");
        channels = List.copyOf(channels);
        if (!(onsetSeconds >= 0 && durationSeconds > 0 && Double.isFinite(onsetSeconds + durationSeconds))) {
            throw new IllegalArgumentException(behaviour + " from " + onsetSeconds + " s for " + durationSeconds
                    + " s; it must last and begin at 0 or later");
        }
        if (channels.isEmpty() || !(level >= 0 && level <= 2)) {
            throw new IllegalArgumentException(behaviour + " at " + onsetSeconds + " s needs channels (" + channels
                    + ") and a level from 0 to 2 (" + level + ")");
        }
        if (!(riseSeconds >= 0 && fallSeconds >= 0 && riseSeconds + fallSeconds <= durationSeconds * (1 + 1e-9))) {
            throw new IllegalArgumentException(behaviour + " at " + onsetSeconds + " s rises for " + riseSeconds
                    + " s and falls for " + fallSeconds + " s, but lasts " + durationSeconds + " s");
        }
        if (rateHz < 0 || variation < 0 || burstSeconds < 0 || rateHz > 0 && burstSeconds * rateHz >= 1) {
            throw new IllegalArgumentException(behaviour + " at " + onsetSeconds + " s repeats at " + rateHz
                    + " Hz with bursts of " + burstSeconds + " s; they must fit between each other");
        }
    }

    public double endSeconds() {
        return onsetSeconds + durationSeconds;
    }

    /** A trapezoid: {@code HOLD}, {@code REP}, {@code BRACE}, {@code BALLISTIC} or {@code SPASM}. */
    public static Event ramped(
            Behaviour behaviour,
            double onsetSeconds,
            double durationSeconds,
            double level,
            double riseSeconds,
            double fallSeconds,
            int... channels) {
        return new Event(
                behaviour, onsetSeconds, durationSeconds, list(channels), level, riseSeconds, fallSeconds, 0, 0, 0);
    }

    /** A train: {@code CLONUS}, {@code SHIVER}, {@code TAPPING} or {@code WALKING} (the rate is that of the steps). */
    public static Event rhythmic(
            Behaviour behaviour,
            double onsetSeconds,
            double durationSeconds,
            double level,
            double rateHz,
            double variation,
            double burstSeconds,
            int... channels) {
        if (!(rateHz > 0 && burstSeconds > 0)) {
            throw new IllegalArgumentException(behaviour + " at " + onsetSeconds
                    + " s needs a rate and a burst's length; " + rateHz + " Hz and " + burstSeconds + " s are none");
        }
        return new Event(
                behaviour, onsetSeconds, durationSeconds, list(channels), level, 0, 0, rateHz, variation, burstSeconds);
    }

    /** A cramp that builds up over {@code riseSeconds} near one electrode. */
    public static Event cramp(
            double onsetSeconds,
            double durationSeconds,
            double level,
            double riseSeconds,
            double fallSeconds,
            double intervalVariation,
            int channel) {
        return new Event(
                Behaviour.CRAMP,
                onsetSeconds,
                durationSeconds,
                List.of(channel),
                level,
                riseSeconds,
                fallSeconds,
                0,
                intervalVariation,
                0);
    }

    /** One twitch whose potential peaks at {@code level} times the site's maximum. */
    public static Event fasciculation(double onsetSeconds, double durationSeconds, double level, int channel) {
        return ramped(Behaviour.FASCICULATION, onsetSeconds, durationSeconds, level, 0, 0, channel);
    }

    /** Something wrong with the sensor, or a knock on it; {@code level} is how bad, 1 being the worst usual. */
    public static Event fault(
            Behaviour behaviour, double onsetSeconds, double durationSeconds, double level, int... channels) {
        return ramped(behaviour, onsetSeconds, durationSeconds, level, 0, 0, channels);
    }

    private static List<Integer> list(int[] channels) {
        return Arrays.stream(channels).boxed().toList();
    }
}
