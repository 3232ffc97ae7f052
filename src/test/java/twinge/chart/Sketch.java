package twinge.chart;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.IntToDoubleFunction;
import java.util.random.RandomGenerator;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Document;
import twinge.events.Burst;
import twinge.events.Episode;
import twinge.events.Evidence;
import twinge.events.Features;
import twinge.events.Kind;
import twinge.events.Session;
import twinge.events.Verdict;
import twinge.frames.Block;
import twinge.frames.Channel;
import twinge.frames.Montage;
import twinge.frames.SampleStream;
import twinge.frames.Scale;

/** Small recordings for the tests of this package, and what a picture shows at a time. */
final class Sketch {
    static final Scale MICROVOLTS = new Scale(-32_768, 32_767, -3276.8, 3276.7, "uV"); // 0.1 µV a count
    static final int PLOT_LEFT = (int) (16 + SessionSheet.LEFT);
    static final double PLOT_WIDTH = Sheet.plotWidth(1600, SessionSheet.LEFT, SessionSheet.RIGHT);

    private Sketch() {}

    static SampleStream stream(double rateHz, Scale scale, String... labels) {
        List<Channel> channels = new ArrayList<>();
        for (String label : labels) {
            channels.add(Channel.of(label, Channel.Type.EMG, scale));
        }
        return new SampleStream(0, rateHz, 0, new Montage(channels));
    }

    /** One block whose channels all hold the same counts; NaN is a lost sample. */
    static Block block(SampleStream stream, int frames, IntToDoubleFunction counts) {
        Block.Builder block = Block.of(stream, 0, frames);
        for (int channel = 0; channel < stream.montage().size(); channel++) {
            for (int frame = 0; frame < frames; frame++) {
                double count = counts.applyAsDouble(frame);
                if (Double.isNaN(count)) {
                    block.missing(channel, frame);
                } else {
                    block.count(channel, frame, (int) count);
                }
            }
        }
        return block.build();
    }

    /** The block in pieces of 1 to {@code longest} frames. */
    static List<Block> cut(Block whole, int longest, RandomGenerator random) {
        List<Block> pieces = new ArrayList<>();
        for (int from = 0; from < whole.frames(); ) {
            int to = Math.min(whole.frames(), from + 1 + random.nextInt(longest));
            pieces.add(whole.slice(from, to));
            from = to;
        }
        return pieces;
    }

    static Episode episode(Kind kind, double probability, double rateHz, Span... bursts) {
        Verdict verdict = new Verdict(
                kind,
                probability,
                List.of(
                        new Evidence("repeats 5.2 times a second & <steady>", 2.4),
                        new Evidence("only one channel is raised", -0.4)));
        Features features = new Features(1, 0.1, 100, 20, 3, 80, 90, -1, 0, 0, 0, 0, 1, 1, 0, 0, Double.NaN, 3);
        List<Burst> made = new ArrayList<>();
        for (Span span : bursts) {
            long onset = Math.round(span.from() * rateHz);
            long end = Math.round(span.to() * rateHz);
            made.add(new Burst(0, 0, onset, end, span.from(), span.to(), false, features, verdict));
        }
        return new Episode(verdict, made);
    }

    static Caption caption(String source) {
        Session session = new Session(
                new UUID(1, 2),
                "A-07",
                Optional.of(LocalDateTime.of(2026, 5, 3, 17, 42, 10)),
                Optional.of(ZoneOffset.ofHours(2)),
                source);
        return new Caption(session, "0.1.0", "3f9a2c71");
    }

    /** The column of pixels of a time in a session's picture of standard width. */
    static int columnAt(double seconds, double endSeconds) {
        return (int) Math.round(PLOT_LEFT + seconds / endSeconds * PLOT_WIDTH);
    }

    /** Pixels of a column that are nearer to black than to white, between the legend and the axis. */
    static int dark(BufferedImage image, int column) {
        int dark = 0;
        for (int y = 62; y < image.getHeight() - 76; y++) {
            Color colour = new Color(image.getRGB(column, y));
            dark += colour.getRed() + colour.getGreen() + colour.getBlue() < 3 * 128 ? 1 : 0;
        }
        return dark;
    }

    /** Pixels of a column that have a hue. */
    static int coloured(BufferedImage image, int column) {
        int coloured = 0;
        for (int y = 62; y < image.getHeight() - 76; y++) {
            Color c = new Color(image.getRGB(column, y));
            int most = Math.max(c.getRed(), Math.max(c.getGreen(), c.getBlue()));
            int least = Math.min(c.getRed(), Math.min(c.getGreen(), c.getBlue()));
            coloured += most - least > 24 ? 1 : 0;
        }
        return coloured;
    }

    /** Parses it, which fails unless it is well-formed. */
    static Document parse(String svg) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        return factory.newDocumentBuilder().parse(new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8)));
    }
}
