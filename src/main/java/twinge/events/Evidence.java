package twinge.events;

import java.util.Objects;

/**
 * One reason for a verdict.
 *
 * @param words what was seen, with its number: {@code repeats 5.2 times a second, steady to 8 %}
 * @param weight how much it speaks for the verdict's kind, in nats of log odds; negative speaks against
 */
public record Evidence(String words, double weight) {
    public Evidence {
        Objects.requireNonNull(words, "words");
        if (!Double.isFinite(weight)) {
            throw new IllegalArgumentException("evidence of weight " + weight + ": " + words);
        }
    }
}
