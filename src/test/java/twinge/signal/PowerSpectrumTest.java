package twinge.signal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import twinge.signal.PowerSpectrum.Detrend;

class PowerSpectrumTest {
    @ParameterizedTest(name = "taking off: {0}")
    @EnumSource(Detrend.class)
    void aSpectrumIsThePeriodogramOfSciPy(Detrend detrend) throws IOException {
        PowerSpectrum spectrum = new PowerSpectrum(512, 1000, detrend);
        double[] power = new double[spectrum.bins()];
        spectrum.estimate(Reference.column("samples.csv", 0), 0, power);
        assertEachClose(Reference.column("spectrum.csv", detrend == Detrend.NONE ? 2 : 3), power);
    }

    @Test
    void theAverageOverHopsIsThatOfWelchInSciPy() throws IOException {
        PowerSpectrum spectrum = new PowerSpectrum(512, 1000, Detrend.MEAN);
        double[] power = new double[spectrum.bins()];
        assertEquals(5, spectrum.average(Reference.column("samples.csv", 0), 0, 1024, 128, power));
        assertEachClose(Reference.column("spectrum.csv", 4), power);
    }

    @Test
    void aToneHasItsMeanSquareInTheSpectrum() { // A² / 2, wherever between two bins it lies
        double[] tone = new double[2048];
        for (int n = 0; n < tone.length; n++) {
            tone[n] = 7 * StrictMath.sin(2 * Math.PI * 123.4 * n / 2000);
        }
        PowerSpectrum spectrum = new PowerSpectrum(2048, 2000, Detrend.NONE);
        double[] power = new double[spectrum.bins()];
        spectrum.estimate(tone, 0, power);
        assertEquals(24.5, Arrays.stream(power).sum() * spectrum.binHz(), 0.01);
        assertEquals(24.5, Spectra.bandPower(power, spectrum.binHz(), 115, 131), 0.01);
    }

    @Test
    void fewerSamplesThanAWindowGiveNoSpectrum() {
        PowerSpectrum spectrum = new PowerSpectrum(16, 100, Detrend.MEAN);
        double[] power = new double[9];
        Arrays.fill(power, 3);
        assertEquals(0, spectrum.average(new double[15], 0, 15, 8, power));
        assertArrayEquals(new double[9], power);
    }

    @Test
    void aRateOrHopThatIsNoneIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> new PowerSpectrum(16, 0, Detrend.NONE));
        PowerSpectrum spectrum = new PowerSpectrum(16, 100, Detrend.NONE);
        assertThrows(IllegalArgumentException.class, () -> spectrum.average(new double[16], 0, 16, 0, new double[9]));
    }

    private static void assertEachClose(double[] expected, double[] actual) {
        assertEquals(expected.length, actual.length);
        for (int k = 1; k < expected.length; k++) {
            assertEquals(expected[k], actual[k], 1e-9 * expected[k], "bin " + k);
        }
        assertEquals(expected[0], actual[0], 1e-9 * expected[0] + 1e-20, "bin 0, where the mean was taken off");
    }
}
