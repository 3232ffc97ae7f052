package twinge.signal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class NotchTest {
    @Test
    void everyNotchIsThatOfSciPy() throws IOException {
        for (String[] row : Reference.rows("notch.csv")) {
            double[] numbers =
                    Arrays.stream(row).mapToDouble(Double::parseDouble).toArray();
            Biquads notch = Notch.at(numbers[0], numbers[1], numbers[2]);
            assertArrayEquals(Arrays.copyOfRange(numbers, 3, 8), notch.section(0), 1e-12, String.join(",", row));
        }
    }

    @Test
    void humIsTakenOutAndItsNeighboursAreLeft() {
        Biquads notch = Notch.at(50, 30, 1000);
        assertEquals(0, notch.gain(50, 1000), 1e-13);
        assertEquals(1, notch.gain(0, 1000), 1e-12);
        assertEquals(Math.sqrt(0.5), notch.gain(50 - 50.0 / 60, 1000), 0.01); // half the width below: f / 2Q
    }

    @Test
    void aToneOrWidthThatDoesNotFitIsRefused() {
        assertEquals(
                "a notch at 150.0 Hz needs more than 300.0 frames a second; this recording has 250.0",
                assertThrows(IllegalArgumentException.class, () -> Notch.at(150, 30, 250))
                        .getMessage());
        assertThrows(IllegalArgumentException.class, () -> Notch.at(50, 0, 250));
        assertThrows(IllegalArgumentException.class, () -> Notch.at(50, 0.2, 250));
    }
}
