package twinge.simulate;

/** Mains hum: a fundamental near its nominal frequency, harmonics 2, 3 and 5, all swelling and fading slowly. */
final class Hum {
    private static final int[] HARMONICS = {1, 2, 3, 5};
    private static final Range OFF_HZ = new Range(-0.05, 0.05);
    private static final Range HARMONIC_DECIBELS = new Range(-20, -6);
    private static final Range SWELL_HZ = new Range(0.02, 0.1);
    private static final double SWELL_DEPTH = 0.3;

    private final double hertz;
    private final double swellHz;
    private final double[][] sine; // [site][harmonic], µV
    private final double[][] cosine;

    /** @param rmsMicrovolts of the whole hum at each site */
    Hum(double nominalHz, double[] rmsMicrovolts, Dice dice) {
        hertz = nominalHz + OFF_HZ.draw(dice);
        swellHz = SWELL_HZ.draw(dice);
        sine = new double[rmsMicrovolts.length][HARMONICS.length];
        cosine = new double[rmsMicrovolts.length][HARMONICS.length];
        double[] strength = {1, harmonic(dice), harmonic(dice), harmonic(dice)};
        double power = SWELL_DEPTH * SWELL_DEPTH / 2 + 1;
        double squares = 0;
        for (double part : strength) {
            squares += part * part / 2;
        }
        for (int site = 0; site < sine.length; site++) {
            for (int part = 0; part < HARMONICS.length; part++) {
                double peak = rmsMicrovolts[site] * strength[part] / Math.sqrt(squares * power);
                double phase = dice.between(0, 2 * Math.PI);
                sine[site][part] = peak * StrictMath.cos(phase);
                cosine[site][part] = peak * StrictMath.sin(phase);
            }
        }
    }

    private static double harmonic(Dice dice) {
        return StrictMath.pow(10, HARMONIC_DECIBELS.draw(dice) / 20);
    }

    double hertz() {
        return hertz;
    }

    /** Adds the hum at a time to each site's signal. */
    void addTo(double[] microvolts, double seconds) {
        double swell = 1 + SWELL_DEPTH * StrictMath.sin(2 * Math.PI * swellHz * seconds);
        for (int part = 0; part < HARMONICS.length; part++) {
            double angle = 2 * Math.PI * hertz * HARMONICS[part] * seconds;
            double sin = swell * StrictMath.sin(angle);
            double cos = swell * StrictMath.cos(angle);
            for (int site = 0; site < microvolts.length; site++) {
                microvolts[site] += sine[site][part] * sin + cosine[site][part] * cos;
            }
        }
    }
}
