package twinge.chart;

import java.util.Arrays;
import org.jfree.data.xy.DefaultXYDataset;
import org.jfree.data.xy.XYDataset;

/** Turns a strip into a line to draw, a point or two for each pixel column; NaN lifts the pen at a gap. */
final class Line {
    private static final double STILL = 0.01;

    private final double[] x;
    private final double[] y;
    private int length;

    private Line(int most) {
        x = new double[most];
        y = new double[most];
    }

    /**
     * Lowest and highest value of each column: no spike gets lost.
     *
     * @param start time of index 0 of the strip, seconds
     * @param step time from index to index, seconds
     * @param offset taken off each value
     * @param columns how many there may be
     */
    static XYDataset extremes(Strip strip, double start, double step, double offset, int columns) {
        return draw(strip, start, step, columns, (line, from, to, left, middle) -> {
            double lowest = strip.lowest(from, to) - offset;
            double highest = strip.highest(from, to) - offset;
            if (line.lifted()) {
                line.point(left, lowest); // so that a lone sample between two gaps is seen
            }
            // Up in one column and down in the next: the shortest way of the pen.
            boolean up = !line.lifted() && Math.abs(line.y[line.length - 1] - lowest) < highest - lowest;
            line.point(middle, up ? lowest : highest);
            if (lowest < highest) {
                line.point(middle, up ? highest : lowest);
            }
        });
    }

    /** The highest value of each column; arguments as for {@link #extremes}. */
    static XYDataset tops(Strip strip, double start, double step, int columns) {
        return draw(strip, start, step, columns, (line, from, to, left, middle) -> {
            if (line.lifted()) {
                line.point(left, strip.highest(from, to));
            }
            line.point(middle, strip.highest(from, to));
        });
    }

    /** As {@link #tops}, without the points between which nothing moves: for levels that stay for long. */
    static XYDataset steps(Strip strip, double start, double step, int columns) {
        XYDataset all = tops(strip, start, step, columns);
        int last = all.getItemCount(0) - 1;
        Line line = new Line(last + 1);
        for (int i = 0; i <= last; i++) {
            double value = all.getYValue(0, i);
            boolean end = i == last || Double.isNaN(all.getYValue(0, i + 1));
            if (Double.isNaN(value) || line.lifted() || end || moves(line.y[line.length - 1], all, i)) {
                line.point(all.getXValue(0, i), value);
            }
        }
        return line.dataset();
    }

    /** Whether this point or the next is off the last one drawn by more than {@value #STILL} of it. */
    private static boolean moves(double drawn, XYDataset all, int i) {
        return Math.abs(all.getYValue(0, i) - drawn) > STILL * drawn
                || Math.abs(all.getYValue(0, i + 1) - drawn) > STILL * drawn;
    }

    /** Draws one column that holds values: its bins and the times of its left end and middle. */
    private interface Column {
        void draw(Line line, int from, int to, double left, double middle);
    }

    private static XYDataset draw(Strip strip, double start, double step, int columns, Column each) {
        int used = Math.min(columns, strip.bins());
        Line line = new Line(3 * used);
        double width = strip.framesPerBin() * step;
        for (int column = 0; column < used; column++) {
            int from = (int) ((long) column * strip.bins() / used);
            int to = (int) ((long) (column + 1) * strip.bins() / used);
            if (strip.lowest(from, to) <= strip.highest(from, to)) {
                each.draw(line, from, to, start + from * width, start + (from + to) / 2.0 * width);
            } else if (!line.lifted()) {
                line.point(start + from * width, Double.NaN);
            }
        }
        return line.dataset();
    }

    private XYDataset dataset() {
        DefaultXYDataset dataset = new DefaultXYDataset();
        dataset.addSeries("", new double[][] {Arrays.copyOf(x, length), Arrays.copyOf(y, length)});
        return dataset;
    }

    private boolean lifted() {
        return length == 0 || Double.isNaN(y[length - 1]);
    }

    private void point(double seconds, double value) {
        x[length] = seconds;
        y[length++] = value;
    }
}
