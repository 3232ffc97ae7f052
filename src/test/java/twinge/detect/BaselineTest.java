package twinge.detect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class BaselineTest {
    private static final int SECOND = 100;

    private static Baseline rested(double level) {
        Baseline baseline = new Baseline(SECOND, 0.01);
        for (int bin = 0; bin < 20 * SECOND; bin++) {
            baseline.learn(bin, level, 2 * level);
        }
        return baseline;
    }

    @Test
    void halfASecondOfRestMakesItReady() {
        Baseline baseline = new Baseline(SECOND, 0.01);
        for (int bin = 0; bin < SECOND / 2; bin++) {
            assertFalse(baseline.ready());
            baseline.learn(bin, 1, 1);
        }
        assertTrue(baseline.ready());
    }

    @Test
    void aContractionOfAMinuteLeavesTheRestingLevelUntouched() {
        Baseline baseline = rested(3);
        baseline.rose();
        for (int bin = 20 * SECOND; bin < 80 * SECOND; bin++) {
            baseline.active(bin, 300);
        }
        assertEquals(3, baseline.detection());
        assertEquals(6, baseline.amplitude());
        assertEquals(300, baseline.recentFloor());
    }

    @Test
    void theRestingLevelIsTheMedianOfTheLastQuarterMinute() {
        Baseline baseline = rested(3);
        int bin = 20 * SECOND;
        for (int end = bin + 7 * SECOND; bin < end; bin++) {
            baseline.learn(bin, 5, 5);
        }
        assertEquals(3, baseline.detection(), "seven of fifteen seconds are no majority");
        for (int end = bin + SECOND; bin < end; bin++) {
            baseline.learn(bin, 5, 5);
        }
        assertEquals(5, baseline.detection(), "eight are");
    }

    @Test
    void noRestingLevelIsBelowTheQuantisation() {
        Baseline baseline = new Baseline(SECOND, 0.3);
        for (int bin = 0; bin < 2 * SECOND; bin++) {
            baseline.learn(bin, 0, 1e-30);
        }
        baseline.rose();
        baseline.active(200, 0);
        assertEquals(0.3, baseline.detection());
        assertEquals(0.3, baseline.amplitude());
        assertEquals(0.3, baseline.recentFloor());
    }

    @Test
    void whatLiesUnderAnActivityIsLearntAnewForEach() {
        Baseline baseline = rested(1);
        baseline.rose();
        for (int bin = 0; bin < 4 * SECOND; bin++) {
            baseline.active(bin, 50);
        }
        assertTrue(baseline.knowsActive());
        baseline.rose();
        assertFalse(baseline.knowsActive(), "nothing is known of the next activity yet");
        for (int bin = 0; bin < 4 * SECOND; bin++) {
            baseline.active(bin, bin % 16 == 0 ? 20 : 80);
        }
        assertEquals(20, baseline.recentFloor(), "the lower third, not the mean");
    }
}
