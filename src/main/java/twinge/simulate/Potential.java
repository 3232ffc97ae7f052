package twinge.simulate;

/**
 * The shape of one motor unit's potential as a bipolar pair of electrodes sees it: the derivative of a Gaussian passing
 * one electrode, minus the same passing the other, {@code delaySeconds} later.
 *
 * <p>{@code h(t) = g(t / s) - g((t - d) / s)} with {@code g(u) = -u exp((1 - u^2) / 2)}, which peaks at 1, and s the width.
 */
final class Potential {
    /** Beyond this many widths the derivative is below 0.3 % of its peak, and is left out. */
    private static final double REACH = 4;

    /** Within this many widths it is above a twentieth of its peak. */
    static final double VISIBLE = 3;

    private static final int STEPS = 256;

    private static final double[] TABLE = new double[(int) (2 * REACH * STEPS) + 2];

    static {
        for (int i = 0; i < TABLE.length; i++) {
            double u = (double) i / STEPS - REACH;
            TABLE[i] = -u * StrictMath.exp((1 - u * u) / 2);
        }
    }

    private Potential() {}

    /** Time from firing to the last trace of the potential. */
    static double spanSeconds(double widthSeconds, double delaySeconds) {
        return 2 * REACH * widthSeconds + delaySeconds;
    }

    /** When, after firing, the potential first rises above a twentieth of its peak. */
    static double latencySeconds(double widthSeconds) {
        return (REACH - VISIBLE) * widthSeconds;
    }

    /**
     * Integral of h squared, in seconds. From the autocorrelation of g, {@code e sqrt(pi) exp(-x^2/4) (1/2 - x^2/4)} at a
     * shift of x widths.
     */
    static double energy(double widthSeconds, double delaySeconds) {
        double shift = delaySeconds / widthSeconds;
        double square = shift * shift / 4;
        return 2 * widthSeconds * Math.E * Math.sqrt(Math.PI) * (0.5 - StrictMath.exp(-square) * (0.5 - square));
    }

    /** Highest absolute value of h; between 1 and 2, as the two passings overlap. */
    static double peak(double widthSeconds, double delaySeconds) {
        double shift = delaySeconds / widthSeconds * STEPS;
        double highest = 0;
        for (int place = 0; place < 2 * REACH * STEPS + shift; place++) {
            highest = Math.max(highest, Math.abs(at(place) - at(place - shift)));
        }
        return highest;
    }

    /** Adds a potential fired at {@code startFrame} (fractions count) to a ring whose length is a power of two. */
    static void add(
            double[] ring, double startFrame, double rateHz, double peak, double widthSeconds, double delaySeconds) {
        double perFrame = STEPS / (widthSeconds * rateHz);
        double shift = delaySeconds / widthSeconds * STEPS;
        long first = (long) Math.ceil(startFrame);
        long last = (long) (startFrame + spanSeconds(widthSeconds, delaySeconds) * rateHz);
        for (long frame = first; frame <= last; frame++) {
            double place = (frame - startFrame) * perFrame;
            ring[(int) frame & ring.length - 1] += peak * (at(place) - at(place - shift));
        }
    }

    private static double at(double place) {
        if (place < 0 || place >= 2 * REACH * STEPS) {
            return 0;
        }
        int below = (int) place;
        return TABLE[below] + (place - below) * (TABLE[below + 1] - TABLE[below]);
    }
}
