package twinge.signal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.util.Arrays;
import java.util.stream.Stream;
import org.apache.commons.math3.complex.Complex;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ButterworthTest {
    private static final double[] TONES = {0.013, 0.11, 0.27, 0.41};

    static Stream<Arguments> designs() throws IOException {
        return Reference.rows("butterworth.csv").stream()
                .map(row -> Arguments.of(
                        row[0],
                        Arrays.stream(row)
                                .skip(1)
                                .mapToDouble(Double::parseDouble)
                                .toArray()));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("designs")
    void everyDesignIsThatOfSciPy(String kind, double[] numbers) {
        double rate = numbers[3];
        Biquads filter = design(kind, (int) numbers[0], numbers[1], numbers[2], rate);
        for (int i = 0; i < TONES.length; i++) {
            Complex expected = new Complex(numbers[4 + 2 * i], numbers[5 + 2 * i]);
            Complex actual = filter.response(TONES[i] * rate, rate);
            assertEquals(0, actual.subtract(expected).abs() / expected.abs(), 1e-9, "at " + TONES[i] + " of the rate");
        }
        for (int i = 0; i < filter.sections(); i++) {
            double[] expected = Arrays.copyOfRange(numbers, 12 + 2 * i, 14 + 2 * i);
            assertArrayEquals(expected, Arrays.copyOfRange(filter.section(i), 3, 5), 1e-9, "poles of section " + i);
        }
        assertEquals(numbers.length, 12 + 2 * filter.sections());
    }

    private static Biquads design(String kind, int order, double low, double high, double rate) {
        return switch (kind) {
            case "lowpass" -> Butterworth.lowPass(order, low, rate);
            case "highpass" -> Butterworth.highPass(order, low, rate);
            case "bandpass" -> Butterworth.bandPass(order, low, high, rate);
            case "bandstop" -> Butterworth.bandStop(order, low, high, rate);
            default -> throw new IllegalArgumentException(kind);
        };
    }

    @ParameterizedTest(name = "order {0}")
    @CsvSource({"1", "2", "5", "8", "13"})
    void theGainAtACutoffIsMinusThreeDecibels(int order) { // sqrt(1/2), whatever the order
        assertEquals(Math.sqrt(0.5), Butterworth.lowPass(order, 10, 1000).gain(10, 1000), 1e-9);
        assertEquals(Math.sqrt(0.5), Butterworth.highPass(order, 20, 1000).gain(20, 1000), 1e-9);
        Biquads pass = Butterworth.bandPass(order, 20, 450, 1000);
        assertEquals(Math.sqrt(0.5), pass.gain(20, 1000), 1e-9);
        assertEquals(Math.sqrt(0.5), pass.gain(450, 1000), 1e-9);
        assertEquals(Math.sqrt(0.5), Butterworth.bandStop(order, 40, 60, 1000).gain(60, 1000), 1e-9);
    }

    @Test
    void anOffsetDoesNotPassAHighPassAndSwayDoesNotDriveAStopAway() {
        assertEquals(0, Butterworth.highPass(5, 20, 1000).gain(0, 1000));
        assertEquals(0, Butterworth.bandPass(4, 20, 450, 1000).gain(0, 1000));
        assertEquals(1, Butterworth.bandStop(2, 48, 52, 1000).gain(0, 1000), 1e-12);
        assertEquals(1, Butterworth.bandStop(2, 48, 52, 1000).gain(500, 1000), 1e-12);
    }

    @Test
    void aCutoffThatTheRecordingCanNotCarryIsRefusedWithBothNumbers() {
        assertEquals(
                "a low-pass at 450.0 Hz needs more than 900.0 frames a second; this recording has 250.0",
                refusal(() -> Butterworth.lowPass(4, 450, 250)));
        assertEquals(
                "a band-pass at 125.0 Hz needs more than 250.0 frames a second; this recording has 250.0",
                refusal(() -> Butterworth.bandPass(4, 20, 125, 250)));
        assertEquals(
                "a high-pass at 0.0 Hz for a recording of 250.0 frames a second; the cutoff must lie above 0 Hz",
                refusal(() -> Butterworth.highPass(4, 0, 250)));
        assertEquals(
                "a band-stop from 52.0 to 48.0 Hz; the first cutoff must be the lower one",
                refusal(() -> Butterworth.bandStop(4, 52, 48, 250)));
        assertEquals("a low-pass of order 0; the least order is 1", refusal(() -> Butterworth.lowPass(0, 20, 250)));
        assertEquals(
                "a low-pass at 20.0 Hz for a recording of NaN frames a second; the rate must be a positive number",
                refusal(() -> Butterworth.lowPass(1, 20, Double.NaN)));
    }

    private static String refusal(Executable call) {
        return assertThrows(IllegalArgumentException.class, call).getMessage();
    }
}
