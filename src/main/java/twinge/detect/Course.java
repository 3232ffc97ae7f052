package twinge.detect;

import java.util.Arrays;

/**
 * How the activity of one channel ran over the last five seconds, in bins of about 10 ms, with the envelope's delay taken
 * off. Asked in seconds of the recording, so that channels of different rates and starts can be compared.
 */
final class Course {
    private static final int BINS = 512;
    private static final int MASK = BINS - 1;

    private final double rateHz;
    private final double startSeconds;
    private final double[] level = new double[BINS]; // envelope of the detection path, NaN where it is not known
    private final double[] area =
            new double[BINS]; // envelope above rest times seconds, from the beginning to the bin's end
    private final double[] measured = new double[BINS]; // seconds that are known, from the beginning to the bin's end
    private long latest = -1;
    private int binFrames = 1;
    private double middleOfFirst; // middle of bin 0 in frames

    Course(double rateHz, double startSeconds) {
        this.rateHz = rateHz;
        this.startSeconds = startSeconds;
        Arrays.fill(level, Double.NaN);
    }

    /** Takes the envelope of a bin; bins that are left out are not known. */
    void add(double middleFrame, int frames, double detection, double aboveRest) {
        long bin = (long) Math.floor(middleFrame / frames);
        binFrames = frames;
        middleOfFirst = middleFrame - (double) bin * frames;
        for (long lost = Math.max(latest + 1, bin - BINS); lost < bin; lost++) {
            put(lost, Double.NaN, 0, 0);
        }
        double seconds = frames / rateHz;
        put(bin, detection, aboveRest * seconds, seconds);
    }

    private void put(long bin, double detection, double more, double seconds) {
        int before = (int) latest & MASK;
        int at = (int) bin & MASK;
        area[at] = area[before] + more;
        measured[at] = measured[before] + seconds;
        level[at] = detection;
        latest = bin;
    }

    /** Envelope above rest times seconds from the beginning to a time, negative where it is below; only differences count. */
    double areaUntil(double seconds) {
        return until(seconds, area);
    }

    /** For how long of the time from the beginning it is known; only differences count. */
    double measuredUntil(double seconds) {
        return until(seconds, measured);
    }

    private double until(double seconds, double[] sums) {
        double ends = bins(seconds) - 0.5;
        long bin = (long) Math.floor(ends);
        if (bin >= latest) {
            return sums[(int) latest & MASK];
        }
        if (bin <= latest - BINS) {
            return Double.NaN;
        }
        double before = sums[(int) bin & MASK];
        return before + (ends - bin) * (sums[(int) (bin + 1) & MASK] - before);
    }

    /** The envelope of the detection path at a time, between bins on a straight line; NaN where it is not known. */
    double levelAt(double seconds) {
        double at = bins(seconds);
        long bin = (long) Math.floor(at);
        if (bin <= latest - BINS || bin + 1 > latest) {
            return Double.NaN;
        }
        double before = level[(int) bin & MASK];
        return before + (at - bin) * (level[(int) (bin + 1) & MASK] - before);
    }

    private double bins(double seconds) {
        return ((seconds - startSeconds) * rateHz - middleOfFirst) / binFrames;
    }

    void state(State io) {
        io.reals(level);
        io.reals(area);
        io.reals(measured);
        latest = io.whole(latest);
        binFrames = io.count(binFrames);
        middleOfFirst = io.real(middleOfFirst);
    }
}
