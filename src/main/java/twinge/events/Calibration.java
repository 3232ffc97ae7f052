package twinge.events;

import java.time.OffsetDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * How loud a wearer's muscles are at rest and in a contraction to compare others with, measured at one wearing. It holds for
 * the same board and the same places of the electrodes; once taken it is never changed.
 *
 * @param athlete a name or pseudonym, may be empty
 * @param board what tells the board from others: protocol, model and, where it has one, serial number
 * @param takenAt when, on the wearer's clock
 * @param author who took it, may be empty
 * @param levels of each EMG channel, by its label
 */
public record Calibration(
        UUID id,
        String athlete,
        String board,
        OffsetDateTime takenAt,
        String author,
        Effort effort,
        List<Level> levels) {
    /** What the wearer was asked for after the rest. */
    public enum Effort {
        /** As hard as possible. */
        MAXIMAL,
        /** A weight or a posture that can be repeated. */
        REFERENCE,
        /** Nothing; only the rest is known. */
        NONE
    }

    /**
     * What was measured of one channel; in µV, or in counts where the board knows none.
     *
     * @param label of the channel
     * @param site where the electrode was: muscle, side and position in words; empty if not stated
     * @param unit of the levels, {@code uV} or {@code count}
     * @param detectionRest RMS at rest on the path that finds bursts (70 Hz and more)
     * @param amplitudeRest RMS at rest on the path that measures amplitude (20 Hz and more)
     * @param reference highest RMS over half a second in the contractions, on the latter path; NaN if there were none
     */
    public record Level(
            String label, String site, String unit, double detectionRest, double amplitudeRest, double reference) {
        public Level {
            plain(label, "label");
            plain(site, "site");
            plain(unit, "unit");
            if (!(detectionRest > 0 && amplitudeRest > 0 && detectionRest < 1e12 && amplitudeRest < 1e12)) {
                throw new IllegalArgumentException(label + ": a resting level of " + detectionRest + " and "
                        + amplitudeRest + " " + unit + "; both must be above 0");
            }
            if (!Double.isNaN(reference) && !(reference > amplitudeRest && reference < 1e12)) {
                throw new IllegalArgumentException(label + ": a contraction of " + reference + " " + unit
                        + " is not above the rest of " + amplitudeRest);
            }
        }

        /** What share of the reference a level on the amplitude path is, in %: rest is 0. NaN without a reference. */
        public double percent(double amplitude) {
            return 100 * (amplitude - amplitudeRest) / (reference - amplitudeRest);
        }
    }

    public Calibration {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(takenAt, "takenAt");
        Objects.requireNonNull(effort, "effort");
        plain(athlete, "athlete");
        plain(board, "board");
        plain(author, "author");
        levels = List.copyOf(levels);
        Set<String> labels = new HashSet<>();
        for (Level level : levels) {
            if (!labels.add(level.label())) {
                throw new IllegalArgumentException("two levels of the channel " + level.label());
            }
        }
        if (levels.isEmpty()) {
            throw new IllegalArgumentException("a calibration needs at least one channel");
        }
    }

    /** What was measured of the channel of that label. */
    public Optional<Level> level(String label) {
        return levels.stream().filter(level -> level.label().equals(label)).findFirst();
    }

    private static void plain(String text, String what) {
        if (text.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException("the " + what + " of a calibration holds control characters: " + text);
        }
    }
}
