package twinge.signal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AutocorrelationTest {
    private static final double ENVELOPE_RATE = 100;

    /** Three seconds of an envelope at 100 Hz, looked at from 3 to 12 Hz. */
    private final Autocorrelation rhythm = new Autocorrelation(300, 8, 33);

    private static double[] pulses(double rateHz, double offset, long noiseSeed) {
        double[] envelope = new double[300];
        Random random = new Random(noiseSeed);
        for (int i = 0; i < envelope.length; i++) {
            double wave = StrictMath.cos(2 * Math.PI * rateHz * i / ENVELOPE_RATE);
            envelope[i] = offset + Math.max(0, wave) + (noiseSeed == 0 ? 0 : 0.3 * random.nextGaussian());
        }
        return envelope;
    }

    @ParameterizedTest(name = "{0} Hz")
    @ValueSource(doubles = {3.1, 4.3, 5, 6.7, 8, 11.5})
    void aSteadyRhythmIsFoundWithItsRate(double rateHz) {
        rhythm.measure(pulses(rateHz, 5, 0), 0);
        assertEquals(rateHz, ENVELOPE_RATE / rhythm.lag(), 0.02 * rateHz);
        assertTrue(rhythm.strength() > 0.95, "strength " + rhythm.strength());
        rhythm.measure(pulses(rateHz, 5, 1), 0);
        assertEquals(rateHz, ENVELOPE_RATE / rhythm.lag(), 0.05 * rateHz, "with noise");
    }

    @Test
    void aCosineCorrelatesAsItsFormulaSays() { // whole periods: r(k) = cos(2 pi k / 20), and the top is at 20 exactly
        double[] cosine = new double[200];
        for (int i = 0; i < cosine.length; i++) {
            cosine[i] = 3 + StrictMath.cos(2 * Math.PI * i / 20);
        }
        Autocorrelation correlation = new Autocorrelation(200, 12, 30);
        correlation.measure(cosine, 0);
        assertEquals(20, correlation.lag(), 0.02);
        assertEquals(1, correlation.strength(), 1e-3);
    }

    @Test
    void smoothAndSilentStretchesHaveNoRhythm() {
        double[] ramp = new double[300];
        for (int i = 0; i < ramp.length; i++) {
            ramp[i] = 7 + 0.01 * i;
        }
        double[] level = new double[300];
        java.util.Arrays.fill(level, 0.1);
        for (double[] values : new double[][] {ramp, level, new double[300]}) {
            rhythm.measure(pulses(5, 0, 0), 0);
            rhythm.measure(values, 0);
            assertEquals(0, rhythm.strength());
            assertEquals(Double.NaN, rhythm.lag());
        }
    }

    @Test
    void noiseHasAWeakRhythmOnly() {
        for (long seed = 1; seed <= 50; seed++) {
            rhythm.measure(new Random(seed).doubles(300).toArray(), 0);
            assertTrue(rhythm.strength() < 0.35, "strength " + rhythm.strength() + " of seed " + seed);
        }
    }

    @Test
    void lagsThatDoNotFitAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> new Autocorrelation(30, 8, 29));
        assertThrows(IllegalArgumentException.class, () -> new Autocorrelation(30, 0, 9));
        assertThrows(IllegalArgumentException.class, () -> new Autocorrelation(30, 9, 8));
        assertThrows(IndexOutOfBoundsException.class, () -> rhythm.measure(new double[300], 1));
    }
}
