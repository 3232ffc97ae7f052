package twinge.events;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import twinge.events.Calibration.Effort;
import twinge.events.Calibration.Level;

class CalibrationsTest {
    private static Calibration calibration(String athlete, Level... levels) {
        return new Calibration(
                new UUID(1, 2),
                athlete,
                "cyton V8",
                OffsetDateTime.parse("2026-11-22T10:00:00.5+01:00"),
                "coach",
                Effort.MAXIMAL,
                List.of(levels));
    }

    private static Level level(String label, double rest, double reference) {
        return new Level(label, "left longissimus L1", "uV", rest, 1.25 * rest, reference);
    }

    @Test
    void whatIsWrittenOnATapeIsReadBackToTheLastBit() {
        Calibration one = calibration("Zoë", level("EMG 1", 1.0 / 3, 412.1), level("EMG 2", 0.1 + 0.2, Double.NaN));
        Calibration other = calibration("", level("EMG 1", Double.MIN_NORMAL, 7));
        Calibrations both = new Calibrations(new TreeMap<>(Map.of(1, one, 3, other)));
        assertEquals(both, Calibrations.parse(both.text()));
        assertEquals(Optional.of(one), Calibrations.parse(both.text()).of(1));
        assertEquals(Optional.empty(), both.of(2));
        assertEquals("", Calibrations.NONE.text());
        assertEquals(Calibrations.NONE, Calibrations.parse(""));
    }

    @Test
    void anotherRestIsAnotherCalibration() {
        String digest = Calibrations.digest(calibration("A", level("EMG 1", 3, 400)));
        assertEquals(64, digest.length());
        assertNotEquals(digest, Calibrations.digest(calibration("A", level("EMG 1", Math.nextUp(3.0), 400))));
    }

    @Test
    void restIsNothingAndTheReferenceAHundredPercent() {
        Level level = level("EMG 1", 4, 405);
        assertEquals(0, level.percent(5), 1e-12);
        assertEquals(100, level.percent(405), 1e-12);
        assertEquals(50, level.percent(205), 1e-12);
        assertTrue(Double.isNaN(level("EMG 1", 4, Double.NaN).percent(100)));
    }

    @Test
    void aDamagedTextIsToldWithItsLine() {
        String text = Calibrations.of(calibration("A", level("EMG 1", 3, 400))).text();
        for (String damaged : List.of(
                text.replace("taken\t", "token\t"),
                text.replace("calibration\t1", "calibration\t2"),
                text.replace("maximal", "huge"),
                text.replace("0x1.8p1", "-0x1.8p1"))) {
            String told = assertThrows(IllegalArgumentException.class, () -> Calibrations.parse(damaged))
                    .getMessage();
            assertTrue(told.contains("line 1"), told);
        }
    }

    @Test
    void aContractionThatIsNoneIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> level("EMG 1", 4, 5));
        assertThrows(IllegalArgumentException.class, () -> level("EMG 1", 0, 5));
        assertThrows(IllegalArgumentException.class, () -> level("a\tb", 1, 5));
        assertThrows(
                IllegalArgumentException.class, () -> calibration("A", level("EMG 1", 4, 400), level("EMG 1", 4, 400)));
    }
}
