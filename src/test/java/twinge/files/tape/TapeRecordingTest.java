package twinge.files.tape;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import twinge.files.ByteSource;
import twinge.files.ReadOptions;
import twinge.files.Recordings;
import twinge.frames.Block;
import twinge.frames.MalformedInput;
import twinge.wire.Board;
import twinge.wire.Protocol;
import twinge.wire.TickProtocol;

class TapeRecordingTest {
    private static final int READS = 300;
    private static final int FRAMES_A_READ = 5;
    private static final long MILLI = 1_000_000;

    @TempDir
    private Path folder;

    private final UUID session = UUID.fromString("11111111-2222-4333-8444-555555555555");

    private TapeHeader header(Board board) {
        return new TapeHeader(
                session,
                session,
                1,
                1,
                "Anna \u00c5 \ud83d\ude00",
                "../dead:lift",
                "0.1.0",
                "[detect]\n",
                "rest 3.1 uV",
                new WallAnchor(0, Instant.parse("2026-03-29T00:30:00.5Z"), ZoneOffset.ofHours(1)),
                "Europe/Vienna",
                board);
    }

    /** Each of the entries of a tape: header, reads of 5 frames every 5 ms, a marker and a label in the middle, the end. */
    private List<byte[]> entries() {
        List<byte[]> entries = new ArrayList<>();
        entries.add(TapeEntry.begin(header(TickProtocol.board(2, 1000))));
        for (int read = 0; read < READS; read++) {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            for (int i = 0; i < FRAMES_A_READ; i++) {
                int frame = read * FRAMES_A_READ + i;
                bytes.writeBytes(TickProtocol.frame(frame, frame, -frame));
            }
            long at = (2 + read) * 5 * MILLI;
            entries.add(TapeEntry.bytes(at, bytes.toByteArray(), 0, bytes.size()));
            if (read == READS / 2) {
                entries.add(TapeEntry.mark(at, (read + 1L) * FRAMES_A_READ, "set 1"));
                entries.add(TapeEntry.label(at, new TapeLabel((read + 1L) * FRAMES_A_READ, "spasm", "Anna")));
            }
        }
        entries.add(TapeEntry.fact(2_000 * MILLI, Map.of("driftPpm", 12.5)));
        entries.add(TapeEntry.end(2_000 * MILLI));
        return entries;
    }

    private static byte[] joined(List<byte[]> entries) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        entries.forEach(all::writeBytes);
        return all.toByteArray();
    }

    private TapeRecording open(byte[] tape, boolean strict) throws IOException {
        Path file = Files.write(folder.resolve("t.tape"), tape);
        ReadOptions options = new ReadOptions(strict, java.util.OptionalDouble.empty(), Map.of(), java.util.Set.of());
        return new TapeRecording(ByteSource.of(file), options, TapeRecordingTest::tick);
    }

    private static Optional<? extends Protocol> tick(String name) {
        return name.equals("tick") ? Optional.of(new TickProtocol()) : Optional.empty();
    }

    private static long frames(TapeRecording tape) throws IOException {
        long frames = 0;
        for (Block block = tape.next(); block != null; block = tape.next()) {
            for (int i = 0; i < block.frames(); i++) {
                assertEquals(block.firstFrame() + i, block.count(0, i), "a frame has another's place");
            }
            frames += block.frames();
        }
        return frames;
    }

    @Test
    void allThatWasPutOnATapeIsReadBack() throws IOException {
        try (TapeRecording tape = open(joined(entries()), true)) {
            assertEquals(READS * FRAMES_A_READ, frames(tape));
            assertEquals(header(TickProtocol.board(2, 1000)), tape.header());
            assertEquals(List.of(), tape.warnings());
            assertEquals("set 1", tape.annotations().get(0).text());
            assertEquals(0.755, tape.annotations().get(0).onsetSeconds());
            assertEquals(List.of(new TapeLabel(755, "spasm", "Anna")), tape.labels());
            assertEquals(List.of("{\"driftPpm\":12.5}"), tape.facts());
            assertTrue(tape.endedInOrder());
            assertEquals(Optional.of(session), tape.origin().id());
            // The first bytes came 10 ms after the session began, at 01:30:00.5 where it was worn.
            assertEquals(
                    Optional.of(LocalDateTime.parse("2026-03-29T01:30:00.510")),
                    tape.origin().start());
        }
    }

    @Test
    void aTapeCutAnywhereIsReadUpToTheLastWholeEntryAndSaysSo() throws IOException {
        List<byte[]> entries = entries();
        byte[] whole = joined(entries);
        Random dice = new Random(13);
        for (int cut = 0; cut < 300; cut++) {
            int length = entries.get(0).length + dice.nextInt(whole.length - entries.get(0).length);
            long expected = 0;
            int end = entries.get(0).length;
            for (int i = 1; i < entries.size() && end + entries.get(i).length <= length; i++) {
                end += entries.get(i).length;
                expected += entries.get(i)[2] == 'B' ? FRAMES_A_READ : 0;
            }
            try (TapeRecording tape = open(Arrays.copyOf(whole, length), false)) {
                assertEquals(expected, frames(tape));
                List<String> warnings = tape.warnings();
                assertTrue(warnings.get(warnings.size() - 1).startsWith("the session was not ended in order"));
                if (end < length) {
                    String torn = "byte " + end + ": the last " + (length - end)
                            + " bytes are of a record that was not finished; they are cut off";
                    assertEquals(torn, warnings.get(0));
                }
            }
        }
    }

    @Test
    void damageInTheMiddleCostsTheEntriesItTouchesAndNoOthers() throws IOException {
        List<byte[]> entries = entries();
        byte[] whole = joined(entries);
        Random dice = new Random(17);
        for (int time = 0; time < 300; time++) {
            byte[] damaged = whole.clone();
            int at = entries.get(0).length + entries.get(1).length + dice.nextInt(whole.length / 2);
            int length = 1 + dice.nextInt(200);
            byte[] noise = new byte[length];
            dice.nextBytes(noise);
            System.arraycopy(noise, 0, damaged, at, length);
            long expected = 0;
            int begin = entries.get(0).length;
            for (byte[] entry : entries.subList(1, entries.size())) {
                boolean touched = !Arrays.equals(entry, Arrays.copyOfRange(damaged, begin, begin + entry.length));
                begin += entry.length;
                expected += !touched && entry[2] == 'B' ? FRAMES_A_READ : 0;
            }
            try (TapeRecording tape = open(damaged, false)) {
                assertEquals(expected, frames(tape));
                assertTrue(
                        tape.warnings().get(0).contains("are damaged; they are skipped"),
                        tape.warnings().toString());
            }
        }
    }

    @Test
    void whatIsNoTapeOrOfAnUnknownBoardIsRefusedInWords() throws IOException {
        byte[] cut = Arrays.copyOf(joined(entries()), 40);
        assertTrue(assertThrows(MalformedInput.class, () -> open(cut, false))
                .getMessage()
                .contains("header is damaged"));
        Board strange = Board.of("theremin", "", TickProtocol.board(1, 100).streams(), Map.of());
        byte[] tape = TapeEntry.begin(header(strange));
        String message =
                assertThrows(MalformedInput.class, () -> open(tape, false)).getMessage();
        assertTrue(
                message.endsWith("the board speaks theremin, which this program does not know; use the version that"
                        + " recorded it (0.1.0)"),
                message);
    }

    @Test
    void aTapeIsKnownByItsContentWhateverItsName() {
        byte[] tape = joined(entries());
        String message = assertThrows(
                        MalformedInput.class,
                        () -> Recordings.open(new ByteArrayInputStream(tape), "what.csv", ReadOptions.standard()))
                .getMessage();
        assertTrue(message.contains("the board speaks tick"), message);
    }

    @Test
    void theWallClockThatHeldLongestIsBelieved() throws IOException {
        List<byte[]> entries = entries();
        WallAnchor later = new WallAnchor(300 * MILLI, Instant.parse("2026-03-29T01:30:00.8Z"), ZoneOffset.ofHours(2));
        entries.add(40, TapeEntry.anchor(later)); // set right after 0.3 s of 2
        try (TapeRecording tape = open(joined(entries), true)) {
            assertEquals(
                    Optional.of(LocalDateTime.parse("2026-03-29T03:30:00.510")),
                    tape.origin().start());
        }
    }
}
