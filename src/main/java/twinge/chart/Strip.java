package twinge.chart;

import java.util.Arrays;

/**
 * Lowest and highest value of each stretch of a signal whose length is not known beforehand. Every bin spans the same
 * number of frames; when the bins are full, neighbours merge and each spans twice as many. The extremes stay exact, the
 * memory stays the same, and how the signal was cut into blocks does not matter.
 */
final class Strip {
    static final int BINS = 4096;

    private final double[] lowest = new double[BINS];
    private final double[] highest = new double[BINS];
    private int shift; // a bin spans 2^shift frames
    private long endFrame;

    Strip() {
        Arrays.fill(lowest, Double.POSITIVE_INFINITY);
        Arrays.fill(highest, Double.NEGATIVE_INFINITY);
    }

    /** Takes the value of a frame; frames may be left out, that is how a gap comes about. */
    void accept(long frame, double value) {
        while (frame >> shift >= BINS) {
            merge();
        }
        int bin = (int) (frame >> shift);
        lowest[bin] = Math.min(lowest[bin], value);
        highest[bin] = Math.max(highest[bin], value);
        endFrame = Math.max(endFrame, frame + 1);
    }

    /** Takes the values of {@code length} consecutive frames from {@code first} on. */
    void accept(long first, double[] values, int length) {
        int i = 0;
        while (i < length) {
            accept(first + i, values[i]); // makes room for this frame's bin
            int bin = (int) (first + i >> shift);
            int end = (int) Math.min(length, (bin + 1L << shift) - first);
            double least = lowest[bin];
            double most = highest[bin];
            for (i++; i < end; i++) {
                double value = values[i];
                least = value < least ? value : least;
                most = value > most ? value : most;
            }
            lowest[bin] = least;
            highest[bin] = most;
            endFrame = Math.max(endFrame, first + end);
        }
    }

    private void merge() {
        for (int bin = 0; bin < BINS / 2; bin++) {
            lowest[bin] = Math.min(lowest[2 * bin], lowest[2 * bin + 1]);
            highest[bin] = Math.max(highest[2 * bin], highest[2 * bin + 1]);
        }
        Arrays.fill(lowest, BINS / 2, BINS, Double.POSITIVE_INFINITY);
        Arrays.fill(highest, BINS / 2, BINS, Double.NEGATIVE_INFINITY);
        shift++;
    }

    /** Bins in use; the last may be partly filled. */
    int bins() {
        return (int) (endFrame + framesPerBin() - 1 >> shift);
    }

    long framesPerBin() {
        return 1L << shift;
    }

    /** The frame after the last one taken. */
    long endFrame() {
        return endFrame;
    }

    /** Lowest value of the bins from {@code from} to before {@code to}, infinity if they are empty. */
    double lowest(int from, int to) {
        double least = Double.POSITIVE_INFINITY;
        for (int bin = from; bin < to; bin++) {
            least = Math.min(least, lowest[bin]);
        }
        return least;
    }

    /** Highest value of the bins from {@code from} to before {@code to}, negative infinity if they are empty. */
    double highest(int from, int to) {
        double most = Double.NEGATIVE_INFINITY;
        for (int bin = from; bin < to; bin++) {
            most = Math.max(most, highest[bin]);
        }
        return most;
    }
}
