package twinge.log;

import java.io.IOException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import twinge.events.Burst;
import twinge.events.Episode;
import twinge.events.Evidence;
import twinge.events.Features;
import twinge.events.Kind;
import twinge.events.Session;
import twinge.events.Verdict;
import twinge.frames.Block;
import twinge.frames.Channel;
import twinge.frames.Marker;
import twinge.frames.Montage;
import twinge.frames.SampleStream;
import twinge.frames.Scale;

/** Sessions, episodes and signals to log. */
final class Samples {
    static final Scale EMG = new Scale(-8388608, 8388607, -187500, 187499.97764825827, "uV");
    static final SampleStream MUSCLE = new SampleStream(
            0,
            100,
            0,
            new Montage(List.of(
                    new Channel("ES L", Channel.Type.EMG, "erector spinae", Channel.Side.LEFT, "L3", EMG),
                    new Channel("ES R", Channel.Type.EMG, "erector spinae", Channel.Side.RIGHT, "L3", EMG))));
    static final SampleStream MOTION = new SampleStream(
            1,
            37.5,
            0.25,
            new Montage(List.of(Channel.of("ACC Z", Channel.Type.ACCELERATION, Scale.step(0.001, "g")))));
    static final List<SampleStream> STREAMS = List.of(MUSCLE, MOTION);
    static final Analysis ANALYSIS = new Analysis("1.0", "aa");
    static final Summary SUMMARY = new Summary(58.5, 8000, 150, Map.of("RAIL", 1.5, "GAP", 0.25));

    private Samples() {}

    /** A session of a number, which makes its UUID. */
    static Session session(int number, String athlete, String start) {
        return new Session(
                new UUID(0, number),
                athlete,
                Optional.ofNullable(start).map(LocalDateTime::parse),
                Optional.of(ZoneOffset.ofHours(2)),
                "run-" + number + ".bdf");
    }

    static Episode episode(Kind kind, double onsetSeconds, double endSeconds) {
        Verdict verdict = new Verdict(
                kind,
                0.75,
                List.of(
                        new Evidence("no movement; it's 3.1 times rest", 1.5),
                        new Evidence("'); DROP TABLE episode;--", -0.25)));
        Burst left = burst(0, onsetSeconds, endSeconds - 0.25, 3, verdict);
        Burst right = burst(1, onsetSeconds + 0.125, endSeconds, 9.5, verdict);
        return new Episode(verdict, List.of(left, right));
    }

    private static Burst burst(int channel, double onset, double end, double timesRest, Verdict verdict) {
        double nan = Double.NaN;
        Features features = new Features(
                end - onset, 0.1, 55, timesRest, 4, nan, nan, nan, 0, 0.2, 0, 0.3, 1, 2, 0.01, 0.5, nan, 7);
        return new Burst(
                0, channel, MUSCLE.frameAt(onset), MUSCLE.frameAt(end), onset, end, channel == 1, features, verdict);
    }

    /** Logs one analysis with these episodes, without their signal. */
    static void log(EventLog log, Session session, Analysis analysis, Episode... episodes) throws IOException {
        try (AnalysisWriter writer = log.begin(session, analysis, STREAMS)) {
            for (Episode episode : episodes) {
                writer.add(episode, Optional.empty());
            }
            writer.finish(SUMMARY);
        }
    }

    /**
     * A recording of both streams, merged by time, with gaps, missing samples, markers, and blocks of any length.
     *
     * @param random decides all of it
     */
    static List<Block> recording(Random random, double seconds) {
        List<Block> blocks = new ArrayList<>();
        long[] next = new long[STREAMS.size()];
        while (true) {
            SampleStream stream = MUSCLE.seconds(next[0]) <= MOTION.seconds(next[1]) ? MUSCLE : MOTION;
            if (stream.seconds(next[stream.index()]) >= seconds) {
                return blocks;
            }
            long first = next[stream.index()];
            Block block = block(random, stream, first, random.nextInt(40));
            blocks.add(block);
            next[stream.index()] = block.endFrame() + (random.nextInt(12) == 0 ? random.nextInt(50) : 0);
        }
    }

    private static Block block(Random random, SampleStream stream, long first, int frames) {
        Block.Builder builder = Block.of(stream, first, frames);
        boolean patchy = random.nextInt(4) == 0;
        for (int channel = 0; channel < stream.montage().size(); channel++) {
            for (int frame = 0; frame < frames; frame++) {
                builder.count(channel, frame, random.nextInt(16) == 0 ? random.nextInt() : (int) (first + frame));
                if (patchy && random.nextInt(3) == 0) {
                    builder.missing(channel, frame);
                }
            }
        }
        if (random.nextInt(5) == 0 && frames > 0) {
            builder.markers(List.of(new Marker(first + random.nextInt(frames), 0.5, "Set \u00e9 " + first)));
        }
        return builder.build();
    }
}
