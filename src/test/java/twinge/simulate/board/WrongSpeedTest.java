package twinge.simulate.board;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WrongSpeedTest {
    private static byte[] random(int length) {
        byte[] bytes = new byte[length];
        new Random(3).nextBytes(bytes);
        return bytes;
    }

    @ParameterizedTest(name = "sent at {0}, heard at {1}")
    @CsvSource({"115200, 115200", "222222, 230400", "117647, 115200", "230400, 222222", "115200, 117647"})
    void speedsThatAUartCanFollowUnderstandEachOther(double sender, double receiver) {
        byte[] sent = random(5000);
        assertArrayEquals(sent, WrongSpeed.heard(sent, sender, receiver));
    }

    @ParameterizedTest(name = "sent at {0}, heard at {1}")
    @CsvSource({"115200, 9600", "115200, 57600", "115200, 230400", "9600, 115200", "500000, 115200"})
    void otherSpeedsHearGarbage(double sender, double receiver) {
        byte[] sent = random(5000);
        byte[] heard = WrongSpeed.heard(sent, sender, receiver);
        assertFalse(Arrays.equals(sent, heard));
        assertTrue(heard.length > 0);
    }

    @Test
    void halfTheSpeedReadsEveryOtherBit() {
        // 'U' is 0x55: on the line 0 10101010 1; a receiver half as fast looks at bits 1, 3, 5, ... of it, all high: it
        // never
        // sees a start bit that lasts, so it hears nothing of a lone byte.
        assertEquals(0, WrongSpeed.heard(new byte[] {0x55}, 9600, 4800).length);
        // 0x00 is nine low bits, four and a half of the receiver's: a start bit and three 0s, then the idle line: 0xF8.
        assertArrayEquals(new byte[] {(byte) 0xF8}, WrongSpeed.heard(new byte[] {0}, 9600, 4800));
    }

    @Test
    void twiceTheSpeedReadsEveryBitTwice() {
        // 0x0F at half speed: start bit 0, 1111, 0000, stop. The receiver: 0 | 0 11 11 11 1 -> bits 0,1,1,1,1,1,1,1 =
        // 0xFE,
        // its stop bit high; then the low stretch of four bits is eight of its own: a start bit and 0s, 1s after it.
        byte[] heard = WrongSpeed.heard(new byte[] {0x0F}, 4800, 9600);
        assertEquals((byte) 0xFE, heard[0]);
    }
}
