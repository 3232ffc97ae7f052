package twinge.live;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClockMapTest {
    @ParameterizedTest(name = "a clock {0} ppm off")
    @ValueSource(doubles = {-200, -20, 0, 45.5, 300})
    void theDriftOfABoardIsFoundThroughJitterAndStalls(double ppm) {
        Random dice = new Random(3);
        ClockMap map = new ClockMap(1000);
        double period = 1e6 / (1 + ppm / 1e6);
        long last = 0;
        for (long frame = 0; frame < 600_000; frame += 8) {
            double taken = 123_456_789 + frame * period;
            double delay = 800_000 - 3e6 * Math.log(1 - dice.nextDouble()); // 0.8 ms and 3 ms of jitter in the mean
            double stall = frame % 40_000 < 300 ? 200e6 : 0;
            last = Math.max(last, Math.round(taken + delay + stall));
            map.add(frame, last);
        }
        ClockMap.Fit fit = map.fit();
        assertEquals(ppm, fit.driftPpm(), 0.5);
        assertEquals(1000 * (1 + ppm / 1e6), fit.rateHz(), 0.0005);
        assertEquals(123_456_789 + 800_000, fit.firstFrameNanos(), 300_000); // the quickest way can not be told from it
    }
}
