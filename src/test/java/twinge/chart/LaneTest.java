package twinge.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LaneTest {
    @ParameterizedTest(name = "{0} spans")
    @ValueSource(ints = {1, 5, 40, 500})
    void wordsNeverCollideAndStayInsideTheLane(int spans) {
        SplittableRandom random = new SplittableRandom(spans);
        List<Lane.Item> items = new ArrayList<>();
        for (int i = 0; i < spans; i++) {
            double from = random.nextDouble(0, 1200);
            items.add(new Lane.Item(
                    from, from + random.nextDouble(0, 80), List.of("S spasm-like 87 %", "S"), random.nextDouble()));
        }
        Lane lane = new Lane(items, 3, 1280);
        assertTrue(lane.rows() <= 3);
        for (Lane.Place one : lane.places()) {
            double end = one.wordsX() + Lettering.width(one.words(), Lettering.SMALL);
            assertTrue(one.words().isEmpty() || one.wordsX() >= 0 && end <= 1280);
            for (Lane.Place other : lane.places()) {
                double otherEnd = other.wordsX() + Lettering.width(other.words(), Lettering.SMALL);
                boolean apart = one.row() != other.row() || end <= other.wordsX() || otherEnd <= one.wordsX();
                assertTrue(
                        one == other || one.words().isEmpty() || other.words().isEmpty() || apart);
            }
        }
    }

    @Test
    void theWeightiestGetsItsLongWordsFirst() {
        Lane lane = new Lane(
                List.of(
                        new Lane.Item(100, 110, List.of("voluntary work 90 %", "V"), 0.9),
                        new Lane.Item(105, 115, List.of("spasm-like 87 %", "S"), 1.87)),
                1,
                1000);
        assertEquals("spasm-like 87 %", lane.places().get(1).words());
        assertEquals("", lane.places().get(0).words());
    }

    @Test
    void atTheRightEndWordsMoveInwards() {
        Lane lane = new Lane(List.of(new Lane.Item(995, 999, List.of("uncertain 40 %"), 1)), 1, 1000);
        assertEquals(
                1000 - Lettering.width("uncertain 40 %", Lettering.SMALL),
                lane.places().get(0).wordsX());
    }
}
