package twinge.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import twinge.events.Kind;

/** Draws spans of time: episodes by colour, hatch and letter, flagged stretches in grey with their reason. */
final class SpanPainter {
    private static final BasicStroke HAIR = new BasicStroke(0.7f);
    private static final BasicStroke EDGE = new BasicStroke(1.2f);
    private static final BasicStroke DASHED =
            new BasicStroke(1.2f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER, 10, new float[] {3, 3}, 0);
    private static final double THINNEST = 2; // pixels; so that a twitch is seen in a session of hours
    private static final double NARROW = 6;
    private static final double STUB = 9;
    static final double LANE_ROW = 22;
    private static final double BAR = 5;
    private static final double SHAPE = 9;

    private final Theme theme;

    SpanPainter(Theme theme) {
        this.theme = theme;
    }

    /** Behind the trace of one channel. */
    void behindTrace(
            Graphics2D g2, Rectangle2D area, DoubleUnaryOperator xOf, EpisodeSpan span, EpisodeSpan.Extent at) {
        Rectangle2D box = box(area, xOf, at.from(), at.to());
        Color colour = theme.of(span.kind());
        double strength = span.unsure() || span.kind() == Kind.VOLUNTARY ? 0.45 : 1;
        g2.setPaint(Theme.faint(colour, 0.16 * strength));
        g2.fill(box);
        g2.setPaint(Theme.faint(colour, 0.55 * strength));
        g2.setStroke(HAIR);
        if (box.getWidth() >= NARROW) {
            KindMark.hatch(span.kind()).fill(g2, box);
        }
        g2.setPaint(colour);
        g2.setStroke(span.unsure() ? DASHED : span.kind() == Kind.VOLUNTARY ? HAIR : EDGE);
        // A span too thin for two edges keeps its trace in view: it is marked at the top and the bottom only.
        double edge = box.getWidth() < NARROW ? STUB : box.getHeight() / 2;
        for (double x : new double[] {box.getMinX(), box.getMaxX()}) {
            g2.draw(new Line2D.Double(x, box.getMinY(), x, box.getMinY() + edge));
            g2.draw(new Line2D.Double(x, box.getMaxY() - edge, x, box.getMaxY()));
        }
    }

    /** A lane of bars with shape, letter and words above. */
    void lane(
            Graphics2D g2,
            Rectangle2D area,
            DoubleUnaryOperator xOf,
            List<EpisodeSpan> spans,
            List<Lane.Place> places) {
        for (int i = 0; i < spans.size(); i++) {
            EpisodeSpan span = spans.get(i);
            Lane.Place place = places.get(i);
            double bottom = area.getMinY() + (place.row() + 1) * LANE_ROW - 2;
            Rectangle2D bar = box(
                    new Rectangle2D.Double(area.getMinX(), bottom - BAR, area.getWidth(), BAR),
                    xOf,
                    span.extent().from(),
                    span.extent().to());
            Color colour = theme.of(span.kind());
            g2.setPaint(span.unsure() ? Theme.faint(colour, 0.45) : colour);
            g2.fill(bar);
            if (!place.words().isEmpty()) {
                double x = area.getMinX() + place.wordsX();
                g2.setPaint(colour);
                g2.fill(KindMark.shape(span.kind(), x + SHAPE / 2, bottom - BAR - 7, SHAPE));
                g2.setPaint(theme.ink());
                g2.setFont(Lettering.SMALL);
                g2.drawString(place.words().strip(), (float) (x + SHAPE + 4), (float) (bottom - BAR - 3));
            }
        }
    }

    /** What the words of a span need in a lane: room for the shape goes before them. */
    static List<Lane.Item> items(List<EpisodeSpan> spans, DoubleUnaryOperator xOf) {
        List<Lane.Item> items = new ArrayList<>();
        for (EpisodeSpan span : spans) {
            List<String> labels =
                    span.labels().stream().map(label -> "     " + label).toList();
            double weight = span.probability() + (span.kind().involuntary() ? 1 : 0);
            items.add(new Lane.Item(
                    xOf.applyAsDouble(span.extent().from()),
                    xOf.applyAsDouble(span.extent().to()),
                    labels,
                    weight));
        }
        return items;
    }

    /** Stretches that should not be trusted, behind the trace. */
    void shades(Graphics2D g2, Rectangle2D area, DoubleUnaryOperator xOf, List<Shades.Shade> shades) {
        for (Shades.Shade shade : shades) {
            Rectangle2D box = box(area, xOf, shade.from(), shade.to());
            g2.setPaint(Theme.faint(theme.muted(), 0.2));
            g2.fill(box);
            g2.setPaint(theme.muted());
            g2.setStroke(DASHED);
            g2.draw(new Line2D.Double(box.getMinX(), box.getMinY(), box.getMaxX(), box.getMinY()));
            g2.draw(new Line2D.Double(box.getMinX(), box.getMaxY(), box.getMaxX(), box.getMaxY()));
        }
    }

    /** Why those stretches should not be trusted, over the trace, where there is room for the words. */
    void reasons(Graphics2D g2, Rectangle2D area, DoubleUnaryOperator xOf, List<Shades.Shade> shades) {
        List<Lane.Item> items = new ArrayList<>();
        for (Shades.Shade shade : shades) {
            Rectangle2D box = box(area, xOf, shade.from(), shade.to());
            double left = box.getMinX() - area.getMinX();
            items.add(new Lane.Item(left + 3, left + box.getWidth(), List.of(shade.reason()), box.getWidth()));
        }
        g2.setFont(Lettering.SMALL);
        for (Lane.Place place : new Lane(items, 1, area.getWidth() - 3).places()) {
            double x = area.getMinX() + place.wordsX();
            double width = Lettering.width(place.words(), Lettering.SMALL);
            g2.setPaint(Theme.faint(theme.paper(), place.words().isEmpty() ? 0 : 0.85));
            g2.fill(new Rectangle2D.Double(x - 2, area.getMinY() + 2, width + 4, 14));
            g2.setPaint(theme.muted());
            g2.drawString(place.words(), (float) x, (float) area.getMinY() + 13);
        }
    }

    /** Ticks with words for what was said during the session; a bar where it holds for a while. */
    void markers(Graphics2D g2, Rectangle2D area, DoubleUnaryOperator xOf, List<Mark> marks, List<Lane.Place> places) {
        g2.setFont(Lettering.SMALL);
        for (int i = 0; i < marks.size(); i++) {
            Mark mark = marks.get(i);
            double bottom = area.getMinY() + (places.get(i).row() + 1) * LANE_ROW - 2;
            double x = xOf.applyAsDouble(mark.seconds());
            double end = Math.min(area.getMaxX(), xOf.applyAsDouble(mark.seconds() + mark.durationSeconds()));
            g2.setPaint(theme.muted());
            g2.setStroke(EDGE);
            g2.draw(new Line2D.Double(x, bottom - 5, x, bottom));
            g2.draw(new Line2D.Double(x, bottom, Math.max(x, end), bottom));
            g2.setPaint(theme.ink());
            g2.drawString(
                    places.get(i).words(),
                    (float) (area.getMinX() + places.get(i).wordsX()),
                    (float) bottom - 7);
        }
    }

    private static Rectangle2D box(Rectangle2D area, DoubleUnaryOperator xOf, double from, double to) {
        double left = Math.max(area.getMinX(), xOf.applyAsDouble(from));
        double right = Math.min(area.getMaxX(), Math.max(left + THINNEST, xOf.applyAsDouble(to)));
        return new Rectangle2D.Double(left, area.getMinY(), Math.max(0, right - left), area.getHeight());
    }
}
