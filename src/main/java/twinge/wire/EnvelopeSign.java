package twinge.wire;

/**
 * Tells a sensor's envelope from raw EMG: it is never below zero, and has hardly anything above 10 Hz. What is faster is what
 * differs from a moving mean of a tenth of a second, which lets 10 Hz through not at all.
 */
final class EnvelopeSign {
    private static final double LONGEST_SECONDS = 0.1;
    private static final double ENVELOPE = 0.1; // of the variance at most
    private static final double RAW = 0.4; // of the variance at least
    private static final double STILL = 4; // counts squared: no more than the converter's own noise

    private EnvelopeSign() {}

    static String of(double[] values, double rateHz) {
        int span = (int) Math.round(LONGEST_SECONDS * rateHz);
        if (span < 4 || values.length < 10 * span) {
            return "unknown";
        }
        double mean = 0;
        double least = 0;
        for (double value : values) {
            mean += value / values.length;
            least = Math.min(least, value);
        }
        double all = 0;
        double fast = 0;
        double window = 0;
        for (int i = 0; i < values.length; i++) {
            window += values[i] - (i < span ? 0 : values[i - span]);
            if (i >= span - 1) {
                double centre = values[i - span / 2];
                fast += (centre - window / span) * (centre - window / span);
                all += (centre - mean) * (centre - mean);
            }
        }
        if (all / values.length < STILL) {
            return "unknown";
        }
        return least >= 0 && fast < ENVELOPE * all ? "envelope" : fast > RAW * all ? "raw" : "unknown";
    }
}
