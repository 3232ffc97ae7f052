package twinge.events;

import java.time.OffsetDateTime;
import java.util.Objects;
import java.util.UUID;

/**
 * What a person said of a stretch of a session. It belongs to the time, not to what was found there, so that it outlives
 * every new analysis.
 *
 * @param fromSeconds from the start of the recording
 * @param toSeconds the same as {@code fromSeconds} for a moment
 * @param word what was said ({@code spasm}, {@code voluntary}, {@code moved sensor})
 * @param author who said it, may be empty
 * @param at when it was said
 */
public record Label(UUID session, double fromSeconds, double toSeconds, String word, String author, OffsetDateTime at) {
    public Label {
        Objects.requireNonNull(session, "session");
        Objects.requireNonNull(author, "author");
        Objects.requireNonNull(at, "at");
        if (word.isBlank()) {
            throw new IllegalArgumentException("a label without a word");
        }
        if (!(toSeconds >= fromSeconds && Math.abs(fromSeconds) < 1e12 && toSeconds < 1e12)) {
            throw new IllegalArgumentException("a label from " + fromSeconds + " s to " + toSeconds + " s");
        }
    }
}
