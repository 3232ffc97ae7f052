package twinge.chart;

import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import twinge.events.Kind;

/** How a kind is told from the others without colour: a letter, a shape and a hatch. */
final class KindMark {
    private KindMark() {}

    static String letter(Kind kind) {
        return switch (kind) {
            case VOLUNTARY -> "V";
            case SPASM -> "S";
            case CRAMP -> "C";
            case FASCICULATION -> "F";
            case CLONUS -> "K";
            case ARTIFACT -> "A";
            case UNCERTAIN -> "?";
        };
    }

    static Hatch hatch(Kind kind) {
        return switch (kind) {
            case VOLUNTARY -> Hatch.NONE;
            case SPASM -> Hatch.RISING;
            case CRAMP -> Hatch.GRID;
            case FASCICULATION -> Hatch.DASHES;
            case CLONUS -> Hatch.FALLING;
            case ARTIFACT -> Hatch.CROSS;
            case UNCERTAIN -> Hatch.LEVEL;
        };
    }

    /** The kind's shape, {@code size} pixels wide, around a point. */
    static Shape shape(Kind kind, double x, double y, double size) {
        double r = size / 2;
        return switch (kind) {
            case VOLUNTARY -> new Rectangle2D.Double(x - r, y - r / 3, size, 2 * r / 3);
            case SPASM -> polygon(x, y - r, x + r, y + r, x - r, y + r);
            case CRAMP -> new Rectangle2D.Double(x - 0.85 * r, y - 0.85 * r, 1.7 * r, 1.7 * r);
            case FASCICULATION -> new Ellipse2D.Double(x - r, y - r, size, size);
            case CLONUS -> polygon(x, y - r, x + r, y, x, y + r, x - r, y);
            case ARTIFACT -> cross(x, y, r);
            case UNCERTAIN -> polygon(x, y + r, x + r, y - r, x - r, y - r);
        };
    }

    private static Shape cross(double x, double y, double r) {
        double arm = r / 3;
        return polygon(
                x - r,
                y - r + arm,
                x - r + arm,
                y - r,
                x,
                y - arm,
                x + r - arm,
                y - r,
                x + r,
                y - r + arm,
                x + arm,
                y,
                x + r,
                y + r - arm,
                x + r - arm,
                y + r,
                x,
                y + arm,
                x - r + arm,
                y + r,
                x - r,
                y + r - arm,
                x - arm,
                y);
    }

    private static Shape polygon(double... corners) {
        Path2D path = new Path2D.Double();
        path.moveTo(corners[0], corners[1]);
        for (int i = 2; i < corners.length; i += 2) {
            path.lineTo(corners[i], corners[i + 1]);
        }
        path.closePath();
        return path;
    }
}
