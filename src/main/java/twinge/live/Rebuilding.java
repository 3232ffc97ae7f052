package twinge.live;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import twinge.detect.Detector;
import twinge.detect.Finding;
import twinge.events.Session;
import twinge.files.ByteSource;
import twinge.files.ReadOptions;
import twinge.files.edf.EdfWriter;
import twinge.files.tape.TapeRecording;
import twinge.frames.Block;
import twinge.log.Analysis;
import twinge.log.EventLog;
import twinge.wire.Protocol;
import twinge.wire.Tally;

/** Makes of a tape again what a session that was cut short did not get to write. */
final class Rebuilding {
    /**
     * What a tape held.
     *
     * @param seconds how long it was recorded
     * @param remarks what was wrong with it
     */
    record Held(double seconds, Tally tally, ClockMap.Fit clock, boolean any, List<String> remarks) {}

    private Rebuilding() {}

    static TapeRecording open(Path tape, Function<String, Optional<? extends Protocol>> protocols) throws IOException {
        return new TapeRecording(ByteSource.of(tape), ReadOptions.standard(), protocols);
    }

    /** Writes the recording of a whole tape beside it and then puts it in the place of the one that is there. */
    static Held recording(Path tape, Path recording, Function<String, Optional<? extends Protocol>> protocols)
            throws IOException {
        Path part = recording.resolveSibling(recording.getFileName() + ".part");
        try (TapeRecording read = open(tape, protocols)) {
            ClockMap clock = new ClockMap(read.streams().get(0).rateHz());
            Session session = read.session();
            Block first = read.next();
            if (first != null) {
                try (EdfWriter writer = Recordings.open(part, session, read.streams(), Disk.real())) {
                    for (Block block = first; block != null; block = read.next()) {
                        writer.write(block);
                        follow(clock, block, read);
                    }
                }
                SessionFolder.replace(part, recording);
            }
            return new Held(read.lastNanos() / 1e9, read.tally(), clock.fit(), first != null, read.warnings());
        } finally {
            Files.deleteIfExists(part);
        }
    }

    /** Reads a tape through for what it held. */
    static Held held(Path tape, Function<String, Optional<? extends Protocol>> protocols) throws IOException {
        try (TapeRecording read = open(tape, protocols)) {
            ClockMap clock = new ClockMap(read.streams().get(0).rateHz());
            boolean any = false;
            for (Block block = read.next(); block != null; block = read.next()) {
                any = true;
                follow(clock, block, read);
            }
            return new Held(read.lastNanos() / 1e9, read.tally(), clock.fit(), any, read.warnings());
        }
    }

    private static void follow(ClockMap clock, Block block, TapeRecording read) {
        if (block.stream() == 0 && block.frames() > 0) {
            clock.add(block.endFrame() - 1, read.lastNanos());
        }
    }

    /**
     * Finds again what was found live and puts it into the log, in the place of what is there of the same analysis.
     *
     * @return how many episodes there are
     */
    static int log(Path tape, EventLog log, Function<String, Optional<? extends Protocol>> protocols, String source)
            throws IOException {
        try (TapeRecording read = open(tape, protocols)) {
            Conditions conditions = Conditions.of(read.header(), tape.toString());
            Session own = read.session();
            Session session = new Session(own.id(), own.athlete(), own.start(), own.zone(), source);
            Analysis analysis = conditions.analysis(read.header().program(), false);
            Detector detector = conditions.detector(read.streams());
            List<Finding> found = new ArrayList<>();
            int episodes = 0;
            try (LoggedRun run = new LoggedRun(log.begin(session, analysis, read.streams()), read.streams())) {
                for (Block block = read.next(); block != null; block = read.next()) {
                    run.block(block);
                    detector.accept(block, found::add);
                    episodes += handOn(found, run);
                }
                detector.finish(found::add);
                episodes += handOn(found, run);
                run.finish(session);
            }
            return episodes;
        }
    }

    private static int handOn(List<Finding> found, LoggedRun run) {
        int episodes = 0;
        for (Finding finding : found) {
            run.finding(finding);
            episodes += finding instanceof Finding.EpisodeEnded ? 1 : 0;
        }
        found.clear();
        return episodes;
    }
}
