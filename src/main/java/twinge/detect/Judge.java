package twinge.detect;

import java.util.List;
import java.util.function.Consumer;
import twinge.events.Burst;
import twinge.events.Verdict;
import twinge.frames.Marker;
import twinge.frames.SampleStream;

/**
 * Hears what every channel tells, waits until the surroundings of a burst are known, judges it and passes it on to the
 * episodes. Everything happens on the detector's fixed time slices, so the cutting into blocks can not be felt.
 */
final class Judge implements Signs {
    /** Four fifths of the energy of a single motor unit's potential (5 to 15 ms) lie within this; see {@link Core}. */
    static final double LONGEST_TWITCH_SECONDS = 0.02;

    private static final double RHYTHM_STRENGTH = 0.4;
    private static final double TRAIN_END_SECONDS = 0.6;
    /** A longer one is told in parts: what vibrates for hours must not be kept for hours. */
    private static final double LONGEST_TRAIN_SECONDS = 300;

    private final Channels channels;
    private final Circumstances circumstances;
    private final Waiting waiting;
    private final Comparisons comparisons;
    private final Grouper grouper = new Grouper();
    private Consumer<Finding> out;

    Judge(List<SampleStream> streams, List<MotionTrack> motion, Context context) {
        channels = new Channels(streams);
        circumstances = new Circumstances(channels, motion, context);
        waiting = new Waiting(channels);
        comparisons = new Comparisons(channels);
    }

    void hears(int stream, int channel) {
        channels.hears(stream, channel);
    }

    /** Where findings go during the next calls. */
    void tellTo(Consumer<Finding> consumer) {
        out = consumer;
    }

    @Override
    public void began(int stream, int channel, int layer, long onsetFrame, long decidedFrame) {
        channels.of(stream, channel).openSince[layer] = onsetFrame;
        comparisons.began(stream, channel, layer, onsetFrame);
        out.accept(new Finding.Provisional(stream, channel, onsetFrame, decidedFrame));
    }

    @Override
    public void vanished(int stream, int channel, int layer, long onsetFrame, long decidedFrame) {
        channels.of(stream, channel).openSince[layer] = -1;
        comparisons.vanished(stream, channel, layer);
        out.accept(new Finding.Withdrawn(stream, channel, onsetFrame, decidedFrame));
    }

    @Override
    public void ended(Activity activity, long decidedFrame) {
        ChannelHistory history = channels.of(activity.stream(), activity.channel());
        history.openSince[activity.layer()] = -1;
        history.remember(activity);
        waiting.add(activity);
        comparisons.ended(activity);
    }

    @Override
    public void lasting(Activity soFar, long decidedFrame) {
        ChannelHistory history = channels.of(soFar.stream(), soFar.channel());
        Verdict verdict =
                Verdicts.of(soFar, circumstances.around(history, soFar.onsetFrame(), soFar.endFrame(), soFar));
        if (verdict.kind().involuntary() && verdict.probability() >= Grouper.SURE_ENOUGH_TO_TELL) {
            out.accept(
                    new Finding.Suspected(soFar.stream(), soFar.channel(), soFar.onsetFrame(), verdict, decidedFrame));
        }
    }

    @Override
    public void pulsed(int stream, int channel, Pulse pulse) {
        ChannelHistory history = channels.of(stream, channel);
        history.pulses.add(pulse);
        history.forgetPulses(pulse.endFrame());
    }

    @Override
    public void rhythmic(int stream, int channel, long fromFrame, long toFrame, double rateHz, double strength) {
        ChannelHistory history = channels.of(stream, channel);
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
        channels.of(stream, channel).beat(frame);
    }

    @Override
    public void takenOff(int stream, int channel, long frame) {
        channels.of(stream, channel).takenOff(frame);
    }

    @Override
    public void flawing(int stream, int channel, Finding.Reason reason, long firstFrame, long endFrame) {
        channels.of(stream, channel).flaws.runs(reason, firstFrame, endFrame);
    }

    @Override
    public void flawed(Finding.Quality quality) {
        channels.of(quality.stream(), quality.channel()).flaws.remember(quality);
        out.accept(quality);
    }

    @Override
    public void level(int stream, int channel, double middleFrame, int frames, double detection, double aboveRest) {
        channels.of(stream, channel).course.add(middleFrame, frames, detection, aboveRest);
    }

    @Override
    public void trace(Finding.Trace trace) {
        out.accept(trace);
    }

    /** All streams have been heard up to this time. */
    void advance(double seconds) {
        comparisons.advance(seconds, waiting);
        for (ChannelHistory history : channels) {
            Train train = history.train;
            if (train != null
                    && (seconds > channels.seconds(history, train.toFrame) + TRAIN_END_SECONDS
                            || train.toFrame - train.fromFrame > LONGEST_TRAIN_SECONDS * history.rateHz)) {
                close(history, seconds);
            }
        }
        judge(waiting.due(seconds), seconds);
        double openSince = Math.min(channels.openSince(), waiting.earliest());
        grouper.close(seconds - Waiting.SECONDS, openSince, stream -> frame(stream, seconds), out);
    }

    /** The recording has ended. */
    void finish(double seconds) {
        comparisons.advance(Double.POSITIVE_INFINITY, waiting);
        for (ChannelHistory history : channels) {
            if (history.train != null) {
                close(history, seconds);
            }
        }
        judge(waiting.due(Double.POSITIVE_INFINITY), seconds);
        grouper.close(Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY, stream -> frame(stream, seconds), out);
    }

    private void judge(List<Activity> due, double now) {
        for (Activity activity : due) {
            ChannelHistory history = channels.of(activity.stream(), activity.channel());
            Surroundings around = circumstances.around(history, activity.onsetFrame(), activity.endFrame(), activity);
            tell(Bursts.of(activity, around, Verdicts.of(activity, around)), now);
        }
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
        Surroundings around = circumstances.around(history, from, to, null);
        Verdict verdict = Verdicts.ofTrain(
                members.size(),
                hertz,
                train.strength,
                variation,
                width(members) / history.rateHz,
                height(members),
                circumstances.bothSides(history, from, to, members),
                around);
        if (!verdict.kind().involuntary()) {
            return;
        }
        waiting.replace(
                history,
                Math.min(from, train.fromFrame),
                Math.max(to, train.toFrame),
                from,
                to,
                activity -> out.accept(new Finding.Withdrawn(
                        activity.stream(), activity.channel(), activity.onsetFrame(), frame(activity.stream(), now))));
        double delaySeconds = comparisons.delaySeconds(history, train, hertz);
        double asymmetry = comparisons.asymmetry(history, train);
        for (Pulse pulse : members) {
            tell(
                    Bursts.of(
                            channels.stream(history.stream),
                            history.channel,
                            pulse,
                            hertz,
                            train.strength,
                            variation,
                            members.size(),
                            delaySeconds,
                            asymmetry,
                            around,
                            verdict),
                    now);
        }
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

    private void tell(Burst burst, double now) {
        long decided = frame(burst.stream(), now);
        out.accept(new Finding.BurstFound(burst, decided));
        channels.of(burst.stream(), burst.channel()).judged(burst);
        grouper.add(burst, stream -> frame(stream, now), out);
    }

    private long frame(int stream, double seconds) {
        return channels.stream(stream).frameAt(seconds);
    }

    void accept(Marker marker, double seconds) {
        circumstances.accept(marker, seconds);
    }

    void state(State io) {
        channels.state(io);
        waiting.state(io);
        comparisons.state(io);
        grouper.state(io);
        circumstances.state(io);
    }
}
