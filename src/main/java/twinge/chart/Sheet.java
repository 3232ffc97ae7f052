package twinge.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.LegendItem;
import org.jfree.chart.LegendItemCollection;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.block.BlockBorder;
import org.jfree.chart.plot.CombinedDomainXYPlot;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.chart.title.LegendTitle;
import org.jfree.chart.title.TextTitle;
import org.jfree.chart.ui.HorizontalAlignment;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.RectangleInsets;

/** A sheet of paper with plots below each other on one horizontal axis, a caption above and a footer below. */
final class Sheet {
    /** A whole pixel: some SVG viewers leave out straight lines that are thinner. */
    private static final BasicStroke HAIR = new BasicStroke(1);

    private static final double GAP = 5;
    private static final double EDGE = 16;
    private static final int OUTSIDE_PLOTS = 172; // caption, legend, axis and footer

    private final Theme theme;
    private final int width;
    private final double left;
    private final CombinedDomainXYPlot plots;
    private final LegendItemCollection legend = new LegendItemCollection();
    private final List<Picture.Margin> margins = new ArrayList<>();
    private final List<Overlay> over = new ArrayList<>();
    private double height = OUTSIDE_PLOTS;

    /**
     * @param left pixels between the sheet's edge and the plots
     * @param right likewise
     */
    Sheet(Theme theme, int width, double left, double right, ValueAxis axis) {
        this.theme = theme;
        this.width = width;
        this.left = left;
        style(axis);
        plots = new CombinedDomainXYPlot(axis);
        plots.setGap(GAP);
        plots.setInsets(new RectangleInsets(0, 0, 0, right));
        plots.setOutlineVisible(false);
        plots.setBackgroundPaint(theme.paper());
    }

    /** Pixels from the left to the right end of each plot. */
    static double plotWidth(int width, double left, double right) {
        return width - left - right - 2 * EDGE;
    }

    /** Puts an empty plot below the others; {@code tall} is its height in pixels, to a few. */
    XYPlot add(int tall, ValueAxis vertical) {
        style(vertical);
        XYPlot plot = new XYPlot(null, null, vertical, null);
        plot.setBackgroundPaint(theme.paper());
        plot.setOutlinePaint(theme.grid());
        plot.setOutlineStroke(HAIR);
        plot.setDomainGridlinePaint(theme.grid());
        plot.setDomainGridlineStroke(HAIR);
        plot.setRangeGridlinesVisible(false);
        plot.setAxisOffset(RectangleInsets.ZERO_INSETS);
        vertical.setFixedDimension(left);
        plots.add(plot, tall);
        height += tall + GAP;
        return plot;
    }

    /** A renderer of one line, to be written to SVG as one path. */
    static XYLineAndShapeRenderer line(Color colour, BasicStroke stroke) {
        XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer(true, false);
        renderer.setDrawSeriesLineAsPath(true);
        renderer.setSeriesPaint(0, colour);
        renderer.setSeriesStroke(0, stroke);
        return renderer;
    }

    /** An axis without marks, for a lane of words. */
    static NumberAxis blank() {
        NumberAxis axis = new NumberAxis();
        axis.setRange(0, 1);
        axis.setVisible(false);
        return axis;
    }

    void explain(LegendItem item) {
        item.setLabelFont(Lettering.SMALL);
        item.setLabelPaint(theme.ink());
        legend.add(item);
    }

    /** Draws beside one plot. */
    interface Neighbour {
        void paint(Graphics2D g2, Rectangle2D plot);
    }

    /** Lets something be drawn beside the plot that was added last. */
    void besideLast(Neighbour neighbour) {
        int last = plots.getSubplots().size() - 1;
        margins.add((g2, areas) -> neighbour.paint(g2, areas.get(last)));
    }

    /** Writes a word or two left of the plot that was added last. */
    void nameLast(String words) {
        besideLast((g2, plot) -> {
            g2.setFont(Lettering.SMALL);
            g2.setPaint(theme.muted());
            g2.drawString(words, (float) EDGE, (float) plot.getMinY() + 14);
        });
    }

    /** Draws over every plot. */
    void overAll(Overlay overlay) {
        over.add(overlay);
    }

    void beside(Picture.Margin margin) {
        margins.add(margin);
    }

    /** @param title above all, the recording's name first */
    Picture picture(String title, String subtitle, String footer, String words) {
        for (Object plot : plots.getSubplots()) {
            over.forEach(((XYPlot) plot)::addAnnotation);
        }
        plots.setFixedLegendItems(legend);
        JFreeChart chart = new JFreeChart(null, Lettering.TITLE, plots, false);
        chart.setBackgroundPaint(theme.paper());
        chart.setPadding(new RectangleInsets(12, EDGE, 10, EDGE));
        double across = width - 2 * EDGE;
        chart.addSubtitle(text(Lettering.fit(title, Lettering.TITLE, across), Lettering.TITLE, theme.ink()));
        if (!subtitle.isBlank()) {
            chart.addSubtitle(text(Lettering.fit(subtitle, Lettering.BODY, across), Lettering.BODY, theme.muted()));
        }
        if (legend.getItemCount() > 0) {
            LegendTitle key = new LegendTitle(plots);
            key.setPosition(RectangleEdge.TOP);
            key.setHorizontalAlignment(HorizontalAlignment.LEFT);
            key.setFrame(BlockBorder.NONE);
            key.setBackgroundPaint(theme.paper());
            key.setItemLabelPadding(new RectangleInsets(2, 4, 2, 14));
            key.setPadding(new RectangleInsets(4, 0, 6, 0));
            chart.addSubtitle(key);
        }
        TextTitle foot = text(footer, Lettering.SMALL, theme.muted());
        foot.setPosition(RectangleEdge.BOTTOM);
        chart.addSubtitle(foot);
        return new Picture(chart, width, (int) Math.ceil(height), title, words, this::paintMargins);
    }

    private void paintMargins(Graphics2D g2, List<Rectangle2D> areas) {
        for (Picture.Margin margin : margins) {
            margin.paint(g2, areas);
        }
    }

    private static TextTitle text(String words, Font font, Color colour) {
        TextTitle title = new TextTitle(words, font);
        title.setPaint(colour);
        title.setHorizontalAlignment(HorizontalAlignment.LEFT);
        title.setTextAlignment(HorizontalAlignment.LEFT);
        title.setPadding(new RectangleInsets(1, 0, 2, 0));
        return title;
    }

    private void style(ValueAxis axis) {
        axis.setLabelFont(Lettering.SMALL);
        axis.setLabelPaint(theme.muted());
        axis.setTickLabelFont(Lettering.SMALL);
        axis.setTickLabelPaint(theme.ink());
        axis.setTickMarkPaint(theme.muted());
        axis.setAxisLinePaint(theme.muted());
        axis.setAxisLineStroke(HAIR);
        axis.setTickMarkStroke(HAIR);
    }
}
