package twinge.frames;

import java.util.Objects;

/**
 * Something said about a moment of the recording: an annotation of a file, a button of a board, a key.
 *
 * @param frame of the stream in whose block it travels; it may lie outside that block
 * @param durationSeconds how long it holds, 0 for a moment
 */
public record Marker(long frame, double durationSeconds, String text) {
    public Marker {
        Objects.requireNonNull(text, "text");
        if (!(durationSeconds >= 0)) {
            throw new IllegalArgumentException("a marker of " + durationSeconds + " s: " + text);
        }
    }
}
