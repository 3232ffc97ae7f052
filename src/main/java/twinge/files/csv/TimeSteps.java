package twinge.files.csv;

import java.util.Arrays;

/** The rate that the first times of a column tell. */
final class TimeSteps {
    private static final double STEADY = 0.02;

    private static final double REGULAR_SHARE = 0.95;

    private final double[] times; // one a row, NaN where it can not be read
    private final double quantum; // what the last printed decimal is worth
    private boolean regular;

    TimeSteps(double[] times, int decimals) {
        this.times = times;
        quantum = Double.parseDouble("1e-" + decimals);
    }

    /**
     * Frames in one unit of the column, 0 if there are too few rows to tell: the median step, made finer by the whole
     * span where the two agree, and made an integer where the printed decimals allow it.
     */
    double rate() {
        double[] steps = new double[times.length];
        int count = 0;
        int before = -1;
        int first = -1;
        for (int row = 0; row < times.length; row++) {
            if (!Double.isNaN(times[row])) {
                if (before >= 0) {
                    steps[count++] = (times[row] - times[before]) / (row - before);
                }
                first = first < 0 ? row : first;
                before = row;
            }
        }
        Arrays.sort(steps, 0, count);
        double median = count == 0 ? 0 : steps[count / 2];
        if (!(median > 0)) {
            return 0;
        }
        double span = (times[before] - times[first]) / (before - first);
        boolean steady = Math.abs(span / median - 1) < STEADY;
        int usual = 0;
        for (int i = 0; i < count; i++) {
            usual += Math.abs(steps[i] / median - 1) < 0.5 ? 1 : 0;
        }
        regular = usual >= REGULAR_SHARE * count;
        double rate = 1 / (steady ? span : median);
        double blur = steady ? quantum / (times[before] - times[first]) : Math.min(0.01, quantum / median);
        double whole = Math.rint(rate);
        return Math.abs(whole / rate - 1) <= Math.max(blur, 1e-9) && whole > 0 ? whole : rate;
    }

    /**
     * Whether the steps are those of a clock; otherwise they are arrival times, which come in bursts, and a late one says
     * nothing of lost frames. Known after {@link #rate}.
     */
    boolean regular() {
        return regular;
    }
}
