package twinge.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.DoubleUnaryOperator;
import org.jfree.chart.LegendItem;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.ui.Layer;
import org.jfree.chart.ui.RectangleInsets;
import twinge.events.Kind;

/** Lays out the picture of a session. */
final class SessionSheet {
    private static final double LEFT = 190;
    private static final double RIGHT = 96;
    private static final int MOST_EPISODE_ROWS = 3;
    private static final int MOST_MARK_ROWS = 2;
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm:ss");

    private final Look look;
    private final Theme theme;
    private final Caption caption;
    private final List<Row> rows;
    private final List<EpisodeSpan> episodes;
    private final List<Mark> marks;
    private final int marksLeftOut;
    private final double start;
    private final double end;
    private final double length; // of a plot, pixels
    private final SpanPainter painter;
    private final TimeTicks ticks;

    SessionSheet(
            Look look,
            Caption caption,
            List<Row> rows,
            List<EpisodeSpan> episodes,
            List<Mark> marks,
            int marksLeftOut) {
        this.look = look;
        theme = look.theme();
        this.caption = caption;
        this.rows = rows;
        this.episodes = episodes;
        this.marks = marks;
        this.marksLeftOut = marksLeftOut;
        start = Math.min(
                0,
                rows.stream()
                        .mapToDouble(row -> row.stream().startSeconds())
                        .min()
                        .orElse(0));
        end = rows.stream().mapToDouble(Row::endSeconds).max().orElse(1);
        length = Sheet.plotWidth(look.width(), LEFT, RIGHT);
        painter = new SpanPainter(theme);
        ticks = TimeTicks.between(start, end, length);
    }

    Picture picture() {
        NumberAxis axis = new NumberAxis(ticks.form());
        axis.setRange(start, Math.max(end, start + 1e-3));
        axis.setTickUnit(ticks.unit(), false, true);
        Sheet sheet = new Sheet(theme, look.width(), LEFT, RIGHT, axis);
        caption.session().start().ifPresent(clock -> {
            axis.setLabelInsets(new RectangleInsets(19, 0, 3, 0));
            sheet.beside((g2, plots) -> clockLine(g2, plots.get(plots.size() - 1), clock));
        });
        ChannelPlots channels = new ChannelPlots(theme, length);
        addLanes(sheet);
        Map<String, Double> shared = new HashMap<>();
        rows.forEach(row -> shared.merge(row.unit(), row.reach(), Math::max));
        int plot = (episodes.isEmpty() ? 0 : 1) + (marks.isEmpty() ? 0 : 1);
        Set<String> barsDrawn = new java.util.HashSet<>();
        for (Row row : rows) {
            double reach = look.sharedScale() ? shared.get(row.unit()) : row.reach();
            double limit = reach > 0 ? 1.08 * reach : 1;
            boolean bar = barsDrawn.add(row.unit()) || !look.sharedScale();
            XYPlot trace = channels.trace(sheet, row, tall(), limit);
            annotate(trace, row);
            label(sheet, row, plot, limit, bar);
            plot++;
            if (row.levels().any()) {
                addLevels(sheet, channels, row, plot++);
            }
        }
        explain(sheet, channels);
        String words = SessionWords.of(caption, end, rows, episodes, marks.size() + marksLeftOut);
        return sheet.picture(caption.title(), caption.subtitle(), caption.footer(), words);
    }

    /** Few channels are drawn taller than many. */
    private int tall() {
        return Math.max(72, Math.min(150, 640 / rows.size()));
    }

    private void addLanes(Sheet sheet) {
        DoubleUnaryOperator xOf = seconds -> (seconds - start) / (end - start) * length;
        int first = 0;
        if (!episodes.isEmpty()) {
            Lane lane = new Lane(SpanPainter.items(episodes, xOf), MOST_EPISODE_ROWS, length);
            XYPlot plot = lane(sheet, lane.rows());
            plot.addAnnotation(new Overlay((g2, area, x) -> painter.lane(g2, area, x, episodes, lane.places())));
            name(sheet, first++, "episodes");
        }
        if (!marks.isEmpty()) {
            List<Lane.Item> items = new ArrayList<>();
            for (Mark mark : marks) {
                double x = xOf.applyAsDouble(mark.seconds());
                double to = xOf.applyAsDouble(mark.seconds() + mark.durationSeconds());
                items.add(new Lane.Item(x, to, List.of(mark.text()), 0));
            }
            Lane lane = new Lane(items, MOST_MARK_ROWS, length);
            XYPlot plot = lane(sheet, lane.rows());
            plot.addAnnotation(new Overlay((g2, area, x) -> painter.markers(g2, area, x, marks, lane.places())));
            name(sheet, first, "markers");
        }
    }

    private XYPlot lane(Sheet sheet, int laneRows) {
        XYPlot plot = sheet.add((int) (laneRows * SpanPainter.LANE_ROW), Sheet.blank());
        plot.setOutlineVisible(false);
        plot.setRenderer(Sheet.line(theme.ink(), new BasicStroke(1)));
        return plot;
    }

    private void name(Sheet sheet, int plot, String words) {
        sheet.beside((g2, plots) -> {
            g2.setFont(Lettering.SMALL);
            g2.setPaint(theme.muted());
            g2.drawString(words, 16, (float) plots.get(plot).getMinY() + 14);
        });
    }

    private void annotate(XYPlot plot, Row row) {
        List<Shades.Shade> shades = row.shades().list(3 * (end - start) / length);
        behind(plot, new Overlay((g2, area, xOf) -> painter.shades(g2, area, xOf, shades)));
        behind(plot, spansOf(row));
        plot.addAnnotation(new Overlay((g2, area, xOf) -> painter.reasons(g2, area, xOf, shades)));
    }

    private Overlay spansOf(Row row) {
        EpisodeSpan.Place place = new EpisodeSpan.Place(row.stream().index(), row.index());
        Map<EpisodeSpan, EpisodeSpan.Extent> here = new LinkedHashMap<>();
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

    private void addLevels(Sheet sheet, ChannelPlots channels, Row row, int plot) {
        XYPlot levels = channels.levels(sheet, row, Math.max(42, tall() / 2));
        behind(levels, spansOf(row));
        sheet.beside((g2, plots) -> {
            g2.setFont(Lettering.SMALL);
            g2.setPaint(theme.muted());
            g2.drawString(
                    "envelope (" + row.unit() + ", log)",
                    16,
                    (float) plots.get(plot).getMinY() + 14);
        });
    }

    private void label(Sheet sheet, Row row, int plot, double limit, boolean bar) {
        double upright = ScaleBar.round(limit);
        double level = TimeTicks.step((end - start) * (RIGHT - 30) / length);
        sheet.beside((g2, plots) -> {
            Rectangle2D area = plots.get(plot);
            double room = LEFT - 42;
            g2.setPaint(theme.ink());
            g2.setFont(Lettering.LABEL);
            String label = Picture.visible(row.channel().label());
            g2.drawString(Lettering.fit(label, Lettering.LABEL, room), 16, (float) area.getMinY() + 15);
            g2.setFont(Lettering.SMALL);
            g2.setPaint(theme.muted());
            float y = (float) area.getMinY() + 31;
            for (String line : List.of(place(row), row.unit() + (row.channel().calibrated() ? "" : ", uncalibrated"))) {
                g2.drawString(Lettering.fit(line, Lettering.SMALL, room), 16, y);
                y += line.isEmpty() ? 0 : 15;
            }
            if (bar) {
                ScaleBar.draw(
                        g2,
                        theme,
                        area.getMaxX() + 14,
                        area.getMinY() + 4,
                        upright * area.getHeight() / (2 * limit),
                        ScaleBar.number(upright) + " " + row.unit(),
                        plot == firstTrace() ? level * length / (end - start) : 0,
                        TimeTicks.duration(level));
            }
        });
    }

    private int firstTrace() {
        return (episodes.isEmpty() ? 0 : 1) + (marks.isEmpty() ? 0 : 1);
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

    private void clockLine(Graphics2D g2, Rectangle2D lowest, LocalDateTime clock) {
        g2.setFont(Lettering.SMALL);
        g2.setPaint(theme.muted());
        for (double at = Math.ceil(start / ticks.step()) * ticks.step(); at <= end; at += ticks.step()) {
            String words = CLOCK.format(clock.plusNanos(Math.round(at * 1e9)));
            double x = lowest.getMinX() + (at - start) / (end - start) * length;
            double half = Lettering.width(words, Lettering.SMALL) / 2;
            g2.drawString(words, (float) (x - half), (float) lowest.getMaxY() + 31);
        }
        g2.drawString("wall clock", 16, (float) lowest.getMaxY() + 31);
    }

    private void explain(Sheet sheet, ChannelPlots channels) {
        Set<Kind> kinds = EnumSet.noneOf(Kind.class);
        episodes.forEach(span -> kinds.add(span.kind()));
        for (Kind kind : kinds) {
            sheet.explain(new LegendItem(
                    KindMark.letter(kind) + "  " + kind.words(),
                    null,
                    null,
                    null,
                    KindMark.shape(kind, 0, 0, 10),
                    theme.of(kind)));
        }
        if (rows.stream().anyMatch(row -> row.levels().any())) {
            channels.explainLevels(sheet);
        }
        if (rows.stream().anyMatch(row -> !row.shades().seconds().isEmpty())) {
            Color grey = Theme.faint(theme.muted(), 0.35);
            sheet.explain(new LegendItem(
                    "not to be trusted", null, null, null, new Rectangle2D.Double(-9, -5, 18, 10), grey));
        }
        if (rows.stream().anyMatch(row -> row.rails().bins() > 0)) {
            sheet.explain(new LegendItem(
                    "converter at its limit", null, null, null, new Rectangle2D.Double(-9, -2, 18, 4), theme.ink()));
        }
    }
}
