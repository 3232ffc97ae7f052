package twinge.signal;

import java.util.Objects;

/**
 * Finds out whether a short stretch of values repeats itself, how steadily, and after how many values.
 *
 * <p>At lag k the value is the cosine between the stretch without its last k values and the stretch without its first k,
 * both less the mean of the whole: 1 for a perfect repetition however often it fits in, 0 for none. Of the local maxima
 * within the lags asked for, the earliest that reaches 85 % of the highest counts (twice a period repeats as
 * well as one). Its place and height are those of the parabola through it and its neighbours. Allocates nothing after
 * construction.
 */
public final class Autocorrelation {
    private static final double AS_GOOD = 0.85;

    /** Share of the power below which what is left without the mean is rounding. */
    private static final double ROUNDING = 1e-24;

    private final int shortestLag;
    private final double[] centred;
    private final double[] correlations;
    private double lag = Double.NaN;
    private double strength;

    /**
     * @param length values in a stretch, more than {@code longestLag + 1}
     * @param shortestLag at least 1
     * @param longestLag at least {@code shortestLag}; two to three of them should fit into {@code length}
     */
    public Autocorrelation(int length, int shortestLag, int longestLag) {
        if (shortestLag < 1 || longestLag < shortestLag || length < longestLag + 2) {
            throw new IllegalArgumentException("an autocorrelation of " + length + " values at lags " + shortestLag
                    + " to " + longestLag + "; lags begin at 1, and the values must be 2 more than the longest lag");
        }
        this.shortestLag = shortestLag;
        centred = new double[length];
        correlations = new double[longestLag - shortestLag + 3];
    }

    /** Measures the {@code length} values from index {@code from} on. */
    public void measure(double[] values, int from) {
        Objects.checkFromIndexSize(from, centred.length, values.length);
        double sum = 0;
        double squares = 0;
        for (int i = 0; i < centred.length; i++) {
            sum += values[from + i];
            squares += values[from + i] * values[from + i];
        }
        double mean = sum / centred.length;
        double energy = 0;
        for (int i = 0; i < centred.length; i++) {
            centred[i] = values[from + i] - mean;
            energy += centred[i] * centred[i];
        }
        boolean constant = !(energy > ROUNDING * squares);
        for (int i = 0; i < correlations.length; i++) {
            correlations[i] = constant ? 0 : correlation(shortestLag - 1 + i);
        }
        findPeak();
    }

    /** After how many values the stretch repeats itself, a fraction as a rule; NaN if it does not. */
    public double lag() {
        return lag;
    }

    /** How well it does: up to 1; 0 if it does not. */
    public double strength() {
        return strength;
    }

    private double correlation(int distance) {
        double product = 0;
        double early = 0;
        double late = 0;
        for (int i = 0; i + distance < centred.length; i++) {
            double a = centred[i];
            double b = centred[i + distance];
            product += a * b;
            early += a * a;
            late += b * b;
        }
        double scale = Math.sqrt(early * late);
        return scale > 0 ? product / scale : 0;
    }

    private void findPeak() {
        double highest = 0;
        for (int i = 1; i + 1 < correlations.length; i++) {
            highest = Math.max(highest, isPeak(i) ? height(i) : 0);
        }
        lag = Double.NaN;
        strength = 0;
        for (int i = 1; i + 1 < correlations.length && strength == 0; i++) {
            if (isPeak(i) && height(i) >= AS_GOOD * highest) {
                lag = shortestLag - 1 + i + shift(i);
                strength = Math.min(1, height(i));
            }
        }
    }

    private boolean isPeak(int i) {
        return correlations[i] > 0 && correlations[i] > correlations[i - 1] && correlations[i] >= correlations[i + 1];
    }

    /** From the middle of three points to the top of the parabola through them. */
    private double shift(int i) {
        double before = correlations[i - 1];
        double after = correlations[i + 1];
        return 0.5 * (before - after) / (before - 2 * correlations[i] + after);
    }

    private double height(int i) {
        return correlations[i] - 0.25 * (correlations[i - 1] - correlations[i + 1]) * shift(i);
    }
}
