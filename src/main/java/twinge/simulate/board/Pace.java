package twinge.simulate.board;

import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.Condition;

/** How time passes for a virtual board and its reader, in nanoseconds from 0 on. */
public interface Pace {
    long nanos();

    /**
     * Lets time pass to a moment at most; comes back earlier if it is woken.
     *
     * @param woken signalled when there is something to do earlier; its lock is held
     */
    void await(Condition woken, long untilNanos) throws InterruptedException;

    /** So many times as fast as the clock on the wall. */
    static Pace times(double speed) {
        long began = System.nanoTime();
        return new Pace() {
            @Override
            public long nanos() {
                return (long) ((System.nanoTime() - began) * speed);
            }

            @Override
            public void await(Condition woken, long untilNanos) throws InterruptedException {
                double left = (untilNanos - nanos()) / speed;
                if (left > 0) {
                    woken.awaitNanos((long) Math.ceil(left));
                }
            }
        };
    }

    /** As fast as can be: waiting takes no time, it only turns the clock. Time passes for the reader alone. */
    static Pace leaping() {
        AtomicLong now = new AtomicLong();
        return new Pace() {
            @Override
            public long nanos() {
                return now.get();
            }

            @Override
            public void await(Condition woken, long untilNanos) {
                now.accumulateAndGet(untilNanos, Math::max);
            }
        };
    }
}
