package twinge.simulate;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlantedTest {
    private static double rms(Planted planted, double rateHz, boolean within) {
        double squares = 0;
        int counted = 0;
        double[] signal = planted.signal();
        for (int frame = 0; frame < signal.length; frame++) {
            double at = frame / rateHz;
            boolean inside =
                    planted.bursts().stream().anyMatch(row -> at >= row.onsetSeconds() && at < row.endSeconds());
            boolean ringing =
                    planted.bursts().stream().anyMatch(row -> at >= row.endSeconds() && at < row.endSeconds() + 0.04);
            if (within ? inside : !inside && !ringing) {
                squares += signal[frame] * signal[frame];
                counted++;
            }
        }
        return Math.sqrt(squares / counted);
    }

    @ParameterizedTest(name = "at {0} Hz")
    @ValueSource(doubles = {500, 1000, 1200, 2000})
    void aPlantedClonusHasUnitSizeInItsBurstsAndNothingBetween(double rateHz) {
        Planted planted = Planted.clonus(3, 8, 5, rateHz);
        assertEquals(1, rms(planted, rateHz, true), 0.02); // which frame a border falls on
        assertEquals(0, rms(planted, rateHz, false), 1e-9);
        assertEquals(40, planted.bursts().size(), 3); // 8 s at 5 Hz
        assertEquals(8, planted.train().durationSeconds(), 0.3);
        assertEquals(Behaviour.CLONUS, planted.train().behaviour());
    }

    @Test
    void aPlantedSpasmIsOneBurstAndTheSameEachTime() {
        Planted planted = Planted.spasm(1, 4, 0.1, 1000);
        assertEquals(1, planted.bursts().size());
        assertEquals(4, planted.train().durationSeconds(), 1e-9);
        assertEquals(1, rms(planted, 1000, true), 0.01);
        assertArrayEquals(planted.signal(), Planted.spasm(1, 4, 0.1, 1000).signal());
    }

    @Test
    void aPlantedHoldEndsSilent() {
        double[] signal = Planted.hold(2, 3, 0.5, 0.5, 1000).signal();
        assertEquals(3100, signal.length); // 50 ms before and after
        assertTrue(Math.abs(signal[10]) < 1e-9 && Math.abs(signal[3095]) < 1e-9);
    }
}
