package twinge.signal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RunningQuantileTest {
    private static void inPlace(RunningQuantile quantile, double[] samples, int from, int length) {
        for (int i = from; i < from + length; i++) {
            quantile.add(samples[i]);
            samples[i] = quantile.value();
        }
    }

    @ParameterizedTest(name = "{2} of {1} values")
    @CsvSource({"1, 50, 0.5", "2, 50, 0.1", "3, 101, 0.75", "4, 7, 1", "5, 7, 0", "6, 1, 0.3"})
    void everyQuantileIsThatOfNumPy(int column, int window, double share) throws IOException {
        RunningQuantile quantile = new RunningQuantile(window, share);
        double[] values = Reference.column("quantile.csv", 0);
        double[] expected = Reference.column("quantile.csv", column);
        inPlace(quantile, values, 0, values.length);
        for (int i = 0; i < values.length; i++) {
            assertEquals(expected[i], values[i], 1e-9 * Math.abs(expected[i]), "after value " + i);
        }
    }

    @Test
    void manyEqualValuesDoNotConfuseIt() { // against sorting each window
        Random random = new Random(3);
        RunningQuantile median = new RunningQuantile(31, 0.5);
        double[] values = new double[3000];
        for (int i = 0; i < values.length; i++) {
            values[i] = random.nextInt(4);
            median.add(values[i]);
            double[] window = Arrays.copyOfRange(values, Math.max(0, i - 30), i + 1);
            Arrays.sort(window);
            assertEquals((window[(window.length - 1) / 2] + window[window.length / 2]) / 2, median.value());
            assertEquals(window.length, median.size());
        }
    }

    @Test
    void anyCuttingAnySnapshotAndAResetGiveTheSameBits() {
        Stages.assertPromisesAreKept(() -> new RunningQuantile(40, 0.2), RunningQuantileTest::inPlace);
        Stages.assertPromisesAreKept(() -> new RunningQuantile(400, 0.9), RunningQuantileTest::inPlace);
    }

    @Test
    void theTwoZerosAreOneValue() {
        RunningQuantile least = new RunningQuantile(2, 0);
        least.add(0.0);
        least.add(-0.0);
        assertEquals(0.0, least.value());
        least.add(-0.0);
        assertEquals(0.0, least.value());
    }

    @Test
    void withoutValuesThereIsNoQuantileAndNonsenseIsRefused() {
        RunningQuantile quantile = new RunningQuantile(5, 0.5);
        assertEquals(Double.NaN, quantile.value());
        assertThrows(IllegalArgumentException.class, () -> quantile.add(Double.NaN));
        assertThrows(IllegalArgumentException.class, () -> new RunningQuantile(0, 0.5));
        assertThrows(IllegalArgumentException.class, () -> new RunningQuantile(5, 1.5));
        assertThrows(IllegalArgumentException.class, () -> new RunningQuantile(5, Double.NaN));
    }

    @Test
    void theStateOfALongerWindowIsRefused() {
        RunningQuantile quantile = new RunningQuantile(2, 0.5);
        ByteBuffer bytes = ByteBuffer.allocate(100);
        bytes.putInt(2 * Double.BYTES, 7);
        assertThrows(IllegalArgumentException.class, () -> quantile.restore(bytes));
    }
}
