package twinge.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import twinge.detect.Detector;
import twinge.detect.Finding;
import twinge.files.ReadOptions;
import twinge.files.Recording;
import twinge.files.tape.TapeRecording;
import twinge.frames.Block;
import twinge.settings.Settings;
import twinge.simulate.Catalogue;
import twinge.simulate.Simulation;
import twinge.simulate.board.FaultPlan;
import twinge.simulate.board.Models;
import twinge.simulate.board.Pace;
import twinge.simulate.board.VirtualBoard;
import twinge.simulate.board.VirtualLink;
import twinge.wire.Conversation.Step;
import twinge.wire.Link;
import twinge.wire.Protocol;
import twinge.wire.Protocols;
import twinge.wire.Talk;
import twinge.wire.Wishes;

/** A session recorded from each kind of board, with faults on its line, is found again to the bit on its tape and in its BDF. */
class VirtualBoardsLiveTest {
    private static final double SECONDS = 75;
    private static final String FAULTS =
            "loss=5e-5,corrupt=5e-5,insert=2e-5,batch=16ms,chunk=62,stall=0.4s/15s,unplug=2s/30s,reset=0.2s@50s,drift=120ppm";

    @TempDir
    private Path folder;

    @TestFactory
    List<DynamicTest> replayEqualsLive() {
        List<DynamicTest> tests = new ArrayList<>();
        for (String model : List.of(
                "cyton",
                "cyton-daisy",
                "bitalino",
                "spikershield",
                "human-spikerbox",
                "shimmer3",
                "chords-uno-r3",
                "lines-millis")) {
            tests.add(DynamicTest.dynamicTest(model, () -> replayEqualsLive(model, FAULTS)));
        }
        return tests;
    }

    private void replayEqualsLive(String model, String faults) throws Exception {
        Simulation worn = new Simulation(Catalogue.REST.scenario(5, SECONDS));
        VirtualBoard virtual = new VirtualBoard(Models.named(model).orElseThrow(), worn, FaultPlan.parse(faults), 3);
        Leaping link = new Leaping(virtual);
        Protocol protocol = Protocols.named(virtual.model().protocol()).orElseThrow();
        Step step = new Talk(link, link::nanos).carryOut(protocol.converse(Wishes.none()), new byte[0], 9_000, 30_000);
        assertTrue(step instanceof Step.Streaming, step.toString());
        Step.Streaming streaming = (Step.Streaming) step;
        LiveBoard board = new LiveBoard(link, protocol, streaming.board(), streaming.unread());
        Following live = new Following();
        Path place = folder.resolve(model);
        try (LiveSession session =
                LiveSession.start(LiveReplayTest.wearing(place), List.of(board), link, List.of(live))) {
            live.await(() -> link.over);
            session.stop();
            assertTrue(
                    session.remarks().stream().noneMatch(words -> words.contains("detected")),
                    session.remarks().toString());
        }
        List<String> decided = words(live.findings());
        assertTrue(decided.size() > 3, "too little was found to compare: " + decided);
        assertTrue(live.tally().lost() > 0, live.tally().toString());
        try (TapeRecording tape = new TapeRecording(
                twinge.files.ByteSource.of(place.resolve("board-1.tape")), ReadOptions.standard(), Protocols::named)) {
            Following replay = replayed(tape);
            assertEquals(live.blocks(), replay.blocks());
            assertEquals(decided, words(replay.findings()));
            assertEquals(live.tally(), tape.tally());
        }
        try (Recording recording = twinge.files.Recordings.open(place.resolve("board-1.bdf"), ReadOptions.standard())) {
            assertEquals(decided, words(replayed(recording).findings()));
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

    /** The way to a virtual board for which waiting takes no time, and the clock that goes with it. */
    private static final class Leaping implements Link, LiveClock {
        private final Pace pace = Pace.leaping();
        private final VirtualBoard board;
        private final VirtualLink link;
        private volatile boolean over;

        Leaping(VirtualBoard board) {
            this.board = board;
            link = new VirtualLink(board, pace);
        }

        @Override
        public String name() {
            return link.name();
        }

        @Override
        public int read(byte[] into) throws IOException {
            int length = link.read(into);
            over |= length < 0 && board.ended();
            return length;
        }

        @Override
        public void write(byte[] bytes) throws IOException {
            link.write(bytes);
        }

        @Override
        public boolean reopen() throws IOException {
            try {
                pace.await(new ReentrantLock().newCondition(), pace.nanos() + 300_000_000);
            } catch (InterruptedException e) {
                throw new IOException(e);
            }
            return link.reopen();
        }

        @Override
        public void close() {
            link.close();
        }

        @Override
        public long nanos() {
            return pace.nanos();
        }

        @Override
        public Instant wall() {
            return Instant.parse("2026-11-25T17:15:30Z").plusNanos(pace.nanos());
        }

        @Override
        public ZoneId zone() {
            return ZoneOffset.UTC;
        }
    }
}
