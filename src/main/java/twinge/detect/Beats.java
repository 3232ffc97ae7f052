package twinge.detect;

import java.util.ArrayList;
import java.util.List;

/** The heartbeats that were found on one channel, and whether short bursts, there or on another, come from them. */
final class Beats {
    /** A burst on a beat begins with the beat's first rise, its peak follows. */
    private static final double BEFORE_SECONDS = 0.08;

    private static final double AFTER_SECONDS = 0.05;
    private static final double LONGEST_SECONDS = 1.6;
    private static final int MOST = 128;

    private final List<Double> seconds = new ArrayList<>();

    void add(double at) {
        seconds.add(at);
        if (seconds.size() > MOST) {
            seconds.remove(0);
        }
    }

    /** Whether a burst with this onset lies on a beat. */
    boolean at(double onset) {
        for (double beat : seconds) {
            if (onset > beat - BEFORE_SECONDS && onset < beat + AFTER_SECONDS) {
                return true;
            }
        }
        return false;
    }

    /**
     * How many short bursts of a channel lie on beats, less two for each that lies off them; 0 for a burst that does not, or
     * is the only one. A few meet a beat by chance, but heartbeats always do.
     */
    int speakFor(double onset, List<Activity> bursts) {
        if (!at(onset)) {
            return 0;
        }
        int more = 0;
        for (Activity burst : bursts) {
            if (burst.isBrief() && at(burst.onsetSeconds())) {
                more++;
            } else if (burst.isBrief() && knows(burst.onsetSeconds())) {
                more -= 2;
            }
        }
        return more < 2 ? 0 : more;
    }

    /** Whether a moment lies between two beats that follow each other. */
    private boolean knows(double moment) {
        double before = Double.NEGATIVE_INFINITY;
        double after = Double.POSITIVE_INFINITY;
        for (double beat : seconds) {
            if (beat <= moment) {
                before = Math.max(before, beat);
            } else {
                after = Math.min(after, beat);
            }
        }
        return after - before < LONGEST_SECONDS;
    }

    void state(State io) {
        io.list(seconds, beat -> io.real(beat == null ? 0 : beat));
    }
}
