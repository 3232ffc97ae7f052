package twinge.signal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class TrendTest {
    @Test
    void theSlopeIsThatOfNumPy() { // np.polyfit(0.5 * np.arange(5), [92, 90, 91, 85, 80], 1)[0]
        assertEquals(-5.8, Trend.slope(new double[] {7, 92, 90, 91, 85, 80, 7}, 1, 5, 0.5), 1e-9);
    }

    @Test
    void aLineHasItsSlopeAndOneValueHasNone() {
        assertEquals(2.5, Trend.slope(new double[] {1, 3.5, 6, 8.5}, 0, 4, 1), 1e-12);
        assertEquals(Double.NaN, Trend.slope(new double[] {1}, 0, 1, 1));
        assertEquals(Double.NaN, Trend.slope(new double[] {1}, 0, 0, 1));
    }

    @Test
    void aStepThatIsNoneIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> Trend.slope(new double[3], 0, 3, 0));
    }
}
