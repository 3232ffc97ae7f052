package twinge.detect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import twinge.events.Burst;
import twinge.events.Kind;
import twinge.signal.Butterworth;
import twinge.signal.Cascade;

class SwayWatchTest {
    private static final double RATE = 1000;
    private static final int FRAMES = 40_000;

    private static double[] sway(double rms) {
        double[] sway = Made.noise(31, FRAMES, 1);
        new Cascade(Butterworth.bandPass(2, 0.7, 6, RATE)).filter(sway, 0, FRAMES);
        double own = Math.sqrt(Arrays.stream(sway).map(x -> x * x).average().orElseThrow());
        return Arrays.stream(sway).map(x -> x * rms / own).toArray();
    }

    private static List<Finding.Quality> told(double[] signal) {
        return Made.findings(RATE, signal).stream()
                .filter(finding -> finding instanceof Finding.Quality)
                .map(finding -> (Finding.Quality) finding)
                .filter(quality -> quality.reason() == Finding.Reason.SWAY)
                .toList();
    }

    @ParameterizedTest(name = "{0} uV")
    @ValueSource(doubles = {50, 200, 1000})
    void aSwayingElectrodeIsToldWithItsNumber(double rms) {
        List<Finding.Quality> told = told(Made.sum(Made.noise(5, FRAMES, 5), sway(rms)));
        long frames = told.stream()
                .mapToLong(each -> each.endFrame() - each.firstFrame())
                .sum();
        assertTrue(frames > 0.7 * FRAMES, () -> "told: " + told);
        assertTrue(
                told.get(0).words().matches("slow sway below 20 Hz is [0-9.]+ times the muscle band.*"),
                told::toString);
    }

    @Test
    void burstsOnItAreStillTheMusclesOwn() {
        double[] muscle = Made.louder(Made.noise(5, FRAMES, 5), RATE, 20, 23, 15);
        new Cascade(Butterworth.bandPass(2, 30, 150, RATE)).filter(muscle, 0, FRAMES);
        List<Burst> bursts = Made.bursts(RATE, Made.sum(muscle, sway(200)));
        assertTrue(bursts.stream()
                .anyMatch(each -> each.kind() != Kind.ARTIFACT && Math.abs(each.onsetSeconds() - 20) < 0.05));
    }

    @ParameterizedTest(name = "{0} beats a minute")
    @ValueSource(doubles = {50, 72, 120, 170})
    void aHeartbeatIsNoSway(double aMinute) {
        List<Long> beats = HeartbeatTest.beats(aMinute, 0.03, FRAMES);
        assertEquals(List.of(), told(HeartbeatTest.heart(FRAMES, beats, 800, 14)));
    }

    @Test
    void aQuietElectrodeDoesNotSway() {
        assertEquals(List.of(), told(Made.sum(Made.noise(5, FRAMES, 5), sway(12))));
    }

    @ParameterizedTest(name = "{0} and {1} times the band: {2}")
    @CsvSource({"1.6, 1.6, true", "1.6, 1.4, false", "1.4, 1.6, false", "1.6, 0.9, false"})
    void twoWindowsRunningAreNeeded(double first, double second, boolean sways) {
        SwayWatch watch = new SwayWatch();
        assertEquals(-1, watch.next(100 * first, 100, 0, 20, 0));
        long since = watch.next(100 * second, 100, 2048, 20, 0);
        assertEquals(first > 1.5 && second > 1.5, since == 0);
        assertFalse(!sways && since >= 0);
    }
}
