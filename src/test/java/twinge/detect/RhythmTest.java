package twinge.detect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RhythmTest {
    private static final int BIN = 10;
    /** What the judge asks for before it takes a repetition for a train. */
    private static final double STRONG = 0.4;

    /** Hears noise of this RMS over time, in bins of 10 ms as a channel does; rest is 1. */
    private static Notebook heard(long seed, double seconds, DoubleUnaryOperator rms) {
        double[] noise = Made.noise(seed, (int) (1000 * seconds), 1);
        Rhythm rhythm = new Rhythm(1000, BIN);
        Bins bins = new Bins();
        Notebook notebook = new Notebook();
        for (int bin = 0; bin < noise.length / BIN; bin++) {
            double squares = 0;
            for (int frame = bin * BIN; frame < (bin + 1) * BIN; frame++) {
                double x = rms.applyAsDouble(frame / 1000.0) * noise[frame];
                squares += x * x;
            }
            bins.add(bin, squares / BIN);
            double level = bins.rms(3);
            rhythm.next(0, 0, bin, level, 1, level, true, notebook);
        }
        return notebook;
    }

    private static long strong(Notebook notebook) {
        return notebook.strengths.stream()
                .filter(strength -> strength >= STRONG)
                .count();
    }

    /** Beats of a third of their period, as clonus has them. */
    private static double beating(double seconds, double hertz) {
        double phase = seconds * hertz - Math.floor(seconds * hertz);
        return phase < 0.33 ? 15 : 1;
    }

    @ParameterizedTest(name = "{0} times a second")
    @ValueSource(doubles = {3.5, 4, 5, 6.3, 8, 10})
    void aSteadyBeatIsToldWithItsRate(double hertz) {
        for (long seed = 0; seed < 5; seed++) {
            Notebook notebook = heard(seed, 10, seconds -> beating(seconds, hertz));
            assertTrue(strong(notebook) > 20, "of 33 looks: " + strong(notebook));
            for (int i = 0; i < notebook.rhythmsHz.size(); i++) {
                if (notebook.strengths.get(i) >= STRONG) {
                    assertEquals(hertz, notebook.rhythmsHz.get(i), 0.05 * hertz);
                }
            }
            assertEquals(10 * hertz, notebook.pulses.size(), 2, "each beat is a pulse");
        }
    }

    @Test
    void aSoftModulationIsToldWithItsRate() {
        Notebook notebook = heard(4, 20, seconds -> 10 * (1 + 0.8 * StrictMath.sin(2 * Math.PI * 5 * seconds)));
        assertTrue(strong(notebook) > 20);
        double mean = notebook.rhythmsHz.stream()
                .mapToDouble(Double::doubleValue)
                .average()
                .orElseThrow();
        assertEquals(5, mean, 0.25);
    }

    @Test
    void aHeldContractionHasNoRhythm() {
        long strong = 0;
        for (long seed = 0; seed < 40; seed++) {
            strong += strong(heard(seed, 20, seconds -> 12));
        }
        assertTrue(strong <= 30, strong + " of 2920 looks, 1 % may be chance");
    }

    @Test
    void aLoneHumpIsNoRhythm() {
        for (long seed = 0; seed < 20; seed++) {
            Notebook notebook = heard(seed, 6, seconds -> seconds > 2 && seconds < 2.3 ? 15 : 1);
            assertEquals(0, strong(notebook), "seed " + seed);
        }
    }

    @Test
    void aPulseLastsFromHalfItsHeightUpToFourTenthsDown() {
        Notebook notebook = heard(2, 10, seconds -> beating(seconds, 5));
        for (Signs.Pulse pulse : notebook.pulses) {
            assertEquals(66, pulse.endFrame() - pulse.onsetFrame(), 45, "ms of a beat of 66 ms");
            assertEquals(15, pulse.peakTimesRest(), 8);
            double late = pulse.onsetFrame() % 200;
            assertTrue(late <= 60, "begins with its beat, " + late + " ms late");
        }
        assertFalse(notebook.pulses.isEmpty());
    }

    @Test
    void twoSecondsOfTheSignalMustBeKnown() {
        Notebook notebook = heard(1, 1.9, seconds -> beating(seconds, 6));
        assertEquals(0, notebook.rhythmsHz.size());
    }
}
