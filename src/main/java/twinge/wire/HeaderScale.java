package twinge.wire;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import twinge.frames.Scale;

/**
 * Scales that an EDF or BDF header can print: its numbers have eight characters, so the limits are rounded to what fits.
 * The error is below two parts in a million, and what is written to a file reads back as the very same scale.
 */
final class HeaderScale {
    private static final int CHARACTERS = 8;
    private static final int PLAIN_LIMIT = 8_000_000;

    private HeaderScale() {}

    static Scale of(int digitalMinimum, int digitalMaximum, double minimum, double maximum, String unit) {
        return new Scale(digitalMinimum, digitalMaximum, fitting(minimum), fitting(maximum), unit);
    }

    /** A range around 0, which stays exactly 0. */
    static Scale symmetric(int most, double full, String unit) {
        double limit = fitting(-full); // the sign takes a character too
        return new Scale(-most, most, limit, -limit, unit);
    }

    /** Counts that are decimal numbers without their point: {@code decimals} 2 makes 251 mean 2.51. */
    static Scale plain(int decimals, String unit) {
        double limit = BigDecimal.valueOf(PLAIN_LIMIT, decimals).doubleValue();
        return new Scale(-PLAIN_LIMIT, PLAIN_LIMIT, -limit, limit, unit);
    }

    /** The nearest number that has at most eight characters. */
    static double fitting(double value) {
        for (int digits = CHARACTERS; digits > 1; digits--) {
            BigDecimal rounded = new BigDecimal(value).round(new MathContext(digits, RoundingMode.HALF_EVEN));
            if (rounded.stripTrailingZeros().toPlainString().length() <= CHARACTERS) {
                return rounded.doubleValue();
            }
        }
        throw new IllegalArgumentException("a limit of " + value + " has no form of eight characters");
    }
}
