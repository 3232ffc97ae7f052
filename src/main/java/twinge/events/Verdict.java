package twinge.events;

import java.util.List;
import java.util.Objects;

/**
 * What kind a burst or an episode is, how sure that is, and why.
 *
 * @param probability that {@code kind} is right, 0 to 1
 * @param evidence what decided, the weightiest first
 */
public record Verdict(Kind kind, double probability, List<Evidence> evidence) {
    public Verdict {
        Objects.requireNonNull(kind, "kind");
        evidence = List.copyOf(evidence);
        if (!(probability >= 0 && probability <= 1)) {
            throw new IllegalArgumentException("a probability of " + probability);
        }
    }
}
