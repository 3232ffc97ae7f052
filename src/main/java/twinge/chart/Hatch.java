package twinge.chart;

import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;

/**
 * Lines that fill an area, so that it can be told from others on a grey print. They are drawn as one path: a texture has
 * no counterpart in SVG.
 */
enum Hatch {
    NONE,
    RISING,
    FALLING,
    CROSS,
    DASHES,
    LEVEL,
    GRID;

    private static final double SPACING = 7;

    /** Adds the lines that fill the area; they meet from area to area, since they hang on the picture. */
    void append(Path2D lines, Rectangle2D area) {
        if (this == RISING || this == CROSS) {
            slanted(lines, area, -1);
        }
        if (this == FALLING || this == CROSS) {
            slanted(lines, area, 1);
        }
        if (this == DASHES) {
            dashes(lines, area);
        }
        if (this == GRID) {
            for (double x = next(area.getMinX()); x < area.getMaxX(); x += SPACING) {
                line(lines, x, area.getMinY(), x, area.getMaxY());
            }
        }
        if (this == LEVEL || this == GRID) {
            for (double y = next(area.getMinY()); y < area.getMaxY(); y += SPACING) {
                line(lines, area.getMinX(), y, area.getMaxX(), y);
            }
        }
    }

    /** Short level strokes, every other row set off by half a step: nothing upright that could be taken for a twitch. */
    private static void dashes(Path2D lines, Rectangle2D area) {
        for (double y = next(area.getMinY()); y < area.getMaxY(); y += SPACING) {
            boolean setOff = Math.round(y / SPACING) % 2 != 0;
            for (double x = next(area.getMinX()) + (setOff ? SPACING : 0); x < area.getMaxX(); x += 2 * SPACING) {
                line(lines, x, y, Math.min(x + SPACING / 2, area.getMaxX()), y);
            }
        }
    }

    /** Lines y = slope * x + c within the area, the c's one slanted spacing apart. */
    private static void slanted(Path2D lines, Rectangle2D area, int slope) {
        double low = Math.min(area.getMinY() - slope * area.getMinX(), area.getMinY() - slope * area.getMaxX());
        double high = Math.max(area.getMaxY() - slope * area.getMinX(), area.getMaxY() - slope * area.getMaxX());
        for (double c = next(low); c < high; c += SPACING) {
            double one = (area.getMinY() - c) / slope;
            double other = (area.getMaxY() - c) / slope;
            double left = Math.max(area.getMinX(), Math.min(one, other));
            double right = Math.min(area.getMaxX(), Math.max(one, other));
            if (left < right) {
                line(lines, left, slope * left + c, right, slope * right + c);
            }
        }
    }

    private static double next(double from) {
        return Math.ceil(from / SPACING) * SPACING;
    }

    private static void line(Path2D lines, double x1, double y1, double x2, double y2) {
        lines.moveTo(x1, y1);
        lines.lineTo(x2, y2);
    }
}
