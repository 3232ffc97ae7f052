package twinge.simulate;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import twinge.events.Kind;

/**
 * What really happened on one channel.
 *
 * <p>Begin and end are those of the drive to the motor units: the first may fire at the onset, none does after the end,
 * and the last potentials ring on for up to 20 ms. A fasciculation is its potential, where that is above a twentieth of
 * its peak. A fault is the samples it touched.
 *
 * @param onsetSeconds from the start of the recording
 * @param channel the channel's label
 */
public record Truth(double onsetSeconds, double durationSeconds, Behaviour behaviour, String channel) {
    private static final List<String> COLUMNS = List.of("onset", "duration", "trial_type", "channel");

    public Truth {
        Objects.requireNonNull(behaviour, "behaviour");
        Objects.requireNonNull(channel, "channel");
        if (!(durationSeconds > 0)) {
            throw new IllegalArgumentException(behaviour + " of " + durationSeconds + " s at " + onsetSeconds + " s");
        }
    }

    public double endSeconds() {
        return onsetSeconds + durationSeconds;
    }

    public Kind kind() {
        return behaviour.kind();
    }

    /**
     * Lines of a BIDS events table (BIDS 1.11.0, task events: tab-separated, onset and duration in seconds), the header
     * first, without line ends. The column {@code kind} after BIDS's own says what a detector is asked for.
     */
    public static List<String> table(List<Truth> rows) {
        List<String> lines = new ArrayList<>();
        lines.add(String.join("\t", COLUMNS) + "\tkind");
        for (Truth row : rows) {
            lines.add(String.format(
                    Locale.ROOT,
                    "%.6f\t%.6f\t%s\t%s\t%s",
                    row.onsetSeconds,
                    row.durationSeconds,
                    row.behaviour.code(),
                    row.channel,
                    row.kind().code()));
        }
        return lines;
    }
}
