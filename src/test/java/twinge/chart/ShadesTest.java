package twinge.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ShadesTest {
    @Test
    void overlappingStretchesOfOneReasonCountOnce() {
        Shades shades = new Shades();
        shades.add(10, 12, "motion");
        shades.add(11, 14, "motion");
        shades.add(11, 12, "rail");
        shades.add(20, 21, "motion");
        assertEquals(Map.of("motion", 5.0, "rail", 1.0), shades.seconds());
    }

    @Test
    void whatIsTooNearToBeTwoPixelsIsDrawnAsOne() {
        Shades shades = new Shades();
        for (double from : new double[] {20, 12.5, 10, 11.25}) { // told out of order
            shades.add(from, from + 1, "motion");
        }
        List<Shades.Shade> drawn = shades.list(0.5);
        assertEquals(List.of(new Shades.Shade(10, 13.5, "motion"), new Shades.Shade(20, 21, "motion")), drawn);
    }

    @Test
    void aFlickeringContactDoesNotFillTheMemory() {
        Shades shades = new Shades();
        for (int i = 0; i < 100_000; i++) {
            shades.add(i, i + 0.5, "contact");
        }
        List<Shades.Shade> kept = shades.list(0);
        assertTrue(kept.size() <= 1024);
        assertEquals(0, kept.get(0).from());
        assertEquals(99_999.5, kept.get(kept.size() - 1).to());
    }
}
