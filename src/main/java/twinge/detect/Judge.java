package twinge.detect;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import twinge.events.Burst;
import twinge.events.Features;
import twinge.events.Kind;
import twinge.events.Verdict;
import twinge.frames.Channel;
import twinge.frames.Marker;
import twinge.frames.SampleStream;

/**
 * Hears what every channel tells, waits until the surroundings of a burst are known, judges it and passes it on to the
 * episodes. Everything happens on the detector's fixed time slices, so the cutting into blocks can not be felt.
 */
final class Judge implements Signs {
    /** Longer activity is no single motor-unit potential (5 to 15 ms, smeared by the filters and the 10 ms bins). */
    static final double LONGEST_TWITCH_SECONDS = 0.04;

    /** How long after its end a burst is judged: by then every window of the rhythm that could hold it has been seen. */
    private static final double WAIT_SECONDS = 2.3;

    private static final double RHYTHM_STRENGTH = 0.4;
    private static final double TRAIN_END_SECONDS = 0.6;
    /** A longer one is told in parts: what vibrates for hours must not be kept for hours. */
    private static final double LONGEST_TRAIN_SECONDS = 300;

    private static final double LONGEST_HOLD_SECONDS = 10;

    private final List<SampleStream> streams;
    private final List<ChannelHistory> channels = new ArrayList<>();
    private final List<MotionTrack> motion;
    private final Context context;
    private final List<Activity> waiting = new ArrayList<>();
    private final Grouper grouper = new Grouper();
    private Consumer<Finding> out;

    Judge(List<SampleStream> streams, List<MotionTrack> motion, Context context) {
        this.streams = streams;
        this.motion = motion;
        this.context = context;
    }

    void hears(int stream, int channel) {
        SampleStream of = streams.get(stream);
        channels.add(new ChannelHistory(stream, channel, of.rateHz(), of.startSeconds()));
    }

    /** Where findings go during the next calls. */
    void tellTo(Consumer<Finding> consumer) {
        out = consumer;
    }

    private ChannelHistory history(int stream, int channel) {
        for (ChannelHistory each : channels) {
            if (each.stream == stream && each.channel == channel) {
                return each;
            }
        }
        throw new IllegalStateException("channel " + channel + " of stream " + stream + " is not watched");
    }

    @Override
    public void began(int stream, int channel, int layer, long onsetFrame, long decidedFrame) {
        history(stream, channel).openSince[layer] = onsetFrame;
        out.accept(new Finding.Provisional(stream, channel, onsetFrame, decidedFrame));
    }

    @Override
    public void vanished(int stream, int channel, int layer, long onsetFrame, long decidedFrame) {
        history(stream, channel).openSince[layer] = -1;
        out.accept(new Finding.Withdrawn(stream, channel, onsetFrame, decidedFrame));
    }

    @Override
    public void ended(Activity activity, long decidedFrame) {
        ChannelHistory history = history(activity.stream(), activity.channel());
        history.openSince[activity.layer()] = -1;
        history.remember(activity);
        waiting.add(activity);
    }

    @Override
    public void pulsed(int stream, int channel, Pulse pulse) {
        ChannelHistory history = history(stream, channel);
        history.pulses.add(pulse);
        history.forgetPulses(pulse.endFrame());
    }

    @Override
    public void rhythmic(int stream, int channel, long fromFrame, long toFrame, double rateHz, double strength) {
        ChannelHistory history = history(stream, channel);
        if (strength < RHYTHM_STRENGTH || rateHz < Rhythm.SLOWEST_HZ || rateHz > Rhythm.FASTEST_HZ) {
            return;
        }
        history.rhythmic(fromFrame, toFrame);
        if (history.train == null) {
            history.train = new Train(stream, channel, fromFrame, toFrame, strength);
        }
        history.train.toFrame = toFrame;
        history.train.strength = Math.max(history.train.strength, strength);
    }

    @Override
    public void beat(int stream, int channel, long frame) {
        history(stream, channel).beat(frame);
    }

    @Override
    public void takenOff(int stream, int channel, long frame) {
        history(stream, channel).takenOff(frame);
    }

    @Override
    public void flawed(Finding.Quality quality) {
        history(quality.stream(), quality.channel()).remember(quality);
        out.accept(quality);
    }

    @Override
    public void trace(Finding.Trace trace) {
        out.accept(trace);
    }

    /** All streams have been heard up to this time. */
    void advance(double seconds) {
        for (ChannelHistory history : channels) {
            Train train = history.train;
            if (train != null
                    && (seconds > time(history, train.toFrame) + TRAIN_END_SECONDS
                            || train.toFrame - train.fromFrame > LONGEST_TRAIN_SECONDS * history.rateHz)) {
                close(history, seconds);
            }
        }
        judge(seconds);
        grouper.close(seconds - WAIT_SECONDS, openSince(), stream -> frame(stream, seconds), out);
    }

    /** The recording has ended. */
    void finish(double seconds) {
        for (ChannelHistory history : channels) {
            if (history.train != null) {
                close(history, seconds);
            }
        }
        judge(Double.POSITIVE_INFINITY, seconds);
        grouper.close(Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY, stream -> frame(stream, seconds), out);
    }

    private void judge(double seconds) {
        judge(seconds, seconds);
    }

    private void judge(double upTo, double now) {
        List<Activity> due = new ArrayList<>();
        for (Activity activity : waiting) {
            if (upTo > activity.endSeconds() + WAIT_SECONDS
                    && !beatsDuring(activity)
                    && !followsStronger(activity, upTo)) {
                due.add(activity);
            }
        }
        waiting.removeAll(due);
        due.sort(Comparator.comparingDouble(Activity::peak)
                .reversed()
                .thenComparingDouble(Activity::onsetSeconds)
                .thenComparingInt(Activity::stream)
                .thenComparingInt(Activity::channel)
                .thenComparingInt(Activity::layer));
        for (Activity activity : due) {
            Verdicts.Surroundings around =
                    around(activity.stream(), activity.channel(), activity.onsetFrame(), activity.endFrame(), activity);
            tell(burst(activity, around, Verdicts.of(activity, around)), now);
        }
    }

    /**
     * Whether a burst may be crosstalk of a stronger one that is not judged yet: on another channel, from before this one's
     * end, at most ten seconds longer.
     */
    private boolean followsStronger(Activity activity, double now) {
        if (now > activity.endSeconds() + WAIT_SECONDS + LONGEST_HOLD_SECONDS) {
            return false;
        }
        for (ChannelHistory history : channels) {
            boolean other = history.stream != activity.stream() || history.channel != activity.channel();
            long since = history.openSince[0];
            if (other && since >= 0 && time(history, since) < activity.endSeconds()) {
                return true;
            }
        }
        for (Activity other : waiting) {
            if ((other.stream() != activity.stream() || other.channel() != activity.channel())
                    && other.peak() > 3 * activity.peak()
                    && other.onsetSeconds() < activity.endSeconds()
                    && activity.onsetSeconds() < other.endSeconds()
                    && now <= other.endSeconds() + WAIT_SECONDS) {
                return true;
            }
        }
        return false;
    }

    /** Whether a steady repetition that is still going on, on any channel, may explain a burst: its own or as crosstalk. */
    private boolean beatsDuring(Activity activity) {
        for (ChannelHistory history : channels) {
            Train train = history.train;
            if (train != null
                    && time(history, train.fromFrame) < activity.endSeconds()
                    && activity.onsetSeconds() < time(history, train.toFrame)) {
                return true;
            }
        }
        return false;
    }

    /** A train is over: its pulses take the place of the bursts that it welded together. */
    private void close(ChannelHistory history, double now) {
        Train train = history.train;
        history.train = null;
        List<Pulse> members = train.members(history.pulses, history.rateHz);
        if (members.isEmpty() || history.onBeats(members)) {
            return;
        }
        double[] intervals = Train.single(Train.intervals(members));
        double hertz = history.rateHz / Train.median(intervals);
        double variation = Train.variation(intervals);
        long from = members.get(0).onsetFrame();
        long to = members.get(members.size() - 1).endFrame();
        Verdicts.Surroundings around = around(history.stream, history.channel, from, to, null);
        Verdict verdict = Verdicts.ofTrain(
                members.size(),
                hertz,
                train.strength,
                variation,
                width(members) / history.rateHz,
                height(members),
                bothSides(history, from, to, members),
                around);
        if (!verdict.kind().involuntary()) {
            return;
        }
        replace(history, Math.min(from, train.fromFrame), Math.max(to, train.toFrame), from, to, now);
        for (Pulse pulse : members) {
            tell(pulse(history, pulse, hertz, train.strength, variation, members.size(), around, verdict), now);
        }
    }

    /** Takes out what the train explains; of a burst that goes on outside its rhythmic windows the rest stays. */
    private void replace(ChannelHistory history, long from, long to, long firstPulse, long lastPulse, double now) {
        List<Activity> covered = new ArrayList<>();
        List<Activity> left = new ArrayList<>();
        long shortest = Math.round(0.4 * history.rateHz);
        for (Activity activity : waiting) {
            boolean here = activity.stream() == history.stream && activity.channel() == history.channel;
            if (here && activity.onsetFrame() < lastPulse && firstPulse < activity.endFrame()) {
                covered.add(activity);
                if (from - activity.onsetFrame() > shortest) {
                    left.add(part(activity, activity.onsetFrame(), from));
                } else {
                    long decided = frame(activity.stream(), now);
                    out.accept(new Finding.Withdrawn(
                            activity.stream(), activity.channel(), activity.onsetFrame(), decided));
                }
                if (activity.endFrame() - to > shortest) {
                    left.add(part(activity, to, activity.endFrame()));
                }
            }
        }
        waiting.removeAll(covered);
        waiting.addAll(left);
    }

    private static double width(List<Pulse> members) {
        return members.stream()
                .mapToLong(pulse -> pulse.endFrame() - pulse.onsetFrame())
                .average()
                .orElse(0);
    }

    private static double height(List<Pulse> members) {
        return Train.median(members.stream().mapToDouble(Pulse::peakTimesRest).toArray());
    }

    private Activity part(Activity activity, long from, long to) {
        SampleStream stream = streams.get(activity.stream());
        return activity.part(from, to, stream.seconds(from), stream.seconds(to));
    }

    private boolean bothSides(ChannelHistory history, long from, long to, List<Pulse> members) {
        double peak = Train.median(members.stream().mapToDouble(Pulse::peak).toArray());
        double start = time(history, from);
        double end = time(history, to);
        Channel.Side side = side(history);
        return channels.stream().anyMatch(other -> side(other) != side && other.rhythmicDuring(start, end, peak));
    }

    private Channel.Side side(ChannelHistory history) {
        return streams.get(history.stream).montage().channel(history.channel).side();
    }

    private Verdicts.Surroundings around(int stream, int channel, long from, long to, Activity activity) {
        ChannelHistory history = history(stream, channel);
        double start = time(history, from);
        double end = time(history, to);
        int active = 1;
        boolean together = false;
        boolean beating = history.onBeat(start, history);
        boolean atOnce = false;
        Kind crosstalk = null;
        for (ChannelHistory other : channels) {
            if (other == history) {
                continue;
            }
            double offset = streams.get(other.stream).startSeconds();
            beating |= history.onBeat(start, other);
            active += other.activeBetween(start, end, offset, activity == null ? 0 : activity.peak() / 4) ? 1 : 0;
            atOnce |= side(other) != side(history) && other.beganAt(start, 0.04, Double.POSITIVE_INFINITY);
            Kind stronger = activity == null ? null : other.strongerOver(start, end, activity.peak());
            crosstalk = stronger == null ? crosstalk : stronger;
            together |= other.beganAt(start, 0.012, 2 * LONGEST_TWITCH_SECONDS);
        }

        Finding.Reason flaw = history.flaw(from, to);
        if (flaw == null && activity != null && activity.flawedShare() > 0.005) {
            flaw = Finding.Reason.RAIL;
        }
        return new Verdicts.Surroundings(
                moved(start - 0.2, Math.min(end, start + 0.5)),
                moved(start - 0.2, Math.min(end, start + 10)),
                context.at(start),
                channels.size(),
                active,
                activity == null ? 0 : similarBefore(history, activity),
                beating,
                flaw,
                together,
                atOnce,
                crosstalk);
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

    private Burst burst(Activity a, Verdicts.Surroundings around, Verdict verdict) {
        Features features = new Features(
                a.seconds(),
                a.riseSeconds(),
                a.peak(),
                a.peakTimesRest(),
                a.areaTimesRestSeconds(),
                a.medianFrequencyHz(),
                a.meanFrequencyHz(),
                a.medianFrequencySlope(),
                0,
                0,
                Double.NaN,
                a.levelVariation(),
                around.similarBefore() + 1,
                around.activeChannels(),
                Double.NaN,
                Double.NaN,
                around.motionAtOnset(),
                a.quietBeforeSeconds());
        return new Burst(
                a.stream(),
                a.channel(),
                a.onsetFrame(),
                a.endFrame(),
                a.onsetSeconds(),
                a.endSeconds(),
                a.cut(),
                features,
                verdict);
    }

    private Burst pulse(
            ChannelHistory history,
            Pulse pulse,
            double hertz,
            double strength,
            double variation,
            int pulses,
            Verdicts.Surroundings around,
            Verdict verdict) {
        double start = time(history, pulse.onsetFrame());
        double end = time(history, pulse.endFrame());
        Features features = new Features(
                end - start,
                Double.NaN,
                pulse.peak(),
                pulse.peakTimesRest(),
                Double.NaN,
                Double.NaN,
                Double.NaN,
                Double.NaN,
                hertz,
                strength,
                variation,
                Double.NaN,
                pulses,
                around.activeChannels(),
                Double.NaN,
                Double.NaN,
                around.motionAtOnset(),
                Double.NaN);
        return new Burst(
                history.stream,
                history.channel,
                pulse.onsetFrame(),
                pulse.endFrame(),
                start,
                end,
                false,
                features,
                verdict);
    }

    private void tell(Burst burst, double now) {
        long decided = frame(burst.stream(), now);
        out.accept(new Finding.BurstFound(burst, decided));
        history(burst.stream(), burst.channel()).judged(burst);
        grouper.add(burst, stream -> frame(stream, now), out);
    }

    private double openSince() {
        double earliest = Double.POSITIVE_INFINITY;
        for (ChannelHistory history : channels) {
            for (long since : history.openSince) {
                earliest = since < 0 ? earliest : Math.min(earliest, time(history, since));
            }
            earliest = history.train == null ? earliest : Math.min(earliest, time(history, history.train.fromFrame));
        }
        for (Activity activity : waiting) {
            earliest = Math.min(earliest, activity.onsetSeconds());
        }
        return earliest;
    }

    private double time(ChannelHistory history, long frame) {
        return streams.get(history.stream).seconds(frame);
    }

    private long frame(int stream, double seconds) {
        return streams.get(stream).frameAt(seconds);
    }

    void accept(Marker marker, double seconds) {
        context.accept(marker, seconds);
    }

    void state(State io) {
        channels.forEach(history -> history.state(io));
        io.list(waiting, activity -> Activity.state(io, activity));
        grouper.state(io);
        context.state(io);
    }
}
