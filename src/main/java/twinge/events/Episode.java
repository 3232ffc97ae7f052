package twinge.events;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/**
 * Bursts that belong together, on one channel or several: what is logged, charted and alerted. A clonus train is one
 * episode of many bursts, a spasm seen on both sides one of two.
 *
 * @param verdict on the whole, not on any one burst
 * @param bursts by onset, then stream, then channel; at least one
 */
public record Episode(Verdict verdict, List<Burst> bursts) {
    public Episode {
        Objects.requireNonNull(verdict, "verdict");
        bursts = List.copyOf(bursts);
        if (bursts.isEmpty()) {
            throw new IllegalArgumentException("an episode needs at least one burst");
        }
    }

    public Kind kind() {
        return verdict.kind();
    }

    public double onsetSeconds() {
        return bursts.stream().mapToDouble(Burst::onsetSeconds).min().getAsDouble();
    }

    public double endSeconds() {
        return bursts.stream().mapToDouble(Burst::endSeconds).max().getAsDouble();
    }

    public double seconds() {
        return endSeconds() - onsetSeconds();
    }

    /** The burst that stands out most from its channel's rest; the episode is named after its channel. */
    public Burst strongest() {
        return bursts.stream()
                .max(Comparator.comparingDouble(
                                (Burst burst) -> burst.features().peakTimesRest())
                        .thenComparing(
                                Comparator.comparingDouble(Burst::onsetSeconds).reversed()))
                .get();
    }
}
