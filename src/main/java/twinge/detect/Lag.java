package twinge.detect;

import java.util.Arrays;

/**
 * How much later another channel does the same: the maximum of the normalised cross-correlation of the two envelopes, on a
 * parabola through its neighbours. A weaker rise crosses its threshold later, but has no other lag: on made-up ramps of
 * 0.3 s, one 0.45 times as high as the other, onsets were 46 ms too far apart and lags 6 ms too near (medians of 40).
 *
 * @param seconds positive where the other one is later
 * @param height of the other one's rise in multiples of this one's
 */
record Lag(double seconds, double height) {
    /** An electrode over another muscle sees less than a third of it, at once. */
    private static final double CROSSTALK = 0.33;

    private static final double AT_ONCE_SECONDS = 0.01;
    private static final double STEP_SECONDS = 0.01;
    private static final double LEAST_CORRELATION = 0.5;
    private static final double FOOT = 0.4; // of the highest envelope
    private static final double LEAST_FOOT = 0.2; // of the rise, where that stands on a held contraction

    /** Whether all that the other channel shows may be what leaks into it. */
    boolean mayBeCrosstalk() {
        return height < CROSSTALK && Math.abs(seconds) < AT_ONCE_SECONDS;
    }

    /** Of two channels over a stretch, at most {@code most} seconds; null where they do not run alike or are not known. */
    static Lag between(Course one, Course other, double from, double to, double most) {
        int length = (int) Math.round((to - from) / STEP_SECONDS);
        int lags = (int) Math.round(most / STEP_SECONDS);
        double[] own = levels(one, from, length);
        double[] others = levels(other, from - lags * STEP_SECONDS, length + 2 * lags);
        double height = rise(others) / rise(own);
        double whole = steps(own, others, lags);
        boolean leaks = height < CROSSTALK || height > 1 / CROSSTALK;
        if (leaks && Math.abs(whole) * STEP_SECONDS < AT_ONCE_SECONDS) {
            return new Lag(whole * STEP_SECONDS, height);
        }
        double steps = steps(feet(own), feet(others), lags);
        return Double.isNaN(steps) ? null : new Lag(steps * STEP_SECONDS, height);
    }

    /** By how many steps the other one is later; NaN where no lag stands out. */
    private static double steps(double[] own, double[] others, int lags) {
        double[] correlation = new double[2 * lags + 1];
        int best = 0;
        for (int lag = 0; lag < correlation.length; lag++) {
            correlation[lag] = correlation(own, others, lag);
            best = correlation[lag] > correlation[best] ? lag : best;
        }
        if (best == 0 || best == 2 * lags || !(correlation[best] >= LEAST_CORRELATION)) {
            return Double.NaN;
        }
        double before = correlation[best - 1];
        double after = correlation[best + 1];
        double bend = before - 2 * correlation[best] + after;
        return best - lags + (bend < 0 ? 0.5 * (before - after) / bend : 0);
    }

    private static double[] levels(Course course, double from, int length) {
        double[] levels = new double[length];
        for (int i = 0; i < length; i++) {
            levels[i] = course.levelAt(from + i * STEP_SECONDS);
        }
        return levels;
    }

    /** Pearson's, of all of one and as much of the other from a place; NaN if any is not known. */
    private static double correlation(double[] one, double[] other, int from) {
        double ones = 0;
        double others = 0;
        for (int i = 0; i < one.length; i++) {
            ones += one[i];
            others += other[from + i];
        }
        double meanOne = ones / one.length;
        double meanOther = others / one.length;
        double square = 0;
        double otherSquare = 0;
        double product = 0;
        for (int i = 0; i < one.length; i++) {
            double x = one[i] - meanOne;
            double y = other[from + i] - meanOther;
            square += x * x;
            otherSquare += y * y;
            product += x * y;
        }
        return product / Math.sqrt(square * otherSquare);
    }

    /** The lower part of the rise: what a contraction does once it is there says nothing of when it began. */
    private static double[] feet(double[] levels) {
        double least = least(levels);
        double top = Math.max(least + LEAST_FOOT * rise(levels), FOOT * (least + rise(levels)));
        return Arrays.stream(levels).map(level -> Math.min(level, top)).toArray();
    }

    private static double rise(double[] levels) {
        return Arrays.stream(levels).max().getAsDouble() - least(levels);
    }

    private static double least(double[] levels) {
        return Arrays.stream(levels).min().getAsDouble();
    }
}
