package twinge.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class LetteringTest {
    private static final String WORDS = "repeats 5.2 times a second, steady to 8 % over 26 bursts in a row";

    @Test
    void wrappedLinesAreNarrowEnoughAndLoseNoWord() {
        List<String> lines = Lettering.wrap(WORDS, Lettering.BODY, 150);
        assertTrue(lines.size() > 1);
        assertTrue(lines.stream().allMatch(line -> Lettering.width(line, Lettering.BODY) <= 150));
        assertEquals(WORDS, String.join(" ", lines));
    }

    @Test
    void tooLongWordsEndInAnEllipsis() {
        String fitting = Lettering.fit("a-very-long-file-name-without-blanks.bdf", Lettering.LABEL, 90);
        assertTrue(fitting.endsWith("\u2026") && Lettering.width(fitting, Lettering.LABEL) <= 90, fitting);
        assertEquals("LES", Lettering.fit("LES", Lettering.LABEL, 90));
    }
}
