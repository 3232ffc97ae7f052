package twinge.live;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import twinge.files.tape.WallAnchor;

/**
 * Compares the wall clock with the session's own, and notices when it is set. A clock that is only slowed or sped up a
 * little to bring it right is followed without a word.
 */
final class WallWatch {
    private static final long STEP_NANOS = 300_000_000L;

    private final LiveClock clock;
    private final long zeroNanos;
    private final List<WallAnchor> anchors = new ArrayList<>();
    private long aheadNanos; // of the wall clock against the first anchor, at the last look

    WallWatch(LiveClock clock) {
        this.clock = clock;
        zeroNanos = clock.nanos();
        anchors.add(anchor(0, clock.wall()));
    }

    /** When the session began, on its own clock. */
    long zeroNanos() {
        return zeroNanos;
    }

    /** Looks again; a step since the last look gives a new anchor. */
    synchronized Optional<WallAnchor> look() {
        long nanos = clock.nanos() - zeroNanos;
        Instant wall = clock.wall();
        long ahead = java.time.Duration.between(anchors.get(0).at(nanos), wall).toNanos();
        long step = ahead - aheadNanos;
        aheadNanos = ahead;
        if (Math.abs(step) < STEP_NANOS) {
            return Optional.empty();
        }
        WallAnchor now = anchor(nanos, wall);
        anchors.add(now);
        return Optional.of(now);
    }

    /** What the wall clock said at first. */
    WallAnchor first() {
        return anchors.get(0);
    }

    /** What is to be believed, looking back from now. */
    synchronized WallAnchor believed() {
        return WallAnchor.believed(anchors, clock.nanos() - zeroNanos);
    }

    private WallAnchor anchor(long nanos, Instant wall) {
        ZoneOffset offset = clock.zone().getRules().getOffset(wall);
        return new WallAnchor(nanos, wall, offset);
    }
}
