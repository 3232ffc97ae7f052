package twinge.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.jfree.data.xy.XYDataset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LineTest {
    @ParameterizedTest(name = "{0} columns")
    @ValueSource(ints = {1, 100, 1282, 5000})
    void theLineReachesTheExtremesAndStaysInItsTime(int columns) {
        SplittableRandom random = new SplittableRandom(columns);
        Strip strip = new Strip();
        double highest = 0;
        for (int frame = 0; frame < 20_000; frame++) {
            double value = random.nextDouble();
            highest = Math.max(highest, value);
            strip.accept(frame, value);
        }
        XYDataset line = Line.extremes(strip, 100, 0.001, 5, columns);
        int points = line.getItemCount(0);
        assertTrue(points <= 2 * columns + 1, points + " points");
        assertEquals(
                highest - 5,
                IntStream.range(0, points)
                        .mapToDouble(i -> line.getYValue(0, i))
                        .max()
                        .orElse(0));
        for (int i = 1; i < points; i++) {
            assertTrue(line.getXValue(0, i) >= line.getXValue(0, i - 1));
            assertTrue(line.getXValue(0, i) >= 100 && line.getXValue(0, i) <= 120.01);
        }
    }

    @Test
    void aGapLiftsThePenOnceAndALoneSampleIsADash() {
        Strip strip = new Strip();
        for (int frame : new int[] {0, 1, 10, 20, 21}) {
            strip.accept(frame, 1);
        }
        XYDataset line = Line.extremes(strip, 0, 1, 0, 100);
        int lifts = 0;
        int longest = 0;
        int run = 0;
        int shortest = Integer.MAX_VALUE;
        for (int i = 0; i < line.getItemCount(0); i++) {
            boolean lifted = Double.isNaN(line.getYValue(0, i));
            lifts += lifted ? 1 : 0;
            shortest = lifted ? Math.min(shortest, run) : shortest;
            run = lifted ? 0 : run + 1;
            longest = Math.max(longest, run);
        }
        assertEquals(2, lifts);
        assertEquals(2, shortest, "two points make a dash");
        assertEquals(3, longest);
    }

    @Test
    void aSteadyLevelNeedsFewPointsAndAJumpStaysAJump() {
        Strip strip = new Strip();
        for (int point = 0; point < 2000; point++) {
            strip.accept(point, point < 1000 ? 5 : 9);
        }
        XYDataset line = Line.steps(strip, 0, 1, 2000);
        assertTrue(line.getItemCount(0) < 10, line.getItemCount(0) + " points");
        for (int i = 0; i < line.getItemCount(0); i++) {
            assertEquals(line.getXValue(0, i) < 1000 ? 5 : 9, line.getYValue(0, i));
        }
        boolean before = IntStream.range(0, line.getItemCount(0)).anyMatch(i -> line.getXValue(0, i) == 999.5);
        assertTrue(before, "the last point before the jump is kept, so the jump is upright");
    }
}
