package twinge.simulate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PotentialTest {
    private static final double RATE = 100_000;

    @ParameterizedTest(name = "width {0} s, delay {1} s, second {2}")
    @CsvSource({"0.001, 0.005, 1", "0.002, 0.005, 0.4", "0.0015, 0.002, 0.7", "0.001, 0, 1"})
    void itsShapeIsTheFormulaAndItsEnergyTheIntegral(double width, double delay, double second) {
        Potential potential = new Potential(-80, width, delay, second);
        double[] ring = new double[8192];
        potential.addTo(ring, 0, RATE, 1, 1);
        double squares = 0;
        double highest = 0;
        for (int frame = 0; frame < ring.length; frame++) {
            double u = frame / RATE / width - 4; // the table begins four widths before the centre
            double v = u - delay / width;
            double formula = -80 * (-u * Math.exp((1 - u * u) / 2) + second * v * Math.exp((1 - v * v) / 2));
            assertEquals(formula, ring[frame], 0.4); // the tails beyond four widths are left out: 0.3 % each
            squares += ring[frame] * ring[frame] / RATE;
            highest = Math.max(highest, Math.abs(ring[frame]));
        }
        assertEquals(potential.energy(), squares, 1e-3 * potential.energy());
        assertEquals(highest, potential.highest(), 0.01);
    }

    @Test
    void firedBetweenFramesItIsShiftedByThatFraction() {
        Potential potential = new Potential(100, 0.002, 0.005, 0.5);
        double[] fine = new double[256];
        double[] coarse = new double[64];
        potential.addTo(fine, 0, 4000, 1, 1);
        potential.addTo(coarse, 0.75, 1000, 1, 1); // frame f of the coarse one lies at (f - 0.75) ms
        for (int frame = 1; frame < 30; frame++) {
            assertEquals(fine[4 * frame - 3], coarse[frame], 1e-9);
        }
    }

    @Test
    void fatigueMakesItHigherAndLonger() {
        Potential potential = new Potential(100, 0.002, 0.005, 1);
        double[] fresh = new double[4096];
        double[] tired = new double[4096];
        potential.addTo(fresh, 0, RATE, 1, 1);
        potential.addTo(tired, 0, RATE, 1.5, 1.25);
        for (int frame = 0; frame < 2000; frame += 4) {
            assertEquals(1.5 * fresh[frame], tired[frame * 5 / 4], 1e-6);
        }
        assertTrue(Arrays.stream(tired).anyMatch(x -> x > 100));
    }
}
