package twinge.wire;

/**
 * The time that a sketch prints in front of its numbers: {@code millis()} or {@code micros()}, of 32 bits. Tells how many
 * frames are missing before a line, though the loop of a sketch is not quite regular and the clock may be coarse.
 */
final class LineClock {
    private static final long MODULUS = 1L << 32;
    private static final double PULL = 0.125; // of what a line comes late or early
    private static final double AHEAD_SECONDS = 5;

    enum Step {
        /** It goes on. */
        ON,
        /** It can not be, or not yet be believed. */
        REFUSED,
        /** The board began anew: its time says nothing about what was before. */
        ANEW
    }

    private final double hertz;
    private final double period; // ticks
    private long last = -1;
    private long lastArrival;
    private double due; // ticks after the last
    private long refused = -1;
    private long lost;

    LineClock(double hertz, double rateHz) {
        this.hertz = hertz;
        period = hertz / rateHz;
    }

    /** Frames missing before the line that was taken last. */
    long lost() {
        return lost;
    }

    /** The link was lost: the next time is the first of a new row. */
    void restart() {
        last = -1;
        refused = -1;
    }

    Step next(long time, long arrivalNanos) {
        lost = 0;
        if (last < 0) {
            begin(time, arrivalNanos);
            return Step.ANEW;
        }
        long ticks = Math.floorMod(time - last, MODULUS);
        if (impossible(ticks, arrivalNanos)) {
            boolean agrees = refused >= 0 && !impossible(Math.floorMod(time - refused, MODULUS), arrivalNanos);
            if (!agrees) {
                refused = time;
                return Step.REFUSED;
            }
            begin(time, arrivalNanos);
            return Step.ANEW;
        }
        double late = ticks - due;
        lost = late < Math.max(0.75 * period, 1.5) ? 0 : Math.round(late / period);
        due = period - (1 - PULL) * (late - lost * period);
        last = time;
        lastArrival = arrivalNanos;
        refused = -1;
        return Step.ON;
    }

    /** A time that goes back, or lies further ahead than the clock here has gone meanwhile. */
    private boolean impossible(long ticks, long arrivalNanos) {
        return ticks / hertz > (arrivalNanos - lastArrival) * 1e-9 + AHEAD_SECONDS;
    }

    private void begin(long time, long arrivalNanos) {
        last = time;
        lastArrival = arrivalNanos;
        due = period;
        refused = -1;
    }
}
