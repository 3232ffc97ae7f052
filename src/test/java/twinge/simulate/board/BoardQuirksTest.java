package twinge.simulate.board;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** What boards do that a reader must cope with, and what happens to them. */
class BoardQuirksTest {
    private static final int CYTON_BYTES = 33;

    @Test
    void aCytonThatIsStartedAgainFirstSendsAFrameOfTheLastRun() throws IOException {
        Reader reader = new Reader("cyton", 60, "");
        reader.hear(0.2);
        byte[] first = reader.ask("b", 1);
        byte[] last = Arrays.copyOfRange(first, first.length - CYTON_BYTES, first.length);
        reader.ask("s", 0.5);
        byte[] second = reader.ask("b", 0.5);
        assertEquals(Hex.of(last), Hex.of(Arrays.copyOf(second, CYTON_BYTES)));
        assertEquals(0, second[CYTON_BYTES + 1]); // and then its counter begins anew
    }

    @Test
    void aCytonThatStampsItsFramesSaysWhenItBegan() throws IOException {
        Reader reader = new Reader("cyton", 60, "");
        reader.hear(1);
        assertEquals("Time stamp ON$$$", reader.told("<", 0.1));
        byte[] stream = reader.ask("b", 0.1);
        assertEquals(0xC3, stream[CYTON_BYTES - 1] & 255);
        assertEquals(0xC4, stream[2 * CYTON_BYTES - 1] & 255);
        int first = stream[30] << 8 & 0xFF00 | stream[31] & 255;
        int second = stream[63] << 8 & 0xFF00 | stream[64] & 255;
        assertEquals(4, second - first);
        assertTrue(first >= 1100 && first < 1120, first + " ms after power-on");
    }

    @Test
    void aCytonsGainIsSetForEachChannel() throws IOException {
        Reader reader = new Reader("cyton", 60, "");
        reader.hear(0.2);
        assertEquals("Success: Channel set for 1$$$", reader.told("x1000110X", 0.1));
        assertTrue(reader.told("x1090110X", 0.1).startsWith("Failure"));
        byte[] stream = reader.ask("b", 0.1);
        int one = stream[2] << 16 | (stream[3] & 255) << 8 | stream[4] & 255;
        int two = stream[5] << 16 | (stream[6] & 255) << 8 | stream[7] & 255;
        assertEquals(-500 / (4.5e6 / 8_388_607), one, 1);
        assertEquals(-493 / (4.5e6 / 24 / 8_388_607), two, 1);
    }

    @Test
    void aCytonsDongleChangesItsSpeedAndIsGarbageAtTheOldOne() throws IOException {
        Reader reader = new Reader("cyton", 60, "");
        reader.hear(0.2);
        assertEquals("Success: Switch your baud rate to 230400$$$", reader.told("\u00f0\u0006", 0.1));
        assertFalse(reader.told("V", 0.2).contains("v3.1.2"));
        reader.link.speed(230_400);
        assertEquals("v3.1.2$$$", reader.told("V", 0.2));
    }

    @Test
    void atAnotherSpeedNeitherUnderstandsTheOther() throws IOException {
        Reader reader = new Reader("cyton", new Ramp(2, 250, 60), "", 9600);
        String heard = new String(reader.hear(0.5), StandardCharsets.ISO_8859_1);
        assertFalse(heard.isEmpty() || heard.contains("OpenBCI"), heard);
        assertEquals("", reader.told("v", 1));
        assertTrue(reader.board.truth().bytes(Fault.Kind.GARBLED) > 0);
    }

    @Test
    void aShieldSpeaksAt222222BaudWhichOneThatListensAt230400Understands() throws IOException {
        Reader reader = new Reader("spikershield", new Ramp(1, 10_000, 60), "", 230_400);
        String start = new String(reader.hear(2), StandardCharsets.ISO_8859_1);
        assertTrue(start.startsWith("StartUp!\r\n"), start.substring(0, Math.min(30, start.length())));
        assertTrue(reader.told("b:;\n", 0.1).contains("HWT:MUSCLESS;"));
        assertEquals(5000 * 4, reader.ask("conf s:10000;c:2;\n", 1).length, 200);
    }

    @Test
    void aBitalinoStreamsAWaveOfItsOwnIfAskedTo() throws IOException {
        Reader reader = new Reader("bitalino", 60, "");
        reader.ask("\u00c3", 0.01);
        byte[] stream = reader.ask("\u0006", 1); // A1, made up
        int highest = 0;
        for (int frame = 0; frame < stream.length / 3; frame++) {
            int count = (stream[3 * frame + 1] & 15) << 6 | (stream[3 * frame] & 255) >> 2;
            highest = Math.max(highest, count);
        }
        assertEquals(768, highest, 1);
    }

    @Test
    void aBoardThatIsPulledOutIsGoneUntilItIsBackAndHasForgottenAll() throws IOException {
        Reader reader = new Reader("cyton", 60, "unplug=2s@3s");
        reader.ask("b", 10); // until it is gone
        assertEquals(3e9, reader.link.nanos(), 5e7);
        assertEquals(-1, reader.link.read(new byte[100]));
        assertThrows(IOException.class, () -> reader.link.write(new byte[] {'b'}));
        int tries = 1;
        while (!reader.link.reopen()) {
            tries++;
        }
        assertTrue(tries > 10, tries + " tries"); // each takes a tenth of a second
        assertEquals(5e9, reader.link.nanos(), 2e8);
        assertTrue(new String(reader.hear(0.5), StandardCharsets.ISO_8859_1).startsWith("OpenBCI"));
        assertEquals(0, reader.ask("b", 0.1)[1]);
    }

    @Test
    void aBoardThatIsResetSaysItsBannerInTheMiddleOfItsStream() throws IOException {
        Reader reader = new Reader("cyton", 60, "reset=0.5s@3s");
        reader.hear(0.2);
        double began = reader.link.nanos() / 1e9;
        String heard = reader.told("b", 5);
        int banner = heard.indexOf("OpenBCI V3");
        assertEquals(Math.floor((3 - began) * 250) * CYTON_BYTES, banner);
        assertTrue(heard.endsWith("$$$")); // and it streams no more
    }

    @Test
    void aFastClockSendsMoreInTheSameTime() throws IOException {
        assertEquals(1003, frames("drift=3000ppm"), 1);
        assertEquals(997, frames("drift=-3000ppm"), 1);
    }

    private static int frames(String faults) throws IOException {
        Reader reader = new Reader("cyton", 60, faults);
        reader.hear(0.2);
        return reader.ask("b", 4.002).length / CYTON_BYTES;
    }

    @Test
    void aCounterWrapsWhenItIsWanted() throws IOException {
        Reader reader = new Reader("cyton", 60, "wrap=3");
        reader.hear(0.2);
        byte[] stream = reader.ask("b", 0.1);
        int[] counters = {253, 254, 255, 0, 1};
        for (int frame = 0; frame < counters.length; frame++) {
            assertEquals(counters[frame], stream[CYTON_BYTES * frame + 1] & 255);
        }
    }
}
