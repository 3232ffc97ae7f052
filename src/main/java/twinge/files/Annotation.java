package twinge.files;

import java.util.Objects;

/**
 * Something said about a moment of a recording, with the times that its file prints, exact to 100 ns.
 *
 * @param onsetTicks 100 ns steps from the recording's first frame; negative before it
 * @param durationTicks 100 ns steps, or -1 if the file states none
 */
public record Annotation(long onsetTicks, long durationTicks, String text) {
    /** Ticks a second. */
    public static final long TICKS = 10_000_000;

    public Annotation {
        Objects.requireNonNull(text, "text");
        if (durationTicks < -1) {
            throw new IllegalArgumentException("an annotation of " + durationTicks + " ticks: " + text);
        }
    }

    public double onsetSeconds() {
        return onsetTicks / (double) TICKS;
    }

    /** How long it holds; 0 if it is a moment. */
    public double durationSeconds() {
        return Math.max(0, durationTicks) / (double) TICKS;
    }
}
