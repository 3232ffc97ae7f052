package twinge.simulate;

import twinge.frames.Scale;

/**
 * The board's converter: so many bits over so many microvolts, and whether its output says what a count is worth.
 *
 * @param bits 2 to 24
 * @param fullScaleMicrovolts highest input it can tell, either sign
 * @param calibrated if not, counts run from 0 and mean nothing but their ratios
 */
public record Converter(int bits, double fullScaleMicrovolts, boolean calibrated) {
    public Converter {
        if (bits < 2 || bits > 24 || !(fullScaleMicrovolts > 0)) {
            throw new IllegalArgumentException(
                    "a converter of " + bits + " bits over " + fullScaleMicrovolts + " uV; bits run from 2 to 24");
        }
    }

    /** 10 bits and no calibration: an Arduino shield. */
    public static Converter hobby() {
        return new Converter(10, 1533, false);
    }

    /** 12 bits at 1 µV a count. */
    public static Converter twelveBit() {
        return new Converter(12, 2047, true);
    }

    /** 16 bits at 0.1 µV a count. */
    public static Converter sixteenBit() {
        return new Converter(16, 3276.7, true);
    }

    /** 24 bits over a tenth of a volt. */
    public static Converter twentyFourBit() {
        return new Converter(24, 100_000, true);
    }

    /** The scale of its channels; a count of 0 is 0 µV where it is calibrated. */
    public Scale scale() {
        return calibrated
                ? new Scale(-half(), half(), -fullScaleMicrovolts, fullScaleMicrovolts, "uV")
                : new Scale(0, 2 * half() + 1, 0, 2 * half() + 1, "");
    }

    /** The count of an input, cut at the rails. */
    int count(double microvolts) {
        double count = Math.floor(microvolts / fullScaleMicrovolts * half() + 0.5);
        double cut = Math.max(-half(), Math.min(half(), count));
        return (int) cut + (calibrated ? 0 : half() + 1);
    }

    private int half() {
        return (1 << bits - 1) - 1;
    }
}
