package twinge.chart;

import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.geom.Path2D;
import java.util.Locale;

/** The corner of two bars that says what the traces' height and width are worth. */
final class ScaleBar {
    private static final BasicStroke STROKE = new BasicStroke(2, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER);

    private ScaleBar() {}

    /** The largest of 1, 2 and 5 times a power of ten that is not above {@code most}. */
    static double round(double most) {
        double power = Math.pow(10, Math.floor(Math.log10(most)));
        double digits = most / power;
        return (digits >= 5 ? 5 : digits >= 2 ? 2 : 1) * power;
    }

    /** Writes 0.5, 20 or 2000 without needless digits. */
    static String number(double value) {
        return value >= 1
                ? String.format(Locale.ROOT, "%.0f", value)
                : String.format(Locale.ROOT, "%." + (int) Math.ceil(-Math.log10(value)) + "f", value);
    }

    /**
     * Draws the corner with its upper end at x, y.
     *
     * @param height of the upright bar in pixels, worth {@code upright}
     * @param width of the level bar, worth {@code level}; 0 to leave it out
     */
    static void draw(
            Graphics2D g2, Theme theme, double x, double y, double height, String upright, double width, String level) {
        Path2D bars = new Path2D.Double();
        bars.moveTo(x, y);
        bars.lineTo(x, y + height);
        if (width > 0) {
            bars.lineTo(x + width, y + height);
        }
        g2.setPaint(theme.ink());
        g2.setStroke(STROKE);
        g2.draw(bars);
        g2.setFont(Lettering.SMALL);
        g2.drawString(upright, (float) x + 6, (float) (y + height / 2 + 4));
        if (width > 0) {
            g2.drawString(level, (float) x, (float) (y + height + 14));
        }
    }
}
