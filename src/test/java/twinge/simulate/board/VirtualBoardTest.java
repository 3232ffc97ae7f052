package twinge.simulate.board;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class VirtualBoardTest {
    @Test
    void aCytonSaysWhoItIsAndStreamsOnceItIsAsked() throws IOException {
        Reader reader = new Reader("cyton", 10, "");
        reader.hear(0.2);
        String banner = reader.told("v", 1);
        assertTrue(banner.startsWith("OpenBCI V3 8-16 channel\n") && banner.endsWith("$$$"), banner);
        assertFalse(banner.contains("Daisy"), banner);
        byte[] stream = reader.ask("b", 1.001);
        assertEquals(0, stream.length % 33);
        assertTrue(Math.abs(stream.length / 33 - 250) <= 1, stream.length / 33 + " frames in a second");
        for (int frame = 0; frame < stream.length / 33; frame++) {
            assertEquals(0xA0, stream[33 * frame] & 255);
            assertEquals(frame & 255, stream[33 * frame + 1] & 255);
            assertEquals(0xC0, stream[33 * frame + 32] & 255);
            int counts = Math.round(Ramp.microvolts(1, frame) / 0.0223517f);
            int sent =
                    stream[33 * frame + 5] << 16 | (stream[33 * frame + 6] & 255) << 8 | stream[33 * frame + 7] & 255;
            assertTrue(Math.abs(counts - sent) <= 1, frame + ": " + sent + " for " + counts);
        }
        reader.ask("s", 0.1);
        assertEquals(0, reader.hear(0.5).length);
    }

    @Test
    void aBitalinoTellsItsVersionAndStreamsTheChannelsAskedForAtTheRateAskedFor() throws IOException {
        Reader reader = new Reader("bitalino", 10, "");
        assertEquals("BITalino_v5.2\n", reader.told("\u0007", 0.1));
        reader.ask("\u0083", 0.1);
        byte[] stream = reader.ask("\u0005", 1); // A1 alone at 100 Hz
        assertTrue(Math.abs(stream.length / 3 - 100) <= 1, stream.length + " bytes");
        byte[] first = BitalinoFrame.encode(0, 0b1100, 355); // the ramp begins at -500 uV, 3.194 uV a count from 512
        assertArrayEquals(first, Arrays.copyOf(stream, 3));
    }

    @Test
    void aChordsBoardAnswersAfterASecondOfSilenceAndStopsOnAnyByte() throws IOException {
        Reader reader = new Reader("chords-uno-r4", 60, "");
        assertEquals("", reader.told("WHORU\n", 0.9));
        assertEquals("UNO-R4\r\n", reader.told("", 0.2));
        assertEquals(0, reader.ask("START\n", 0.9).length);
        assertTrue(reader.hear(1).length > 16 * 400);
        reader.ask("?", 0.01);
        assertEquals(0, reader.hear(2).length);
    }

    @Test
    void anUnoIsDeafUntilItHasBooted() throws IOException {
        Reader reader = new Reader("chords", 10, "");
        assertEquals("", reader.told("WHORU\n", 1.55));
        assertEquals("", reader.told("", 0.2));
        assertEquals("UNO-R3\r\n", reader.told("WHORU\n", 1.1));
    }

    @Test
    void theSameSeedGivesTheSameBytesAndAnotherOthers() throws IOException {
        byte[] first = damaged(1);
        assertArrayEquals(first, damaged(1));
        assertFalse(Arrays.equals(first, damaged(2)));
    }

    private static byte[] damaged(long seed) throws IOException {
        VirtualBoard board = new VirtualBoard(
                Models.named("cyton").orElseThrow(),
                new Ramp(2, 250, 10),
                FaultPlan.parse(
                        "loss=1e-3,corrupt=1e-3,insert=1e-3,burst=1e-4,duplicate=1e-4,batch=16ms,chunk=62,stall=1s/3s"),
                seed);
        List<Chunk> chunks = new ArrayList<>();
        board.heard(new byte[] {'b'}, 1000);
        for (long millis = 1; !board.ended(); millis++) {
            for (Chunk chunk = board.next(millis * 1_000_000); chunk != null; chunk = board.next(millis * 1_000_000)) {
                chunks.add(chunk);
            }
        }
        java.io.ByteArrayOutputStream all = new java.io.ByteArrayOutputStream();
        for (Chunk chunk : chunks) {
            all.write(chunk.bytes());
        }
        return all.toByteArray();
    }

    @Test
    void whenTheRecordingEndsTheBoardIsGone() throws IOException {
        Reader reader = new Reader("cyton", 1, "");
        reader.hear(0.1);
        assertEquals(250 * 33, reader.ask("b", 5).length);
        assertEquals(-1, reader.link.read(new byte[10]));
        assertFalse(reader.link.reopen());
    }
}
