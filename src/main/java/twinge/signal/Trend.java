package twinge.signal;

import java.util.Objects;
import org.apache.commons.math3.stat.regression.SimpleRegression;

/** The straight line that fits values best. */
public final class Trend {
    private Trend() {}

    /**
     * Least-squares slope of values at equal distances, in their unit a unit of {@code step}; NaN of fewer than two.
     *
     * @param step distance of two values, in seconds for a slope a second
     */
    public static double slope(double[] values, int from, int length, double step) {
        Objects.checkFromIndexSize(from, length, values.length);
        if (!(step > 0)) {
            throw new IllegalArgumentException("values " + step + " apart; their distance must be above 0");
        }
        SimpleRegression line = new SimpleRegression();
        for (int i = 0; i < length; i++) {
            line.addData(i * step, values[from + i]);
        }
        return line.getSlope();
    }
}
