package twinge.detect;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A stretch of one channel whose envelope repeats steadily, while it lasts, and the pulses that make it up. */
final class Train {
    private static final int FEWEST = 8;
    private static final int SHORTEST_RUN = 4;
    private static final double SHORTEST_SECONDS = 1.5;
    private static final double LIKE = 0.3;
    private static final int MOST_SKIPPED = 1;
    private static final double STRAGGLER_SHARE = 0.3;

    final int stream;
    final int channel;
    long fromFrame;
    long toFrame;
    double strength;
    Sides.Mark mark; // null until it is taken

    Train(int stream, int channel, long fromFrame, long toFrame, double strength) {
        this.stream = stream;
        this.channel = channel;
        this.fromFrame = fromFrame;
        this.toFrame = toFrame;
        this.strength = strength;
    }

    boolean covers(long from, long to) {
        return from < toFrame && fromFrame < to;
    }

    /**
     * The pulses of this stretch in runs of at least four whose intervals are alike, each within 30 % of their common median
     * and 1/12 to 1/3 s long; a run may reach out of the stretch. Empty if there are fewer than eight pulses, or they last
     * less than 1.5 s: that many come about by chance in a voluntary contraction.
     */
    List<Signs.Pulse> members(List<Signs.Pulse> pulses, double rateHz) {
        double typical = median(intervals(pulses.stream()
                .filter(pulse -> covers(pulse.onsetFrame(), pulse.endFrame()))
                .toList()));
        List<Signs.Pulse> members = new ArrayList<>();
        int start = 0;
        for (int i = 1; i <= pulses.size(); i++) {
            boolean goesOn = i < pulses.size() && follows(pulses.get(i - 1), pulses.get(i), typical, rateHz);
            if (!goesOn) {
                List<Signs.Pulse> run = pulses.subList(start, i);
                if (run.size() >= SHORTEST_RUN
                        && covers(run.get(0).onsetFrame(), pulses.get(i - 1).endFrame())) {
                    members.addAll(run);
                }
                start = i;
            }
        }
        boolean enough = members.size() >= FEWEST
                && members.get(members.size() - 1).endFrame() - members.get(0).onsetFrame()
                        >= SHORTEST_SECONDS * rateHz;
        return enough ? withStragglers(members, pulses, typical) : List.of();
    }

    /** Beats before, between and after the runs that stand no further than four beats from one, and are not much weaker. */
    private static List<Signs.Pulse> withStragglers(
            List<Signs.Pulse> members, List<Signs.Pulse> pulses, double typical) {
        double least = STRAGGLER_SHARE
                * median(members.stream().mapToDouble(Signs.Pulse::peak).toArray());
        List<Signs.Pulse> all = new ArrayList<>();
        for (Signs.Pulse pulse : pulses) {
            boolean near = members.stream()
                    .anyMatch(member -> Math.abs(member.onsetFrame() - pulse.onsetFrame()) < 4 * typical);
            if (members.contains(pulse) || near && pulse.peak() > least) {
                all.add(pulse);
            }
        }
        return all;
    }

    /** From each pulse's onset to the next one's, in frames. */
    static double[] intervals(List<Signs.Pulse> pulses) {
        double[] intervals = new double[Math.max(0, pulses.size() - 1)];
        for (int i = 0; i < intervals.length; i++) {
            intervals[i] = pulses.get(i + 1).onsetFrame() - pulses.get(i).onsetFrame();
        }
        return intervals;
    }

    /** Of intervals those of a single beat: within 30 % of their median. */
    static double[] single(double[] intervals) {
        double typical = median(intervals);
        return Arrays.stream(intervals)
                .filter(interval -> Math.abs(interval - typical) < LIKE * typical)
                .toArray();
    }

    static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted.length == 0 ? 0 : sorted[sorted.length / 2];
    }

    /** Standard deviation over mean. */
    static double variation(double[] values) {
        double mean = Arrays.stream(values).average().orElse(0);
        double squares = 0;
        for (double value : values) {
            squares += (value - mean) * (value - mean);
        }
        return mean <= 0 ? 0 : Math.sqrt(squares / values.length) / mean;
    }

    /** One beat after another, or with one between that was too weak to be seen. */
    private static boolean follows(Signs.Pulse one, Signs.Pulse next, double typical, double rateHz) {
        double interval = next.onsetFrame() - one.onsetFrame();
        for (int beats = 1; beats <= MOST_SKIPPED + 1; beats++) {
            if (alike(interval / beats, typical, rateHz)) {
                return true;
            }
        }
        return false;
    }

    private static boolean alike(double interval, double typical, double rateHz) {
        double seconds = interval / rateHz;
        return Math.abs(interval - typical) < LIKE * typical
                && seconds > 1 / (1.15 * Rhythm.FASTEST_HZ)
                && seconds < 1.15 / Rhythm.SLOWEST_HZ;
    }

    static Train state(State io, Train t) {
        boolean w = t != null;
        Train train = new Train(
                io.count(w ? t.stream : 0),
                io.count(w ? t.channel : 0),
                io.whole(w ? t.fromFrame : 0),
                io.whole(w ? t.toFrame : 0),
                io.real(w ? t.strength : 0));
        boolean marked = io.flag(w && t.mark != null);
        train.mark = marked ? Sides.Mark.state(io, w ? t.mark : null) : null;
        return train;
    }
}
