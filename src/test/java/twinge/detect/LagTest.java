package twinge.detect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How much later one envelope does what another does, on envelopes that are known exactly. */
class LagTest {
    private static Course course(int frames, DoubleUnaryOperator level) {
        Course course = new Course(1000, 0);
        for (double middle = 0.5 * frames; middle < 4000; middle += frames) {
            course.add(middle, frames, level.applyAsDouble(middle / 1000), 0);
        }
        return course;
    }

    /** 1 at rest; from a time on it rises by {@code height} within a tenth of a second, the half of a cosine. */
    private static DoubleUnaryOperator rise(double at, double height) {
        return seconds -> {
            double share = Math.max(0, Math.min(1, (seconds - at) / 0.1));
            return 1 + height * (1 - Math.cos(Math.PI * share)) / 2;
        };
    }

    private static Lag lag(DoubleUnaryOperator one, DoubleUnaryOperator other) {
        return Lag.between(course(10, one), course(10, other), 1.85, 2.35, 0.15);
    }

    @ParameterizedTest(name = "{0} s")
    @ValueSource(doubles = {-0.12, -0.05, -0.02, -0.003, 0, 0.007, 0.02, 0.05, 0.08})
    void theLagIsThatOfTheRises(double late) {
        assertEquals(late, lag(rise(2, 10), rise(2 + late, 10)).seconds(), 0.002);
    }

    @ParameterizedTest(name = "bins of {0} and {1} ms")
    @CsvSource({"10, 13", "13, 10", "10, 7", "20, 10"})
    void binsOfAnyLengthAreCompared(int frames, int otherFrames) {
        Course one = course(frames, rise(2, 10));
        Course other = course(otherFrames, rise(2.03, 10));
        assertEquals(0.03, Lag.between(one, other, 1.85, 2.35, 0.15).seconds(), 0.003);
    }

    /** 0.25 of the height at once may leak; a third of it, or 20 ms later, is muscle of its own. */
    @ParameterizedTest(name = "{0} of the height {1} s later leaks: {2}")
    @CsvSource({"0.25, 0, true", "0.25, 0.005, true", "0.25, 0.02, false", "0.4, 0, false", "4, 0, false"})
    void aFaintCopyAtOnceMayBeCrosstalk(double share, double late, boolean leaks) {
        Lag lag = lag(rise(2, 20), rise(2 + late, 20 * share));
        assertEquals(leaks, lag.mayBeCrosstalk());
        assertEquals(share, lag.height(), 0.01 * share);
        assertEquals(late, lag.seconds(), 0.005);
    }

    @Test
    void aRiseOnAHeldContractionIsCompared() {
        assertEquals(
                0.03,
                lag(seconds -> 20 + rise(2, 10).applyAsDouble(seconds), rise(2.03, 10))
                        .seconds(),
                0.01);
    }

    @Test
    void whatDoesNotRunAlikeOrLiesTooFarApartHasNoLag() {
        assertNull(lag(rise(2, 10), seconds -> 5));
        assertNull(lag(rise(2, 10), seconds -> 10 - seconds));
        assertNull(lag(rise(2, 10), rise(2.4, 10)));
    }

    @Test
    void whatIsNotKnownHasNoLag() {
        Course gap = new Course(1000, 0);
        for (double middle = 5; middle < 4000; middle += 10) {
            if (middle < 2100 || middle > 2150) {
                gap.add(middle, 10, rise(2, 10).applyAsDouble(middle / 1000), 0);
            }
        }
        assertNull(Lag.between(course(10, rise(2, 10)), gap, 1.85, 2.35, 0.15));
        assertFalse(lag(rise(2, 10), rise(2, 10)).mayBeCrosstalk());
        assertTrue(new Lag(-0.009, 0.3).mayBeCrosstalk());
    }
}
