package twinge.chart;

import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.Objects;
import twinge.frames.Block;
import twinge.frames.SampleStream;
import twinge.signal.PowerSpectrum;

/**
 * Power of one channel over time and frequency. Windows with a lost sample stay blank. The colours have a fixed range of
 * decibels: around 1 µV²/Hz, or around the picture's own median where the channel is uncalibrated.
 */
final class Spectrogram {
    /** Decibels of the darkest and the brightest colour. */
    static final double LOWEST_DECIBELS = -20;

    static final double HIGHEST_DECIBELS = 40;
    private static final double WINDOW_SECONDS = 0.25;
    private static final double HIGHEST_HZ = 250;
    private static final double FLOOR = 1e-30;

    private final SampleStream stream;
    private final int channel;
    private final long origin;
    private final double[] samples;
    private final boolean[] present;
    private final PowerSpectrum spectrum;

    /** @param endFrame the frame after the last that is drawn */
    Spectrogram(SampleStream stream, int channel, long origin, long endFrame) {
        this.stream = stream;
        this.channel = channel;
        this.origin = origin;
        samples = new double[Math.toIntExact(endFrame - origin)];
        present = new boolean[samples.length];
        spectrum =
                new PowerSpectrum(size(WINDOW_SECONDS * stream.rateHz()), stream.rateHz(), PowerSpectrum.Detrend.MEAN);
    }

    /** The power of two next to a number of samples, at least 16, at most 65536. */
    static int size(double samples) {
        int size = 16;
        while (size < 65_536 && size * Math.sqrt(2) < samples) {
            size *= 2;
        }
        return size;
    }

    /** Takes a block that lies between the first and the last frame. */
    void accept(Block block) {
        int at = (int) (block.firstFrame() - origin);
        block.microvoltsTo(stream.montage().channel(channel).scale(), channel, 0, block.frames(), samples, at);
        for (int i = 0; i < block.frames(); i++) {
            present[at + i] = !block.missing(channel, i);
        }
    }

    double highestHz() {
        return Math.min(HIGHEST_HZ, stream.rateHz() / 2);
    }

    /** Decibels of each window's bins {@code [window][bin]}, null where samples are missing. */
    double[][] decibels(int hop) {
        int windows = Math.max(0, (samples.length - spectrum.size()) / hop + 1);
        double[][] decibels = new double[windows][];
        double[] power = new double[spectrum.bins()];
        for (int window = 0; window < windows; window++) {
            if (whole(window * hop)) {
                spectrum.estimate(samples, window * hop, power);
                decibels[window] = new double[bins()];
                for (int bin = 0; bin < bins(); bin++) {
                    decibels[window][bin] = 10 * StrictMath.log10(Math.max(FLOOR, power[bin]));
                }
            }
        }
        return decibels;
    }

    private boolean whole(int from) {
        for (int i = from; i < from + spectrum.size(); i++) {
            if (!present[i]) {
                return false;
            }
        }
        return true;
    }

    private static double median(double[][] decibels) {
        double[] sorted = Arrays.stream(decibels)
                .filter(Objects::nonNull)
                .flatMapToDouble(Arrays::stream)
                .sorted()
                .toArray();
        return sorted.length == 0 ? 0 : sorted[sorted.length / 2];
    }

    private int bins() {
        return (int) Math.min(spectrum.bins() - 1, Math.floor(highestHz() / spectrum.binHz()) + 1);
    }

    /** Where the middle of the first window lies, less half a hop: the left end of the image, in seconds. */
    double imageFrom(int hop) {
        return stream.seconds(origin) + (spectrum.size() - hop) / 2.0 / stream.rateHz();
    }

    double imageSeconds(int hop) {
        return decibels(hop).length * hop / stream.rateHz();
    }

    /** Height of the image in Hz; it begins at 0. */
    double imageHz() {
        return bins() * spectrum.binHz();
    }

    /** The hop that gives about a window a pixel column. */
    int hop(double columns) {
        return (int) Math.max(1, Math.ceil(samples.length / columns));
    }

    /** A pixel a window and bin, high frequencies on top; null if not a single window is whole. */
    BufferedImage image(int hop) {
        double[][] decibels = decibels(hop);
        if (decibels.length == 0) {
            return null;
        }
        double zero = stream.montage().channel(channel).calibrated() ? 0 : median(decibels);
        BufferedImage image = new BufferedImage(decibels.length, bins(), BufferedImage.TYPE_INT_ARGB);
        for (int x = 0; x < decibels.length; x++) {
            for (int bin = 0; decibels[x] != null && bin < bins(); bin++) {
                double share = (decibels[x][bin] - zero - LOWEST_DECIBELS) / (HIGHEST_DECIBELS - LOWEST_DECIBELS);
                image.setRGB(x, bins() - 1 - bin, Viridis.of(share).getRGB());
            }
        }
        return image;
    }
}
