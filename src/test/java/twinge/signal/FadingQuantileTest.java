package twinge.signal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FadingQuantileTest {
    private static final double BIN = Math.pow(2, 1.0 / 32) - 1;

    private static void inPlace(FadingQuantile quantile, double[] samples, int from, int length) {
        for (int i = from; i < from + length; i++) {
            quantile.add(Math.abs(samples[i]));
            samples[i] = quantile.value(0.3);
        }
    }

    /** The definition, by sorting: the least value at which the weight of it and all smaller ones reaches the share. */
    private static double byDefinition(double[] values, double halfLife, double share) {
        double[] weights = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            weights[i] = Math.pow(2, (i + 1 - values.length) / halfLife);
        }
        Integer[] order = IntStream.range(0, values.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> values[i]))
                .toArray(Integer[]::new);
        double wanted = share * Arrays.stream(weights).sum();
        double below = 0;
        for (int i : order) {
            below += weights[i];
            if (below >= wanted) {
                return values[i];
            }
        }
        return values[order[order.length - 1]];
    }

    @ParameterizedTest(name = "half-life {0}, quantile {1}")
    @CsvSource({"50, 0.5", "50, 0.1", "5, 0.9", "1000, 0.25", "Infinity, 0.5", "Infinity, 0.02"})
    void aQuantileIsThatOfItsDefinitionButForTheWidthOfABin(double halfLife, double share) {
        double[] values = new Random(4).doubles(4000, 1, 400).toArray();
        FadingQuantile quantile = new FadingQuantile(0.01, 1e5, halfLife);
        for (double value : values) {
            quantile.add(value);
        }
        double expected = byDefinition(values, halfLife, share);
        assertEquals(expected, quantile.value(share), BIN * expected);
    }

    @Test
    void halfOfTheWeightIsNewAfterAHalfLife() {
        FadingQuantile quantile = new FadingQuantile(0.1, 1000, 100);
        for (int i = 0; i < 100_000; i++) {
            quantile.add(2);
        }
        for (int i = 0; i < 99; i++) {
            quantile.add(50);
        }
        assertEquals(2, quantile.value(0.5), 2 * BIN);
        quantile.add(50);
        quantile.add(50);
        assertEquals(50, quantile.value(0.5), 50 * BIN);
    }

    @Test
    void valuesOutsideTheLimitsCountAsTheLimits() {
        FadingQuantile quantile = new FadingQuantile(0.1, 1000, 100);
        quantile.add(0);
        assertEquals(0.1, quantile.value(0.999), 0.1 * BIN);
        quantile.add(1e9);
        assertEquals(1000, quantile.value(0.999), 1000 * BIN);
    }

    @Test
    void anyCuttingAnySnapshotAndAResetGiveTheSameBits() {
        Stages.assertPromisesAreKept(() -> new FadingQuantile(0.01, 1e4, 1), FadingQuantileTest::inPlace);
        Stages.assertPromisesAreKept(() -> new FadingQuantile(0.01, 1e4, 40), FadingQuantileTest::inPlace);
    }

    @Test
    void withoutValuesThereIsNoQuantileAndNonsenseIsRefused() {
        FadingQuantile quantile = new FadingQuantile(0.1, 1000, 100);
        assertEquals(Double.NaN, quantile.value(0.5));
        assertThrows(IllegalArgumentException.class, () -> quantile.value(1.1));
        assertThrows(IllegalArgumentException.class, () -> quantile.add(-1));
        assertThrows(IllegalArgumentException.class, () -> quantile.add(Double.NaN));
        assertThrows(IllegalArgumentException.class, () -> new FadingQuantile(0, 1, 10));
        assertThrows(IllegalArgumentException.class, () -> new FadingQuantile(2, 1, 10));
        assertThrows(IllegalArgumentException.class, () -> new FadingQuantile(1, 2, 0));
    }
}
