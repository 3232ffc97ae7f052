package twinge.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import twinge.detect.Detector;
import twinge.detect.Finding;
import twinge.files.ReadOptions;
import twinge.files.Recording;
import twinge.files.tape.TapeRecording;
import twinge.frames.Block;
import twinge.settings.Settings;
import twinge.wire.Protocol;
import twinge.wire.TickProtocol;

class LiveReplayTest {
    @TempDir
    private Path folder;

    static Optional<? extends Protocol> tick(String name) {
        return name.equals("tick") ? Optional.of(new TickProtocol()) : Optional.empty();
    }

    static Wearing wearing(Path folder) {
        return new Wearing(
                UUID.fromString("3b4e6f7a-1111-4222-8333-abcdefabcdef"),
                folder,
                Optional.empty(),
                "Anna",
                "deadlift",
                Settings.standard(),
                "test",
                "");
    }

    @ParameterizedTest(name = "seed {0}, faults: {1}")
    @CsvSource({"1, false", "2, true", "3, true", "4, true"})
    void tapeAndRecordingGiveBackWhatWasFoundLiveToTheBit(long seed, boolean faults) throws Exception {
        ScriptedBoard board = ScriptedBoard.of(90, seed, faults);
        Following live = new Following();
        Path place = folder.resolve("session");
        LiveBoard taken = new LiveBoard(board, new TickProtocol(), TickProtocol.board(4, 1000), new byte[0]);
        try (LiveSession session = LiveSession.start(wearing(place), List.of(taken), board, List.of(live))) {
            AtomicInteger reads = new AtomicInteger();
            board.atEachRead(() -> {
                if (reads.incrementAndGet() % 1777 == 0) {
                    session.mark(reads.get() % 2 == 0 ? "set start" : "rest");
                    session.label("spasm", "Anna");
                }
            });
            live.await(board::over);
            session.stop();
        }
        List<String> decided = words(live.findings());
        assertTrue(decided.size() > 20, "too little was found to compare: " + decided);
        assertEquals(faults, live.tally().lost() > 0, live.tally().toString());
        assertEquals(faults, live.words().contains("link GONE"));

        try (TapeRecording tape = Rebuilding.open(place.resolve("board-1.tape"), LiveReplayTest::tick)) {
            Following replay = replayed(tape);
            assertEquals(live.blocks(), replay.blocks());
            assertEquals(live.findings(), replay.findings());
            assertEquals(decided, tape.decisions());
            assertEquals(live.tally(), tape.tally());
            assertEquals(List.of(), tape.warnings());
            assertFalse(tape.labels().isEmpty());
        }
        try (Recording recording = twinge.files.Recordings.open(place.resolve("board-1.bdf"), ReadOptions.standard())) {
            Following replay = replayed(recording);
            assertEquals(decided, words(replay.findings()));
            assertEquals(frames(live.blocks()), frames(replay.blocks()));
            assertEquals(
                    List.of(),
                    recording.warnings().stream()
                            .filter(w -> !w.contains("discontinuous"))
                            .toList());
        }
    }

    private static Following replayed(Recording recording) throws IOException {
        Following following = new Following();
        Detector detector = new Detector(recording.streams(), Settings.standard());
        for (Block block = recording.next(); block != null; block = recording.next()) {
            following.block(0, block, 0);
            detector.accept(block, finding -> following.finding(0, finding, 0));
        }
        detector.finish(finding -> following.finding(0, finding, 0));
        return following;
    }

    private static List<String> words(List<Finding> findings) {
        return findings.stream().flatMap(each -> Decided.words(each).stream()).toList();
    }

    /** What each frame that is there held, one line a frame. */
    private static List<String> frames(List<Block> blocks) {
        List<String> lines = new ArrayList<>();
        for (Block block : blocks) {
            for (int frame = 0; frame < block.frames(); frame++) {
                StringBuilder line = new StringBuilder().append(block.firstFrame() + frame);
                boolean any = false;
                for (int channel = 0; channel < block.channels(); channel++) {
                    any |= !block.missing(channel, frame);
                    line.append(' ').append(block.missing(channel, frame) ? "-" : block.count(channel, frame));
                }
                if (any) {
                    lines.add(line.toString());
                }
            }
        }
        return lines;
    }
}
