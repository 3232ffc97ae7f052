package twinge.live;

import org.HdrHistogram.ConcurrentHistogram;

/** How long it takes from reading bytes to telling what was found with them; measured while the session runs. */
public final class Latency {
    private static final long HIGHEST_NANOS = 60_000_000_000L;
    private static final int DIGITS = 3;

    private final ConcurrentHistogram nanos = new ConcurrentHistogram(HIGHEST_NANOS, DIGITS);

    /** In milliseconds; all 0 while nothing was measured. */
    public record Figures(long count, double p50, double p95, double p99, double most) {}

    /** Counts one; longer than a minute counts as a minute. */
    public void add(long took) {
        nanos.recordValue(Math.min(HIGHEST_NANOS, Math.max(0, took)));
    }

    public Figures figures() {
        return new Figures(nanos.getTotalCount(), millis(50), millis(95), millis(99), nanos.getMaxValue() / 1e6);
    }

    private double millis(double percentile) {
        return nanos.getTotalCount() == 0 ? 0 : nanos.getValueAtPercentile(percentile) / 1e6;
    }
}
