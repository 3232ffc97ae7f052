package twinge.log;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import twinge.frames.Block;
import twinge.frames.SampleStream;

class ValuesTest {
    @Test
    void aPageOfLessThanNothingIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> Query.everything().page(-1, 0));
        assertThrows(IllegalArgumentException.class, () -> Query.everything().page(1, -1));
    }

    @Test
    void aSummaryOfLessThanNothingIsRefusedAndItsReasonsAreSorted() {
        assertThrows(IllegalArgumentException.class, () -> new Summary(Double.NaN, 1, 0, Map.of()));
        assertThrows(IllegalArgumentException.class, () -> new Summary(1, -1, 0, Map.of()));
        assertThrows(IllegalArgumentException.class, () -> new Summary(1, 1, -1, Map.of()));
        Summary summary = new Summary(1, 1, 0, Map.of("RAIL", 1.0, "FLAT", 2.0, "GAP", 3.0));
        assertEquals(
                List.of("FLAT", "GAP", "RAIL"),
                List.copyOf(summary.flaggedSeconds().keySet()));
    }

    @Test
    void anExcerptHasOnlyBlocksOfItsStreams() {
        Block motion = Block.of(Samples.MOTION, 0, 1).build();
        List<SampleStream> muscleAlone = List.of(Samples.MUSCLE);
        assertThrows(
                IllegalArgumentException.class,
                () -> new Excerpt(0, 1, Optional.empty(), muscleAlone, List.of(motion)));
        SampleStream narrow = new SampleStream(0, 100, 0, Samples.MOTION.montage());
        Block narrowBlock = Block.of(narrow, 0, 1).build();
        assertThrows(
                IllegalArgumentException.class,
                () -> new Excerpt(0, 1, Optional.empty(), muscleAlone, List.of(narrowBlock)));
    }
}
