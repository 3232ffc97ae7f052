package twinge.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import twinge.events.Kind;

class SpanPainterTest {
    private static final Rectangle2D AREA = new Rectangle2D.Double(0, 0, 400, 100);

    private final BufferedImage image = new BufferedImage(400, 100, BufferedImage.TYPE_INT_RGB);
    private final SpanPainter painter = new SpanPainter(Theme.LIGHT);

    private Graphics2D paper() {
        Graphics2D g2 = image.createGraphics();
        g2.setPaint(Color.WHITE);
        g2.fill(AREA);
        return g2;
    }

    private static EpisodeSpan span(Kind kind, double from, double to, List<Double> onsets) {
        Span extent = new Span(from, to);
        return new EpisodeSpan(kind, 0.9, extent, Map.of(new EpisodeSpan.Place(0, 0), extent), onsets);
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void betweenTheHatchesATraceIsSeen(Kind kind) {
        EpisodeSpan span = span(kind, 50, 350, List.of());
        painter.behindTrace(paper(), AREA, x -> x, Map.of(span, span.extent()));
        for (int y = 26; y < 74; y++) {
            Set<Integer> colours = new HashSet<>();
            for (int x = 55; x < 345; x++) {
                colours.add(image.getRGB(x, y));
            }
            assertEquals(1, colours.size(), "one even tint in row " + y);
        }
        Set<Integer> hatched = new HashSet<>();
        for (int x = 55; x < 345; x++) {
            for (int y = 0; y < 14; y++) {
                hatched.add(image.getRGB(x, y));
            }
        }
        assertEquals(kind == Kind.VOLUNTARY, hatched.size() == 1, "its hatch is at the edge");
    }

    @Test
    void everyTwitchIsATickInTheLane() {
        List<Double> onsets = List.of(60.5, 100.5, 101.5, 250.5);
        List<EpisodeSpan> spans = List.of(span(Kind.FASCICULATION, 50, 350, onsets));
        painter.lane(paper(), AREA, x -> x, spans, List.of(new Lane.Place(0, "", 0)));
        int row = (int) SpanPainter.LANE_ROW - 4;
        Set<Integer> ticks = new TreeSet<>();
        for (int x = 55; x < 345; x++) {
            if (new Color(image.getRGB(x, row)).getRed() < 80) {
                ticks.add(x);
            }
        }
        assertTrue(ticks.containsAll(List.of(60, 100, 101, 250)), ticks.toString());
        assertTrue(
                ticks.stream().allMatch(x -> x < 63 && x > 57 || x > 97 && x < 104 || x > 247 && x < 253), ticks + "");
    }
}
