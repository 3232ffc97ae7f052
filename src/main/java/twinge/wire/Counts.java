package twinge.wire;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import twinge.frames.Scale;

/** What the counts of a plain converter are worth: microvolts if its range and the amplifier's gain are known, else counts. */
final class Counts {
    private static final int HEADER_CHARACTERS = 8; // of a limit in an EDF or BDF header

    private Counts() {}

    /**
     * @param bits of the converter, which measures from 0 to the reference; the sensor rests at half of it
     * @param boardVolts the reference if none is wished, 0 if it is not known
     */
    static Scale scale(int bits, double boardVolts, Wishes wishes) {
        int most = (1 << bits) - 1;
        double volts = wishes.referenceVolts().orElse(boardVolts);
        if (wishes.gain().isEmpty()) {
            return new Scale(0, most, 0, most, "");
        }
        if (volts == 0) {
            throw new IllegalArgumentException(
                    "a gain was stated; microvolts need the converter's reference voltage as well");
        }
        double fullMicrovolts = 1e6 * volts / wishes.gain().getAsDouble();
        if (!(Math.abs(fullMicrovolts) >= 1e-3 && Math.abs(fullMicrovolts) < 1e7)) {
            throw new IllegalArgumentException(
                    "a range of " + fullMicrovolts + " uV; check the gain and the reference voltage");
        }
        double highest = (most / (most + 1.0) - 0.5) * fullMicrovolts;
        return new Scale(0, most, printable(-0.5 * fullMicrovolts), printable(highest), "uV");
    }

    /** The nearest value that a header can hold, so that the wire and its recording agree to the bit. */
    private static double printable(double value) {
        for (int digits = HEADER_CHARACTERS; ; digits--) {
            BigDecimal rounded = new BigDecimal(value)
                    .round(new MathContext(digits, RoundingMode.HALF_EVEN))
                    .stripTrailingZeros();
            if (rounded.toPlainString().length() <= HEADER_CHARACTERS) {
                return rounded.doubleValue();
            }
        }
    }
}
