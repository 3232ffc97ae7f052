package twinge.score;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpanTest {
    @ParameterizedTest(name = "0 to 4 s and {0} to {1} s share {2}")
    @CsvSource({
        "0, 4, 1", // the same
        "1, 3, 0.5", // 2 of 4
        "2, 6, 0.333333333333", // 2 of 6
        "-4, 4, 0.5", // 4 of 8
        "3.5, 12, 0.041666666667", // 0.5 of 12
        "4, 8, 0", // they touch
        "5, 8, 0",
    })
    void overlapIsWhatIsSharedOverWhatIsCovered(double onset, double end, double overlap) {
        Span one = new Span(0, 4);
        Span other = new Span(onset, end);
        assertEquals(overlap, one.overlap(other), 1e-9);
        assertEquals(one.overlap(other), other.overlap(one), "whichever is asked");
    }

    @ParameterizedTest(name = "{0} to {1} s")
    @CsvSource({"2, 2", "3, 2", "NaN, 1", "0, NaN"})
    void aSpanThatDoesNotLastIsRefusedWithItsTimes(double onset, double end) {
        String message = assertThrows(IllegalArgumentException.class, () -> new Span(onset, end))
                .getMessage();
        assertTrue(message.contains(onset + " s to " + end + " s"), message);
    }

    @Test
    void lastsFromOnsetToEnd() {
        assertEquals(2.25, new Span(1.5, 3.75).seconds());
    }
}
