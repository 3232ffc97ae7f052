package twinge.chart;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.GraphicsEnvironment;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.SplittableRandom;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import twinge.events.Kind;
import twinge.frames.Block;
import twinge.frames.Marker;
import twinge.frames.SampleStream;
import twinge.frames.Scale;

class SessionChartTest {
    private static final Look LOOK = Look.standard();

    private static Picture draw(SessionChart chart) {
        return chart.picture(Sketch.caption("lifting.bdf"), LOOK);
    }

    @Test
    void anEpisodeIsDrawnAtItsSecondsAndNowhereElse() {
        SampleStream stream = Sketch.stream(100, Sketch.MICROVOLTS, "LES");
        SessionChart chart = new SessionChart(List.of(stream), 0);
        chart.accept(Sketch.block(stream, 10_000, frame -> frame == 500 ? 100 : 0));
        chart.episode(Sketch.episode(Kind.SPASM, 0.9, 100, new Span(60, 80)));
        BufferedImage image = draw(chart).image(1);
        for (double inside : new double[] {60.5, 70, 79.5}) {
            assertTrue(Sketch.coloured(image, Sketch.columnAt(inside, 100)) > 60, "at " + inside);
        }
        for (double outside : new double[] {30, 59.5, 80.5, 95}) {
            assertEquals(0, Sketch.coloured(image, Sketch.columnAt(outside, 100)), "at " + outside);
        }
    }

    @Test
    void aSpikeOfOneFrameInTenMinutesIsSeen() {
        SampleStream stream = Sketch.stream(1000, Sketch.MICROVOLTS, "LES");
        SessionChart chart = new SessionChart(List.of(stream), 0);
        chart.accept(Sketch.block(stream, 600_000, frame -> frame == 300_123 ? 5000 : 0));
        BufferedImage image = draw(chart).image(1);
        int column = Sketch.columnAt(300.123, 600);
        int tallest = 0;
        for (int x = column - 2; x <= column + 2; x++) {
            tallest = Math.max(tallest, Sketch.dark(image, x));
        }
        assertTrue(tallest > 50, "a spike of " + tallest + " pixels");
        assertTrue(Sketch.dark(image, column + 10) <= 2);
    }

    @Test
    void aGapIsBlank() {
        SampleStream stream = Sketch.stream(100, Sketch.MICROVOLTS, "LES");
        SplittableRandom random = new SplittableRandom(1);
        SessionChart chart = new SessionChart(List.of(stream), 0);
        chart.accept(Sketch.block(
                stream,
                10_000,
                frame -> frame >= 4000 && frame < 6000 ? Double.NaN : 1000 * (random.nextInt(2) * 2 - 1)));
        BufferedImage image = draw(chart).image(1);
        for (double at = 40.3; at < 59.7; at += 0.5) {
            assertEquals(0, Sketch.dark(image, Sketch.columnAt(at, 100)), "at " + at);
        }
        assertTrue(Sketch.dark(image, Sketch.columnAt(39, 100)) > 50);
        assertTrue(Sketch.dark(image, Sketch.columnAt(61, 100)) > 50);
        assertTrue(draw(chart).words().contains("LES: no samples for 20.0 s"));
    }

    @ParameterizedTest(name = "blocks of 1 to {0} frames")
    @ValueSource(ints = {1, 7, 700})
    void howTheRecordingIsCutIntoBlocksDoesNotMatter(int longest) {
        SampleStream stream = Sketch.stream(500, Sketch.MICROVOLTS, "LES", "RES");
        SplittableRandom random = new SplittableRandom(longest);
        Block whole = Sketch.block(
                stream, 9001, frame -> frame % 1000 < 20 ? Double.NaN : random.nextInt(-2000, 2000) + frame);
        SessionChart inOne = new SessionChart(List.of(stream));
        inOne.accept(whole);
        SessionChart inPieces = new SessionChart(List.of(stream));
        Sketch.cut(whole, longest, random).forEach(inPieces::accept);
        assertEquals(draw(inOne).svg(), draw(inPieces).svg());
    }

    @Test
    void theSameSessionGivesTheSameBytes() throws IOException {
        byte[][] png = new byte[2][];
        String[] svg = new String[2];
        for (int i = 0; i < 2; i++) {
            Picture picture = draw(busy(20_000));
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            picture.writePng(out, 1);
            png[i] = out.toByteArray();
            svg[i] = picture.svg();
            assertEquals(svg[i], picture.svg(), "drawn twice");
        }
        assertArrayEquals(png[0], png[1]);
        assertEquals(svg[0], svg[1]);
    }

    @Test
    void anHourOfEightChannelsIsAnSvgOfLessThanAMegabyte() {
        SampleStream stream = Sketch.stream(100, Sketch.MICROVOLTS, "A", "B", "C", "D", "E", "F", "G", "H");
        SplittableRandom random = new SplittableRandom(3);
        SessionChart chart = new SessionChart(List.of(stream));
        chart.accept(Sketch.block(stream, 360_000, frame -> random.nextInt(-2000, 2000)));
        for (int channel = 0; channel < 8; channel++) {
            for (int point = 0; point < 45_000; point++) {
                double baseline = 5 + Math.sin(point / 3000.0);
                chart.level(new Level(
                        0, channel, point * 8L, 8, random.nextDouble(3, 60), baseline, 3 * baseline, 2 * baseline));
            }
        }
        for (int i = 0; i < 300; i++) {
            chart.episode(Sketch.episode(Kind.VOLUNTARY, 0.9, 100, new Span(12 * i, 12 * i + 4)));
        }
        int bytes = draw(chart).svg().getBytes(StandardCharsets.UTF_8).length;
        assertTrue(bytes < 1_000_000, bytes + " bytes");
    }

    @Test
    void wordsOfARecordingCanNotBreakIntoTheDocument() throws Exception {
        String attack = "</title><script>alert(1)</script>\"'&";
        SampleStream stream = Sketch.stream(100, Sketch.MICROVOLTS, attack);
        SessionChart chart = new SessionChart(List.of(stream));
        Block quiet = Sketch.block(stream, 1000, frame -> frame % 5);
        chart.accept(Block.of(stream, 0, 1)
                .markers(List.of(new Marker(0, 0, attack + "\u0000\u0007\ufffe")))
                .build());
        chart.accept(quiet.slice(1, 1000));
        chart.quality(0, 0, 200, 900, attack);
        String svg = chart.picture(Sketch.caption(attack), LOOK).svg();
        Document document = Sketch.parse(svg);
        assertEquals(0, document.getElementsByTagName("script").getLength());
        assertTrue(
                document.getElementsByTagName("desc").item(0).getTextContent().contains("<script>"));
        assertFalse(svg.contains("<script>"));
    }

    @Test
    void theSvgTellsInWordsWhatItShows() throws Exception {
        Document document = Sketch.parse(draw(busy(2000)).svg());
        assertEquals(
                "lifting.bdf", document.getElementsByTagName("title").item(0).getTextContent());
        String words = document.getElementsByTagName("desc").item(0).getTextContent();
        assertTrue(words.startsWith("lifting.bdf: 2 channels over 20.0 s, 1 episode, 1 marker."), words);
        assertTrue(words.contains("0:05.0\t0:08.0\tspasm-like\t0.90\tLES\n"), words);
        assertTrue(words.contains("RES: motion for 2.0 s\n"), words);
        String drawn = document.getDocumentElement().getTextContent();
        for (String shown : List.of(
                "S  spasm-like 90 %",
                "set 1", "motion", "17:42:20", "LES", "high-passed at 20 Hz", "not a medical device", "3f9a2c71")) {
            assertTrue(drawn.contains(shown), shown);
        }
    }

    @Test
    void aChannelWithoutCalibrationIsMarkedInCounts() {
        SampleStream stream = Sketch.stream(100, new Scale(0, 1023, 0, 1023, ""), "A0");
        SessionChart chart = new SessionChart(List.of(stream));
        chart.accept(Sketch.block(stream, 1000, frame -> 512 + frame % 50));
        String svg = draw(chart).svg();
        assertTrue(svg.contains("counts, uncalibrated"));
        assertFalse(svg.contains("\u00b5V"));
    }

    @Test
    void theConvertersLimitIsMarkedAtTheEdges() {
        SampleStream stream = Sketch.stream(100, new Scale(0, 1023, 0, 1023, ""), "A0");
        SessionChart calm = new SessionChart(List.of(stream), 0);
        calm.accept(Sketch.block(stream, 1000, frame -> 512));
        SessionChart railed = new SessionChart(List.of(stream), 0);
        railed.accept(Sketch.block(stream, 1000, frame -> frame >= 400 && frame < 600 ? 1023 : 512));
        assertFalse(draw(calm).svg().contains("converter at its limit"));
        Picture picture = draw(railed);
        assertTrue(picture.svg().contains("converter at its limit"));
        int column = Sketch.columnAt(5, 10);
        int edge =
                Sketch.dark(picture.image(1), column) - Sketch.dark(draw(calm).image(1), column);
        assertTrue(edge >= 4, edge + " pixels");
    }

    @Test
    void aFlaggedStretchDoesNotSqueezeTheRest() {
        SampleStream stream = Sketch.stream(100, Sketch.MICROVOLTS, "LES");
        SessionChart chart = new SessionChart(List.of(stream), 0);
        chart.accept(
                Sketch.block(stream, 10_000, frame -> (frame % 2 == 0 ? 1 : -1) * (frame / 100 == 50 ? 30_000 : 500)));
        int squeezed = Sketch.dark(draw(chart).image(1), Sketch.columnAt(20, 100));
        chart.quality(0, 0, 5000, 5100, "contact");
        int freed = Sketch.dark(draw(chart).image(1), Sketch.columnAt(20, 100));
        assertTrue(squeezed < 10 && freed > 60, squeezed + " and " + freed + " pixels");
    }

    @Test
    void channelsShareAScaleUnlessEachIsToHaveItsOwn() {
        SampleStream stream = Sketch.stream(100, Sketch.MICROVOLTS, "LES", "RES");
        Block.Builder block = Block.of(stream, 0, 1000);
        for (int frame = 0; frame < 1000; frame++) {
            double wave = Math.sin(2 * Math.PI * frame / 40); // 1000 and 10 µV to either side
            block.count(0, frame, (int) Math.round(10_000 * wave)).count(1, frame, (int) Math.round(100 * wave));
        }
        SessionChart chart = new SessionChart(List.of(stream), 0);
        chart.accept(block.build());
        Caption caption = Sketch.caption("lifting.bdf");
        String shared = chart.picture(caption, LOOK).svg();
        String own = chart.picture(caption, new Look(Theme.LIGHT, 1600, false)).svg();
        assertTrue(shared.contains(">1000 \u00b5V<") && !shared.contains(">10 \u00b5V<"));
        assertTrue(own.contains(">1000 \u00b5V<") && own.contains(">10 \u00b5V<"));
    }

    @ParameterizedTest(name = "{0} frames")
    @ValueSource(ints = {1, 2, 17})
    void evenTheShortestRecordingIsDrawn(int frames) throws Exception {
        SampleStream stream = Sketch.stream(1000, Sketch.MICROVOLTS, "LES");
        SessionChart chart = new SessionChart(List.of(stream));
        chart.accept(Sketch.block(stream, frames, frame -> 3));
        Sketch.parse(draw(chart).svg());
    }

    @Test
    void ofAPartTheWordsSayHowLongItIsAndWhereItBegins() {
        SampleStream stream = Sketch.stream(100, Sketch.MICROVOLTS, "LES");
        SessionChart chart = new SessionChart(List.of(stream), new Span(55, 95));
        chart.accept(Sketch.block(stream, 12_000, frame -> frame % 3));
        String words = draw(chart).words();
        assertTrue(words.contains(": 1 channel over 40.0 s from 0:55.0 on, 0 episodes"), words);
    }

    @Test
    void manyEpisodesAndMarkersDoNotCrowdEachOther() throws Exception {
        SampleStream stream = Sketch.stream(10, Sketch.MICROVOLTS, "LES");
        SessionChart chart = new SessionChart(List.of(stream));
        chart.accept(Sketch.block(stream, 360_000, frame -> frame % 3));
        for (int i = 0; i < 20_000; i++) {
            chart.episode(Sketch.episode(Kind.FASCICULATION, 0.8, 10, new Span(1.5 * i, 1.5 * i + 0.1)));
        }
        Picture picture = draw(chart);
        assertTrue(picture.svg().length() < 400_000, picture.svg().length() + " characters");
        assertTrue(picture.words().contains("and 19960 more\n"));
    }

    @Test
    void paperGetsMorePixelsOfTheSamePicture() throws IOException {
        Picture picture = draw(busy(2000));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        picture.writePng(out, 2.5);
        BufferedImage read = ImageIO.read(new ByteArrayInputStream(out.toByteArray()));
        assertEquals(4000, read.getWidth());
        assertEquals(Math.round(2.5 * picture.height()), read.getHeight());
        var refused = assertThrows(IllegalArgumentException.class, () -> picture.writePng(out, 50));
        assertTrue(refused.getMessage().contains("at scale 50"), refused.getMessage());
    }

    @Test
    void nothingNeedsADisplay() {
        assertTrue(GraphicsEnvironment.isHeadless(), "the build runs without one");
        assertEquals(1600, draw(busy(2000)).image(1).getWidth());
    }

    @Test
    void aRecordingWithoutSamplesIsRefusedInWords() {
        SessionChart chart = new SessionChart(List.of(Sketch.stream(100, Sketch.MICROVOLTS, "LES")));
        var refused = assertThrows(IllegalStateException.class, () -> draw(chart));
        assertEquals(
                "lifting.bdf has no samples to draw; look at it with inspect to see what it holds",
                refused.getMessage());
    }

    /** Two channels at 100 Hz with one of everything. */
    private static SessionChart busy(int frames) {
        SampleStream stream = Sketch.stream(100, Sketch.MICROVOLTS, "LES", "RES");
        SplittableRandom random = new SplittableRandom(7);
        SessionChart chart = new SessionChart(List.of(stream));
        Block whole = Sketch.block(stream, frames, frame -> random.nextInt(-900, 900));
        chart.accept(Block.of(stream, 0, 1)
                .markers(List.of(new Marker(100, 4, "set 1")))
                .build());
        chart.accept(whole.slice(1, frames));
        chart.level(new Level(0, 0, 0, 8, 9, 3, 8, 6));
        chart.level(new Level(0, 0, 8, 8, 11, 3, 8, 6));
        chart.quality(0, 1, 300, 500, "motion");
        chart.episode(Sketch.episode(Kind.SPASM, 0.9, 100, new Span(5, 8)));
        return chart;
    }

    @Test
    void theEnvelopeIsDrawnFromItsLowestToItsHighestSoThatRestLiesAroundItsBaseline() throws Exception {
        SampleStream stream = Sketch.stream(1000, Sketch.MICROVOLTS, "LES");
        SessionChart chart = new SessionChart(List.of(stream));
        chart.accept(Sketch.block(stream, 400_000, frame -> frame % 3));
        for (int point = 0; point < 8000; point++) {
            chart.level(new Level(0, 0, point * 50L, 50, point % 2 == 0 ? 4 : 6, 5, 16, 9));
        }
        BufferedImage image = draw(chart).image(1);
        int below = 0;
        int above = 0;
        int baseline = darkestRow(image, 700);
        for (int x = 600; x < 800; x++) {
            below += inked(image, x, baseline + 3) ? 1 : 0;
            above += inked(image, x, baseline - 3) ? 1 : 0;
        }
        assertTrue(above > 150 && below > 150, above + " columns reach above the baseline, " + below + " below");
    }

    /** The row of the lower half with the most ink left and right of a column. */
    private static int darkestRow(BufferedImage image, int column) {
        int darkest = 0;
        double least = Double.POSITIVE_INFINITY;
        for (int y = image.getHeight() / 2; y < image.getHeight() - 60; y++) {
            double sum = 0;
            for (int x = column - 100; x < column + 100; x++) {
                sum += image.getRGB(x, y) & 255;
            }
            if (sum < least) {
                least = sum;
                darkest = y;
            }
        }
        return darkest;
    }

    private static boolean inked(BufferedImage image, int x, int y) {
        return (image.getRGB(x, y) & 255) < 200;
    }
}
