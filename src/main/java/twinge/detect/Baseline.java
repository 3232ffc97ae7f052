package twinge.detect;

import twinge.signal.RunningQuantile;

/**
 * The resting level of a channel, learnt only while it is at rest: the median of the envelope over the last 15 quiet
 * seconds. While a burst lasts nothing is learnt, so that a contraction held for a minute is still above rest at its end.
 *
 * <p>Beside it the level under which the present activity has not fallen for long in its last four seconds: a burst on top
 * of a held contraction is found against that.
 */
final class Baseline {
    private static final double QUIET_SECONDS = 15;
    private static final double KNOWN_SECONDS = 5;
    private static final double RECENT_SECONDS = 4;
    private static final double ACTIVE_SECONDS = 1.5;
    private static final double FIRST_SECONDS = 0.5;
    private static final double STEP_UP = 4;
    private static final double LOW_SHARE = 0.3;
    private static final int EVERY = 8;

    private final double least;
    private final int first;
    private final int recentValues;
    private final int knownValues;
    private final RunningQuantile detection;
    private final RunningQuantile amplitude;
    private final RunningQuantile recent;
    private int learnt;
    private double detectionRest;
    private double amplitudeRest;

    /** @param least no resting level is below this: half a count's worth of quantisation */
    Baseline(double binsPerSecond, double least) {
        this.least = least;
        first = (int) Math.round(FIRST_SECONDS * binsPerSecond);
        recentValues = Math.max(4, (int) Math.round(ACTIVE_SECONDS * binsPerSecond / EVERY));
        knownValues = Math.max(3, (int) Math.round(KNOWN_SECONDS * binsPerSecond / EVERY));
        int quiet = Math.max(8, (int) Math.round(QUIET_SECONDS * binsPerSecond / EVERY));
        detection = new RunningQuantile(quiet, 0.5);
        amplitude = new RunningQuantile(quiet, 0.5);
        recent = new RunningQuantile(Math.max(8, (int) Math.round(RECENT_SECONDS * binsPerSecond / EVERY)), LOW_SHARE);
    }

    /**
     * Begins with the resting levels of a calibration, as if five quiet seconds had had them: a contraction at the very start
     * is one, and quiet that is louder or softer than it was then is learnt within as many seconds.
     */
    void begin(double detectionLevel, double amplitudeLevel) {
        for (int i = 0; i < knownValues; i++) {
            detection.add(detectionLevel);
            amplitude.add(amplitudeLevel);
        }
        learnt = first;
        detectionRest = Math.max(least, detectionLevel);
        amplitudeRest = Math.max(least, amplitudeLevel);
    }

    /** Takes a bin's envelopes on both paths; at the start, before anything is known. */
    void learn(long bin, double detectionLevel, double amplitudeLevel) {
        learn(bin, detectionLevel);
        learnAmplitude(amplitudeLevel);
    }

    /** Takes a quiet bin's envelope; at the start every bin, later every eighth: neighbours share their samples. */
    void learn(long bin, double detectionLevel) {
        learnt = Math.min(learnt + 1, first);
        if (learnt < first || bin % EVERY == 0) {
            detection.add(detectionLevel);
            detectionRest = Math.max(least, detection.value());
        }
    }

    /** Takes a quiet bin's envelope on the amplitude path. */
    void learnAmplitude(double level) {
        amplitude.add(level);
        amplitudeRest = Math.max(least, amplitude.value());
    }

    /** Whether {@link #learn} would take this bin. */
    boolean wants(long bin) {
        return learnt < first || bin % EVERY == 0;
    }

    /** Activity begins: what lies under it is to be learnt anew. */
    void rose() {
        recent.reset();
    }

    /** Takes the envelope of a bin while activity lasts. */
    void active(long bin, double detectionLevel) {
        if (bin % EVERY == 0) {
            recent.add(detectionLevel);
        }
    }

    /** Whether activity has lasted long enough for a burst on top of it to be seen. */
    boolean knowsActive() {
        return recent.size() >= recentValues;
    }

    /** Whether half a second of rest has been seen. */
    boolean ready() {
        return learnt >= first;
    }

    /** Resting level on the detection path. */
    double detection() {
        return detectionRest;
    }

    /** Resting level on the amplitude path. */
    double amplitude() {
        return amplitudeRest;
    }

    /** What lay under the last four seconds of the present activity on the detection path. */
    double recentFloor() {
        return Math.max(least, recent.value());
    }

    /** How many times higher than what is under it such a burst must be. */
    double stepUp() {
        return STEP_UP;
    }

    void state(State io) {
        io.stage(detection);
        io.stage(amplitude);
        io.stage(recent);
        learnt = io.count(learnt);
        detectionRest = io.real(detectionRest);
        amplitudeRest = io.real(amplitudeRest);
    }
}
