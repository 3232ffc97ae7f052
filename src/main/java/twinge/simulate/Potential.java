package twinge.simulate;

/**
 * The shape of one motor unit's potential as a bipolar pair of electrodes sees it: the derivative of a Gaussian passing
 * one electrode, minus what is left of the same passing the other a little later.
 *
 * <p>{@code h(t) = peak (g(t / w) - second g((t - d) / w))} with {@code g(u) = -u exp((1 - u^2) / 2)}, which peaks at 1.
 *
 * @param peakMicrovolts of the first passing alone; its sign is the direction the unit conducts in
 * @param widthSeconds w
 * @param delaySeconds d: the electrodes' distance over the fibres' speed
 * @param second how much of the potential the second electrode sees, 0 to 1
 */
record Potential(double peakMicrovolts, double widthSeconds, double delaySeconds, double second) {
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

    /** Time from firing to the last trace of the potential. */
    double spanSeconds() {
        return 2 * REACH * widthSeconds + delaySeconds;
    }

    /** When, after firing, the potential first rises above a twentieth of its peak. */
    double latencySeconds() {
        return (REACH - VISIBLE) * widthSeconds;
    }

    /**
     * Integral of h squared, in µV² s. From the autocorrelation of g, {@code e sqrt(pi) exp(-x^2/4) (1/2 - x^2/4)} at a
     * shift of x widths.
     */
    double energy() {
        double shift = delaySeconds / widthSeconds;
        double square = shift * shift / 4;
        double apart = StrictMath.exp(-square) * (0.5 - square);
        double shape = (1 + second * second) / 2 - 2 * second * apart;
        return peakMicrovolts * peakMicrovolts * widthSeconds * Math.E * Math.sqrt(Math.PI) * shape;
    }

    /** Highest absolute value; up to twice the first passing's, as the two overlap. */
    double highest() {
        double shift = delaySeconds / widthSeconds * STEPS;
        double highest = 0;
        for (int place = 0; place < 2 * REACH * STEPS + shift; place++) {
            highest = Math.max(highest, Math.abs(at(place) - second * at(place - shift)));
        }
        return highest * Math.abs(peakMicrovolts);
    }

    /** The same shape, so many times as high. */
    Potential times(double factor) {
        return new Potential(peakMicrovolts * factor, widthSeconds, delaySeconds, second);
    }

    /**
     * Adds it to a ring whose length is a power of two.
     *
     * @param startFrame when it is fired; fractions count
     * @param growth of its height, and {@code slowing} of its course, by fatigue; 1 if fresh
     */
    void addTo(double[] ring, double startFrame, double rateHz, double growth, double slowing) {
        double perFrame = STEPS / (widthSeconds * slowing * rateHz);
        double shift = delaySeconds / widthSeconds * STEPS;
        double peak = peakMicrovolts * growth;
        long first = (long) Math.ceil(startFrame);
        long last = (long) (startFrame + spanSeconds() * slowing * rateHz);
        for (long frame = first; frame <= last; frame++) {
            double place = (frame - startFrame) * perFrame;
            ring[(int) frame & ring.length - 1] += peak * (at(place) - second * at(place - shift));
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
