package twinge.detect;

import java.util.List;
import twinge.frames.Scale;

/**
 * Watches the raw counts of one channel for the converter's limits and for a signal that does not change at all.
 *
 * <p>The limits are the header's if it states any. A text file states none; then an unsigned converter is recognised by
 * its counts: the smallest usual width (8 to 16 bit) that holds all of them and has their mean in its middle, and an
 * integer step of 1.
 */
final class RailWatch {
    private static final int[] USUAL_BITS = {8, 10, 12, 14, 16};
    private static final double SHORTEST_RAIL_SECONDS = 0.006;

    private final boolean stated;
    private final boolean counts;
    private final int flatFrames;
    private final int railFrames;
    private int low;
    private int high;
    private int least = Integer.MAX_VALUE;
    private int greatest = Integer.MIN_VALUE;
    private long sum;
    private long seen;
    private int previous;
    private int same;

    RailWatch(Scale scale, double rateHz) {
        stated = scale.digitalMaximum() < 1_000_000_000 || scale.digitalMinimum() > -1_000_000_000;
        counts = !stated && scale.gain() == 1 && scale.offset() == 0;
        low = stated ? scale.digitalMinimum() : Integer.MIN_VALUE;
        high = stated ? scale.digitalMaximum() : Integer.MAX_VALUE;
        railFrames = Math.max(3, (int) Math.round(SHORTEST_RAIL_SECONDS * rateHz));
        flatFrames = (int) Math.round(0.2 * rateHz);
    }

    /** Frames of a flaw, counted from the array's first. */
    record Flaw(Finding.Reason reason, int from, int to) {}

    /** Looks at {@code length} counts and tells the flaws in them. */
    void look(int[] samples, int length, List<Flaw> found) {
        for (int i = 0; i < length; i++) {
            int count = samples[i];
            if (counts) {
                learn(count);
            }
            boolean limit = count <= low || count >= high;
            if (!limit && count != previous) { // nearly always
                same = 1;
                previous = count;
                seen++;
                continue;
            }
            same = seen > 0 && count == previous ? same + 1 : 1;
            if (limit && same >= railFrames) {
                add(Finding.Reason.RAIL, i, found);
            } else if (same >= flatFrames && !limit) {
                add(Finding.Reason.FLAT, i, found);
            }
            previous = count;
            seen++;
        }
    }

    /** The run up to a frame is a flaw: a new one, or the last one goes on. */
    private void add(Finding.Reason reason, int frame, List<Flaw> found) {
        int from = frame - Math.min(frame, same - 1);
        int last = found.size() - 1;
        if (last >= 0 && found.get(last).reason() == reason && found.get(last).from() == from) {
            found.remove(last);
        }
        found.add(new Flaw(reason, from, frame + 1));
    }

    /** Half the converter's range in counts, or infinite if it is not known. */
    double halfRange() {
        return low == Integer.MIN_VALUE ? Double.POSITIVE_INFINITY : ((double) high - low) / 2;
    }

    /** Whether the range was recognised from plain counts, so that levels can be judged against it. */
    boolean knowsCountRange() {
        return counts && low != Integer.MIN_VALUE;
    }

    void gap() {
        same = 0;
        seen = counts ? seen : 0;
    }

    private void learn(int count) {
        sum += count;
        if (count >= least && count <= greatest) {
            return;
        }
        least = Math.min(least, count);
        greatest = Math.max(greatest, count);
        low = Integer.MIN_VALUE;
        high = Integer.MAX_VALUE;
        double mean = (double) sum / (seen + 1);
        for (int bits : USUAL_BITS) {
            int top = (1 << bits) - 1;
            if (least >= 0 && greatest <= top && mean > 0.3 * top && mean < 0.7 * top) {
                low = 0;
                high = top;
                return;
            }
        }
    }

    void state(State io) {
        low = io.count(low);
        high = io.count(high);
        least = io.count(least);
        greatest = io.count(greatest);
        sum = io.whole(sum);
        seen = io.whole(seen);
        previous = io.count(previous);
        same = io.count(same);
    }
}
