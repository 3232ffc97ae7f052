package twinge.chart;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import twinge.frames.Block;
import twinge.frames.SampleStream;

class SpectrumChartTest {
    private static final SampleStream STREAM = Sketch.stream(1000, Sketch.MICROVOLTS, "LES");

    /** White noise of 60 µV (uniform ± 103.9) at rest, a tone of 80 Hz from second 10 on. */
    private static Block recording() {
        SplittableRandom random = new SplittableRandom(4);
        return Sketch.block(
                STREAM,
                20_000,
                frame -> frame < 10_000
                        ? random.nextInt(-1039, 1040)
                        : Math.round(5000 * Math.sin(2 * Math.PI * 80 * frame / 1000)));
    }

    private static SpectrumChart chart(Span rest, Span burst) {
        SpectrumChart chart = new SpectrumChart(STREAM, 0, List.of(rest), List.of(burst), 50);
        chart.accept(recording());
        return chart;
    }

    @Test
    void medianFrequenciesAreMarkedAndTold() throws Exception {
        Picture picture = chart(new Span(0, 10), new Span(12, 15)).picture(Sketch.caption("a.bdf"), Look.standard());
        String drawn = Sketch.parse(picture.svg()).getDocumentElement().getTextContent();
        assertTrue(drawn.contains("bursts: median 80 Hz"), picture.words());
        assertTrue(drawn.contains("mains, 50 Hz and multiples"));
        String[] rest = picture.words().split("\n")[2].split("\t");
        assertEquals("rest", rest[0]);
        assertEquals((20 + 500) / 2.0, Double.parseDouble(rest[2]), 10, "white noise from 20 to 500 Hz");
    }

    @Test
    void theDensitySumsUpToTheMeanSquare() {
        StretchSpectrum spectrum = new StretchSpectrum(STREAM, 0, List.of(new Span(0, 10)));
        spectrum.accept(recording());
        double power = DoubleStream.of(spectrum.density()).sum() * spectrum.binHz();
        assertEquals(60 * 60, power, 0.03 * 3600);
    }

    @Test
    void aBurstShorterThanTheWindowKeepsItsPower() {
        StretchSpectrum spectrum = new StretchSpectrum(STREAM, 0, List.of(new Span(12, 12.1)));
        spectrum.accept(recording());
        double power = DoubleStream.of(spectrum.density()).sum() * spectrum.binHz();
        assertEquals(500 * 500 / 2.0, power, 0.02 * 125_000); // A^2 / 2
    }

    @Test
    void howTheRecordingIsCutIntoBlocksDoesNotMatter() {
        List<Span> stretches = List.of(new Span(1, 1.2), new Span(3, 9.99), new Span(12, 12.05));
        StretchSpectrum inOne = new StretchSpectrum(STREAM, 0, stretches);
        inOne.accept(recording());
        StretchSpectrum inPieces = new StretchSpectrum(STREAM, 0, stretches);
        Sketch.cut(recording(), 300, new SplittableRandom(9)).forEach(inPieces::accept);
        assertEquals(inOne.windows(), inPieces.windows());
        assertArrayEquals(inOne.density(), inPieces.density());
    }

    @Test
    void stretchesOutsideTheRecordingAreRefusedInWords() {
        SpectrumChart chart = chart(new Span(50, 60), new Span(70, 71));
        var refused = assertThrows(
                IllegalStateException.class, () -> chart.picture(Sketch.caption("a.bdf"), Look.standard()));
        assertEquals(
                "no samples of LES in the stretches asked for, so a.bdf has no spectrum there;"
                        + " ask for stretches inside the recording",
                refused.getMessage());
    }
}
