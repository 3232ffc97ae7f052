package twinge.detect;

import java.util.ArrayList;
import java.util.List;
import twinge.events.Burst;
import twinge.events.Kind;

/** What the judge remembers of one channel: recent bursts, what is open, pulses, beats, flaws. */
final class ChannelHistory {
    private static final int MOST = 64;
    private static final double BEAT_GAP_SECONDS = 0.2;
    private static final double CROSSTALK = 0.33;
    private static final int MOST_BEATS = 8;
    private static final int MOST_TAKEN_OFF = 16;

    final int stream;
    final int channel;
    final double rateHz;
    private final double startSeconds;
    final long[] openSince = {-1, -1};
    final List<Activity> recent = new ArrayList<>();
    final List<Signs.Pulse> pulses = new ArrayList<>();
    final List<Long> beats = new ArrayList<>();
    private final List<Long> takenOff = new ArrayList<>();
    final List<Finding.Quality> flaws = new ArrayList<>();
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

    void remember(Finding.Quality flaw) {
        flaws.add(flaw);
        if (flaws.size() > MOST) {
            flaws.remove(0);
        }
    }

    void takenOff(long frame) {
        takenOff.add(frame);
        if (takenOff.size() > MOST_TAKEN_OFF) {
            takenOff.remove(0);
        }
    }

    void beat(long frame) {
        beats.add(frame);
        if (beats.size() > MOST_BEATS) {
            beats.remove(0);
        }
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

    /** Kind of a judged burst here that is over three times as high and covers a good part of a stretch, or null. */
    Kind strongerOver(double from, double to, double peak) {
        double covered = 0;
        Kind kind = null;
        for (Burst burst : judged) {
            double shared = Math.min(to, burst.endSeconds() + BEAT_GAP_SECONDS) - Math.max(from, burst.onsetSeconds());
            if (shared > 0 && CROSSTALK * burst.features().peakMicrovolts() > peak) {
                covered += shared;
                kind = burst.kind();
            }
        }
        return covered > 0.3 * (to - from) ? kind : null;
    }

    /**
     * Whether a burst here lies on a beat that another channel's heartbeat finder saw, and bursts here do so as a rule: on
     * most of the last beats. One that meets a beat by chance is no heartbeat.
     */
    boolean onBeat(double onset, ChannelHistory finder) {
        boolean here = false;
        for (long beat : finder.beats) {
            here |= near(onset, finder.seconds(beat));
        }
        if (!here || finder.beats.size() < 3) {
            return false;
        }
        int met = 0;
        for (long beat : finder.beats) {
            double at = finder.seconds(beat);
            met += shortBurstAt(at) ? 1 : 0;
        }
        return 2 * met >= finder.beats.size();
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

    private boolean shortBurstAt(double seconds) {
        for (Activity burst : recent) {
            if (near(burst.onsetSeconds(), seconds) && burst.seconds() < 0.3) {
                return true;
            }
        }
        return false;
    }

    /** Whether a burst here began within so many seconds of a time; twitches only, or any. */
    boolean beganAt(double seconds, double within, double longestCore) {
        for (Activity burst : recent) {
            if (Math.abs(burst.onsetSeconds() - seconds) < within && burst.coreSeconds() <= longestCore) {
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
        return beganAt(seconds, within, Double.POSITIVE_INFINITY);
    }

    private static boolean near(double onset, double beat) {
        return Math.abs(onset - beat) < 0.06;
    }

    /** The worst flaw that overlaps a stretch, or null. Mains, lost samples and sway are no reason to doubt a
     * burst: the filters take hum and sway off. */
    Finding.Reason flaw(long from, long to) {
        for (Finding.Quality flaw : flaws) {
            boolean counts = switch (flaw.reason()) {
                case RAIL, FLAT, NOISE -> true;
                case MAINS, GAP, SWAY -> false;
            };
            if (counts && flaw.firstFrame() < to && from < flaw.endFrame()) {
                return flaw.reason();
            }
        }
        return null;
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
        io.list(beats, beat -> io.whole(beat == null ? 0 : beat));
        io.list(takenOff, beat -> io.whole(beat == null ? 0 : beat));
        io.list(flaws, flaw -> quality(io, flaw));
        io.list(judged, burst -> Saved.burst(io, burst));
        course.state(io);
        boolean present = io.flag(train != null);
        train = present ? Train.state(io, train) : null;
        rhythmicFrom = io.whole(rhythmicFrom);
        rhythmicTo = io.whole(rhythmicTo);
    }

    private static Finding.Quality quality(State io, Finding.Quality q) {
        boolean w = q != null;
        return new Finding.Quality(
                io.count(w ? q.stream() : 0),
                io.count(w ? q.channel() : 0),
                io.whole(w ? q.firstFrame() : 0),
                io.whole(w ? q.endFrame() : 0),
                Finding.Reason.values()[io.count(w ? q.reason().ordinal() : 0)],
                io.text(w ? q.words() : ""),
                io.whole(w ? q.decidedFrame() : 0));
    }
}
