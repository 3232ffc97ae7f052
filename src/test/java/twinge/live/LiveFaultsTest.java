package twinge.live;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import twinge.events.Calibration;
import twinge.events.Calibrations;
import twinge.events.Session;
import twinge.files.ReadOptions;
import twinge.files.Recording;
import twinge.files.tape.SessionCard;
import twinge.files.tape.TapeRecording;
import twinge.frames.Block;
import twinge.log.EventLog;
import twinge.log.Query;
import twinge.settings.Settings;
import twinge.wire.TickProtocol;

/** What a wearing has to live through: R3, R7, R8, R10 and R11 of the fault tests. */
class LiveFaultsTest {
    private static final long SECOND = 1_000_000_000L;

    @TempDir
    private Path work;

    private final Following following = new Following();

    private LiveSession begin(List<MemoryLink> links, Optional<Path> log, LiveListener... others) throws IOException {
        List<LiveBoard> boards = new ArrayList<>();
        for (MemoryLink link : links) {
            boards.add(new LiveBoard(link, new TickProtocol(), TickProtocol.board(4, 1000), new byte[0]));
        }
        List<LiveListener> listeners = new ArrayList<>(List.of(others));
        listeners.add(following);
        Wearing wearing = new Wearing(
                UUID.randomUUID(), work.resolve("session"), log, "Anna", "", Settings.standard(), "test", "");
        return LiveSession.start(wearing, boards, LiveClock.system(), listeners);
    }

    private static void send(MemoryLink link, Emg emg, long from, long to) {
        for (long frame = from; frame < to; frame++) {
            link.send(TickProtocol.frame(frame, emg.next()));
        }
    }

    @Test
    void aBoardThatIsPulledOutIsMissedWithinASecondAndGoesOnInTheSameSession() throws Exception {
        MemoryLink link = new MemoryLink();
        Emg emg = new Emg(4, 1);
        try (LiveSession session = begin(List.of(link), Optional.empty())) {
            send(link, emg, 0, 500);
            following.await(() -> following.frames() == 500);
            long pulled = System.nanoTime();
            link.unplug();
            following.await(() -> following.words().contains("link GONE"));
            assertTrue(System.nanoTime() - pulled < SECOND);
            link.plug();
            following.await(() -> link.heard().length > 0);
            assertArrayEquals(new byte[] {'!'}, link.heard(), "it was woken");
            send(link, emg, 7, 307); // its counter has begun anew
            following.await(() -> following.frames() == 800);
            assertEquals(List.of("link STREAMING", "link GONE", "link STREAMING"), following.words());
            session.stop();
        }
        List<Block> blocks = following.blocks();
        long gap = blocks.get(500).firstFrame() - 500;
        assertTrue(gap >= 0 && gap == following.tally().lost(), "the gap is counted by the clock: " + gap);
        try (TapeRecording tape = Rebuilding.open(work.resolve("session/board-1.tape"), LiveReplayTest::tick)) {
            List<Block> replayed = new ArrayList<>();
            for (Block block = tape.next(); block != null; block = tape.next()) {
                replayed.add(block);
            }
            assertEquals(blocks, replayed);
        }
    }

    @Test
    void aBoardThatFallsSilentIsMissedWithinASecond() throws Exception {
        MemoryLink link = new MemoryLink();
        try (LiveSession session = begin(List.of(link), Optional.empty())) {
            send(link, new Emg(4, 1), 0, 10);
            following.await(() -> following.frames() == 10);
            long silent = System.nanoTime();
            following.await(() -> following.words().contains("link SILENT"));
            assertTrue(System.nanoTime() - silent < 1.5 * SECOND, "noticed after a second, and told at once");
            session.stop();
        }
    }

    @Test
    void aListenerThatHangsOrFailsHoldsNobodyUp() throws Exception {
        MemoryLink link = new MemoryLink();
        CountDownLatch hanging = new CountDownLatch(1);
        Following slow = new Following() {
            @Override
            public void began(int board, List<twinge.frames.SampleStream> streams) {
                try {
                    assertTrue(hanging.await(60, TimeUnit.SECONDS));
                } catch (InterruptedException e) {
                    throw new IllegalStateException(e);
                }
            }
        };
        LiveListener failing = new LiveListener() {
            @Override
            public void block(int board, Block block, long readNanos) {
                throw new IllegalStateException("the screen is gone");
            }
        };
        try (LiveSession session = begin(List.of(link), Optional.empty(), slow, failing)) {
            send(link, new Emg(4, 1), 0, 5000);
            following.await(() -> following.frames() == 5000);
            following.await(() -> following.alarms().stream()
                    .anyMatch(alarm -> alarm.kind() == Alarm.Kind.LISTENER_FAILED
                            && alarm.words().contains("the screen is gone")));
            assertEquals(0, slow.frames());
            hanging.countDown();
            slow.await(() -> slow.frames() == 5000);
            session.stop();
            assertEquals(SessionCard.State.DONE, session.state());
        }
        assertEquals(following.findings(), slow.findings());
    }

    @Test
    void aLogThatIsLockedForAWhileGetsEverythingAllTheSame() throws Exception {
        Path log = work.resolve("log.sqlite");
        EventLog.open(log).close();
        MemoryLink link = new MemoryLink();
        LiveSession session = begin(List.of(link), Optional.of(log));
        try (session;
                Connection other = DriverManager.getConnection("jdbc:sqlite:" + log);
                Statement lock = other.createStatement()) {
            lock.execute("BEGIN EXCLUSIVE");
            send(link, new Emg(4, 5), 0, 20_000);
            following.await(() -> following.frames() == 20_000);
            Thread ending = new Thread(() -> {
                try {
                    session.stop();
                } catch (IOException e) {
                    throw new java.io.UncheckedIOException(e);
                }
            });
            ending.start();
            following.await(() -> following.words().contains("ended"));
            lock.execute("ROLLBACK");
            ending.join(60_000);
            assertEquals(
                    SessionCard.State.DONE, session.state(), session.remarks().toString());
        }
        long ended = following.findings().stream()
                .filter(twinge.detect.Finding.EpisodeEnded.class::isInstance)
                .count();
        assertTrue(ended > 0);
        try (EventLog events = EventLog.open(log)) {
            assertEquals(ended, events.episodes(Query.everything()).size());
        }
    }

    @Test
    void eightBoardsHaveATapeARecordingAndASessionInTheLogEachAndNothingIsLost() throws Exception {
        Path log = work.resolve("log.sqlite");
        List<MemoryLink> links = Stream.generate(MemoryLink::new).limit(8).toList();
        try (LiveSession session = begin(links, Optional.of(log))) {
            List<Emg> signals = new ArrayList<>();
            for (int board = 0; board < 8; board++) {
                signals.add(new Emg(4, board));
            }
            for (int part = 0; part < 40; part++) {
                for (int board = 0; board < 8; board++) {
                    send(links.get(board), signals.get(board), part * 250L, part * 250L + 250);
                }
            }
            following.await(() -> following.frames() == 8 * 10_000);
            session.stop();
            assertEquals(
                    SessionCard.State.DONE, session.state(), session.remarks().toString());
        }
        Set<UUID> ids = new HashSet<>();
        for (int board = 1; board <= 8; board++) {
            try (Recording recording = twinge.files.Recordings.open(
                    work.resolve("session/board-" + board + ".bdf"), ReadOptions.standard())) {
                long frames = 0;
                for (Block block = recording.next(); block != null; block = recording.next()) {
                    assertFalse(block.anyMissing());
                    frames += block.frames();
                }
                assertEquals(10_000, frames);
                ids.add(recording.session().id());
            }
        }
        try (EventLog events = EventLog.open(log)) {
            Set<UUID> logged = new HashSet<>();
            events.sessions(Query.everything())
                    .forEach(each -> logged.add(each.session().id()));
            assertEquals(ids, logged);
            assertEquals(8, ids.size());
        }
    }

    @Test
    void aWallClockThatIsSetMovesNoSampleAndTheDateIsRight() throws Exception {
        for (long step : new long[] {-3600, 3600, 2}) {
            Path log = work.resolve("log" + step + ".sqlite");
            ScriptedBoard board = ScriptedBoard.of(40, 6, false);
            Following live = new Following();
            Path place = work.resolve("clock" + step);
            LiveBoard taken = new LiveBoard(board, new TickProtocol(), TickProtocol.board(4, 1000), new byte[0]);
            Wearing wearing = new Wearing(
                    UUID.randomUUID(), place, Optional.of(log), "Anna", "", Settings.standard(), "test", "");
            CountDownLatch set = new CountDownLatch(1);
            try (LiveSession session = LiveSession.start(wearing, List.of(taken), board, List.of(live))) {
                board.atEachRead(() -> {
                    if (board.seconds() > 5 && set.getCount() > 0) {
                        set.countDown();
                        board.stepWall(step);
                        hold(live);
                    }
                });
                live.await(board::over);
                session.stop();
            }
            assertEquals(
                    1,
                    live.alarms().stream()
                            .filter(a -> a.kind() == Alarm.Kind.CLOCK_SET)
                            .count());
            assertEquals(0, live.tally().lost());
            assertEquals(live.tally().frames(), live.frames());
            LocalDateTime right = LocalDateTime.parse("2026-03-28T23:30:00.12").plusSeconds(step);
            near(
                    right,
                    Rebuilding.open(place.resolve("board-1.tape"), LiveReplayTest::tick)
                            .session());
            near(
                    right,
                    twinge.files.Recordings.open(place.resolve("board-1.bdf"), ReadOptions.standard())
                            .session());
            try (EventLog events = EventLog.open(log)) {
                near(right, events.sessions(Query.everything()).get(0).session());
            }
        }
    }

    /** Holds the reader until the clock's step has been noticed, so that the test does not race ten times real time. */
    private static void hold(Following live) {
        try {
            live.await(() -> live.alarms().stream().anyMatch(a -> a.kind() == Alarm.Kind.CLOCK_SET));
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void near(LocalDateTime right, Session session) {
        Duration off = Duration.between(right, session.start().orElseThrow()).abs();
        assertTrue(off.toMillis() < 1000, right + " and " + session.start());
    }

    private static String calibration(String athlete) {
        Calibration.Level level = new Calibration.Level("nobody's", athlete, "uV", 3, 4, 400);
        return Calibrations.of(new Calibration(
                        new UUID(1, 2),
                        athlete,
                        athlete,
                        OffsetDateTime.parse("2026-11-22T10:00:00+01:00"),
                        athlete,
                        Calibration.Effort.MAXIMAL,
                        List.of(level)))
                .text();
    }

    @Test
    void filesAreTheWearersOwnAndNothingASessionIsToldNamesAPath() throws Exception {
        String athlete = "../../" + "\ud83d\ude00:\\".repeat(64);
        Path place = work.resolve("data/sessions")
                .resolve(Wearing.folderName(
                        LocalDateTime.parse("2026-11-25T17:15:30"),
                        UUID.fromString("1f3a9c04-0000-4000-8000-000000000000")));
        assertEquals("2026-11-25T171530-1f3a9c04", place.getFileName().toString());
        MemoryLink link = new MemoryLink();
        LiveBoard board = new LiveBoard(link, new TickProtocol(), TickProtocol.board(4, 1000), new byte[0]);
        Wearing wearing = new Wearing(
                UUID.randomUUID(),
                place,
                Optional.empty(),
                athlete,
                athlete,
                Settings.standard(),
                "test",
                calibration(athlete));
        try (LiveSession session = LiveSession.start(wearing, List.of(board), LiveClock.system(), List.of(following))) {
            send(link, new Emg(4, 1), 0, 600);
            following.await(() -> following.frames() == 600);
            session.mark(athlete);
            following.await(() -> following.words().stream().anyMatch(word -> word.startsWith("marked")));
            session.stop();
            assertEquals(
                    SessionCard.State.DONE, session.state(), session.remarks().toString());
        }
        Set<String> made = new TreeSet<>();
        try (Stream<Path> all = Files.walk(work)) {
            for (Path each : all.filter(path -> !path.equals(work)).toList()) {
                String mode = PosixFilePermissions.toString(Files.getPosixFilePermissions(each));
                assertEquals(Files.isDirectory(each) ? "rwx------" : "rw-------", mode, each.toString());
                made.add(work.relativize(each).toString());
            }
        }
        String in = "data/sessions/2026-11-25T171530-1f3a9c04";
        Set<String> expected = new TreeSet<>(Set.of(
                "data",
                "data/sessions",
                in,
                in + "/in-use",
                in + "/session.json",
                in + "/board-1.tape",
                in + "/board-1.bdf"));
        assertEquals(expected, made);
        try (TapeRecording tape = Rebuilding.open(place.resolve("board-1.tape"), LiveReplayTest::tick)) {
            assertEquals(athlete, tape.header().athlete());
        }
    }

    @Test
    void aSessionThatIsBeingRecordedOrRecoveredIsLeftAlone() throws Exception {
        MemoryLink link = new MemoryLink();
        Recovery recovery = new Recovery(Optional.empty(), LiveReplayTest::tick);
        try (LiveSession session = begin(List.of(link), Optional.empty())) {
            assertEquals(List.of(work.resolve("session")), Recovery.unfinished(work));
            assertEquals(Optional.empty(), recovery.one(work.resolve("session")));
            session.stop();
        }
        assertEquals(List.of(), Recovery.unfinished(work));
        assertEquals(Optional.empty(), recovery.one(work.resolve("session")));
        Files.delete(work.resolve("session/session.json")); // as if it had been killed before
        List<Optional<Recovery.Report>> reports = Stream.of(1, 2, 3, 4)
                .parallel()
                .map(time -> {
                    try {
                        return recovery.one(work.resolve("session"));
                    } catch (IOException e) {
                        throw new java.io.UncheckedIOException(e);
                    }
                })
                .toList();
        assertEquals(1, reports.stream().filter(Optional::isPresent).count(), reports.toString());
    }
}
