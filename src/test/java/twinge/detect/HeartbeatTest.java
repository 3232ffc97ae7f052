package twinge.detect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HeartbeatTest {
    private static final double RATE = 1000;

    private static double[] heart(int frames, List<Long> beats, double height) {
        return heart(frames, beats, height, 10);
    }

    /** An R wave four widths long between two dips of a quarter of its height, at each of these frames. */
    static double[] heart(int frames, List<Long> beats, double height, double widthMilliseconds) {
        double[] raw = Made.noise(3, frames, 5);
        double dip = 2.8 * widthMilliseconds;
        for (long beat : beats) {
            for (int away = -60; away <= 60; away++) {
                int frame = (int) beat + away;
                if (frame >= 0 && frame < frames) {
                    double wave = gauss(away, widthMilliseconds)
                            - 0.25 * gauss(away - dip, widthMilliseconds)
                            - 0.25 * gauss(away + dip, widthMilliseconds);
                    raw[frame] += height * wave;
                }
            }
        }
        return raw;
    }

    private static double gauss(double away, double width) {
        return StrictMath.exp(-away * away / (2 * width * width));
    }

    private static List<Long> found(double[] raw) {
        Notebook notebook = new Notebook();
        Heartbeat heartbeat = new Heartbeat(RATE, 10, new Loudness(100));
        for (int from = 0; from + 20 <= raw.length; from += 20) {
            heartbeat.accept(0, 0, Arrays.copyOfRange(raw, from, from + 20), 20, from, notebook);
        }
        return notebook.beats;
    }

    /** Beats at a rate, each interval up to a share off: breathing moves them by some per cent. */
    static List<Long> beats(double aMinute, double off, int frames) {
        Random random = new Random(11);
        List<Long> beats = new ArrayList<>();
        double interval = 60 * RATE / aMinute;
        for (double at = 700; at < frames - 500; at += interval * (1 + off * (2 * random.nextDouble() - 1))) {
            beats.add(Math.round(at));
        }
        return beats;
    }

    @ParameterizedTest(name = "{0} beats a minute, {1} of an interval off")
    @CsvSource({
        "40, 0",
        "43, 0.05",
        "60, 0",
        "72, 0.05",
        "90, 0.02",
        "120, 0.05",
        "150, 0.03",
        "165, 0.02",
        "180, 0",
        "180, 0.02"
    })
    void steadyBeatsAreFoundWhereTheyAreAfterTheFirstSix(double aMinute, double off) {
        List<Long> beats = beats(aMinute, off, 60_000);
        List<Long> found = found(heart(60_000, beats, 400));
        for (long beat : beats.subList(6, beats.size())) {
            assertTrue(
                    found.stream().anyMatch(each -> Math.abs(each - beat) <= 20), "beat at " + beat + " of " + found);
        }
        for (long each : found) {
            assertTrue(beats.stream().anyMatch(beat -> Math.abs(each - beat) <= 20), "none at " + each);
        }
    }

    @Test
    void spikesAtRandomAreNoHeart() {
        Random random = new Random(5);
        List<Long> spikes = new ArrayList<>();
        for (long at = 500; at < 59_000; at += 350 + random.nextInt(2500)) {
            spikes.add(at);
        }
        List<Long> found = found(heart(60_000, spikes, 400));
        assertTrue(found.size() <= spikes.size() / 20, found.size() + " of " + spikes.size() + " spikes");
    }

    @Test
    void noiseAndMuscleAreNoHeart() {
        double[] raw = Made.louder(Made.noise(9, 60_000, 5), RATE, 10, 40, 20);
        assertEquals(List.of(), found(raw));
    }

    @Test
    void anOffsetOfTheElectrodeIsNoBeat() {
        double[] raw = heart(30_000, beats(60, 0.02, 30_000), 400);
        double[] shifted = Arrays.stream(raw).map(x -> x - 250_000).toArray();
        assertEquals(found(raw), found(shifted));
    }

    @Test
    void afterAGapTheHeartIsLearntAnew() {
        double[] raw = heart(20_000, beats(75, 0, 20_000), 400);
        Notebook notebook = new Notebook();
        Heartbeat heartbeat = new Heartbeat(RATE, 10, new Loudness(100));
        heartbeat.accept(0, 0, raw, 10_000, 0, notebook);
        int before = notebook.beats.size();
        heartbeat.gap();
        heartbeat.accept(0, 0, Arrays.copyOfRange(raw, 10_000, 14_000), 4000, 10_007, notebook);
        assertTrue(before > 4, "found before it: " + before);
        assertEquals(before, notebook.beats.size(), "five beats after it are too few");
    }
}
