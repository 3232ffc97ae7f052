package twinge.detect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OnsetRefinerTest {
    private static final int STEP = 700;
    private static final double RATE = 1000;

    private static double[] step(long seed, double times) {
        return Made.louder(Made.noise(seed, 1000, 2), RATE, STEP / RATE, 10, times);
    }

    private static Samples samples(double[] from) {
        Samples samples = new Samples(1000);
        samples.add(0, from, 0, from.length);
        return samples;
    }

    @ParameterizedTest(name = "{0} times rest, crossed {1} ms late: half within {2} ms, 95 % within {3} ms")
    @CsvSource({"10, 20, 1, 4", "5, 20, 2, 7", "5, -15, 2, 7", "5, 60, 2, 7", "3.2, 30, 3, 16"})
    void aStepOfTheVarianceIsFoundWithinAFewMilliseconds(double times, int late, double half, double most) {
        double[] errors = new double[300];
        for (int seed = 0; seed < errors.length; seed++) {
            long onset = new OnsetRefiner(RATE).refine(samples(step(seed, times)), STEP + late, 2, 0);
            errors[seed] = Math.abs(onset - STEP);
        }
        Arrays.sort(errors);
        assertTrue(errors[errors.length / 2] <= half, "half within " + errors[errors.length / 2] + " ms");
        assertTrue(errors[errors.length * 95 / 100] <= most, "95 % within " + errors[errors.length * 95 / 100] + " ms");
    }

    /** Every place of the change is tried, with the likelihood of normal samples before and after it written out. */
    @Test
    void theOnsetIsTheLikeliestPlaceOfTheChange() {
        for (int seed = 0; seed < 50; seed++) {
            double[] signal = step(seed, 4);
            int crossed = STEP + 25;
            double active = Arrays.stream(signal, crossed, crossed + 100)
                    .map(x -> x * x)
                    .average()
                    .orElseThrow();
            int likeliest = -1;
            double best = Double.NEGATIVE_INFINITY;
            for (int change = crossed - 250; change < crossed + 100; change++) {
                double likelihood = 0;
                for (int frame = crossed - 250; frame < crossed + 100; frame++) {
                    double variance = frame < change ? 4 : active;
                    likelihood -= Math.log(variance) / 2 + signal[frame] * signal[frame] / (2 * variance);
                }
                if (likelihood > best) {
                    best = likelihood;
                    likeliest = change;
                }
            }
            assertEquals(likeliest, new OnsetRefiner(RATE).refine(samples(signal), crossed, 2, 0), "seed " + seed);
        }
    }

    @ParameterizedTest(name = "not before frame {0}")
    @CsvSource({"690", "700", "705", "719"})
    void noOnsetLiesBeforeThePreviousBurstsEnd(long earliest) {
        for (int seed = 0; seed < 100; seed++) {
            long onset = new OnsetRefiner(RATE).refine(samples(step(seed, 5)), STEP + 20, 2, earliest);
            assertTrue(onset >= earliest, "seed " + seed + ": " + onset);
        }
    }

    @Test
    void withoutARiseTheCrossingStands() {
        double[] level = Made.noise(3, 1000, 2);
        assertEquals(650, new OnsetRefiner(RATE).refine(samples(level), 650, 2.2, 0));
        assertEquals(650, new OnsetRefiner(RATE).refine(samples(new double[1000]), 650, 0, 0), "no level at all");
    }

    @Test
    void samplesThatAreGoneAreNotAskedFor() {
        Samples samples = new Samples(1000);
        samples.add(0, new double[600], 0, 600);
        double[] after = Made.noise(1, 200, 20);
        samples.add(690, after, 0, 200);
        assertTrue(new OnsetRefiner(RATE).refine(samples, 700, 2, 0) >= 690);
    }
}
