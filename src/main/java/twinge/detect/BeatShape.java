package twinge.detect;

import java.util.Arrays;

/**
 * What one heartbeat looks like on the amplitude path of one channel: the average over the beats, which follows them as
 * they change. Template subtraction as in Drake and Callaghan 2006 (J Electromyogr Kinesiol 16:175), but while the
 * recording runs.
 *
 * <p>Each beat is fitted by the shape and its slope, which moves it by part of a sample. Both fits lean on what beats were
 * so far, the more so the louder the muscle is: at rest the beat decides, in a contraction the average does.
 */
final class BeatShape {
    private static final double BEFORE_SECONDS = 0.1;
    private static final double AFTER_SECONDS = 0.3;
    private static final double CORE_BEFORE_SECONDS = 0.06;
    private static final double CORE_AFTER_SECONDS = 0.05;
    private static final double REACH_SECONDS = 0.03;
    private static final double LOUD_REACH_SECONDS = 0.01;
    private static final double EDGE_SECONDS = 0.02;
    private static final double SCALE_SPREAD = 0.2;
    private static final double LEAST_SCALE = 0.5;
    private static final double MOST_SCALE = 1.7;
    private static final double LEAST_ALIKE = 0.7;
    private static final double LEARN = 0.1;
    private static final int ENOUGH = 4;
    private static final int MOST_MISSES = 8;

    /** Where a beat lies, and how it is made of the shape and its slope. */
    record Fit(long frame, double scale, double shift, double noise, boolean alike, boolean loud) {
        static Fit state(State io, Fit f) {
            boolean w = f != null;
            return new Fit(
                    io.whole(w ? f.frame : 0),
                    io.real(w ? f.scale : 0),
                    io.real(w ? f.shift : 0),
                    io.real(w ? f.noise : 0),
                    io.flag(w && f.alike),
                    io.flag(w && f.loud));
        }
    }

    private final int before;
    private final int after;
    private final int coreBefore;
    private final int coreAfter;
    private final int reach;
    private final int loudReach;
    private final int edge;
    private final double[] shape;
    private final double[] high; // the same beat on the detection path
    private double noise; // variance of what is left of a beat once the shape is taken off
    private int learnt;
    private int misses;

    BeatShape(double rateHz) {
        before = (int) Math.round(BEFORE_SECONDS * rateHz);
        after = (int) Math.round(AFTER_SECONDS * rateHz);
        coreBefore = (int) Math.round(CORE_BEFORE_SECONDS * rateHz);
        coreAfter = (int) Math.round(CORE_AFTER_SECONDS * rateHz);
        reach = (int) Math.round(REACH_SECONDS * rateHz);
        loudReach = (int) Math.round(LOUD_REACH_SECONDS * rateHz);
        edge = Math.max(1, (int) Math.round(EDGE_SECONDS * rateHz));
        shape = new double[before + after + 1];
        high = new double[shape.length];
    }

    /** How many frames before a beat's peak its shape begins. */
    int before() {
        return before;
    }

    /** How many frames the shape has. */
    int length() {
        return shape.length;
    }

    /**
     * Where the beat near a frame lies, or null if too little of the signal around it is known.
     *
     * @param loud whether muscle is at work there
     */
    Fit fit(Samples signal, long near, boolean loud) {
        if (near - before - reach < signal.begin() || near + coreAfter + reach >= signal.end()) {
            return null;
        }
        if (learnt == 0) {
            return new Fit(highest(signal, near), 1, 0, 0, true, loud);
        }
        double own = energy();
        long at = best(signal, near, loud ? loudReach : reach);
        double along = along(signal, at);
        double all = energy(signal, at);
        double rest = Math.max(0, all - along * along / own) / (coreBefore + coreAfter);
        boolean alike = along > LEAST_ALIKE * Math.sqrt(own * all);
        return solved(signal, at, rest, alike, loud);
    }

    /** Least squares of shape and slope, each drawn to what is usual by as much as the noise makes it doubtful. */
    private Fit solved(Samples signal, long at, double rest, boolean alike, boolean loud) {
        double doubt = Math.max(rest, noise);
        double a = doubt / (SCALE_SPREAD * SCALE_SPREAD);
        double b = 0;
        double c = doubt;
        double p = 0;
        double q = 0;
        for (int i = before - coreBefore; i < before + coreAfter; i++) {
            double slope = slope(shape, i, shape[i - 1]);
            double over = signal.at(at + i - before) - shape[i];
            a += shape[i] * shape[i];
            b += shape[i] * slope;
            c += slope * slope;
            p += over * shape[i];
            q += over * slope;
        }
        double area = a * c - b * b;
        double scale = area > 0 ? 1 + (p * c - q * b) / area : 1;
        double shift = area > 0 ? (q * a - p * b) / area : 0;
        scale = Math.max(LEAST_SCALE, Math.min(MOST_SCALE, scale));
        return new Fit(at, scale, Math.max(-1.5, Math.min(1.5, shift)), rest, alike, loud);
    }

    /** Whether the shape is known well enough to be taken off, and stands out enough to be worth it. */
    boolean isSure() {
        double mean = energy() / (coreBefore + coreAfter);
        return learnt >= ENOUGH && mean > noise * Math.max(0.3, 3.0 / learnt);
    }

    /**
     * What a beat adds to both paths, from {@link #before} frames before its peak on.
     *
     * @param into receives it for the amplitude path
     * @param intoHigh receives it for the detection path
     * @param interval frames from beat to beat: where the next one begins, this one fades out; 0 if not known
     * @return how many frames it lasts
     */
    int beat(Fit fit, double interval, double[] into, double[] intoHigh) {
        int length = interval > 0 ? (int) Math.min(shape.length, interval + edge) : shape.length;
        for (int i = 0; i < length; i++) {
            double inside = Math.min(1, Math.min(i + 1, length - i) / (double) (edge + 1));
            into[i] = inside * (fit.scale * shape[i] + fit.shift * slope(shape, i, shape[Math.max(0, i - 1)]));
            intoHigh[i] = inside * (fit.scale * high[i] + fit.shift * slope(high, i, high[Math.max(0, i - 1)]));
        }
        return length;
    }

    /**
     * Learns from a beat that is past.
     *
     * @param taken what was taken off the amplitude path for it
     * @param takenHigh what was taken off the detection path for it
     * @param length how much of it is to be learnt
     */
    void learn(Samples signal, Samples detection, Fit fit, double[] taken, double[] takenHigh, int length) {
        if (fit.loud) {
            return;
        }
        if (!fit.alike && learnt < ENOUGH) {
            forget();
            learn(signal, detection, fit(signal, fit.frame, false), taken, takenHigh, length);
        } else if (!fit.alike) {
            if (++misses >= MOST_MISSES) {
                forget();
            }
        } else {
            misses = 0;
            learnt = Math.min(1000, learnt + 1);
            double quiet = learnt <= 2 ? 1 : Math.min(1, 2 * noise / (noise + fit.noise));
            double share = Math.max(LEARN, 1.0 / learnt) * quiet;
            noise += Math.max(LEARN, 1.0 / Math.max(1, learnt - 1)) * quiet * (fit.noise - noise);
            follow(shape, signal, fit, taken, length, share);
            follow(high, detection, fit, takenHigh, length, share);
        }
    }

    private void follow(double[] mean, Samples signal, Fit fit, double[] taken, int length, double share) {
        double last = mean[0];
        for (int i = 0; i < length; i++) {
            double slope = slope(mean, i, last);
            last = mean[i];
            double seen = signal.at(fit.frame + i - before) + taken[i] - fit.shift * slope;
            mean[i] += share * (seen - mean[i]);
        }
    }

    private void forget() {
        learnt = 0;
        misses = 0;
        noise = 0;
        Arrays.fill(shape, 0);
        Arrays.fill(high, 0);
    }

    private long highest(Samples signal, long near) {
        long at = near;
        for (long frame = near - reach; frame <= near + reach; frame++) {
            at = Math.abs(signal.at(frame)) > Math.abs(signal.at(at)) ? frame : at;
        }
        return at;
    }

    private long best(Samples signal, long near, int within) {
        long at = near;
        double most = Double.NEGATIVE_INFINITY;
        for (long frame = near - within; frame <= near + within; frame++) {
            double along = along(signal, frame);
            if (along > most) {
                most = along;
                at = frame;
            }
        }
        return at;
    }

    private double along(Samples signal, long at) {
        double sum = 0;
        for (int i = before - coreBefore; i < before + coreAfter; i++) {
            sum += shape[i] * signal.at(at + i - before);
        }
        return sum;
    }

    private double energy(Samples signal, long at) {
        double sum = 0;
        for (long frame = at - coreBefore; frame < at + coreAfter; frame++) {
            sum += signal.at(frame) * signal.at(frame);
        }
        return sum;
    }

    private double energy() {
        double sum = 0;
        for (int i = before - coreBefore; i < before + coreAfter; i++) {
            sum += shape[i] * shape[i];
        }
        return sum;
    }

    private static double slope(double[] mean, int i, double last) {
        return (mean[Math.min(mean.length - 1, i + 1)] - last) / 2;
    }

    void state(State io) {
        io.reals(shape);
        io.reals(high);
        noise = io.real(noise);
        learnt = io.count(learnt);
        misses = io.count(misses);
    }
}
