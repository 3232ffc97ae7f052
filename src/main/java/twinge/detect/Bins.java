package twinge.detect;

import java.util.Arrays;

/**
 * Energy of one path in bins of about 10 ms that sit on multiples of their length, and its RMS over the last few of them.
 * Sums run over the ring in a fixed order, so nothing drifts.
 */
final class Bins {
    private final double[] energy;
    private int filled;
    private long latest = -1;

    Bins(int length) {
        energy = new double[length];
    }

    /** Mean square of the bin that has just ended. */
    void add(long bin, double meanSquare) {
        latest = bin;
        energy[(int) (bin % energy.length)] = meanSquare;
        filled = Math.min(filled + 1, energy.length);
    }

    /** RMS over the latest {@code bins} bins, fewer at the start. */
    double rms(int bins) {
        int count = Math.min(bins, filled);
        double sum = 0;
        for (long bin = latest - count + 1; bin <= latest; bin++) {
            sum += energy[(int) (bin % energy.length)];
        }
        return count == 0 ? 0 : Math.sqrt(sum / count);
    }

    int filled() {
        return filled;
    }

    void clear() {
        Arrays.fill(energy, 0);
        filled = 0;
        latest = -1;
    }

    void state(State io) {
        io.reals(energy);
        filled = io.count(filled);
        latest = io.whole(latest);
    }
}
