package twinge.simulate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class MotorUnitsTest {
    @Test
    void thresholdsRatesAndForcesAreThoseOfFuglevand1993() {
        // RTE_120 = 30, PFR_120 = 35 - 10, P_120 = 100, E_max = 30 + (25 - 8) / 1
        assertEquals(30, MotorUnits.threshold(119), 1e-12);
        assertEquals(Math.sqrt(30), MotorUnits.threshold(59), 1e-12);
        assertEquals(25, MotorUnits.peakRateHz(119), 1e-12);
        assertEquals(35 - Math.sqrt(30) / 3, MotorUnits.peakRateHz(59), 1e-12);
        assertEquals(100, MotorUnits.force(119), 1e-10);
        assertEquals(47, MotorUnits.excitation(1), 1e-12);
    }

    @Test
    void anyDriveRecruitsTheFirstUnitAndNoneRecruitsNone() {
        assertEquals(0, MotorUnits.excitation(0));
        assertTrue(MotorUnits.excitation(Double.MIN_NORMAL) >= MotorUnits.threshold(0));
        assertTrue(MotorUnits.excitation(Double.MIN_NORMAL) < MotorUnits.threshold(1));
    }
}
