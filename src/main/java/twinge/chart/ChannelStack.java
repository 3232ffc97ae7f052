package twinge.chart;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jfree.chart.LegendItem;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.ui.Layer;
import twinge.events.Kind;

/** The channels of a picture below each other: name, trace, scale bar, envelope, and the spans over them. */
final class ChannelStack {
    private static final double BAR_ROOM = 66; // pixels for the level part of a scale bar

    private final Sheet sheet;
    private final Look look;
    private final Theme theme;
    private final TimeLine time;
    private final double left;
    private final List<EpisodeSpan> episodes;
    private final ChannelPlots plots;
    private final SpanPainter painter;
    private boolean timeBarDrawn;

    /** @param left pixels for the names */
    ChannelStack(Sheet sheet, Look look, TimeLine time, double left, List<EpisodeSpan> episodes) {
        this.sheet = sheet;
        this.look = look;
        this.time = time;
        this.left = left;
        this.episodes = episodes;
        theme = look.theme();
        plots = new ChannelPlots(theme, time.length());
        painter = new SpanPainter(theme);
    }

    /**
     * @param tall height of a trace in pixels
     * @param measure the span whose traces must fit; what is higher elsewhere is cut, and marked as cut
     */
    void add(List<Row> rows, int tall, Span measure) {
        Map<String, Double> shared = new HashMap<>();
        rows.forEach(row -> shared.merge(row.unit(), row.reach(measure), Math::max));
        Set<String> unitsWithBar = new HashSet<>();
        for (Row row : rows) {
            double reach = look.sharedScale() ? shared.get(row.unit()) : row.reach(measure);
            double limit = reach > 0 ? 1.08 * reach : 1;
            annotate(plots.trace(sheet, row, tall, limit), row);
            sheet.besideLast((g2, plot) -> name(g2, plot, row));
            if (unitsWithBar.add(row.unit()) || !look.sharedScale()) {
                scaleBar(row, limit);
            }
            if (row.levels().any()) {
                behind(plots.levels(sheet, row, Math.max(42, tall / 2)), spansOn(row));
                sheet.nameLast("envelope (" + row.unit() + ", log)");
            }
        }
        explain(rows);
    }

    private void annotate(XYPlot plot, Row row) {
        List<Shades.Shade> shades = row.shades().list(3 * time.secondsPerPixel());
        behind(plot, new Overlay((g2, area, xOf) -> painter.shades(g2, area, xOf, shades)));
        behind(plot, spansOn(row));
        plot.addAnnotation(new Overlay((g2, area, xOf) -> painter.reasons(g2, area, xOf, shades)));
    }

    private Overlay spansOn(Row row) {
        EpisodeSpan.Place place = new EpisodeSpan.Place(row.stream().index(), row.index());
        Map<EpisodeSpan, Span> here = new LinkedHashMap<>();
        for (EpisodeSpan span : episodes) {
            if (span.onChannels().containsKey(place)) {
                here.put(span, span.onChannels().get(place));
            }
        }
        return new Overlay((g2, area, xOf) -> painter.behindTrace(g2, area, xOf, here));
    }

    private static void behind(XYPlot plot, Overlay overlay) {
        plot.getRenderer().addAnnotation(overlay, Layer.BACKGROUND);
    }

    private void name(Graphics2D g2, Rectangle2D plot, Row row) {
        double room = left - 42;
        g2.setPaint(theme.ink());
        g2.setFont(Lettering.LABEL);
        String label = Picture.visible(row.channel().label());
        g2.drawString(Lettering.fit(label, Lettering.LABEL, room), 16, (float) plot.getMinY() + 15);
        g2.setFont(Lettering.SMALL);
        g2.setPaint(theme.muted());
        float y = (float) plot.getMinY() + 31;
        for (String line : List.of(place(row), row.unit() + (row.channel().calibrated() ? "" : ", uncalibrated"))) {
            g2.drawString(Lettering.fit(line, Lettering.SMALL, room), 16, y);
            y += line.isEmpty() ? 0 : 15;
        }
    }

    private static String place(Row row) {
        String side = switch (row.channel().side()) {
            case LEFT -> " left";
            case RIGHT -> " right";
            case MIDDLE -> " middle";
            case UNKNOWN -> "";
        };
        return Picture.visible(
                (row.channel().muscle() + side + " " + row.channel().position()).strip());
    }

    private void scaleBar(Row row, double limit) {
        double upright = ScaleBar.round(limit);
        double level = TimeTicks.step(time.secondsPerPixel() * BAR_ROOM);
        boolean withTime = !timeBarDrawn;
        timeBarDrawn = true;
        sheet.besideLast((g2, plot) -> ScaleBar.draw(
                g2,
                theme,
                plot.getMaxX() + 14,
                plot.getMinY() + 4,
                upright * plot.getHeight() / (2 * limit),
                ScaleBar.number(upright) + " " + row.unit(),
                withTime ? level / time.secondsPerPixel() : 0,
                TimeTicks.duration(level)));
    }

    private void explain(List<Row> rows) {
        Set<Kind> kinds = EnumSet.noneOf(Kind.class);
        episodes.forEach(span -> kinds.add(span.kind()));
        for (Kind kind : kinds) {
            String words = KindMark.letter(kind) + "  " + kind.words();
            sheet.explain(new LegendItem(words, null, null, null, KindMark.shape(kind, 0, 0, 10), theme.of(kind)));
        }
        if (rows.stream().anyMatch(row -> row.levels().any())) {
            plots.explainLevels(
                    sheet, rows.stream().anyMatch(row -> row.levels().compared()));
        }
        if (rows.stream().anyMatch(row -> !row.shades().seconds().isEmpty())) {
            box("not to be trusted", 10, Theme.faint(theme.muted(), 0.35));
        }
        if (rows.stream().anyMatch(row -> row.rails().bins() > 0)) {
            box("converter at its limit", 4, theme.ink());
        }
    }

    private void box(String words, double height, Color colour) {
        Rectangle2D shape = new Rectangle2D.Double(-9, -height / 2, 18, height);
        sheet.explain(new LegendItem(words, null, null, null, shape, colour));
    }
}
