package twinge.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import twinge.detect.Detector;
import twinge.detect.Finding;
import twinge.files.ReadOptions;
import twinge.files.Recording;
import twinge.frames.Block;
import twinge.frames.SampleStream;
import twinge.log.EventLog;
import twinge.log.Query;
import twinge.settings.Settings;
import twinge.wire.TickProtocol;

/**
 * What {@code kill -9} costs at any moment of a recording: R4 of the fault tests. The figures of the 1000 kills:
 * {@code ./mvnw -Pslow -Dtest=KillTest verify}.
 */
class KillTest {
    private static final long TAPE_MILLIS = 50;
    private static final long BDF_MILLIS = 500;

    @TempDir
    private Path work;

    /** What one kill cost, in milliseconds of signal and in events. */
    private record Cost(long tapeMillis, long bdfMillis, long events) {}

    @Test
    void aKilledRecordingLosesNextToNothingAndIsWholeAfterTheNextStart() throws Exception {
        kills(System.getenv("CI") == null ? 6 : 20);
    }

    @Test
    @Tag("slow")
    void aThousandKills() throws Exception {
        kills(1000);
    }

    private void kills(int times) throws Exception {
        Random dice = new Random(4);
        List<Cost> costs = new ArrayList<>();
        List<Path> recordings = new ArrayList<>();
        Map<Path, Long> frames = new java.util.TreeMap<>();
        for (int kill = 0; kill < times; kill++) {
            Path folder = work.resolve("s" + kill);
            Path log = work.resolve("log.sqlite");
            UUID id = new UUID(dice.nextLong(), dice.nextLong());
            long given = killed(folder, log, id, kill, 20 + dice.nextInt(1200));
            long lying = framesOf(twinge.files.Recordings.open(folder.resolve("board-1.bdf"), ReadOptions.standard()));
            long taped = framesOf(Rebuilding.open(folder.resolve("board-1.tape"), LiveReplayTest::tick));
            Recovery recovery = new Recovery(Optional.empty(), LiveReplayTest::tick);
            Optional<Recovery.Report> report = recovery.one(folder);
            assertTrue(report.isPresent() && report.get().whole(), report.toString());
            assertEquals(Optional.empty(), recovery.one(folder), "recovered twice");
            Path recording = folder.resolve("board-1.bdf");
            long after = framesOf(twinge.files.Recordings.open(recording, ReadOptions.standard()));
            assertEquals(taped, after);
            frames.put(recording, taped);
            recordings.add(recording);
            costs.add(new Cost(millis(given - taped), millis(given - lying), found(given, kill) - logged(log, id)));
        }
        tell(costs);
        for (Cost cost : costs) {
            assertTrue(cost.tapeMillis() <= TAPE_MILLIS && cost.bdfMillis() <= BDF_MILLIS, costs.toString());
            assertTrue(Math.abs(cost.events()) <= 1, costs.toString());
        }
        readByOthers(recordings, frames);
    }

    private void readByOthers(List<Path> recordings, Map<Path, Long> frames) throws Exception {
        String edflib = OtherReaders.edflibMissing();
        String mne = OtherReaders.mneMissing();
        if (edflib.isEmpty()) {
            atLeast(frames, OtherReaders.edflib(recordings, work));
        }
        if (mne.isEmpty()) {
            atLeast(frames, OtherReaders.mne(recordings));
        }
        assumeTrue(edflib.isEmpty() && mne.isEmpty(), edflib + " " + mne);
    }

    /** Others count what pads the last record, too, a quarter of a second at most. */
    private static void atLeast(Map<Path, Long> frames, Map<Path, Long> others) {
        assertEquals(frames.keySet(), others.keySet());
        frames.forEach((file, count) -> assertTrue(
                others.get(file) >= count && others.get(file) < count + RecordingChild.RATE_HZ / 4,
                file + ": " + count + " and " + others.get(file)));
    }

    /** Records in another process and kills it; returns how many frames it had been given. */
    private static long killed(Path folder, Path log, UUID id, long seed, long afterMillis) throws Exception {
        Process child = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        RecordingChild.class.getName(),
                        folder.toString(),
                        log.toString(),
                        id.toString(),
                        Long.toString(seed))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        CompletableFuture<Long> flooded = new CompletableFuture<>();
        CompletableFuture<Long> last = CompletableFuture.supplyAsync(() -> follow(child.getInputStream(), flooded));
        try {
            flooded.get(120, java.util.concurrent.TimeUnit.SECONDS);
            assertTrue(!child.waitFor(afterMillis, java.util.concurrent.TimeUnit.MILLISECONDS), "it ended by itself");
        } finally {
            child.toHandle().destroyForcibly(); // unlike the process itself it leaves the stream to be read to its end
        }
        child.waitFor();
        return last.get();
    }

    /** Reads how many frames the child has been given until it is dead. */
    private static long follow(InputStream in, CompletableFuture<Long> flooded) {
        long given = 0;
        try (DataInputStream counts = new DataInputStream(in)) {
            while (true) {
                given = counts.readLong();
                if (given > RecordingChild.FLOOD_FRAMES) {
                    flooded.complete(given);
                }
            }
        } catch (EOFException e) {
            return given;
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static long framesOf(Recording opened) throws IOException {
        long end = 0;
        try (Recording recording = opened) {
            for (Block block = recording.next(); block != null; block = recording.next()) {
                end = Math.max(end, block.endFrame());
            }
        }
        return end;
    }

    /** Episodes in all that the child was given. */
    private static long found(long frames, long seed) {
        SampleStream stream =
                TickProtocol.board(4, RecordingChild.RATE_HZ).streams().get(0);
        Detector detector = new Detector(List.of(stream), Settings.standard());
        Emg emg = new Emg(4, seed);
        List<Finding> found = new ArrayList<>();
        for (long frame = 0; frame < frames; ) {
            int length = (int) Math.min(1000, frames - frame);
            Block.Builder block = Block.of(stream, frame, length);
            for (int i = 0; i < length; i++) {
                int[] counts = emg.next();
                for (int channel = 0; channel < 4; channel++) {
                    block.count(channel, i, counts[channel]);
                }
            }
            detector.accept(block.build(), found::add);
            frame += length;
        }
        detector.finish(found::add);
        return found.stream().filter(Finding.EpisodeEnded.class::isInstance).count();
    }

    private static long logged(Path log, UUID id) throws IOException {
        assertTrue(Files.exists(log));
        try (EventLog events = EventLog.open(log)) {
            return events.episodes(Query.everything().session(id)).size();
        }
    }

    private static long millis(long frames) {
        return frames * 1000 / RecordingChild.RATE_HZ;
    }

    private static void tell(List<Cost> costs) throws IOException {
        long[] tape = costs.stream().mapToLong(Cost::tapeMillis).sorted().toArray();
        long[] bdf = costs.stream().mapToLong(Cost::bdfMillis).sorted().toArray();
        String line = String.format(
                Locale.ROOT,
                "%d kills: tape lost median %d ms, most %d ms; BDF as it lay median %d ms, most %d ms; events lost at most %d%n",
                tape.length,
                tape[tape.length / 2],
                tape[tape.length - 1],
                bdf[bdf.length / 2],
                bdf[bdf.length - 1],
                costs.stream().mapToLong(cost -> Math.abs(cost.events())).max().orElse(0));
        Files.writeString(Path.of("target", "kill-" + tape.length + ".txt"), line);
    }
}
