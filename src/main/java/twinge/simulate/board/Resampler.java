package twinge.simulate.board;

/**
 * Channels at any moment from frames at even steps: a sinc under a Hann window, {@value #ZEROS} zero crossings either way,
 * cut off at 0.45 of the lower of both rates. A signal of the board's own rate is handed through as it is. Before its first
 * and after its last frame the signal stays as it was there.
 */
final class Resampler {
    private static final int ZEROS = 12;
    private static final double EXACT = 1e-6;

    private final double fromHz;
    private final boolean same;
    private final double cutoff; // cycles a frame of the source, times two
    private final double halfWidth; // frames of the source
    private final double[][] kept; // [frame, a ring][channel]
    private final double[] weights;
    private long count;

    Resampler(int channels, double fromHz, double toHz) {
        this.fromHz = fromHz;
        same = Math.abs(fromHz - toHz) < EXACT * fromHz;
        cutoff = 0.9 * Math.min(1, toHz / fromHz);
        halfWidth = ZEROS / cutoff;
        kept = new double[Integer.highestOneBit(2 * (int) halfWidth + 8) << 1][channels];
        weights = new double[2 * (int) halfWidth + 3];
    }

    void add(double[] values) {
        System.arraycopy(values, 0, kept[(int) count++ & kept.length - 1], 0, values.length);
    }

    /** Whether all frames that a moment needs are there. */
    boolean covers(double seconds) {
        return seconds * fromHz + (same ? 0.5 : halfWidth) < count - 1;
    }

    /** Moments may be asked for in rising order only. */
    void at(double seconds, double[] into) {
        double place = seconds * fromHz;
        if (same) {
            System.arraycopy(frame(Math.round(place)), 0, into, 0, into.length);
        } else {
            filtered(place, into);
        }
    }

    private double[] frame(long index) {
        long within = Math.max(0, Math.min(count - 1, index));
        return kept[(int) within & kept.length - 1];
    }

    private void filtered(double place, double[] into) {
        long first = (long) Math.ceil(place - halfWidth);
        int length = (int) ((long) Math.floor(place + halfWidth) - first) + 1;
        double sum = 0;
        for (int i = 0; i < length; i++) {
            weights[i] = weight(first + i - place);
            sum += weights[i];
        }
        for (int channel = 0; channel < into.length; channel++) {
            double value = 0;
            for (int i = 0; i < length; i++) {
                value += weights[i] * frame(first + i)[channel];
            }
            into[channel] = value / sum;
        }
    }

    private double weight(double distance) {
        double x = Math.PI * distance * cutoff;
        double sinc = Math.abs(x) < 1e-9 ? 1 : StrictMath.sin(x) / x;
        return sinc * 0.5 * (1 + StrictMath.cos(Math.PI * distance / halfWidth));
    }
}
