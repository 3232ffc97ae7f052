package twinge.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.w3c.dom.Document;
import twinge.events.Episode;
import twinge.events.Kind;
import twinge.frames.Block;
import twinge.frames.SampleStream;
import twinge.frames.Scale;

class EpisodeChartTest {
    private static final SampleStream STREAM = Sketch.stream(1000, Sketch.MICROVOLTS, "LES", "RES");
    private static final Episode EPISODE =
            Sketch.episode(Kind.CLONUS, 0.91, 1000, new Span(20, 20.1), new Span(20.2, 20.3));

    private static Block noise() {
        SplittableRandom random = new SplittableRandom(2);
        return Sketch.block(STREAM, 40_000, frame -> random.nextInt(-300, 300));
    }

    private static Picture draw(List<Block> blocks, Look look) {
        EpisodeChart chart = new EpisodeChart(List.of(STREAM), EPISODE);
        blocks.forEach(chart::accept);
        return chart.picture(Sketch.caption("lifting.bdf"), look);
    }

    @Test
    void kindProbabilityAndEvidenceStandInWords() throws Exception {
        Picture picture = draw(List.of(noise()), Look.standard());
        assertEquals("clonus-like, 300 ms at 0:20.0", picture.title());
        Document document = Sketch.parse(picture.svg());
        String drawn = document.getDocumentElement().getTextContent();
        for (String shown : List.of(
                "clonus-like  91 %",
                "repeats 5.2 times a second & <steady>",
                "+2.4",
                "only one channel is raised",
                "\u22120.4",
                "dB re 1 \u00b5V\u00b2/Hz",
                "LES")) {
            assertTrue(drawn.contains(shown), shown);
        }
        assertTrue(picture.words().contains("probability 0.91, on LES.\n"), picture.words());
        assertTrue(picture.words().contains("-0.4\tonly one channel is raised\n"), picture.words());
    }

    @Test
    void anExcerptGivesTheSamePictureAsTheWholeRecordingHoweverItIsCut() {
        Block whole = noise();
        String fromWhole = draw(List.of(whole), Look.standard()).svg();
        List<Block> pieces = Sketch.cut(whole.slice(15_000, 25_300), 97, new SplittableRandom(5));
        assertEquals(fromWhole, draw(pieces, Look.standard()).svg());
    }

    @Test
    void whatWasLeftOutIsAGapWithItsLength() {
        Episode twitches = Sketch.episode(Kind.FASCICULATION, 0.9, 1000, new Span(6, 6.1), new Span(33, 33.1));
        EpisodeChart chart = new EpisodeChart(List.of(STREAM), twitches);
        Block whole = noise();
        chart.accept(whole.slice(0, 11_000));
        chart.accept(whole.slice(28_000, 40_000));
        chart.leftOut(11, 28);
        Picture picture = chart.picture(Sketch.caption("rest.bdf"), Look.standard());
        String svg = picture.svg();
        int labelled = svg.split("left out: 17 s<", -1).length - 1;
        assertEquals(3, labelled, "over the trace, the envelope and the spectrogram");
        assertTrue(picture.words().contains("left out: 17 s, from 0:11.0 on\n"), picture.words());
    }

    @ParameterizedTest
    @EnumSource(Theme.class)
    void bothThemesDrawOnTheirPaper(Theme theme) {
        Picture picture = draw(List.of(noise()), Look.standard().with(theme));
        assertEquals(theme.paper().getRGB(), picture.image(1).getRGB(3, 3));
    }

    @Test
    void aCableKnockBesideTheEpisodeDoesNotSqueezeIt() {
        SplittableRandom random = new SplittableRandom(3);
        Block knocked = Sketch.block(
                STREAM,
                40_000,
                frame -> frame == 17_000 ? 32_000 : frame >= 20_000 && frame < 20_300 ? random.nextInt(-300, 300) : 0);
        String svg = draw(List.of(knocked), Look.standard()).svg();
        assertTrue(svg.contains(">20 \u00b5V<"), "the scale bar is that of a burst of 30 \u00b5V");
    }

    @Test
    void withoutItsSamplesItSaysWhatIsNeeded() {
        var refused =
                assertThrows(IllegalStateException.class, () -> draw(List.of(noise().slice(0, 1000)), Look.standard()));
        assertEquals(
                "no samples around 0:20.0 of lifting.bdf to draw the episode with; its excerpt or its recording is needed",
                refused.getMessage());
    }

    @Test
    void aToneShowsAtItsFrequencyWithItsPower() {
        // 125 Hz lies on a bin of 256 at 1000 Hz; a Hann window is 1.5 bins wide: A^2 / 2 / (1.5 * 3.90625 Hz).
        Spectrogram spectrogram = new Spectrogram(STREAM, 0, 0, 2000);
        spectrogram.accept(Sketch.block(
                STREAM, 2000, frame -> Math.round(10_000 * Math.sin(2 * Math.PI * 125 * frame / 1000))));
        double[] column = spectrogram.decibels(100)[3];
        assertEquals(10 * Math.log10(1000 * 1000 / 2.0 / (1.5 * 3.90625)), column[32], 0.01);
        assertEquals(-6.02, column[31] - column[32], 0.01);
        assertTrue(column[40] < column[32] - 60);
    }

    @Test
    void aWindowWithALostSampleStaysBlank() {
        Spectrogram spectrogram = new Spectrogram(STREAM, 0, 0, 2000);
        spectrogram.accept(Sketch.block(STREAM, 2000, frame -> frame == 1000 ? Double.NaN : frame % 9));
        double[][] columns = spectrogram.decibels(100);
        for (int window = 0; window < columns.length; window++) {
            boolean holdsIt = window * 100 <= 1000 && 1000 < window * 100 + 256;
            assertEquals(holdsIt, columns[window] == null, "window " + window);
        }
        assertNull(new Spectrogram(STREAM, 0, 0, 100).image(1), "too short for a single window");
    }

    @Test
    void withoutCalibrationColoursSayHowFarAboveTheMedian() {
        SampleStream counts = Sketch.stream(1000, Scale.step(1, ""), "A0");
        int[] brightness = new int[2];
        for (int loud = 0; loud < 2; loud++) {
            int factor = loud == 0 ? 1 : 10_000; // another amplifier, the same muscle
            SplittableRandom random = new SplittableRandom(8);
            Spectrogram spectrogram = new Spectrogram(counts, 0, 0, 4000);
            spectrogram.accept(Sketch.block(counts, 4000, frame -> factor * random.nextInt(-1000, 1000)));
            brightness[loud] = spectrogram.image(100).getRGB(10, 10);
        }
        assertEquals(brightness[0], brightness[1]);
    }

    @Test
    void coloursOfTheSpectrogramGrowBrighterWithPower() {
        double last = -1;
        for (int i = 0; i <= 100; i++) {
            var colour = Viridis.of(i / 100.0);
            double bright = 0.2126 * colour.getRed() + 0.7152 * colour.getGreen() + 0.0722 * colour.getBlue();
            assertTrue(bright > last, "at " + i + " %");
            last = bright;
        }
    }
}
