package twinge.detect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BeatShapeTest {
    private static final double RATE = 1000;
    private static final int PEAK = 500;

    private final BeatShape shape = new BeatShape(RATE);
    private final double[] taken = new double[shape.length()];

    /** A second with one beat: an R wave of an S wave's half height, a part of a frame after its middle. */
    private static double[] beat(double height, double late, double noise, long seed) {
        double[] signal = Made.noise(seed, 1000, noise);
        for (int frame = 0; frame < 1000; frame++) {
            double away = frame - PEAK - late;
            signal[frame] += height * StrictMath.exp(-away * away / 128)
                    - height / 2 * StrictMath.exp(-(away - 22) * (away - 22) / 128);
        }
        return signal;
    }

    private static Samples samples(double[] signal) {
        Samples samples = new Samples(1000);
        samples.add(0, signal, 0, signal.length);
        return samples;
    }

    private void learn(int beats, double height, double noise) {
        for (int i = 0; i < beats; i++) {
            Samples signal = samples(beat(height, 0, noise, 40 + i));
            shape.learn(signal, signal, shape.fit(signal, PEAK + 5, false), new double[taken.length], taken, 401);
        }
    }

    private double left(double height, double late, double noise) {
        double[] signal = beat(height, late, noise, 7);
        BeatShape.Fit fit = shape.fit(samples(signal), PEAK - 7, false);
        int length = shape.beat(fit, 0, taken, new double[taken.length]);
        double sum = 0;
        for (int i = 0; i < length; i++) {
            double rest = signal[(int) fit.frame() - shape.before() + i] - taken[i];
            sum += rest * rest;
        }
        return Math.sqrt(sum / length);
    }

    @ParameterizedTest(name = "{0} times as high, {1} frames late")
    @CsvSource({"1, 0", "0.8, 0", "1.3, 0", "1, 0.5", "1, -0.4", "1.2, 3.3"})
    void aBeatThatIsHigherOrLaterIsTakenOffToWhatTheMuscleIs(double times, double late) {
        learn(12, 400, 5);
        assertEquals(5, left(400 * times, late, 5), 1);
    }

    @Test
    void fourBeatsAreNeeded() {
        learn(3, 400, 5);
        assertFalse(shape.isSure());
        learn(1, 400, 5);
        assertTrue(shape.isSure());
    }

    @Test
    void whatDoesNotStandOutOfTheMuscleIsNoBeat() {
        learn(20, 5, 10);
        assertFalse(shape.isSure());
    }

    @ParameterizedTest
    @ValueSource(doubles = {-1, 0})
    void aBeatOfAnotherShapeIsNotAlike(double times) {
        learn(8, 400, 5);
        double[] other = beat(0, 0, 5, 3);
        for (int frame = 380; frame < 620; frame++) {
            other[frame] += 300 * StrictMath.sin((frame - 380) / 6.0)
                    + times * 400 * StrictMath.exp(-(frame - 500) * (frame - 500) / 128.0);
        }
        assertFalse(shape.fit(samples(other), PEAK, false).alike());
    }

    @Test
    void aContractionTeachesNothing() {
        learn(8, 400, 5);
        Samples loud = samples(beat(400, 0, 400, 9));
        shape.learn(loud, loud, shape.fit(loud, PEAK, true), new double[taken.length], new double[taken.length], 401);
        assertEquals(5, left(400, 0, 5), 1);
    }

    @Test
    void aHeartThatChangesIsFollowed() {
        learn(10, 400, 5);
        learn(40, 560, 5);
        Samples signal = samples(beat(560, 0, 5, 1));
        assertEquals(1, shape.fit(signal, PEAK, false).scale(), 0.05);
    }

    @Test
    void aBeatWhoseEndHasNotComeIsNotFitted() {
        Samples cut = new Samples(1000);
        cut.add(0, beat(400, 0, 5, 1), 0, PEAK + 40);
        assertNull(shape.fit(cut, PEAK, false));
    }

    @Test
    void aFastHeartsBeatEndsWhereTheNextBegins() {
        learn(8, 400, 5);
        BeatShape.Fit fit = shape.fit(samples(beat(400, 0, 5, 1)), PEAK, false);
        assertEquals(353, shape.beat(fit, 333, taken, new double[taken.length]));
    }
}
