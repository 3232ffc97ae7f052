package twinge.detect;

import java.util.List;
import twinge.events.Verdict;
import twinge.frames.Channel;
import twinge.frames.Marker;

/** What surrounds a burst: the other channels, the motion sensor, and what was declared. */
final class Circumstances {
    private final Channels channels;
    private final List<MotionTrack> motion;
    private final Context context;

    Circumstances(Channels channels, List<MotionTrack> motion, Context context) {
        this.channels = channels;
        this.motion = motion;
        this.context = context;
    }

    void accept(Marker marker, double seconds) {
        context.accept(marker, seconds);
    }

    /** @param activity the burst, or null for the stretch of a train */
    Surroundings around(ChannelHistory history, long from, long to, Activity activity) {
        double start = channels.seconds(history, from);
        double end = channels.seconds(history, to);
        int active = 1;
        boolean together = false;
        int beats = history.onBeat(start, history);
        boolean atOnce = false;
        Verdict crosstalk = null;
        for (ChannelHistory other : channels) {
            if (other == history) {
                continue;
            }
            double offset = channels.stream(other.stream).startSeconds();
            beats = Math.max(beats, history.onBeat(start, other));
            active += other.activeBetween(start, end, offset, activity == null ? 0 : activity.peak() / 4) ? 1 : 0;
            atOnce |= channels.side(other) != channels.side(history) && other.beganAt(start, 0.04);
            Verdict stronger = activity == null ? null : other.strongerOver(start, end, activity.peak());
            crosstalk = stronger == null ? crosstalk : stronger;
            together |= activity != null && other.twitchedAlong(activity);
        }

        Finding.Reason flaw = history.flaws.over(from, to, history.rateHz);
        if (flaw == null && activity != null && activity.flawedShare() > 0.005) {
            flaw = Finding.Reason.RAIL;
        }
        return new Surroundings(
                moved(start - 0.2, Math.min(end, start + 0.5)),
                moved(start - 0.2, Math.min(end, start + 10)),
                context.at(start),
                channels.size(),
                active,
                activity == null ? 0 : similarBefore(history, activity),
                beats,
                activity != null && activity.mayBeBeat() ? history.steadyAround(activity) : 0,
                flaw,
                together,
                atOnce,
                crosstalk);
    }

    /** Whether a channel of another side beats along with a train, and not as its crosstalk. */
    boolean bothSides(ChannelHistory history, long from, long to, List<Signs.Pulse> members) {
        double peak =
                Train.median(members.stream().mapToDouble(Signs.Pulse::peak).toArray());
        double start = channels.seconds(history, from);
        double end = channels.seconds(history, to);
        Channel.Side side = channels.side(history);
        for (ChannelHistory other : channels) {
            if (channels.side(other) != side && other.rhythmicDuring(start, end, peak)) {
                return true;
            }
        }
        return false;
    }

    /** Bursts like this one in the minute before it, and in the same phase of the session: reps of one exercise. */
    private int similarBefore(ChannelHistory history, Activity activity) {
        Context.Phase phase = context.at(activity.onsetSeconds());
        int similar = 0;
        for (Activity other : history.similarBefore(activity)) {
            similar += context.at(other.onsetSeconds()) == phase ? 1 : 0;
        }
        return similar;
    }

    private double moved(double from, double to) {
        double highest = Double.NaN;
        for (MotionTrack track : motion) {
            double level = track.highest(from, to);
            if (!Double.isNaN(level) && !(level <= highest)) {
                highest = level;
            }
        }
        return highest;
    }

    void state(State io) {
        context.state(io);
    }
}
