package twinge.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import twinge.files.ReadOptions;
import twinge.files.Recording;
import twinge.files.tape.SessionCard;
import twinge.files.tape.TapeRecording;
import twinge.frames.Block;
import twinge.wire.TickProtocol;

/** What the disk can do to a recording, and what is left of it: R5, R6 and R7 of the fault tests. */
class DiskTroubleTest {
    private static final long SECOND = 1_000_000_000L;
    private static final int FAILURES = Integer.getInteger("twinge.powerFailures", 25);

    @TempDir
    private Path work;

    private final MemoryLink link = new MemoryLink();
    private final Following following = new Following();
    private final TroubledDisk disk = new TroubledDisk();
    private final Emg emg = new Emg(4, 7);
    private long sent;

    private LiveSession begin(Path folder) throws IOException {
        LiveBoard board = new LiveBoard(link, new TickProtocol(), TickProtocol.board(4, 1000), new byte[0]);
        return LiveSession.start(
                LiveReplayTest.wearing(folder), List.of(board), LiveClock.system(), List.of(following), disk);
    }

    private void send(int frames) throws InterruptedException {
        for (int i = 0; i < frames; i++) {
            link.send(TickProtocol.frame(sent++, emg.next()));
        }
        following.await(() -> following.frames() == sent);
    }

    /** Sends, and waits until it is read; it may be held back for a while, as after any stall. */
    private void sendOnly(int frames) {
        for (int i = 0; i < frames; i++) {
            link.send(TickProtocol.frame(sent++, emg.next()));
        }
        until(() -> link.waiting() == 0);
    }

    private static void until(BooleanSupplier condition) {
        long deadline = System.nanoTime() + 20 * SECOND;
        while (!condition.getAsBoolean()) {
            assertTrue(System.nanoTime() < deadline, "it does not come to that");
            LockSupport.parkNanos(1_000_000);
        }
    }

    private boolean heard(Alarm.Kind kind, boolean raised) {
        return following.alarms().stream().anyMatch(alarm -> alarm.kind() == kind && alarm.raised() == raised);
    }

    private long nanosOf(Alarm.Kind kind) {
        return following.alarms().stream()
                .filter(alarm -> alarm.kind() == kind && alarm.raised())
                .findFirst()
                .orElseThrow()
                .nanos();
    }

    @Test
    void aFullDiskIsToldWithinASecondAndCostsNothingOnceThereIsRoom() throws Exception {
        Path folder = work.resolve("session");
        try (LiveSession session = begin(folder)) {
            send(2000);
            until(() -> disk.bytesOf(folder.resolve("board-1.tape"))
                    > 2000 * (18 + TickProtocol.frame(0, 0, 0, 0, 0).length));
            disk.roomFor(10_000);
            long full = System.nanoTime();
            send(3000);
            following.await(() -> heard(Alarm.Kind.DISK_FULL, true) && heard(Alarm.Kind.RECORDING_FAILED, true));
            assertTrue(nanosOf(Alarm.Kind.DISK_FULL) - full < SECOND + sendingNanos(full));
            try (TapeRecording torn = Rebuilding.open(folder.resolve("board-1.tape"), LiveReplayTest::tick)) {
                assertTrue(frames(torn) >= 2000, "what was on the tape is still to be had");
            }
            disk.roomFor(Long.MAX_VALUE);
            following.await(() -> heard(Alarm.Kind.DISK_FULL, false));
            send(1000);
            session.stop();
            assertEquals(SessionCard.State.DONE, session.state());
        }
        assertWhole(folder);
    }

    /** How long the test itself took to send what fills the disk. */
    private long sendingNanos(long since) {
        return System.nanoTime() - since;
    }

    @Test
    void aDiskThatDoesNotAnswerIsToldWithinASecondAndHoldsNothingUp() throws Exception {
        Path folder = work.resolve("session");
        try (LiveSession session = begin(folder)) {
            send(2000);
            disk.hang();
            long hung = System.nanoTime();
            send(2000);
            following.await(() -> heard(Alarm.Kind.DISK_SLOW, true) && heard(Alarm.Kind.RECORDING_SLOW, true));
            assertTrue(nanosOf(Alarm.Kind.DISK_SLOW) - hung < SECOND + sendingNanos(hung));
            send(3000);
            assertTrue(!following.findings().isEmpty());
            disk.answer();
            following.await(() -> heard(Alarm.Kind.DISK_SLOW, false));
            session.stop();
            assertEquals(SessionCard.State.DONE, session.state());
        }
        assertWhole(folder);
    }

    @Test
    void aFolderThatIsRemovedIsToldAndPutBackWithAllThatWasRecorded() throws Exception {
        Path folder = work.resolve("session");
        try (LiveSession session = begin(folder)) {
            send(2000);
            long gone = System.nanoTime();
            remove(folder);
            following.await(() -> heard(Alarm.Kind.FOLDER_GONE, true) && heard(Alarm.Kind.FOLDER_GONE, false));
            assertTrue(nanosOf(Alarm.Kind.FOLDER_GONE) - gone < SECOND + sendingNanos(gone));
            send(2000);
            session.stop();
            assertEquals(
                    SessionCard.State.DONE, session.state(), session.remarks().toString());
        }
        assertWhole(folder);
    }

    @Test
    void afterAPowerFailureAllIsThereThatIsTwoSecondsOld() throws Exception {
        Random dice = new Random(11);
        Path folder = work.resolve("session");
        try (LiveSession session = begin(folder)) {
            for (int failure = 0; failure < FAILURES; failure++) {
                long until = System.nanoTime() + (long) (0.4 * SECOND * dice.nextDouble());
                do {
                    sendOnly(10 + dice.nextInt(20));
                } while (System.nanoTime() < until);
                long unsure = disk.unsureNanos();
                assertTrue(unsure < 2 * SECOND, unsure + " ns without having been forced");
                Files.write(work.resolve("sure-" + failure), disk.sure(folder.resolve("board-1.tape")));
                disk.failPower(Files.createDirectory(work.resolve("after-" + failure)), dice);
            }
            session.stop();
        }
        for (int failure = 0; failure < FAILURES; failure++) {
            Path after = work.resolve("after-" + failure);
            Recovery recovery = new Recovery(Optional.empty(), LiveReplayTest::tick);
            Optional<Recovery.Report> report = recovery.one(after);
            assertTrue(report.isPresent() && report.get().whole(), report.toString());
            try (TapeRecording kept = Rebuilding.open(work.resolve("sure-" + failure), LiveReplayTest::tick);
                    Recording recovered = open(after)) {
                assertTrue(frames(recovered) >= frames(kept));
            }
        }
    }

    /** The recovered recording, or the tape where nothing had been kept yet of which to make one. */
    private static Recording open(Path after) throws IOException {
        Path recording = after.resolve("board-1.bdf");
        return Files.exists(recording) && Files.size(recording) > 0
                ? twinge.files.Recordings.open(recording, ReadOptions.standard())
                : Rebuilding.open(after.resolve("board-1.tape"), LiveReplayTest::tick);
    }

    /** At once and whole, whatever is made anew in its place meanwhile. */
    private void remove(Path folder) throws IOException {
        Path gone = Files.move(folder, work.resolve("gone"));
        try (Stream<Path> all = Files.walk(gone)) {
            for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        }
    }

    private void assertWhole(Path folder) throws IOException {
        try (TapeRecording tape = Rebuilding.open(folder.resolve("board-1.tape"), LiveReplayTest::tick)) {
            assertEquals(sent, frames(tape));
            assertEquals(List.of(), tape.warnings());
        }
        try (Recording recording =
                twinge.files.Recordings.open(folder.resolve("board-1.bdf"), ReadOptions.standard())) {
            assertEquals(sent, frames(recording));
            assertEquals(List.of(), recording.warnings());
        }
    }

    private static long frames(Recording recording) throws IOException {
        long frames = 0;
        for (Block block = recording.next(); block != null; block = recording.next()) {
            frames += block.frames();
        }
        return frames;
    }
}
