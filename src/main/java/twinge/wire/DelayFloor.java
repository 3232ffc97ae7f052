package twinge.wire;

/**
 * The least delay of a stream's frames (arrival less place), over the last one to two seconds: it follows the drift of the
 * board's clock, and tells when it has risen for good by a turn of the counter.
 */
final class DelayFloor {
    private final long stretch; // ticks of a second
    private final double turnNanos; // 0 where there is no counter
    private double floor = Double.POSITIVE_INFINITY; // of the stretch before
    private double lower = Double.POSITIVE_INFINITY; // of the stretch under way
    private double candidate = Double.POSITIVE_INFINITY; // a lifted floor, to be seen again before it counts
    private long stretchEnds;

    DelayFloor(long stretch, double turnNanos) {
        this.stretch = stretch;
        this.turnNanos = turnNanos;
        stretchEnds = stretch;
    }

    double least() {
        return Math.min(floor, lower);
    }

    /** Takes the delay of a frame. Returns by how much the floor is found to have risen for good, mostly 0. */
    double follow(long index, double delayNanos) {
        lower = Math.min(lower, delayNanos);
        if (index < stretchEnds) {
            return 0;
        }
        stretchEnds = index + stretch;
        double risen = turnNanos > 0 && lower - floor > 0.75 * turnNanos ? lower - floor : 0;
        boolean again = risen > 0 && Math.abs(lower - candidate) < 0.25 * turnNanos;
        candidate = risen > 0 && !again ? lower : Double.POSITIVE_INFINITY;
        floor = risen > 0 && !again ? floor : lower;
        lower = Double.POSITIVE_INFINITY;
        return again ? risen : 0;
    }

    /** The places from here on lie so much later: the rise is explained. */
    void told(double nanos) {
        floor -= nanos;
    }
}
