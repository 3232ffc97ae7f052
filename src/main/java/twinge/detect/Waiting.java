package twinge.detect;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import twinge.frames.SampleStream;

/** Bursts that have ended and are not judged yet: each waits until what may explain it is known. */
final class Waiting {
    /** How long after its end a burst is judged: by then every window of the rhythm that could hold it has been seen. */
    static final double SECONDS = 2.3;

    /** A short spike may be a heartbeat: so long, and the pace of those that follow is known. */
    static final double SPIKE_SECONDS = 5;

    private static final double CROSSTALK_SECONDS = 0.1;
    private static final double LONGEST_HOLD_SECONDS = 10;
    private static final double SHORTEST_PART_SECONDS = 0.4;

    private static final Comparator<Activity> STRONGEST_FIRST = Comparator.comparingDouble(Activity::peak)
            .reversed()
            .thenComparingDouble(Activity::onsetSeconds)
            .thenComparingInt(Activity::stream)
            .thenComparingInt(Activity::channel)
            .thenComparingInt(Activity::layer);

    private final Channels channels;
    private final List<Activity> activities = new ArrayList<>();

    Waiting(Channels channels) {
        this.channels = channels;
    }

    void add(Activity activity) {
        activities.add(activity);
    }

    /** What the other channels tell of a burst, if it still waits. */
    void compared(int stream, int channel, int layer, long onsetFrame, double delaySeconds, double asymmetry) {
        activities.replaceAll(each -> each.stream() == stream
                        && each.channel() == channel
                        && each.layer() == layer
                        && each.onsetFrame() == onsetFrame
                ? each.compared(delaySeconds, asymmetry)
                : each);
    }

    /** Takes out what waits no longer at a time, the strongest first. */
    List<Activity> due(double seconds) {
        if (activities.isEmpty()) {
            return List.of();
        }
        List<Activity> due = new ArrayList<>();
        List<Activity> later = new ArrayList<>();
        for (Activity activity : activities) {
            if (seconds > dueSeconds(activity)
                    && !beatsDuring(activity)
                    && !mayBeFlawed(activity, seconds)
                    && !followsStronger(activity, seconds)) {
                due.add(activity);
            } else {
                later.add(activity);
            }
        }
        if (due.isEmpty()) {
            return due;
        }
        activities.clear();
        activities.addAll(later);
        if (due.size() > 1) {
            due.sort(STRONGEST_FIRST);
        }
        return due;
    }

    private static double dueSeconds(Activity activity) {
        return activity.endSeconds() + (activity.mayBeBeat() ? SPIKE_SECONDS : SECONDS);
    }

    /**
     * Whether a burst may be crosstalk of a stronger one that is not judged yet: on another channel, from before this one's
     * end, at most ten seconds longer.
     */
    private boolean followsStronger(Activity activity, double now) {
        if (now > dueSeconds(activity) + LONGEST_HOLD_SECONDS) {
            return false;
        }
        for (ChannelHistory history : channels) {
            boolean other = history.stream != activity.stream() || history.channel != activity.channel();
            long since = history.openSince[0];
            if (other && since >= 0 && channels.seconds(history, since) < activity.endSeconds()) {
                return true;
            }
        }
        for (Activity other : activities) {
            if ((other.stream() != activity.stream() || other.channel() != activity.channel())
                    && other.peak() > 3 * activity.peak()
                    && other.onsetSeconds() < activity.endSeconds() + CROSSTALK_SECONDS
                    && activity.onsetSeconds() < other.endSeconds() + CROSSTALK_SECONDS
                    && now <= dueSeconds(other)) {
                return true;
            }
        }
        return false;
    }

    /** Whether it is not known yet if a flaw that was seen shortly before a burst goes on after it. */
    private boolean mayBeFlawed(Activity activity, double now) {
        ChannelHistory history = channels.of(activity.stream(), activity.channel());
        long frame = channels.stream(activity.stream()).frameAt(now);
        return history.flaws.mayGoOn(activity.onsetFrame(), activity.endFrame(), frame, history.rateHz);
    }

    /** Whether a steady repetition that is still going on, on any channel, may explain a burst: its own or as crosstalk. */
    private boolean beatsDuring(Activity activity) {
        for (ChannelHistory history : channels) {
            Train train = history.train;
            if (train != null
                    && channels.seconds(history, train.fromFrame) < activity.endSeconds()
                    && activity.onsetSeconds() < channels.seconds(history, train.toFrame)) {
                return true;
            }
        }
        return false;
    }

    /**
     * Takes out what a train explains; of a burst that goes on outside its rhythmic windows the rest stays.
     *
     * @param withdrawn is told of each whose beginning is explained
     */
    void replace(
            ChannelHistory history, long from, long to, long firstPulse, long lastPulse, Consumer<Activity> withdrawn) {
        List<Activity> covered = new ArrayList<>();
        List<Activity> left = new ArrayList<>();
        long shortest = Math.round(SHORTEST_PART_SECONDS * history.rateHz);
        for (Activity activity : activities) {
            boolean here = activity.stream() == history.stream && activity.channel() == history.channel;
            if (here && activity.onsetFrame() < lastPulse && firstPulse < activity.endFrame()) {
                covered.add(activity);
                if (from - activity.onsetFrame() > shortest) {
                    left.add(part(activity, activity.onsetFrame(), from));
                } else {
                    withdrawn.accept(activity);
                }
                if (activity.endFrame() - to > shortest) {
                    left.add(part(activity, to, activity.endFrame()));
                }
            }
        }
        activities.removeAll(covered);
        activities.addAll(left);
    }

    private Activity part(Activity activity, long from, long to) {
        SampleStream stream = channels.stream(activity.stream());
        return activity.part(from, to, stream.seconds(from), stream.seconds(to));
    }

    /** Onset of the earliest of them in seconds; infinite if none waits. */
    double earliest() {
        double earliest = Double.POSITIVE_INFINITY;
        for (Activity activity : activities) {
            earliest = Math.min(earliest, activity.onsetSeconds());
        }
        return earliest;
    }

    void state(State io) {
        io.list(activities, activity -> Activity.state(io, activity));
    }
}
