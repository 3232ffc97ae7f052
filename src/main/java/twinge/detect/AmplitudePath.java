package twinge.detect;

import java.util.Arrays;

/**
 * The last seconds of a channel's amplitude path, with the heartbeat taken off, and their energy in bins of 10 ms.
 *
 * <p>A beat is known about a tenth of a second after its peak. What has come of it by then is taken off where it is kept,
 * bins included; the rest of it as it comes. So nothing is held back: samples younger than {@link #SETTLED_SECONDS} may
 * still change, older ones do not.
 *
 * <p>After a gap the shape of the beat still holds; a beat that the gap cuts is left in.
 */
final class AmplitudePath {
    /** 100 ms of a beat before its peak, and 140 ms until it is known. */
    static final double SETTLED_SECONDS = 0.24;

    private static final double KEPT_SECONDS = 2;
    private static final int TRUST = 8;
    private static final int MOST_TAKEN = 4;
    private static final double DUE = 0.2; // of an interval: how far off a beat may be that hides in a contraction

    private final int binFrames;
    private final Samples samples;
    private final Bins bins = new Bins();
    private final BeatShape beat;
    private final Samples detection;
    private final double[] taken;
    private final double[] takenHigh;
    private final long[] takenAt = new long[MOST_TAKEN];
    private BeatShape.Fit open; // a beat whose last frame has not come yet, or null
    private int openFrames;
    private long lastBeat = Long.MIN_VALUE / 2;
    private int trust;
    private double energy;
    private long next;

    /** @param detection the detection path's samples: a beat is taken off them, too, once it is known */
    AmplitudePath(double rateHz, int binFrames, Samples detection) {
        this.binFrames = binFrames;
        this.detection = detection;
        samples = new Samples((int) Math.ceil(KEPT_SECONDS * rateHz));
        beat = new BeatShape(rateHz);
        Arrays.fill(takenAt, Long.MIN_VALUE / 2);
        taken = new double[beat.length()];
        takenHigh = new double[beat.length()];
    }

    /** How many bins of the path may still change. */
    static int settledBins(double rateHz, int binFrames) {
        return (int) Math.ceil(SETTLED_SECONDS * rateHz / binFrames);
    }

    Samples samples() {
        return samples;
    }

    /** Takes filtered samples; what is known of the beat that they belong to is taken off them. */
    void add(long firstFrame, double[] amplitude, int length) {
        if (open != null) {
            long begin = open.frame() - beat.before();
            int to = (int) Math.min(length, begin + openFrames - firstFrame);
            for (int i = 0; i < to; i++) {
                amplitude[i] -= taken[(int) (firstFrame + i - begin)];
            }
        }
        samples.add(firstFrame, amplitude, 0, length);
        next = firstFrame + length;
    }

    /** Adds samples to the bin that is being filled. */
    void gather(double[] amplitude, int from, int to) {
        double sum = energy;
        for (int i = from; i < to; i++) {
            sum += amplitude[i] * amplitude[i];
        }
        energy = sum;
    }

    /** The bin is full; it counts unless the filters have not settled yet. */
    void binEnds(long bin, boolean counts) {
        if (counts) {
            bins.add(bin, energy / binFrames);
        }
        energy = 0;
    }

    /** RMS over the {@code count} bins up to one of the last 64. */
    double level(long bin, int count) {
        return bins.rms(bin, count);
    }

    /**
     * Asks whether a beat was heard in the latest samples; to be called after each {@link #add}.
     *
     * @return frame of the beat that was taken off, or -1
     */
    long hear(Heartbeat heartbeat, Loudness muscle) {
        long near = heartbeat.heard();
        if (open != null && (near >= 0 || next >= open.frame() - beat.before() + openFrames)) {
            finishBeat();
        }
        if (near < 0) {
            return -1;
        }
        double interval = heartbeat.interval();
        trust = heartbeat.steady() ? TRUST : trust;
        BeatShape.Fit fit = beat.fit(samples, near, muscle.around(near / binFrames));
        if (fit == null) {
            return -1;
        }
        boolean due = Math.abs(fit.frame() - lastBeat - interval) < DUE * interval;
        boolean takeOff = trust > 0 && beat.isSure() && (fit.alike() || fit.loud() && due);
        trust = fit.alike() || fit.loud() ? trust : Math.max(0, trust - 1);
        Arrays.fill(taken, 0);
        Arrays.fill(takenHigh, 0);
        open = fit;
        openFrames = beat.length();
        if (takeOff) {
            lastBeat = fit.frame();
            openFrames = beat.beat(fit, interval, taken, takenHigh);
            takeOff();
        } else if (interval > 0) {
            openFrames = (int) Math.min(openFrames, interval);
        }
        return takeOff ? fit.frame() : -1;
    }

    /** Whether one of the last beats that were taken off has its peak between two frames. */
    boolean tookBeat(long from, long to) {
        for (long at : takenAt) {
            if (at >= from && at < to) {
                return true;
            }
        }
        return false;
    }

    private void finishBeat() {
        int come = (int) Math.min(openFrames, next - (open.frame() - beat.before()));
        if (open.frame() - beat.before() >= Math.max(samples.begin(), detection.begin())) {
            beat.learn(samples, detection, open, taken, takenHigh, come);
        }
        open = null;
    }

    /** Takes the beat off the samples and bins that have already come. */
    private void takeOff() {
        long begin = open.frame() - beat.before();
        long end = Math.min(next, begin + openFrames);
        for (long frame = begin; frame < end; frame++) {
            samples.subtract(frame, taken[(int) (frame - begin)]);
            detection.subtract(frame, takenHigh[(int) (frame - begin)]);
        }
        Arrays.fill(takenHigh, (int) (end - begin), takenHigh.length, 0);
        System.arraycopy(takenAt, 1, takenAt, 0, MOST_TAKEN - 1);
        takenAt[MOST_TAKEN - 1] = open.frame();
        for (long bin = begin / binFrames; bin * binFrames < end; bin++) {
            long first = Math.max(samples.begin(), bin * binFrames);
            double sum = 0;
            for (long frame = first; frame < Math.min(next, (bin + 1) * binFrames); frame++) {
                sum += samples.at(frame) * samples.at(frame);
            }
            if ((bin + 1) * binFrames > next) {
                energy = sum;
            } else {
                bins.change(bin, sum / binFrames);
            }
        }
    }

    void gap() {
        open = null;
        bins.clear();
        energy = 0;
    }

    void state(State io) {
        samples.state(io);
        bins.state(io);
        beat.state(io);
        io.reals(taken);
        io.reals(takenHigh);
        io.wholes(takenAt);
        boolean present = io.flag(open != null);
        if (present) {
            open = BeatShape.Fit.state(io, open);
        } else {
            open = null;
        }
        openFrames = io.count(openFrames);
        lastBeat = io.whole(lastBeat);
        trust = io.count(trust);
        energy = io.real(energy);
        next = io.whole(next);
    }
}
