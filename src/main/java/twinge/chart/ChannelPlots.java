package twinge.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;
import java.util.function.DoubleUnaryOperator;
import org.jfree.chart.LegendItem;
import org.jfree.chart.axis.LogAxis;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTickUnit;
import org.jfree.chart.plot.XYPlot;
import org.jfree.data.xy.XYDataset;

/** Plots of one channel: its trace, and the envelope with what it was compared to. */
final class ChannelPlots {
    private static final BasicStroke TRACE = new BasicStroke(0.8f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_BEVEL);
    private static final BasicStroke ENVELOPE = new BasicStroke(0.9f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_BEVEL);
    private static final BasicStroke BASELINE = new BasicStroke(1.2f);
    private static final BasicStroke ON = dashes(7, 3);
    private static final BasicStroke OFF = dashes(1.5f, 2.5f);
    private static final double DEEPEST = 1500; // a dead channel's envelope must not squeeze the living
    private static final double CELL = 8; // pixels in which marks at the edge are told apart

    private final Theme theme;
    private final int columns;

    /** @param length of the plots in pixels */
    ChannelPlots(Theme theme, double length) {
        this.theme = theme;
        columns = (int) length;
    }

    private static BasicStroke dashes(float on, float off) {
        return new BasicStroke(1, BasicStroke.CAP_BUTT, BasicStroke.JOIN_BEVEL, 10, new float[] {on, off}, 0);
    }

    /** @param limit value at the plot's upper edge; its negative is at the lower */
    XYPlot trace(Sheet sheet, Row row, int tall, double limit) {
        NumberAxis axis = new NumberAxis();
        axis.setRange(-limit, limit);
        axis.setTickUnit(new NumberTickUnit(tick(limit), plain(), 0), false, true);
        XYPlot plot = sheet.add(tall, axis);
        double step1 = 1 / row.stream().rateHz();
        plot.setDataset(Line.extremes(row.trace(), row.startSeconds(), step1, row.offset(), columns));
        plot.setRenderer(Sheet.line(theme.trace(), TRACE));
        plot.addAnnotation(new Overlay((g2, area, xOf) -> edges(g2, area, xOf, row, limit)));
        return plot;
    }

    /** A round value with room above it, more than half the limit: so there is one tick to either side of 0. */
    static double tick(double limit) {
        double power = Math.pow(10, Math.floor(Math.log10(limit)) - 1);
        double tick = power;
        for (double round : new double[] {5, 6, 8, 10, 15, 20, 25, 30, 40, 50, 60, 80}) {
            tick = round * power <= 0.85 * limit ? round * power : tick;
        }
        return tick;
    }

    /**
     * Envelope, baseline and thresholds on a logarithmic axis, on which a small threshold under a large burst is seen. The
     * envelope is drawn from its lowest to its highest in each pixel column: its highest alone would lift the rest of an
     * hour above its baseline.
     */
    XYPlot levels(Sheet sheet, Row row, int tall) {
        Levels levels = row.levels();
        double highest = Math.max(most(levels.envelope()), most(levels.on()));
        double lowest = Math.min(least(levels.baseline()), least(levels.envelope()));
        lowest = Math.max(lowest, highest / DEEPEST);
        LogAxis axis = new LogAxis();
        axis.setNumberFormatOverride(plain());
        axis.setTickUnit(new NumberTickUnit(1, plain(), 0), false, true);
        axis.setRange(lowest / 1.5, Math.max(highest, 10 * lowest) * 1.8);
        XYPlot plot = sheet.add(tall, axis);
        double start = row.stream().seconds(levels.firstFrame());
        double step = levels.framesPerPoint() / row.stream().rateHz();
        // The first lies on top: a baseline is seen within the band of an hour's envelope.
        add(plot, 0, Line.steps(levels.baseline(), start, step, columns), theme.ink(), BASELINE);
        add(plot, 1, Line.steps(levels.on(), start, step, columns), theme.muted(), ON);
        add(plot, 2, Line.steps(levels.off(), start, step, columns), theme.muted(), OFF);
        add(plot, 3, Line.extremes(levels.envelope(), start, step, 0, columns), envelope(), ENVELOPE);
        return plot;
    }

    /** Says what the lines of {@link #levels} are; {@code compared} if there is more than the envelope. */
    void explainLevels(Sheet sheet, boolean compared) {
        sheet.explain(item("envelope", envelope(), ENVELOPE));
        if (compared) {
            sheet.explain(item("baseline", theme.ink(), BASELINE));
            sheet.explain(item("on threshold", theme.muted(), ON));
            sheet.explain(item("off threshold", theme.muted(), OFF));
        }
    }

    private Color envelope() {
        return Theme.faint(theme.ink(), 0.6);
    }

    static LegendItem item(String words, Color colour, BasicStroke stroke) {
        return new LegendItem(words, null, null, null, new java.awt.geom.Line2D.Double(-14, 0, 14, 0), stroke, colour);
    }

    static DecimalFormat plain() {
        return new DecimalFormat("0.######", DecimalFormatSymbols.getInstance(Locale.ROOT));
    }

    private static void add(XYPlot plot, int place, XYDataset line, Color colour, BasicStroke stroke) {
        plot.setDataset(place, line);
        plot.setRenderer(place, Sheet.line(colour, stroke));
    }

    /** Marks where the trace leaves the plot, and where the converter had reached its limit. */
    private void edges(Graphics2D g2, Rectangle2D area, DoubleUnaryOperator xOf, Row row, double limit) {
        Strip trace = row.trace();
        double offset = row.offset();
        Path2D beyond = new Path2D.Double();
        Path2D rails = new Path2D.Double();
        double lastAbove = Double.NEGATIVE_INFINITY;
        double lastBelow = Double.NEGATIVE_INFINITY;
        for (int bin = 0; bin < trace.bins(); bin++) {
            double x = xOf.applyAsDouble(row.startSeconds()
                    + (bin + 0.5) * trace.framesPerBin() / row.stream().rateHz());
            if (trace.highest(bin, bin + 1) - offset > limit && x - lastAbove >= CELL) {
                arrow(beyond, x, area.getMinY() + 1, 1);
                lastAbove = x;
            }
            if (trace.lowest(bin, bin + 1) - offset < -limit && x - lastBelow >= CELL) {
                arrow(beyond, x, area.getMaxY() - 1, -1);
                lastBelow = x;
            }
        }
        Strip railed = row.rails();
        for (int bin = 0; bin < railed.bins(); bin++) {
            if (railed.highest(bin, bin + 1) > 0) {
                double perFrame = 1 / row.stream().rateHz();
                double from = xOf.applyAsDouble(row.startSeconds() + bin * railed.framesPerBin() * perFrame);
                double to = xOf.applyAsDouble(row.startSeconds() + (bin + 1) * railed.framesPerBin() * perFrame);
                double width = Math.max(1.5, to - from);
                rails.append(new Rectangle2D.Double(from, area.getMinY(), width, 4), false);
                rails.append(new Rectangle2D.Double(from, area.getMaxY() - 4, width, 4), false);
            }
        }
        g2.setPaint(theme.ink());
        g2.fill(beyond);
        g2.fill(rails);
    }

    private static void arrow(Path2D into, double x, double y, int down) {
        into.moveTo(x, y);
        into.lineTo(x + 3, y + 5 * down);
        into.lineTo(x - 3, y + 5 * down);
        into.closePath();
    }

    private static double least(Strip strip) {
        return strip.lowest(0, strip.bins());
    }

    private static double most(Strip strip) {
        return strip.highest(0, strip.bins());
    }
}
