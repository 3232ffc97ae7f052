package twinge.signal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.ByteBuffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EnvelopeTest {
    private static void rms(MovingRms stage, double[] samples, int from, int length) {
        stage.apply(samples, from, length, samples, from);
    }

    private static void mean(MovingAverage stage, double[] samples, int from, int length) {
        stage.apply(samples, from, length, samples, from);
    }

    private static void energy(Tkeo stage, double[] samples, int from, int length) {
        stage.apply(samples, from, length, samples, from);
    }

    @ParameterizedTest(name = "{0} frames")
    @ValueSource(ints = {1, 2, 7, 100, 1000})
    void eachRmsIsThatOfItsWindowByTheFormula(int window) {
        double[] samples = Stages.noise(1, 900);
        double[] envelope = Stages.inOnePiece(() -> new MovingRms(window), EnvelopeTest::rms, samples);
        for (int i = 0; i < samples.length; i++) {
            int first = Math.max(0, i - window + 1);
            double squares = 0;
            for (int j = first; j <= i; j++) {
                squares += samples[j] * samples[j];
            }
            double expected = Math.sqrt(squares / (i - first + 1));
            assertEquals(expected, envelope[i], 1e-12 * expected, "frame " + i);
        }
    }

    @Test
    void restAfterAHugeBurstIsExact() { // a sum that adds and subtracts would keep 1e20 * 2^-53 of the burst
        double[] samples = new double[5000];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = i < 2000 ? 1e10 * (i % 2 == 0 ? 1 : -1) : 1e-3;
        }
        rms(new MovingRms(64), samples, 0, samples.length);
        assertEquals(1e10, samples[1999], 1e-2);
        for (int i = 2064; i < samples.length; i++) {
            assertEquals(1e-3, samples[i], 1e-15, "frame " + i);
        }
    }

    @Test
    void aMeanIsThatOfTheLastFramesAndAResultMayGoElsewhere() {
        double[] samples = {8, 2, 5, -4, 11, -4, 5};
        double[] means = new double[9];
        new MovingAverage(3).apply(samples, 1, 6, means, 2);
        assertArrayEquals(new double[] {0, 0, 2, 3.5, 1, 4, 1, 4, 0}, means, 1e-15);
        assertEquals(8, samples[0]);
    }

    @Test
    void aToneHasTheTeagerEnergyOfItsFormulaOneFrameLate() { // A² sin² w
        double[] tone = new double[500];
        for (int i = 0; i < tone.length; i++) {
            tone[i] = 40 * StrictMath.sin(0.6 * i + 0.2);
        }
        energy(new Tkeo(), tone, 0, tone.length);
        double sine = StrictMath.sin(0.6);
        for (int i = 2; i < tone.length; i++) {
            assertEquals(1600 * sine * sine, tone[i], 1e-9);
        }
        double[] step = {0, 0, 3, 5, 4}; // 0; 0; 0² - 0*3; 3² - 0*5; 5² - 3*4
        energy(new Tkeo(), step, 0, 5);
        assertArrayEquals(new double[] {0, 0, 0, 9, 13}, step);
    }

    @Test
    void anyCuttingAnySnapshotAndAResetGiveTheSameBits() {
        Stages.assertPromisesAreKept(() -> new MovingRms(50), EnvelopeTest::rms);
        Stages.assertPromisesAreKept(() -> new MovingAverage(333), EnvelopeTest::mean);
        Stages.assertPromisesAreKept(Tkeo::new, EnvelopeTest::energy);
    }

    @Test
    void noWindowAndTheStateOfALongerWindowAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> new MovingRms(0));
        MovingAverage longer = new MovingAverage(9);
        longer.apply(new double[8], 0, 8, new double[8], 0);
        ByteBuffer state = ByteBuffer.allocate(longer.stateSize());
        longer.save(state);
        state.flip().position(state.limit() - new MovingAverage(5).stateSize());
        assertThrows(IllegalArgumentException.class, () -> new MovingAverage(5).restore(state));
    }
}
