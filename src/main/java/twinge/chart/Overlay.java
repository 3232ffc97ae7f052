package twinge.chart;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.function.DoubleUnaryOperator;
import org.jfree.chart.annotations.AbstractXYAnnotation;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.PlotRenderingInfo;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.ui.RectangleEdge;

/** Something JFreeChart has no renderer for, drawn inside a plot along the plot's own horizontal axis. */
final class Overlay extends AbstractXYAnnotation {
    private static final long serialVersionUID = 1;

    private final transient Painter painter;

    /** Draws into a plot. */
    interface Painter {
        /** @param xOf the pixel of a value of the horizontal axis, which may lie outside the area */
        void paint(Graphics2D g2, Rectangle2D area, DoubleUnaryOperator xOf);
    }

    Overlay(Painter painter) {
        this.painter = painter;
    }

    @Override
    public void draw(
            Graphics2D g2,
            XYPlot plot,
            Rectangle2D area,
            ValueAxis domainAxis,
            ValueAxis rangeAxis,
            int rendererIndex,
            PlotRenderingInfo info) {
        painter.paint(g2, area, x -> domainAxis.valueToJava2D(x, area, RectangleEdge.BOTTOM));
    }
}
