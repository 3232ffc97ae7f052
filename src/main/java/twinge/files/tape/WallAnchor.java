package twinge.files.tape;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;

/**
 * What the wall clock said at a moment of the session. There is one for its begin and one for each time that the clock was
 * set meanwhile; the one that held longest is believed.
 *
 * @param nanos since the session began
 */
public record WallAnchor(long nanos, Instant wall, ZoneOffset offset) {
    public WallAnchor {
        Objects.requireNonNull(wall, "wall");
        Objects.requireNonNull(offset, "offset");
    }

    /** What the wall clock says at another moment, if it goes on from here. */
    public Instant at(long otherNanos) {
        return wall.plusNanos(otherNanos - nanos);
    }

    /** Wall time at a moment, to the microsecond. */
    public LocalDateTime local(long otherNanos) {
        return LocalDateTime.ofInstant(at(otherNanos), offset).truncatedTo(ChronoUnit.MICROS);
    }

    /**
     * The one to believe.
     *
     * @param anchors in the order of their times
     */
    public static WallAnchor believed(List<WallAnchor> anchors, long endNanos) {
        WallAnchor best = anchors.get(0);
        long longest = -1;
        for (int i = 0; i < anchors.size(); i++) {
            long until = i + 1 < anchors.size() ? anchors.get(i + 1).nanos() : endNanos;
            if (until - anchors.get(i).nanos() > longest) {
                longest = until - anchors.get(i).nanos();
                best = anchors.get(i);
            }
        }
        return best;
    }
}
