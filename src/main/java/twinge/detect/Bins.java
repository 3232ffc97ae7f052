package twinge.detect;

import java.util.Arrays;

/**
 * Energy of one path in bins of about 10 ms that sit on multiples of their length, and its RMS over the last few of them.
 * Sums run over the ring in a fixed order, so nothing drifts.
 */
final class Bins {
    private static final int MASK = 63;

    private final double[] energy = new double[MASK + 1];
    private int filled;
    private long latest = -1;

    /** Mean square of the bin that has just ended. */
    void add(long bin, double meanSquare) {
        latest = bin;
        energy[(int) bin & MASK] = meanSquare;
        filled = Math.min(filled + 1, energy.length);
    }

    /** Mean square of a bin that has changed since; of no effect if it is not here. */
    void change(long bin, double meanSquare) {
        if (bin > latest - filled && bin <= latest) {
            energy[(int) bin & MASK] = meanSquare;
        }
    }

    /** RMS over the {@code bins} bins up to one of the latest 64; as many of them as are here, 0 if none is. */
    double rms(long upTo, int bins) {
        int count = (int) Math.min(bins, upTo - (latest - filled));
        double sum = 0;
        for (int i = count - 1; i >= 0; i--) {
            sum += energy[(int) (upTo - i) & MASK];
        }
        return count <= 0 ? 0 : Math.sqrt(sum / count);
    }

    /** RMS over the latest {@code bins} bins, at most 64; fewer at the start. */
    double rms(int bins) {
        int count = Math.min(bins, filled);
        double sum = 0;
        for (int left = count; left > 0; left--) {
            sum += energy[(int) latest - left + 1 & MASK];
        }
        return count == 0 ? 0 : Math.sqrt(sum / count);
    }

    /** RMS over {@code bins} bins, each {@code apart} before the one after it. */
    double rms(int bins, int apart) {
        int count = filled >= bins * apart ? bins : Math.min(bins, (filled + apart - 1) / apart);
        double sum = 0;
        int at = (int) latest - (count - 1) * apart;
        for (int left = count; left > 0; left--) {
            sum += energy[at & MASK];
            at += apart;
        }
        return count == 0 ? 0 : Math.sqrt(sum / count);
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
