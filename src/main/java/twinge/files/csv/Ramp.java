package twinge.files.csv;

import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * A column that rises by the same step from row to row, as only times and counters do.
 *
 * @param step how much from row to row, 0 if it is no ramp
 * @param whole whether all its values are integers
 */
record Ramp(double step, boolean whole) {
    private static final int LEAST_ROWS = 5;
    private static final double ROUNDING = 1.01; // of the last printed decimal

    /** What a column is; rows of another width than {@code width} (comments, a line cut off) are passed over. */
    static Ramp of(List<List<String>> rows, int column, int width, DecimalNumber number) {
        double[] values = new double[rows.size()];
        int count = 0;
        int decimals = 0;
        for (List<String> row : rows) {
            if (row.size() == width) {
                byte[] cell = row.get(column).getBytes(StandardCharsets.UTF_8);
                if (!number.parse(cell, 0, cell.length) || count > 0 && !(number.value() > values[count - 1])) {
                    return new Ramp(0, false);
                }
                values[count++] = number.value();
                decimals = Math.max(decimals, number.decimals());
            }
        }
        if (count < LEAST_ROWS) {
            return new Ramp(0, false);
        }
        double step = (values[count - 1] - values[0]) / (count - 1);
        double most = decimals == 0 ? 0 : ROUNDING * Double.parseDouble("1e-" + decimals);
        for (int row = 0; row < count; row++) {
            if (Math.abs(values[row] - values[0] - row * step) > most) {
                return new Ramp(0, false);
            }
        }
        return new Ramp(step, decimals == 0);
    }

    /** Whether it counts the rows one by one. */
    boolean counts() {
        return whole && step == 1;
    }

    /** Seconds in one unit of it if it is the clock of rows that come {@code rateHz} a second, or 0 if it can not be. */
    double timeUnit(double rateHz) {
        for (double unit : new double[] {1, 1e-3, 1e-6}) {
            if (Math.abs(rateHz * step * unit - 1) < 0.01) {
                return unit;
            }
        }
        return 0;
    }
}
