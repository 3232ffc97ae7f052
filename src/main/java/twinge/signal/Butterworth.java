package twinge.signal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.commons.math3.complex.Complex;

/**
 * Butterworth filters of any order: flat where they pass, -3 dB at each cutoff.
 *
 * <p>Poles of the analogue prototype, moved to the wanted band, then the bilinear transform with pre-warping (Oppenheim
 * and Schafer, 3rd ed., 7.2). The response is that of {@code scipy.signal.butter}; the sections are in its order too:
 * poles nearest the unit circle last, each with its nearest zeros, the whole gain in the first section. All arithmetic
 * is plain or {@link StrictMath}, so the coefficients have the same bits on every machine.
 */
public final class Butterworth {
    private Butterworth() {}

    /** @param cutoffHz above 0 and below half of {@code sampleRateHz} */
    public static Biquads lowPass(int order, double cutoffHz, double sampleRateHz) {
        double warped = warp("a low-pass", order, cutoffHz, sampleRateHz);
        List<PolePair> poles = new ArrayList<>();
        double gain = 1;
        for (Complex pole : prototype(order)) {
            poles.add(PolePair.of(pole.multiply(warped)));
        }
        for (int i = 0; i < order; i++) {
            gain *= warped;
        }
        return sections(poles, new Zeros(order, 0), gain);
    }

    /** @param cutoffHz above 0 and below half of {@code sampleRateHz} */
    public static Biquads highPass(int order, double cutoffHz, double sampleRateHz) {
        double warped = warp("a high-pass", order, cutoffHz, sampleRateHz);
        List<PolePair> poles = new ArrayList<>();
        for (Complex pole : prototype(order)) {
            poles.add(PolePair.of(pole.conjugate().multiply(warped))); // 1 / p = conj(p), as |p| = 1
        }
        return sections(poles, new Zeros(0, order), 1);
    }

    /**
     * @param order of each edge, as SciPy counts: the filter has {@code order} sections
     * @param lowHz above 0
     * @param highHz above {@code lowHz} and below half of {@code sampleRateHz}
     */
    public static Biquads bandPass(int order, double lowHz, double highHz, double sampleRateHz) {
        Band band = Band.of("a band-pass", order, lowHz, highHz, sampleRateHz);
        List<PolePair> poles = new ArrayList<>();
        double gain = 1;
        for (Complex pole : prototype(order)) {
            band.split(pole.multiply(band.width() / 2), poles);
        }
        for (int i = 0; i < order; i++) {
            gain *= band.width();
        }
        return sections(poles, new Zeros(order, order), gain);
    }

    /** Takes out what lies between the two cutoffs; the arguments are those of {@link #bandPass}. */
    public static Biquads bandStop(int order, double lowHz, double highHz, double sampleRateHz) {
        Band band = Band.of("a band-stop", order, lowHz, highHz, sampleRateHz);
        List<PolePair> poles = new ArrayList<>();
        double gain = 1;
        for (Complex pole : prototype(order)) {
            band.split(pole.conjugate().multiply(band.width() / 2), poles);
        }
        for (int i = 0; i < order; i++) {
            gain *= 1 + band.centreSquared();
        }
        return sections(poles, new Zeros((1 - band.centreSquared()) / (1 + band.centreSquared())), gain);
    }

    /** The prototype's poles in the upper half plane and, of odd orders, the real one: exp(i pi (1/2 + (2k+1)/2n)). */
    private static List<Complex> prototype(int order) {
        List<Complex> poles = new ArrayList<>();
        for (int step = order - 1; step >= 0; step -= 2) {
            double angle = Math.PI * step / (2.0 * order);
            poles.add(new Complex(-StrictMath.cos(angle), StrictMath.sin(angle)));
        }
        return poles;
    }

    private static double warp(String what, int order, double cutoffHz, double sampleRateHz) {
        if (order < 1) {
            throw new IllegalArgumentException(what + " of order " + order + "; the least order is 1");
        }
        Frequencies.require(what, cutoffHz, sampleRateHz);
        return StrictMath.tan(Math.PI * cutoffHz / sampleRateHz);
    }

    private static Biquads sections(List<PolePair> poles, Zeros zeros, double gain) {
        poles.sort(Comparator.comparingDouble(PolePair::distanceToCircle).reversed());
        double[] coefficients = new double[Biquads.WIDTH * poles.size()];
        double whole = gain;
        for (int i = poles.size() - 1; i >= 0; i--) {
            PolePair pair = poles.get(i);
            int at = Biquads.WIDTH * i;
            zeros.nearest(pair, coefficients, at);
            coefficients[at + 3] = pair.a1();
            coefficients[at + 4] = pair.a2();
            whole /= pair.scale();
        }
        for (int i = 0; i < 3; i++) {
            coefficients[i] *= whole;
        }
        return new Biquads(coefficients);
    }

    /** A pass or stop band on the pre-warped axis. */
    private record Band(double width, double centreSquared) {
        static Band of(String what, int order, double lowHz, double highHz, double sampleRateHz) {
            double low = warp(what, order, lowHz, sampleRateHz);
            double high = warp(what, order, highHz, sampleRateHz);
            if (!(lowHz < highHz)) {
                throw new IllegalArgumentException(
                        what + " from " + lowHz + " to " + highHz + " Hz; the first cutoff must be the lower one");
            }
            return new Band(high - low, low * high);
        }

        /** The two roots of s² - 2 half s + centre²; the smaller by division, as subtraction would cancel its digits. */
        void split(Complex half, List<PolePair> into) {
            Complex root = half.multiply(half).subtract(centreSquared).sqrt();
            boolean sameSide = half.getReal() * root.getReal() + half.getImaginary() * root.getImaginary() >= 0;
            Complex larger = sameSide ? half.add(root) : half.subtract(root);
            if (half.getImaginary() != 0) {
                into.add(PolePair.of(larger));
                into.add(PolePair.of(new Complex(centreSquared).divide(larger)));
            } else if (root.getImaginary() != 0) {
                into.add(PolePair.of(larger));
            } else {
                into.add(PolePair.of(larger.getReal(), centreSquared / larger.getReal()));
            }
        }
    }
}
