package twinge.signal;

/**
 * Single numbers that say where the power of a spectrum lies.
 *
 * <p>Spectra are power at 0, {@code binHz}, 2 {@code binHz}, ... Only bins whose frequency lies from {@code lowHz} to
 * {@code highHz}, both included, are counted, each whole. Where they hold no power the answer is NaN.
 */
public final class Spectra {
    private Spectra() {}

    /** Power between two frequencies: the sum of the bins' densities times {@code binHz}. */
    public static double bandPower(double[] power, double binHz, double lowHz, double highHz) {
        return moment(power, binHz, lowHz, highHz, 0) * binHz;
    }

    /**
     * The frequency that halves the power. Each bin's power is taken as spread evenly from half a bin below its
     * frequency to half a bin above, so the answer moves smoothly and not from bin to bin.
     */
    public static double medianFrequency(double[] power, double binHz, double lowHz, double highHz) {
        double half = moment(power, binHz, lowHz, highHz, 0) / 2;
        if (!(half > 0)) {
            return Double.NaN;
        }
        double below = 0;
        int bin = firstBin(power, binHz, lowHz);
        while (below + power[bin] < half) {
            below += power[bin];
            bin++;
        }
        return (bin - 0.5 + (half - below) / power[bin]) * binHz;
    }

    /** The power's centre of gravity. */
    public static double meanFrequency(double[] power, double binHz, double lowHz, double highHz) {
        double sum = moment(power, binHz, lowHz, highHz, 0);
        return sum > 0 ? moment(power, binHz, lowHz, highHz, 1) / sum : Double.NaN;
    }

    /**
     * Dimitrov's fatigue index: moment of order -1 over moment of order 5 (Dimitrov et al. 2006, FInsm5), in Hz^-6.
     * It grows far more with fatigue than the median frequency falls. {@code lowHz} must lie above 0.
     */
    public static double fatigueIndex(double[] power, double binHz, double lowHz, double highHz) {
        if (!(lowHz > 0)) {
            throw new IllegalArgumentException(
                    "a fatigue index from " + lowHz + " Hz; it divides by the frequency, so begin above 0 Hz");
        }
        double fifth = moment(power, binHz, lowHz, highHz, 5);
        return fifth > 0 ? moment(power, binHz, lowHz, highHz, -1) / fifth : Double.NaN;
    }

    /** Sum of the bins' power times frequency to the {@code order}, in Hz. */
    private static double moment(double[] power, double binHz, double lowHz, double highHz, int order) {
        double sum = 0;
        for (int k = firstBin(power, binHz, lowHz); k < power.length && k * binHz <= highHz; k++) {
            double frequencyHz = k * binHz;
            double weight = order < 0 ? power[k] / frequencyHz : power[k];
            for (int i = 0; i < order; i++) {
                weight *= frequencyHz;
            }
            sum += weight;
        }
        return sum;
    }

    private static int firstBin(double[] power, double binHz, double lowHz) {
        if (!(binHz > 0)) {
            throw new IllegalArgumentException("bins " + binHz + " Hz apart; their distance must be above 0");
        }
        int bin = 0;
        while (bin < power.length && bin * binHz < lowHz) {
            bin++;
        }
        return bin;
    }
}
