package twinge.simulate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DriveTest {
    private static double[] levels(double tone, double unsteadiness, double seconds, Activation... planned) {
        Drive drive = new Drive(List.of(planned), tone, unsteadiness, Measured.RATE, Dice.of(1, "drive"));
        double[] levels = new double[(int) (seconds * Measured.RATE)];
        for (int frame = 0; frame < levels.length; frame++) {
            levels[frame] = drive.next(frame / (double) Measured.RATE);
        }
        return levels;
    }

    @ParameterizedTest(name = "at {0} s: {1}")
    @CsvSource({"0.999, 0", "1, 0", "1.25, 0.2", "1.5, 0.4", "3, 0.4", "4, 0.4", "4.5, 0.2", "4.999, 0.0004", "5, 0"})
    void anActivationRisesHoldsAndFallsInLines(double seconds, double level) {
        Activation trapezoid = new Activation(1, 5, 0.4, 0.5, 1, 1);
        assertEquals(level, trapezoid.at(seconds), 1e-12);
    }

    @Test
    void itIsAboveNothingFromItsFirstMomentToItsLast() {
        Activation trapezoid = new Activation(1, 5, 0.4, 0.5, 1, 1);
        assertTrue(trapezoid.at(1) > 0); // so that the first unit is recruited where truth says
        assertEquals(0, trapezoid.at(Math.nextDown(1.0)));
        assertTrue(trapezoid.at(Math.nextDown(5.0)) > 0);
    }

    @Test
    void oneThatDiesAwayKeepsThePartAskedFor() {
        Activation spasm = new Activation(0, 10, 0.8, 0, 0, 0.5);
        assertEquals(0.8, spasm.at(0), 1e-12);
        assertEquals(0.6, spasm.at(5), 1e-12);
        assertEquals(0.4, spasm.at(10 - 1e-9), 1e-6);
    }

    @Test
    void toneAndActivationsAddUpToFullDriveAtMost() {
        double[] levels = levels(
                0.01,
                0,
                6,
                new Activation(1, 4, 0.3, 0, 0, 1),
                new Activation(2, 5, 0.4, 0, 0, 1),
                new Activation(3, 5, 0.9, 0, 0, 1));
        assertEquals(0.01, levels[500], 1e-12);
        assertEquals(0.31, levels[1500], 1e-12);
        assertEquals(0.71, levels[2500], 1e-12);
        assertEquals(1, levels[3500]);
        assertEquals(0.01, levels[5500], 1e-12);
    }

    @Test
    void aHeldDriveIsAsUnsteadyAsAskedFor() {
        double[] levels = levels(0, 0.04, 300, new Activation(0, 300, 0.5, 0, 0, 1));
        List<Double> values = new ArrayList<>();
        for (double level : levels) {
            values.add(level);
        }
        assertEquals(0.5, Measured.mean(values), 0.005);
        assertEquals(0.04, Measured.variation(values), 0.004);
    }
}
