package twinge.live;

import java.util.Objects;
import twinge.events.Kind;

/**
 * Something that the wearer is told of by a sound, now.
 *
 * @param board from 0
 * @param site where it is: the electrode's place, or the channel's label; of no data the board in words
 * @param kind what it looks like; {@link Kind#UNCERTAIN} of no data
 * @param probability that it is of that kind; 0 of no data
 * @param onsetSeconds when it began: from the start of the board's recording; of no data since the session began
 * @param atSeconds when it was decided, on the same clock
 * @param why in words
 */
public record Alert(
        Cause cause,
        int board,
        String site,
        Kind kind,
        double probability,
        double onsetSeconds,
        double atSeconds,
        String why) {
    /** What it is told for. */
    public enum Cause {
        /** A burst that still lasts looks involuntary; it may turn out otherwise. */
        PROVISIONAL,
        /** An involuntary episode is sure enough. */
        CONFIRMED,
        /** Nothing comes from the board, so nothing is watched. */
        NO_DATA
    }

    public Alert {
        Objects.requireNonNull(cause, "cause");
        Objects.requireNonNull(site, "site");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(why, "why");
    }
}
