package twinge.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
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
    private static final double HATCHED = 14; // at the top and at the bottom, so that the trace between is seen
    static final double LANE_ROW = 22;
    private static final double BAR = 5;
    private static final double SHAPE = 9;

    private final Theme theme;

    SpanPainter(Theme theme) {
        this.theme = theme;
    }

    /** Behind the trace of one channel, whose extents these are; all of one look are one path, to keep an SVG small. */
    void behindTrace(Graphics2D g2, Rectangle2D area, DoubleUnaryOperator xOf, Map<EpisodeSpan, Span> spans) {
        Map<Style, List<Rectangle2D>> boxes = new TreeMap<>();
        spans.forEach((span, extent) -> append(
                boxes.computeIfAbsent(new Style(span), none -> new ArrayList<>()),
                box(area, xOf, extent.from(), extent.to())));
        boxes.forEach((style, alike) -> draw(g2, style, alike));
    }

    private void draw(Graphics2D g2, Style style, List<Rectangle2D> boxes) {
        Color colour = theme.of(style.kind());
        boolean quiet = style.unsure() || style.kind() == Kind.VOLUNTARY;
        Path2D fills = new Path2D.Double();
        Path2D hatches = new Path2D.Double();
        Path2D edges = new Path2D.Double();
        for (Rectangle2D box : boxes) {
            fills.append(box, false);
            // A span too thin for two edges keeps its trace in view: it is marked at the top and the bottom only.
            if (box.getWidth() < NARROW) {
                upright(edges, box.getCenterX(), box.getMinY(), STUB);
                upright(edges, box.getCenterX(), box.getMaxY() - STUB, STUB);
            } else {
                Hatch hatch = KindMark.hatch(style.kind());
                double height = Math.min(HATCHED, box.getHeight() / 4);
                hatch.append(hatches, rows(box, box.getMinY(), height));
                hatch.append(hatches, rows(box, box.getMaxY() - height, height));
                upright(edges, box.getMinX(), box.getMinY(), box.getHeight());
                upright(edges, box.getMaxX(), box.getMinY(), box.getHeight());
            }
        }
        g2.setPaint(Theme.faint(colour, quiet ? 0.08 : 0.16));
        g2.fill(fills);
        g2.setPaint(Theme.faint(colour, quiet ? 0.25 : 0.55));
        g2.setStroke(HAIR);
        g2.draw(hatches);
        g2.setPaint(colour);
        g2.setStroke(style.unsure() ? DASHED : style.kind() == Kind.VOLUNTARY ? HAIR : EDGE);
        g2.draw(edges);
    }

    /** What decides how a span looks. */
    private record Style(Kind kind, boolean unsure, int row) implements Comparable<Style> {
        Style(EpisodeSpan span) {
            this(span.kind(), span.unsure(), 0);
        }

        @Override
        public int compareTo(Style other) {
            return Comparator.comparing(Style::kind)
                    .thenComparing(Style::unsure)
                    .thenComparingInt(Style::row)
                    .compare(this, other);
        }
    }

    /** Boxes that touch become one. */
    private static void append(List<Rectangle2D> boxes, Rectangle2D box) {
        Rectangle2D last = boxes.isEmpty() ? null : boxes.get(boxes.size() - 1);
        if (last != null && box.getMinX() >= last.getMinX() && box.getMinX() - last.getMaxX() < 0.5) {
            last.add(box);
        } else {
            boxes.add(box);
        }
    }

    private static Rectangle2D rows(Rectangle2D box, double y, double height) {
        return new Rectangle2D.Double(box.getMinX(), y, box.getWidth(), height);
    }

    private static void upright(Path2D lines, double x, double y, double height) {
        lines.moveTo(x, y);
        lines.lineTo(x, y + height);
    }

    /** A lane of bars with shape, letter and words above. */
    void lane(
            Graphics2D g2,
            Rectangle2D area,
            DoubleUnaryOperator xOf,
            List<EpisodeSpan> spans,
            List<Lane.Place> places) {
        Map<Style, List<Rectangle2D>> bars = new TreeMap<>();
        Path2D ticks = new Path2D.Double();
        Map<Integer, Double> lastTicks = new HashMap<>(); // by row
        for (int i = 0; i < spans.size(); i++) {
            EpisodeSpan span = spans.get(i);
            Lane.Place place = places.get(i);
            double bottom = area.getMinY() + (place.row() + 1) * LANE_ROW - 2;
            Rectangle2D row = new Rectangle2D.Double(area.getMinX(), bottom - BAR, area.getWidth(), BAR);
            Style style = new Style(span.kind(), span.unsure(), place.row());
            append(
                    bars.computeIfAbsent(style, none -> new ArrayList<>()),
                    box(row, xOf, span.extent().from(), span.extent().to()));
            if (span.ofTwitches()) {
                double last = lastTicks.getOrDefault(place.row(), Double.NEGATIVE_INFINITY);
                lastTicks.put(place.row(), ticks(ticks, row, xOf, span.onsets(), last));
            }
            if (!place.words().isEmpty()) {
                double x = area.getMinX() + place.wordsX();
                g2.setPaint(theme.of(span.kind()));
                g2.fill(KindMark.shape(span.kind(), x + SHAPE / 2, bottom - BAR - 7, SHAPE));
                g2.setPaint(theme.ink());
                g2.setFont(Lettering.SMALL);
                g2.drawString(place.words().strip(), (float) (x + SHAPE + 4), (float) (bottom - BAR - 3));
            }
        }
        bars.forEach((style, boxes) -> {
            Path2D all = new Path2D.Double();
            boxes.forEach(box -> all.append(box, false));
            double share = style.kind() == Kind.FASCICULATION ? 0.15 : style.unsure() ? 0.45 : 1; // ticks lie on it
            g2.setPaint(Theme.faint(theme.of(style.kind()), share));
            g2.fill(all);
            g2.setPaint(theme.of(style.kind()));
            g2.setStroke(HAIR);
            g2.draw(all);
        });
        g2.setPaint(theme.of(Kind.FASCICULATION));
        g2.setStroke(EDGE);
        g2.draw(ticks);
    }

    /** Each burst as a tick; returns where the last is, so that those on one pixel of a row are one. */
    private static double ticks(
            Path2D ticks, Rectangle2D row, DoubleUnaryOperator xOf, List<Double> onsets, double lastX) {
        double last = lastX;
        for (double onset : onsets) {
            double x = xOf.applyAsDouble(onset);
            if (x - last >= 1 && x >= row.getMinX() && x <= row.getMaxX()) {
                upright(ticks, x, row.getMinY(), row.getHeight());
                last = x;
            }
        }
        return last;
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

    /** A stretch that was not kept, over whatever else is drawn there: paper, and the words where there is room. */
    void leftOut(Graphics2D g2, Rectangle2D area, DoubleUnaryOperator xOf, Span gap, String words) {
        Rectangle2D box = box(area, xOf, gap.from(), gap.to());
        g2.setPaint(theme.paper());
        g2.fill(box);
        g2.setPaint(Theme.faint(theme.muted(), 0.12));
        g2.fill(box);
        g2.setPaint(theme.muted());
        g2.setStroke(DASHED);
        g2.draw(new Line2D.Double(box.getMinX(), box.getMinY(), box.getMinX(), box.getMaxY()));
        g2.draw(new Line2D.Double(box.getMaxX(), box.getMinY(), box.getMaxX(), box.getMaxY()));
        g2.setFont(Lettering.SMALL);
        double half = Lettering.width(words, Lettering.SMALL) / 2;
        if (2 * half < box.getWidth()) {
            g2.drawString(words, (float) (box.getCenterX() - half), (float) box.getCenterY() + 4);
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
