package twinge.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import twinge.events.Session;

class CaptionTest {
    @ParameterizedTest
    @ValueSource(strings = {"/home/anna/private/lifting.bdf", "C:\\Users\\anna\\lifting.bdf", "lifting.bdf"})
    void aPictureNamesTheRecordingAndNotTheFolderItLiesIn(String source) {
        assertEquals("lifting.bdf", Sketch.caption(source).title());
    }

    @Test
    void whoAndWhenAreToldAsFarAsKnown() {
        assertEquals(
                "athlete A-07  \u00b7  3 May 2026, 17:42:10 UTC+02:00",
                Sketch.caption("a").subtitle());
        Caption bare =
                new Caption(new Session(new UUID(0, 1), "", Optional.empty(), Optional.empty(), "a"), "0.1.0", "");
        assertEquals("", bare.subtitle());
        assertEquals("traces as measured", bare.subtitle("traces as measured"));
        assertFalse(bare.footer().contains("settings"), "nothing was analysed");
        assertTrue(bare.footer().contains("not a medical device"));
    }

    @Test
    void charactersNoDocumentMayHoldAreShownAsQuestionMarks() {
        assertEquals("a?b\tc\u00b5\ud83d\ude00?", Picture.visible("a\u0007b\tc\u00b5\ud83d\ude00\ufffe"));
        assertEquals("?", Picture.visible("\ud83d"), "half of a pair");
    }
}
