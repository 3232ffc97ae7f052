package twinge.signal;

import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * Quantiles of all positive values so far, the older the less: a value's weight halves with every {@code halfLife}
 * values that follow it.
 *
 * <p>Exact but for the width of a bin: weights are counted in bins of equal ratio, {@value #BINS_AN_OCTAVE} an octave
 * (2.2 %), and a quantile is where the counted weight from below reaches the share asked for, interpolated inside its
 * bin. A value costs one logarithm, a quantile one walk over the bins. Good for a level at rest over minutes, where the
 * window of a {@link RunningQuantile} would be long.
 */
public final class FadingQuantile implements Resumable {
    private static final int BINS_AN_OCTAVE = 32;
    private static final double LOG_TWO = StrictMath.log(2);
    private static final double RESCALE_AT = 1e100;

    private final double least;
    private final double growth;
    private final double[] weights;

    /** What the next value weighs. Weights grow instead of all older ones being shrunk. */
    private double weight;

    /**
     * @param least smaller values, 0 among them, count as this
     * @param most larger values count as this
     * @param halfLife in values; infinite to forget nothing
     */
    public FadingQuantile(double least, double most, double halfLife) {
        if (!(least > 0 && least < most && most < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(
                    "quantiles of values from " + least + " to " + most + "; both must be positive, the lower first");
        }
        if (!(halfLife >= 1)) {
            throw new IllegalArgumentException("a half-life of " + halfLife + " values; the least is 1");
        }
        this.least = least;
        growth = StrictMath.pow(2, 1 / halfLife);
        weights = new double[(int) Math.ceil(BINS_AN_OCTAVE * log2(most / least))];
        reset();
    }

    /** Takes the next value. */
    public void add(double value) {
        if (!(value >= 0)) {
            throw new IllegalArgumentException("a value of " + value + "; only 0 and more is counted here");
        }
        int bin = value > least ? (int) (BINS_AN_OCTAVE * log2(value / least)) : 0;
        weights[Math.min(bin, weights.length - 1)] += weight;
        weight *= growth;
        if (weight > RESCALE_AT) {
            for (int i = 0; i < weights.length; i++) {
                weights[i] = weights[i] < 1 ? 0 : weights[i] / RESCALE_AT;
            }
            weight /= RESCALE_AT;
        }
    }

    /** The value below which a share of the weight lies, from 0 to 1; NaN before the first value. */
    public double value(double share) {
        if (!(share >= 0 && share <= 1)) {
            throw new IllegalArgumentException("a quantile " + share + "; it must lie between 0 and 1");
        }
        double total = 0;
        for (double inBin : weights) {
            total += inBin;
        }
        if (total == 0) {
            return Double.NaN;
        }
        double wanted = share * total;
        double below = 0;
        int bin = 0;
        while (weights[bin] == 0 || below + weights[bin] < wanted) {
            below += weights[bin];
            bin++;
        }
        double part = (wanted - below) / weights[bin];
        return least * StrictMath.exp((bin + part) * (LOG_TWO / BINS_AN_OCTAVE));
    }

    private static double log2(double ratio) {
        return StrictMath.log(ratio) / LOG_TWO;
    }

    @Override
    public void reset() {
        Arrays.fill(weights, 0);
        weight = 1;
    }

    @Override
    public int stateSize() {
        return (weights.length + 1) * Double.BYTES;
    }

    @Override
    public void save(ByteBuffer into) {
        Saved.put(weights, into);
        into.putDouble(weight);
    }

    @Override
    public void restore(ByteBuffer from) {
        Saved.get(weights, from);
        weight = from.getDouble();
    }
}
