package twinge.signal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class BiquadsTest {
    private final Biquads difference = new Biquads(1, -1, 0, 0, 0);
    private final Biquads leak = new Biquads(0.1, 0, 0, -0.9, 0);

    @Test
    void theGainIsThatOfTheFormula() {
        // |1 - exp(-iw)| = 2 sin(w/2); |0.1 / (1 - 0.9 exp(-iw))| = 0.1 / sqrt(1.81 - 1.8 cos w)
        for (double frequencyHz : new double[] {0, 3, 40, 125, 250}) {
            double w = 2 * Math.PI * frequencyHz / 500;
            assertEquals(2 * Math.sin(w / 2), difference.gain(frequencyHz, 500), 1e-14);
            assertEquals(0.1 / Math.sqrt(1.81 - 1.8 * Math.cos(w)), leak.gain(frequencyHz, 500), 1e-14);
        }
    }

    @Test
    void filtersInSeriesMultiplyTheirGains() {
        Biquads both = difference.then(leak).then(Notch.at(50, 10, 500));
        assertEquals(3, both.sections());
        assertEquals(
                difference.gain(20, 500)
                        * leak.gain(20, 500)
                        * Notch.at(50, 10, 500).gain(20, 500),
                both.gain(20, 500),
                1e-14);
        assertArrayEquals(new double[] {0.1, 0, 0, -0.9, 0}, both.section(1));
    }

    @Test
    void nobodyCanChangeAFilter() {
        double[] coefficients = {1, 2, 3, 0.4, 0.5};
        Biquads filter = new Biquads(coefficients);
        coefficients[0] = 9;
        filter.section(0)[1] = 9;
        assertArrayEquals(new double[] {1, 2, 3, 0.4, 0.5}, filter.section(0));
    }

    @Test
    void halfASectionAndANonsenseCoefficientAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> new Biquads(1, 2, 1, -1.9));
        assertThrows(IllegalArgumentException.class, Biquads::new);
        assertThrows(IllegalArgumentException.class, () -> new Biquads(1, Double.NaN, 1, -1.9, 0.9));
    }
}
