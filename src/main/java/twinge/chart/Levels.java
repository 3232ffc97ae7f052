package twinge.chart;

/** What the detector compared on one channel: envelope, baseline and the two thresholds, one value each a point. */
final class Levels {
    private final Strip envelope = new Strip();
    private final Strip baseline = new Strip();
    private final Strip on = new Strip();
    private final Strip off = new Strip();
    private final long origin;
    private int framesPerPoint = 1;

    /** @param origin frame at which the picture begins */
    Levels(long origin) {
        this.origin = origin;
    }

    void accept(Level level) {
        framesPerPoint = level.frames();
        long point = level.firstFrame() / framesPerPoint - origin / framesPerPoint;
        if (point >= 0) {
            take(envelope, point, level.envelope());
            take(baseline, point, level.baseline());
            take(on, point, level.on());
            take(off, point, level.off());
        }
    }

    /** A logarithmic axis has no place for 0 and below, nor for a level not yet learnt. */
    private static void take(Strip strip, long point, double value) {
        if (value > 0 && value < Double.POSITIVE_INFINITY) {
            strip.accept(point, value);
        }
    }

    boolean any() {
        return envelope.bins() > 0;
    }

    /** Whether there is a baseline or threshold as well. */
    boolean compared() {
        return baseline.bins() + on.bins() + off.bins() > 0;
    }

    /** The frame at which index 0 of the strips begins. */
    long firstFrame() {
        return origin / framesPerPoint * framesPerPoint;
    }

    int framesPerPoint() {
        return framesPerPoint;
    }

    Strip envelope() {
        return envelope;
    }

    Strip baseline() {
        return baseline;
    }

    Strip on() {
        return on;
    }

    Strip off() {
        return off;
    }
}
