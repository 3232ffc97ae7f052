package twinge.detect;

import java.util.ArrayList;
import java.util.List;
import twinge.events.Burst;
import twinge.events.Verdict;

/** What the judge remembers of one channel: recent bursts, what is open, pulses, beats, flaws. */
final class ChannelHistory {
    private static final int MOST = 64;
    private static final double BEAT_GAP_SECONDS = 0.2;
    private static final double CROSSTALK = 0.33;
    private static final double CROSSTALK_SECONDS = 0.02; // how far apart the onsets of one potential are found
    private static final int MOST_TAKEN_OFF = 16;

    final int stream;
    final int channel;
    final double rateHz;
    private final double startSeconds;
    final long[] openSince = {-1, -1};
    final List<Activity> recent = new ArrayList<>();
    final List<Signs.Pulse> pulses = new ArrayList<>();
    final Beats beats = new Beats();
    private final List<Long> takenOff = new ArrayList<>();
    final Flaws flaws = new Flaws();
    final List<Burst> judged = new ArrayList<>();
    final Course course;
    Train train;
    private long rhythmicFrom = -1;
    private long rhythmicTo = -1;

    ChannelHistory(int stream, int channel, double rateHz, double startSeconds) {
        this.stream = stream;
        this.channel = channel;
        this.rateHz = rateHz;
        this.startSeconds = startSeconds;
        course = new Course(rateHz, startSeconds);
    }

    private double seconds(long frame) {
        return startSeconds + frame / rateHz;
    }

    void remember(Activity activity) {
        recent.add(activity);
        if (recent.size() > MOST) {
            recent.remove(0);
        }
    }

    void takenOff(long frame) {
        beats.add(seconds(frame));
        takenOff.add(frame);
        if (takenOff.size() > MOST_TAKEN_OFF) {
            takenOff.remove(0);
        }
    }

    void beat(long frame) {
        beats.add(seconds(frame));
    }

    /** The envelope repeats steadily in this stretch, whatever that will be taken for. */
    void rhythmic(long from, long to) {
        rhythmicFrom = from > rhythmicTo ? from : rhythmicFrom;
        rhythmicTo = to;
    }

    /** Whether the latest steady repetition covers a good part of a stretch in seconds, and is no crosstalk of {@code peak}. */
    boolean rhythmicDuring(double from, double to, double peak) {
        double shared = Math.min(to, seconds(rhythmicTo)) - Math.max(from, seconds(rhythmicFrom));
        if (rhythmicTo < 0 || !(shared > 0.3 * (to - from))) {
            return false;
        }
        double own = Train.median(pulses.stream()
                .filter(pulse -> seconds(pulse.onsetFrame()) < to && from < seconds(pulse.endFrame()))
                .mapToDouble(Signs.Pulse::peak)
                .toArray());
        return own > CROSSTALK * peak;
    }

    /** Pulses stay for as long as a train may still want them. */
    void forgetPulses(long frame) {
        long keep = train != null ? train.fromFrame : frame - Math.round(3 * rateHz);
        while (!pulses.isEmpty() && pulses.get(0).endFrame() < keep) {
            pulses.remove(0);
        }
    }

    void judged(Burst burst) {
        judged.add(burst);
        if (judged.size() > MOST) {
            judged.remove(0);
        }
    }

    /** Verdict on a judged burst here that is over three times as high and covers a good part of a stretch, or null. */
    Verdict strongerOver(double from, double to, double peak) {
        double covered = 0;
        Verdict verdict = null;
        for (Burst burst : judged) {
            double shared = Math.min(to, burst.endSeconds() + BEAT_GAP_SECONDS)
                    - Math.max(from, burst.onsetSeconds() - CROSSTALK_SECONDS);
            if (shared > 0 && CROSSTALK * burst.features().peakMicrovolts() > peak) {
                covered += shared;
                verdict = burst.verdict();
            }
        }
        return covered > 0.3 * (to - from) ? verdict : null;
    }

    /** How much the beats found on a channel, this one or another, speak for a burst here being one; see {@link Beats}. */
    int onBeat(double onset, ChannelHistory finder) {
        return finder.beats.speakFor(onset, recent);
    }

    /**
     * How many beats of a steady pulse of 40 to 180 a minute a short burst is one of, from its like before and after it: each
     * interval within three tenths of its neighbours. Single motor units fire at irregular times.
     */
    int steadyAround(Activity burst) {
        int at = -1;
        List<Double> onsets = new ArrayList<>();
        for (Activity other : recent) {
            if (other == burst || other.onsetFrame() == burst.onsetFrame() && other.layer() == burst.layer()) {
                at = onsets.size();
            }
            if (other.mayBeBeat() && ratio(other.peak(), burst.peak()) < 2) {
                onsets.add(other.onsetSeconds());
            }
        }
        if (at < 0 || at == onsets.size() || onsets.get(at) != burst.onsetSeconds()) {
            return 0;
        }
        int first = at;
        int last = at;
        double interval = 0;
        while (last + 1 < onsets.size() && follows(onsets.get(last + 1) - onsets.get(last), interval)) {
            interval = onsets.get(last + 1) - onsets.get(last);
            last++;
        }
        interval = last > at ? onsets.get(at + 1) - onsets.get(at) : 0;
        while (first > 0 && follows(onsets.get(first) - onsets.get(first - 1), interval)) {
            interval = onsets.get(first) - onsets.get(first - 1);
            first--;
        }
        return last - first + 1;
    }

    private static boolean follows(double interval, double before) {
        return interval > 60.0 / 180 && interval < 60.0 / 40 && (before == 0 || ratio(interval, before) < 1.3);
    }

    private static double ratio(double one, double other) {
        return Math.max(one, other) / Math.min(one, other);
    }

    /** Whether pulses fall on beats that were taken off here: four in five of those in the time of the latest beats. */
    boolean onBeats(List<Signs.Pulse> pulses) {
        int compared = 0;
        int met = 0;
        for (Signs.Pulse pulse : pulses) {
            if (!takenOff.isEmpty() && pulse.endFrame() > takenOff.get(0)) {
                compared++;
                double onset = seconds(pulse.onsetFrame());
                met += takenOff.stream().anyMatch(beat -> near(onset, seconds(beat))) ? 1 : 0;
            }
        }
        return compared >= 3 && 5 * met >= 4 * compared;
    }

    /** Whether one as short as a twitch began here within 12 ms of a twitch, and is no crosstalk of it. */
    boolean twitchedAlong(Activity twitch) {
        for (Activity burst : recent) {
            if (Math.abs(burst.onsetSeconds() - twitch.onsetSeconds()) < 0.012
                    && burst.mayBeBeat()
                    && burst.peakTimesRest() > CROSSTALK * twitch.peakTimesRest()) {
                return true;
            }
        }
        return false;
    }

    /** Whether a burst here began within so many seconds of a time. */
    boolean beganAt(double seconds, double within) {
        for (Activity burst : recent) {
            if (Math.abs(burst.onsetSeconds() - seconds) < within) {
                return true;
            }
        }
        return false;
    }

    /** Whether a burst here began within so many seconds of a time, be it over or not. */
    boolean beganOrIsOpen(double seconds, double within) {
        for (long since : openSince) {
            if (since >= 0 && Math.abs(seconds(since) - seconds) < within) {
                return true;
            }
        }
        return beganAt(seconds, within);
    }

    private static boolean near(double onset, double beat) {
        return Math.abs(onset - beat) < 0.06;
    }

    /** Bursts of the same length and height in the minute before one. */
    List<Activity> similarBefore(Activity burst) {
        List<Activity> similar = new ArrayList<>();
        for (Activity other : recent) {
            if (other.onsetFrame() < burst.onsetFrame()
                    && other.endSeconds() > burst.onsetSeconds() - 60
                    && alike(other.seconds(), burst.seconds())
                    && alike(other.peak(), burst.peak())) {
                similar.add(other);
            }
        }
        return similar;
    }

    private static boolean alike(double one, double other) {
        return one < 1.6 * other && other < 1.6 * one;
    }

    /** Whether this channel was active, at least as high as {@code peak}, at any time of a stretch given in seconds. */
    boolean activeBetween(double from, double to, double startSeconds, double peak) {
        if (peak == 0 && openSince[0] >= 0 && startSeconds + openSince[0] / rateHz < to) {
            return true;
        }
        for (int i = recent.size() - 1; i >= 0; i--) {
            Activity other = recent.get(i);
            if (other.onsetSeconds() < to && from < other.endSeconds() && other.peak() >= peak) {
                return true;
            }
        }
        return false;
    }

    void state(State io) {
        io.wholes(openSince);
        io.list(recent, activity -> Activity.state(io, activity));
        io.list(pulses, pulse -> Signs.Pulse.state(io, pulse));
        beats.state(io);
        io.list(takenOff, beat -> io.whole(beat == null ? 0 : beat));
        flaws.state(io);
        io.list(judged, burst -> Saved.burst(io, burst));
        course.state(io);
        boolean present = io.flag(train != null);
        train = present ? Train.state(io, train) : null;
        rhythmicFrom = io.whole(rhythmicFrom);
        rhythmicTo = io.whole(rhythmicTo);
    }
}
