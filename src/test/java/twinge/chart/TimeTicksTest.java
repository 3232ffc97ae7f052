package twinge.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimeTicksTest {
    @ParameterizedTest(name = "{0} to {1} s on {2} pixels: a tick each {3} s, {4} s is written {5}")
    @CsvSource({
        "0, 0.5, 1282, 0.05, 0.25, 0.25",
        "0, 5, 1282, 0.5, 2.5, 2.5",
        "0, 20, 1282, 2, 4, 4",
        "0, 180, 1282, 20, 140, 2:20",
        "125, 135, 1000, 1, 129, 2:09",
        "125, 129, 1000, 0.5, 127.5, 2:07.5",
        "0, 3600, 1282, 300, 3300, 0:55:00",
        "0, 86400, 1282, 7200, 79200, 22:00:00",
    })
    void ticksLieOnRoundTimes(double start, double end, double pixels, double step, double at, String label) {
        TimeTicks ticks = TimeTicks.between(start, end, pixels);
        assertEquals(step, ticks.step());
        assertEquals(label, ticks.label(at));
    }

    @Test
    void labelsHaveRoomForTheWallClockBelow() {
        for (double end = 0.3; end < 1e6; end *= 1.37) {
            TimeTicks ticks = TimeTicks.between(0, end, 1000);
            double room = ticks.step() / end * 1000;
            assertTrue(Lettering.width("00:00:00", Lettering.SMALL) < room - 10, "at " + end + " s");
        }
    }

    @ParameterizedTest(name = "{0} s is {1}")
    @CsvSource({"0.04, 0:00.0", "129.63, 2:09.6", "59.97, 1:00.0", "3725.25, 1:02:05.3"})
    void aMomentIsWrittenToATenth(double seconds, String words) {
        assertEquals(words, TimeTicks.moment(seconds));
    }

    @ParameterizedTest(name = "{0} s is {1}")
    @CsvSource({"0.5, 0.5 s", "0.02, 0.02 s", "10, 10 s", "600, 10 min", "7200, 2 h"})
    void aScaleBarNamesItsTimeShortly(double seconds, String words) {
        assertEquals(words, TimeTicks.duration(seconds));
    }

    @ParameterizedTest(name = "a bar within {0} is {1}")
    @CsvSource({"699, 500", "240, 200", "199.9, 100", "0.7, 0.5", "0.0312, 0.02"})
    void scaleBarsAreRound(double most, String words) {
        assertEquals(words, ScaleBar.number(ScaleBar.round(most)));
    }

    @Test
    void aTraceHasOneTickToEitherSideWithRoomAbove() {
        for (double limit = 1e-3; limit < 1e7; limit *= 1.013) {
            double tick = ChannelPlots.tick(limit);
            assertTrue(tick > limit / 2 && tick <= 0.85 * limit, tick + " of " + limit);
        }
    }
}
