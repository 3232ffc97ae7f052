package twinge.signal;

import java.util.Arrays;
import java.util.Objects;

/**
 * Power spectral density of a stretch of samples under a Hann window: one-sided, in the samples' unit squared per Hz.
 *
 * <p>The estimate is that of {@code scipy.signal.periodogram} and {@code welch} with {@code window='hann'} and
 * {@code scaling='density'}: summed over the bins and times the bins' width it is the samples' (windowed) mean square.
 * Allocates nothing after construction; not for two threads at once.
 */
public final class PowerSpectrum {
    /** What is taken off the samples before they are windowed. */
    public enum Detrend {
        NONE,
        /** Their mean. */
        MEAN
    }

    private final RealFft fft;
    private final double binHz;
    private final boolean takeMeanOff;
    private final double[] window;
    private final double[] windowed;
    private final double[] real;
    private final double[] imaginary;
    private final double[] power;
    private final double scale;

    /** @param size samples a window, a power of two from 16 to 65536 */
    public PowerSpectrum(int size, double sampleRateHz, Detrend detrend) {
        if (!(sampleRateHz > 0 && sampleRateHz < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(
                    "a spectrum at " + sampleRateHz + " frames a second; the rate must be a positive number");
        }
        fft = new RealFft(size);
        binHz = sampleRateHz / size;
        takeMeanOff = detrend == Detrend.MEAN;
        window = new double[size];
        windowed = new double[size];
        real = new double[fft.bins()];
        imaginary = new double[fft.bins()];
        power = new double[fft.bins()];
        double squares = 0;
        for (int i = 0; i < size; i++) {
            window[i] = 0.5 - 0.5 * StrictMath.cos(2 * Math.PI * i / size);
            squares += window[i] * window[i];
        }
        scale = 1 / (sampleRateHz * squares);
    }

    public int size() {
        return fft.size();
    }

    /** How many values a spectrum has: size / 2 + 1, from 0 Hz to half the sample rate. */
    public int bins() {
        return fft.bins();
    }

    /** Distance of two bins. */
    public double binHz() {
        return binHz;
    }

    /** Writes the spectrum of {@code size} samples from index {@code from} on into the first {@link #bins} places. */
    public void estimate(double[] samples, int from, double[] into) {
        Objects.checkFromIndexSize(from, windowed.length, samples.length);
        double mean = takeMeanOff ? mean(samples, from) : 0;
        for (int i = 0; i < windowed.length; i++) {
            windowed[i] = (samples[from + i] - mean) * window[i];
        }
        fft.transform(windowed, 0, real, imaginary);
        int last = fft.bins() - 1;
        double twice = 2 * scale;
        for (int k = 0; k <= last; k++) {
            into[k] = (real[k] * real[k] + imaginary[k] * imaginary[k]) * twice;
        }
        into[0] *= 0.5;
        into[last] *= 0.5;
    }

    /**
     * Averages the spectra of all whole windows that begin at {@code from}, {@code from + hop}, ... and end within
     * {@code length} samples (Welch's method). Returns their number; if it is 0, {@code into} is filled with zeros.
     */
    public int average(double[] samples, int from, int length, int hop, double[] into) {
        if (hop < 1) {
            throw new IllegalArgumentException("spectra every " + hop + " samples; the least hop is 1");
        }
        Arrays.fill(into, 0, bins(), 0);
        int windows = 0;
        for (int at = from; at + size() <= from + length; at += hop) {
            estimate(samples, at, power);
            for (int k = 0; k < power.length; k++) {
                into[k] += power[k];
            }
            windows++;
        }
        for (int k = 0; k < power.length && windows > 1; k++) {
            into[k] /= windows;
        }
        return windows;
    }

    /** In four sums, which the processor adds side by side. */
    private double mean(double[] samples, int from) {
        double sum0 = 0;
        double sum1 = 0;
        double sum2 = 0;
        double sum3 = 0;
        for (int i = from; i < from + windowed.length; i += 4) {
            sum0 += samples[i];
            sum1 += samples[i + 1];
            sum2 += samples[i + 2];
            sum3 += samples[i + 3];
        }
        return ((sum0 + sum1) + (sum2 + sum3)) / windowed.length;
    }
}
