package twinge.live;

import java.time.Instant;
import java.time.ZoneId;

/** The two clocks of a session: one that never jumps, for all its times, and the one on the wall, for its date. */
public interface LiveClock {
    /** Nanoseconds from somewhere; never goes back. */
    long nanos();

    Instant wall();

    ZoneId zone();

    /** The machine's own. */
    static LiveClock system() {
        return new LiveClock() {
            @Override
            public long nanos() {
                return System.nanoTime();
            }

            @Override
            public Instant wall() {
                return Instant.now();
            }

            @Override
            public ZoneId zone() {
                return ZoneId.systemDefault();
            }
        };
    }
}
