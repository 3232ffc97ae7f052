package twinge.files.tape;

import java.util.Objects;

/**
 * What a person said of a moment.
 *
 * @param frame of the board's first stream
 * @param word what was said ({@code spasm})
 * @param author who said it, may be empty
 */
public record TapeLabel(long frame, String word, String author) {
    public TapeLabel {
        Objects.requireNonNull(word, "word");
        Objects.requireNonNull(author, "author");
    }
}
