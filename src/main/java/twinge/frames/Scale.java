package twinge.frames;

import java.util.Locale;
import java.util.Objects;

/**
 * What one count of a channel is worth, as an EDF or BDF header prints it.
 *
 * <p>{@code physical = gain * count + offset} with {@code gain = (physicalMaximum - physicalMinimum) / (digitalMaximum -
 * digitalMinimum)} (EDF 1992, 2.1). An inverted scale (maximum below minimum) is legal for the physical side only.
 *
 * @param unit the physical dimension as the source wrote it, blanks stripped; empty if it has none
 */
public record Scale(
        int digitalMinimum, int digitalMaximum, double physicalMinimum, double physicalMaximum, String unit) {
    private static final double STEPS = 1e9;

    public Scale {
        Objects.requireNonNull(unit, "unit");
        if (digitalMaximum <= digitalMinimum) {
            throw new IllegalArgumentException(
                    "the digital maximum " + digitalMaximum + " must be above the digital minimum " + digitalMinimum);
        }
        if (!Double.isFinite(physicalMinimum) || !Double.isFinite(physicalMaximum)) {
            throw new IllegalArgumentException("a physical limit of " + physicalMinimum + " to " + physicalMaximum
                    + " is no range; both must be finite numbers");
        }
        if (physicalMinimum == physicalMaximum) {
            throw new IllegalArgumentException("the physical minimum and maximum are both " + physicalMinimum
                    + ", so every count would mean the same");
        }
    }

    /** A scale without a range of its own: each count is {@code unitsPerCount} units, and 0 is 0. */
    public static Scale step(double unitsPerCount, String unit) {
        int limit = (int) STEPS;
        return new Scale(-limit, limit, -STEPS * unitsPerCount, STEPS * unitsPerCount, unit);
    }

    /** Whether its limits are those of a converter or a file's header; those of {@link #step} only say what fits. */
    public boolean hasRange() {
        return digitalMinimum != -(int) STEPS || digitalMaximum != (int) STEPS;
    }

    /** Physical units a count. */
    public double gain() {
        return (physicalMaximum - physicalMinimum) / ((double) digitalMaximum - digitalMinimum);
    }

    /** The physical value of count 0. */
    public double offset() {
        return physicalMinimum - gain() * digitalMinimum;
    }

    /** The value of a count in this scale's own unit. */
    public double physical(int count) {
        return gain() * count + offset();
    }

    /** Whether the unit is a voltage, so that microvolts can be stated. */
    public boolean isVoltage() {
        return microvoltsPerUnit() != 0;
    }

    /** What one unit is in µV, or 0 if the unit is no voltage. Any of the micro signs in use is understood. */
    public double microvoltsPerUnit() {
        if (unit.equals("uV")) {
            return 1;
        }
        String name = unit.strip();
        if (name.equals("MV")) {
            return 1e12;
        }
        return switch (name.replace('\u00b5', 'u').replace('\u03bc', 'u').toLowerCase(Locale.ROOT)) {
            case "nv" -> 1e-3;
            case "uv", "microv", "microvolt", "microvolts" -> 1;
            case "mv", "millivolt", "millivolts" -> 1e3;
            case "v", "volt", "volts" -> 1e6;
            default -> 0;
        };
    }

    /**
     * Turns counts into µV, or into plain units where the unit is no voltage (uncalibrated boards). The one place where
     * this is done, so that wire, tape and file agree to the bit.
     *
     * @param counts read from {@code from} on, {@code length} of them
     * @param into written from {@code at} on
     */
    public void microvolts(int[] counts, int from, int length, double[] into, int at) {
        double perUnit = microvoltsPerUnit();
        double unit = perUnit == 0 ? 1 : perUnit;
        double gain = gain() * unit;
        double offset = offset() * unit;
        for (int i = 0; i < length; i++) {
            into[at + i] = gain * counts[from + i] + offset;
        }
    }
}
