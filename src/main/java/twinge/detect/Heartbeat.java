package twinge.detect;

import java.util.Arrays;
import twinge.signal.Butterworth;
import twinge.signal.Cascade;

/**
 * Finds heartbeats in the raw signal of a trunk channel: peaks between 8 and 25 Hz, where most of a QRS complex lies (Pan and
 * Tompkins 1985 use 5 to 15 Hz for its energy), that stand out and follow each other steadily at 40 to 180 a minute.
 */
final class Heartbeat {
    private static final double LOW_HZ = 8;
    private static final double HIGH_HZ = 25;
    private static final double SHORTEST_SECONDS = 0.33;
    private static final double LONGEST_SECONDS = 1.5;
    private static final double STEADY = 0.2;
    private static final int INTERVALS = 5;

    private final Cascade band;
    private final long shortest;
    private final long longest;
    private final double forget;
    private final long[] intervals = new long[INTERVALS];
    private final long[] sorted = new long[INTERVALS];
    private double[] work = {};
    private boolean started;
    private double meanSquare;
    private double beatLevel;
    private double peak;
    private long peakFrame = -1;
    private long lastBeat = Long.MIN_VALUE / 2;
    private int known;

    Heartbeat(double rateHz) {
        double high = Math.min(HIGH_HZ, 0.4 * rateHz);
        band = new Cascade(Butterworth.bandPass(2, Math.min(LOW_HZ, 0.4 * high), high, rateHz));
        shortest = Math.round(SHORTEST_SECONDS * rateHz);
        longest = Math.round(LONGEST_SECONDS * rateHz);
        forget = 1 / (4 * rateHz);
    }

    /** Takes raw samples and tells the beats among them, each about a third of a second after its peak. */
    void accept(int stream, int channel, double[] raw, int length, long firstFrame, Signs signs) {
        if (work.length < length) {
            work = new double[length];
        }
        if (!started && length > 0) {
            band.settle(raw[0]);
            started = true;
        }
        System.arraycopy(raw, 0, work, 0, length);
        band.filter(work, 0, length);
        for (int i = 0; i < length; i++) {
            double height = Math.abs(work[i]);
            meanSquare += forget * (height * height - meanSquare);
            beatLevel -= 0.5 * forget * beatLevel;
            if (height > peak && height > 0.5 * beatLevel && height * height > 9 * meanSquare) {
                peak = height;
                peakFrame = firstFrame + i;
            }
            if (peakFrame >= 0 && firstFrame + i - peakFrame >= shortest) {
                beat(stream, channel, signs);
            }
        }
    }

    private void beat(int stream, int channel, Signs signs) {
        long interval = peakFrame - lastBeat;
        beatLevel = known == 0 ? peak : beatLevel + 0.25 * (peak - beatLevel);
        if (interval > longest) {
            known = 0;
        } else {
            System.arraycopy(intervals, 1, intervals, 0, INTERVALS - 1);
            intervals[INTERVALS - 1] = interval;
            known = Math.min(INTERVALS, known + 1);
        }
        lastBeat = peakFrame;
        if (steady()) {
            signs.beat(stream, channel, peakFrame);
        }
        peak = 0;
        peakFrame = -1;
    }

    /** Whether the last intervals agree: all within a fifth of their median. */
    private boolean steady() {
        if (known < INTERVALS) {
            return false;
        }
        System.arraycopy(intervals, 0, sorted, 0, INTERVALS);
        Arrays.sort(sorted);
        double median = sorted[INTERVALS / 2];
        return sorted[0] > (1 - STEADY) * median && sorted[INTERVALS - 1] < (1 + STEADY) * median;
    }

    void gap() {
        band.reset();
        started = false;
        peak = 0;
        peakFrame = -1;
        known = 0;
    }

    void state(State io) {
        io.stage(band);
        io.wholes(intervals);
        started = io.flag(started);
        meanSquare = io.real(meanSquare);
        beatLevel = io.real(beatLevel);
        peak = io.real(peak);
        peakFrame = io.whole(peakFrame);
        lastBeat = io.whole(lastBeat);
        known = io.count(known);
    }
}
