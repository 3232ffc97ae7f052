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
    private static final double SHORTEST_SECONDS = 0.25; // between beats: the steady ones may come every 0.33 s
    private static final double LONGEST_SECONDS = 1.5;
    private static final double SEEN_SECONDS = 0.06; // without a higher one, and it is likely to be the beat's peak
    private static final double STEADY = 0.2;
    private static final double MOST_TIMES = 1.7;
    private static final int MOST_HIDDEN = 4;
    private static final double FIRST_POWER =
            9; // times the mean, for a peak to be a beat; later less, for they come often
    private static final double KNOWN_POWER = 4;
    private static final int INTERVALS = 5;
    private static final int AT_ONCE = 4;

    private final Loudness muscle;
    private final Cascade band;
    private final long seen;
    private final long shortest;
    private final long longest;
    private final double forget;
    private final long delay; // of the band-pass at its centre, in frames: 2 sqrt(2) / (2 pi bandwidth)
    private final long[] intervals = new long[INTERVALS];
    private final long[] sorted = new long[INTERVALS];
    private final int binFrames;
    private final double[] work = new double[AT_ONCE]; // bins not yet filtered
    private int waiting;
    private double sum;
    private int summed;
    private boolean started;
    private double meanSquare;
    private double beatLevel;
    private double peak;
    private long peakBin = -1;
    private long lastBeat = Long.MIN_VALUE / 2;
    private int known;
    private boolean interrupted; // by muscle, since the last beat: what lies between is no interval
    private long heardAt = -1;

    Heartbeat(double sampleRateHz, int binFrames, Loudness muscle) {
        this.muscle = muscle;
        this.binFrames = binFrames;
        double rateHz = sampleRateHz / binFrames;
        double high = Math.min(HIGH_HZ, 0.4 * rateHz);
        double low = Math.min(LOW_HZ, 0.4 * high);
        band = new Cascade(Butterworth.bandPass(2, low, high, rateHz));
        delay = Math.round(Math.sqrt(2) / (Math.PI * (high - low)) * sampleRateHz);
        seen = Math.round(SEEN_SECONDS * rateHz);
        shortest = Math.round(SHORTEST_SECONDS * rateHz);
        longest = Math.round(LONGEST_SECONDS * rateHz);
        forget = 1 / (4 * rateHz);
    }

    /** Takes raw samples and tells the beats among them, each a quarter of a second after its peak. */
    void accept(int stream, int channel, double[] raw, int length, long firstFrame, Signs signs) {
        for (int i = 0; i < length; ) {
            int rest = (int) (binFrames - (firstFrame + i) % binFrames);
            int end = Math.min(length, i + rest);
            double part = 0;
            for (int at = i; at < end; at++) {
                part += raw[at];
            }
            sum += part;
            summed += end - i;
            if (end - i == rest) {
                next(stream, channel, (firstFrame + end) / binFrames - 1, sum / summed, signs);
                sum = 0;
                summed = 0;
            }
            i = end;
        }
    }

    /**
     * The mean of a bin takes the muscle off and leaves the beat: 25 Hz lies far below one over 10 ms. Four bins are
     * filtered at a time, on multiples of four.
     */
    private void next(int stream, int channel, long bin, double mean, Signs signs) {
        if (!started) {
            band.settle(mean);
            started = true;
        }
        work[waiting++] = mean;
        if ((bin + 1) % AT_ONCE != 0) {
            return;
        }
        band.filter(work, 0, waiting);
        for (int i = 0; i < waiting; i++) {
            look(stream, channel, bin - waiting + 1 + i, Math.abs(work[i]), signs);
        }
        waiting = 0;
    }

    private void look(int stream, int channel, long bin, double height, Signs signs) {
        boolean loud = muscle.around(bin - delay / binFrames);
        if (!loud) {
            meanSquare += forget * (height * height - meanSquare);
            beatLevel -= 0.5 * forget * beatLevel;
        }
        interrupted |= loud;
        if (height > peak
                && !(loud && known > 0 && height > MOST_TIMES * beatLevel)
                && height > 0.5 * beatLevel
                && height * height > (known == INTERVALS ? KNOWN_POWER : FIRST_POWER) * meanSquare) {
            peak = height;
            peakBin = bin;
        }
        if (peakBin >= 0 && bin - peakBin == seen) {
            heardAt = frame();
        }
        if (peakBin >= 0 && bin - peakBin >= shortest) {
            beat(stream, channel, signs);
        }
    }

    /** Where the latest peak lies in the signal. */
    private long frame() {
        return Math.max(0, peakBin * binFrames + binFrames / 2 - delay);
    }

    /**
     * A peak among the samples last taken that is likely to be a beat's, told a tenth of a second after it, or -1. Whether it
     * is a beat is known later: a higher one may follow, and it may not be steady.
     */
    long heard() {
        long frame = heardAt;
        heardAt = -1;
        return frame;
    }

    /** Height of the beats between 8 and 25 Hz, or 0 if there is no steady heartbeat, at the start of a recording none at all. */
    double height(boolean start) {
        return steady() || start && known >= 2 ? beatLevel : 0;
    }

    /** Frames from beat to beat, or 0 if that is not known. */
    double interval() {
        return known < 2 ? 0 : (double) median() * binFrames;
    }

    private long median() {
        System.arraycopy(intervals, 0, sorted, 0, INTERVALS);
        Arrays.sort(sorted, INTERVALS - known, INTERVALS);
        return sorted[INTERVALS - (known + 1) / 2];
    }

    private void beat(int stream, int channel, Signs signs) {
        long interval = peakBin - lastBeat;
        boolean loud = muscle.around(peakBin - delay / binFrames);
        if (!loud || fits(interval)) {
            count(interval, loud);
            lastBeat = peakBin;
            interrupted = false;
            if (steady()) {
                signs.beat(stream, channel, frame());
            }
        }
        peak = 0;
        peakBin = -1;
    }

    /** Whether a peak amid muscle is a beat: as high as beats are, and when the next one is due. */
    private boolean fits(long interval) {
        double usual = known < 2 ? 0 : median();
        return Math.abs(interval - usual) < STEADY * usual
                && peak > beatLevel / MOST_TIMES
                && peak < MOST_TIMES * beatLevel;
    }

    private void count(long interval, boolean loud) {
        if (!loud) {
            beatLevel = known == 0 ? peak : beatLevel + 0.25 * (peak - beatLevel);
        }
        long each = interval;
        if (interrupted && !loud) {
            long usual = known == 0 ? interval : median();
            long beats = Math.max(1, Math.round((double) interval / usual));
            each = interval / beats;
            if (beats > MOST_HIDDEN || Math.abs(each - usual) >= STEADY * usual) {
                return;
            }
        }
        if (each > longest) {
            known = 0;
        } else {
            System.arraycopy(intervals, 1, intervals, 0, INTERVALS - 1);
            intervals[INTERVALS - 1] = each;
            known = Math.min(INTERVALS, known + 1);
        }
    }

    /** Whether the last intervals agree: all within a fifth of their median. */
    boolean steady() {
        if (known < INTERVALS) {
            return false;
        }
        double median = median();
        return sorted[0] > (1 - STEADY) * median && sorted[INTERVALS - 1] < (1 + STEADY) * median;
    }

    void gap() {
        heardAt = -1;
        band.reset();
        started = false;
        sum = 0;
        summed = 0;
        waiting = 0;
        peak = 0;
        peakBin = -1;
        lastBeat = Long.MIN_VALUE / 2;
        known = 0;
        interrupted = false;
    }

    void state(State io) {
        io.stage(band);
        io.wholes(intervals);
        io.reals(work);
        waiting = io.count(waiting);
        sum = io.real(sum);
        summed = io.count(summed);
        started = io.flag(started);
        meanSquare = io.real(meanSquare);
        beatLevel = io.real(beatLevel);
        peak = io.real(peak);
        peakBin = io.whole(peakBin);
        lastBeat = io.whole(lastBeat);
        known = io.count(known);
        heardAt = io.whole(heardAt);
        interrupted = io.flag(interrupted);
    }
}
