package twinge.detect;

import java.util.Arrays;
import twinge.signal.PowerSpectrum;
import twinge.signal.Spectra;

/**
 * The spectrum of one burst on the amplitude path: half-second windows that sit on multiples of their hop and lie within the
 * burst, averaged; a burst too short for one is measured whole in one zero-padded window.
 */
final class BurstSpectrum {
    /** Below this rate too much of the EMG band is missing for its median frequency to mean anything. */
    private static final double LOWEST_RATE_HZ = 500;

    private static final double LOW_HZ = 20;
    private static final double HIGH_HZ = 450;

    /** Frequencies in Hz, NaN where the signal can not carry them; the slope in Hz a second. */
    record Result(double medianHz, double meanHz, double medianSlope) {}

    private final boolean carries;
    private final double rateHz;
    private final double highHz;
    private final PowerSpectrum spectrum;
    private final double[] window;
    private final double[] power;
    private final double[] total;
    private int windows;
    private long lastEnd;
    private double sumT;
    private double sumTt;
    private double sumM;
    private double sumTm;

    BurstSpectrum(double rateHz) {
        this.rateHz = rateHz;
        carries = rateHz >= LOWEST_RATE_HZ;
        highHz = Math.min(HIGH_HZ, 0.45 * rateHz);
        int size = 16;
        while (size < rateHz / 2 && size < 65536) {
            size *= 2;
        }
        spectrum = new PowerSpectrum(size, rateHz, PowerSpectrum.Detrend.NONE);
        window = new double[size];
        power = new double[spectrum.bins()];
        total = new double[spectrum.bins()];
    }

    /** A burst begins. */
    void begin() {
        windows = 0;
        sumT = 0;
        sumTt = 0;
        sumM = 0;
        sumTm = 0;
        Arrays.fill(total, 0);
    }

    /** Looks whether another window lies between the burst's onset and the frame that has just been reached. */
    void accept(Samples samples, long onsetFrame, long frame) {
        int hop = window.length / 2;
        long end = frame / hop * hop;
        if (!carries || end == lastEnd || end - window.length < onsetFrame || end - window.length < samples.begin()) {
            return;
        }
        lastEnd = end;
        samples.copy(end - window.length, end, window);
        spectrum.estimate(window, 0, power);
        windows++;
        double median = Spectra.medianFrequency(power, spectrum.binHz(), LOW_HZ, highHz);
        double t = (end - onsetFrame) / rateHz;
        sumT += t;
        sumTt += t * t;
        sumM += median;
        sumTm += t * median;
        for (int bin = 0; bin < total.length; bin++) {
            total[bin] += power[bin];
        }
    }

    /** Whether a whole window has lain in the burst by now. */
    boolean knowsAWindow() {
        return windows > 0 || !carries;
    }

    /** What was measured of the burst that has ended, or of one that lasts if {@link #knowsAWindow}. */
    Result result(Samples samples, long onsetFrame, long endFrame) {
        if (!carries) {
            return new Result(Double.NaN, Double.NaN, Double.NaN);
        }
        if (windows == 0) {
            long from = Math.max(samples.begin(), onsetFrame);
            long to = Math.min(Math.min(samples.end(), endFrame), from + window.length);
            Arrays.fill(window, 0);
            if (to - from < 16) {
                return new Result(Double.NaN, Double.NaN, Double.NaN);
            }
            int lead = (int) (window.length - (to - from)) / 2;
            for (long frame = from; frame < to; frame++) {
                window[lead + (int) (frame - from)] = samples.at(frame);
            }
            spectrum.estimate(window, 0, total);
        }
        double spread = windows * sumTt - sumT * sumT;
        double slope = windows >= 8 && spread > 0 ? (windows * sumTm - sumT * sumM) / spread : Double.NaN;
        return new Result(
                Spectra.medianFrequency(total, spectrum.binHz(), LOW_HZ, highHz),
                Spectra.meanFrequency(total, spectrum.binHz(), LOW_HZ, highHz),
                slope);
    }

    void state(State io) {
        io.reals(total);
        windows = io.count(windows);
        lastEnd = io.whole(lastEnd);
        sumT = io.real(sumT);
        sumTt = io.real(sumTt);
        sumM = io.real(sumM);
        sumTm = io.real(sumTm);
    }
}
