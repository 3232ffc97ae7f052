package twinge.detect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import twinge.frames.Scale;

class RailWatchTest {
    private static final double RATE = 1000;
    private static final Scale STATED = new Scale(-2048, 2047, -5, 5, "mV");
    private static final Scale COUNTS = Scale.step(1, "");

    private static int[] noise(int middle, int deviation, int length) {
        Random random = new Random(middle);
        return random.ints(length, middle - deviation, middle + deviation + 1).toArray();
    }

    private static int[] held(int[] counts, int from, int to, int value) {
        int[] held = counts.clone();
        Arrays.fill(held, from, to, value);
        held[from - 1] = held[to] = value - Integer.signum(value) * 7;
        return held;
    }

    private static List<RailWatch.Flaw> flaws(RailWatch rails, int[] counts) {
        List<RailWatch.Flaw> found = new ArrayList<>();
        rails.look(counts, counts.length, found);
        return found;
    }

    @ParameterizedTest(name = "stuck at {0}")
    @ValueSource(ints = {-2048, 2047})
    void theHeadersLimitsAreTheConverters(int limit) {
        int[] counts = held(noise(0, 500, 300), 100, 140, limit);
        assertEquals(
                List.of(new RailWatch.Flaw(Finding.Reason.RAIL, 100, 140)),
                flaws(new RailWatch(STATED, RATE), counts),
                "told once, from its first frame to its last");
    }

    @ParameterizedTest(name = "{0} frames at {1} Hz: {2}")
    @CsvSource({"5, 1000, false", "6, 1000, true", "2, 200, false", "3, 200, true", "23, 4000, false", "24, 4000, true"
    })
    void sixMillisecondsAtALimitAreAFlawAndAPeakIsNone(int frames, double rate, boolean flaw) {
        int[] counts = held(noise(0, 500, 300), 100, 100 + frames, 2047);
        assertEquals(flaw, !flaws(new RailWatch(STATED, rate), counts).isEmpty());
    }

    @Test
    void aSignalThatDoesNotChangeForAFifthOfASecondIsFlat() {
        assertEquals(List.of(), flaws(new RailWatch(STATED, RATE), held(noise(0, 500, 600), 100, 299, 12)));
        assertEquals(
                List.of(new RailWatch.Flaw(Finding.Reason.FLAT, 100, 340)),
                flaws(new RailWatch(STATED, RATE), held(noise(0, 500, 600), 100, 340, 12)));
    }

    @Test
    void aFlawGoesOnOverTheEdgesOfTheArrays() {
        RailWatch rails = new RailWatch(STATED, RATE);
        int[] flat = new int[20];
        int told = 0;
        for (int part = 0; part < 20; part++) {
            for (RailWatch.Flaw flaw : flaws(rails, flat)) {
                assertTrue(part >= 9, "too early: " + part);
                told += flaw.to() - flaw.from();
            }
        }
        assertEquals(400 - 180, told, "each frame of the arrays since it is known, once");
    }

    @ParameterizedTest(name = "{0} bit")
    @ValueSource(ints = {8, 10, 12, 14, 16})
    void theLimitsOfPlainCountsAreRecognisedFromThem(int bits) {
        int top = (1 << bits) - 1;
        RailWatch rails = new RailWatch(COUNTS, RATE);
        int[] counts = held(noise((top + 1) / 2, top / 4, 3000), 2000, 2050, top);
        assertEquals(List.of(new RailWatch.Flaw(Finding.Reason.RAIL, 2000, 2050)), flaws(rails, counts));
        assertTrue(rails.knowsCountRange());
        assertEquals(top / 2.0, rails.halfRange());
        int[] below = held(noise((top + 1) / 2, top / 4, 300), 100, 150, 0);
        below[99] = below[150] = top / 2;
        assertEquals(List.of(new RailWatch.Flaw(Finding.Reason.RAIL, 100, 150)), flaws(rails, below));
    }

    @Test
    void signedCountsAndOtherStepsTellNoLimits() {
        for (Scale scale : List.of(COUNTS, Scale.step(0.5, ""), Scale.step(1e-3, "mV"))) {
            RailWatch rails = new RailWatch(scale, RATE);
            int middle = scale == COUNTS ? 0 : 512;
            assertEquals(List.of(), flaws(rails, held(noise(middle, 200, 1000), 500, 550, 1023)));
            assertFalse(rails.knowsCountRange());
            assertEquals(Double.POSITIVE_INFINITY, rails.halfRange());
        }
    }

    @Test
    void aGapBreaksARun() {
        RailWatch rails = new RailWatch(STATED, RATE);
        int[] four = new int[4];
        Arrays.fill(four, 2047);
        assertEquals(List.of(), flaws(rails, four));
        rails.gap();
        assertEquals(List.of(), flaws(rails, four));
    }
}
