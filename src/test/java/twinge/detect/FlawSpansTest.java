package twinge.detect;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import twinge.detect.Finding.Reason;

class FlawSpansTest {
    private final Notebook notebook = new Notebook();
    private final FlawSpans spans = new FlawSpans(2, 3, 1000);

    private static Finding.Quality quality(long first, long end, Reason reason, String words, long decided) {
        return new Finding.Quality(2, 3, first, end, reason, words, decided);
    }

    @Test
    void flawsWithinHalfASecondAreOneStretchToldWhenItIsOver() {
        spans.add(Reason.RAIL, 1000, 1010, "first", 1020, notebook);
        spans.add(Reason.RAIL, 1400, 1420, "second", 1420, notebook);
        spans.add(Reason.RAIL, 1920, 1930, "third", 1940, notebook);
        spans.close(2430, notebook);
        assertEquals(List.of(), notebook.flaws, "another may follow");
        spans.close(2440, notebook);
        assertEquals(List.of(quality(1000, 1930, Reason.RAIL, "third", 2440)), notebook.flaws);
        spans.close(9000, notebook);
        spans.finish(9000, notebook);
        assertEquals(1, notebook.flaws.size(), "told once");
    }

    @Test
    void aFlawThatComesLaterIsAStretchOfItsOwn() {
        spans.add(Reason.RAIL, 1000, 1010, "one", 1020, notebook);
        spans.add(Reason.RAIL, 1600, 1610, "two", 1620, notebook);
        assertEquals(List.of(quality(1000, 1010, Reason.RAIL, "one", 1620)), notebook.flaws);
        spans.finish(1700, notebook);
        assertEquals(quality(1600, 1610, Reason.RAIL, "two", 1700), notebook.flaws.get(1));
    }

    @Test
    void whatIsSeenInWindowsIsJoinedAcrossOneWithoutIt() {
        spans.add(Reason.MAINS, 0, 2048, "25 dB", 2048, notebook);
        spans.add(Reason.MAINS, 6144, 8192, "27 dB", 8192, notebook);
        spans.close(14_192, notebook);
        assertEquals(List.of(), notebook.flaws);
        spans.close(14_193, notebook);
        assertEquals(List.of(quality(0, 8192, Reason.MAINS, "27 dB", 14_193)), notebook.flaws);
    }

    @Test
    void differentReasonsAreToldApart() {
        spans.add(Reason.FLAT, 100, 400, "flat", 400, notebook);
        spans.add(Reason.GAP, 200, 500, "gap", 500, notebook);
        spans.finish(600, notebook);
        assertEquals(
                List.of(quality(100, 400, Reason.FLAT, "flat", 600), quality(200, 500, Reason.GAP, "gap", 600)),
                notebook.flaws);
    }

    @Test
    void oneThatGoesOnIsToldInPartsThatCountEveryFrameOnce() {
        for (int window = 0; window < 20; window++) {
            spans.add(Reason.NOISE, 3000L * window, 3000L * window + 1500, "tone", 3000L * window + 1500, notebook);
            spans.close(3000L * window + 3000, notebook);
        }
        assertEquals(
                quality(0, 10_500, Reason.NOISE, "tone", 10_500),
                notebook.flaws.get(0),
                "the first when it has lasted ten seconds");
        spans.finish(60_000, notebook);
        long at = 0;
        for (Finding.Quality part : notebook.flaws) {
            assertEquals(at, part.firstFrame());
            at = part.endFrame();
        }
        assertEquals(58_500, at);
        assertEquals(5, notebook.flaws.size());
    }
}
