package twinge.chart;

import java.util.Arrays;
import java.util.List;
import twinge.frames.Block;
import twinge.frames.SampleStream;
import twinge.signal.PowerSpectrum;

/**
 * Mean power spectrum of one channel over some stretches of a recording (Welch's method, windows half overlapping), as the
 * blocks come. A stretch or a piece between two gaps that is shorter than a window is padded with zeros and counts
 * with the power it has under the window.
 */
final class StretchSpectrum {
    private static final double WINDOW_SECONDS = 0.5;
    private static final int LEAST = 8; // samples; fewer say nothing about frequencies

    private final SampleStream stream;
    private final int channel;
    private final List<Span> stretches;
    private final PowerSpectrum spectrum;
    private final double[] window;
    private final double[] sum;
    private final double[] power;
    private final double[] value = new double[1];
    private int filled;
    private boolean anyOfPiece;
    private long nextFrame = -1;
    private int stretch = -1;
    private int windows;

    StretchSpectrum(SampleStream stream, int channel, List<Span> stretches) {
        this.stream = stream;
        this.channel = channel;
        this.stretches = List.copyOf(stretches);
        spectrum = new PowerSpectrum(
                Spectrogram.size(WINDOW_SECONDS * stream.rateHz()), stream.rateHz(), PowerSpectrum.Detrend.MEAN);
        window = new double[spectrum.size()];
        sum = new double[spectrum.bins()];
        power = new double[spectrum.bins()];
    }

    void accept(Block block) {
        for (int i = 0; i < block.frames(); i++) {
            int at = stretchAt(stream.seconds(block.firstFrame() + i));
            if (at < 0 || block.missing(channel, i)) {
                continue;
            }
            if (at != stretch || block.firstFrame() + i != nextFrame) {
                endPiece();
                stretch = at;
            }
            nextFrame = block.firstFrame() + i + 1;
            block.microvoltsTo(stream.montage().channel(channel).scale(), channel, i, 1, value, 0);
            window[filled++] = value[0];
            if (filled == window.length) {
                spectrum.estimate(window, 0, power);
                add(1);
                System.arraycopy(window, window.length / 2, window, 0, window.length / 2);
                filled = window.length / 2;
                anyOfPiece = true;
            }
        }
    }

    private int stretchAt(double seconds) {
        for (int i = 0; i < stretches.size(); i++) {
            if (seconds >= stretches.get(i).from() && seconds < stretches.get(i).to()) {
                return i;
            }
        }
        return -1;
    }

    private void endPiece() {
        if (!anyOfPiece && filled >= LEAST) {
            double mean = Arrays.stream(window, 0, filled).average().orElse(0);
            double[] padded = new double[window.length];
            int at = (window.length - filled) / 2;
            double under = 0;
            for (int i = 0; i < filled; i++) {
                padded[at + i] = window[i] - mean;
                double hann = 0.5 - 0.5 * StrictMath.cos(2 * Math.PI * (at + i) / window.length);
                under += hann * hann;
            }
            spectrum.estimate(padded, 0, power);
            add(0.375 * window.length / under); // the squares of a whole Hann window have the mean 3/8
        }
        filled = 0;
        anyOfPiece = false;
    }

    private void add(double weight) {
        for (int bin = 0; bin < sum.length; bin++) {
            sum[bin] += weight * power[bin];
        }
        windows++;
    }

    /** Windows averaged so far. */
    int windows() {
        endPiece();
        return windows;
    }

    double binHz() {
        return spectrum.binHz();
    }

    /** Density of each bin in the channel's unit squared per Hz. */
    double[] density() {
        endPiece();
        return Arrays.stream(sum).map(power -> power / Math.max(1, windows)).toArray();
    }
}
