package twinge.signal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class SpectraTest {
    @Test
    void everyMeasureIsThatOfNumPy() throws IOException {
        double[] power = Reference.column("spectrum.csv", 3);
        double bin = 1000.0 / 512;
        for (String[] row : Reference.rows("measures.csv")) {
            double[] numbers =
                    Arrays.stream(row).mapToDouble(Double::parseDouble).toArray();
            double low = numbers[0];
            double high = numbers[1];
            close(numbers[2], Spectra.bandPower(power, bin, low, high));
            close(numbers[3], Spectra.medianFrequency(power, bin, low, high));
            close(numbers[4], Spectra.meanFrequency(power, bin, low, high));
            if (low > 0) {
                close(numbers[5], Spectra.fatigueIndex(power, bin, low, high));
            }
        }
    }

    private static void close(double expected, double actual) {
        assertEquals(expected, actual, 1e-9 * Math.abs(expected));
    }

    @Test
    void theMedianLiesWhereHalfOfThePowerIsBelow() {
        assertEquals(20, Spectra.medianFrequency(new double[] {0, 0, 5, 0, 0}, 10, 0, 40)); // the middle of its bin
        assertEquals(15, Spectra.medianFrequency(new double[] {0, 4, 4, 0, 0}, 10, 0, 40)); // the border of two
        assertEquals(15 + 10 * 2.5 / 4, Spectra.medianFrequency(new double[] {0, 1, 4, 2, 0}, 10, 0, 40));
    }

    @Test
    void fatigueThatSlowsASpectrumRaisesDimitrovsIndexBySixthPowers() { // f -> f / 2: (1/f) / f^5 grows 2^6 times
        double[] fresh = {0, 0, 1, 0, 3, 0, 2, 0, 0};
        double[] tired = {0, 1, 3, 2, 0, 0, 0, 0, 0};
        assertEquals(64, Spectra.fatigueIndex(tired, 10, 5, 80) / Spectra.fatigueIndex(fresh, 10, 5, 80), 1e-9);
    }

    @Test
    void aBandWithoutPowerHasNoMedianMeanOrIndex() {
        double[] silent = new double[9];
        assertEquals(Double.NaN, Spectra.medianFrequency(silent, 10, 20, 80));
        assertEquals(Double.NaN, Spectra.meanFrequency(silent, 10, 20, 80));
        assertEquals(Double.NaN, Spectra.fatigueIndex(silent, 10, 20, 80));
        assertEquals(Double.NaN, Spectra.medianFrequency(new double[] {1, 1, 1}, 10, 200, 300));
        assertEquals(0, Spectra.bandPower(silent, 10, 20, 80));
    }

    @Test
    void anIndexFromZeroAndBinsWithoutDistanceAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> Spectra.fatigueIndex(new double[9], 10, 0, 80));
        assertThrows(IllegalArgumentException.class, () -> Spectra.bandPower(new double[9], 0, 0, 80));
    }
}
