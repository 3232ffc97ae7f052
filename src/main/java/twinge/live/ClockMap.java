package twinge.live;

import java.util.ArrayList;
import java.util.List;

/**
 * How a board's frames lie in the session's time: when frame 0 was taken, and how fast its clock really runs.
 *
 * <p>A frame can not arrive before it was taken, so the true line lies below all arrivals and touches the quickest. Of
 * all lines below every arrival this takes the one that lies nearest to them in the mean (Moon, Skelly and Towsley 1999, "Estimation and removal
 * of clock skew from network delay measurements", INFOCOM): an edge of the lower convex hull, the one over the mean of
 * the frames. Of each second only the quickest arrival is kept.
 */
final class ClockMap {
    private record Point(double frame, double delayNanos) {}

    /**
     * @param firstFrameNanos when frame 0 was taken, and the quickest delay of the way
     * @param rateHz frames a second of the session's time
     * @param driftPpm how much faster than stated
     */
    record Fit(long firstFrameNanos, double rateHz, double driftPpm) {}

    private final double statedHz;
    private final double periodNanos;
    private final long stretchFrames;
    private final List<Point> quickest = new ArrayList<>();
    private long stretch = -1;

    ClockMap(double rateHz) {
        statedHz = rateHz;
        periodNanos = 1e9 / rateHz;
        stretchFrames = Math.max(1, Math.round(rateHz));
    }

    /** Says that a frame, the last of those read together, had arrived at a time. */
    void add(long frame, long arrivalNanos) {
        Point point = new Point(frame, arrivalNanos - frame * periodNanos);
        long of = frame / stretchFrames;
        if (of != stretch) {
            stretch = of;
            quickest.add(point);
        } else if (point.delayNanos() < quickest.get(quickest.size() - 1).delayNanos()) {
            quickest.set(quickest.size() - 1, point);
        }
    }

    /** The line so far; the stated rate until two seconds have something to tell. */
    Fit fit() {
        List<Point> hull = hull();
        if (hull.isEmpty()) {
            return new Fit(0, statedHz, 0);
        }
        if (hull.size() == 1) {
            return new Fit(Math.round(hull.get(0).delayNanos()), statedHz, 0);
        }
        double mean = quickest.stream().mapToDouble(Point::frame).average().getAsDouble();
        int edge = 0;
        while (edge < hull.size() - 2 && hull.get(edge + 1).frame() < mean) {
            edge++;
        }
        Point left = hull.get(edge);
        Point right = hull.get(edge + 1);
        double slope = (right.delayNanos() - left.delayNanos()) / (right.frame() - left.frame());
        double first = left.delayNanos() - slope * left.frame();
        double rate = 1e9 / (periodNanos + slope);
        return new Fit(Math.round(first), rate, (rate / statedHz - 1) * 1e6);
    }

    /** The lower convex hull, left to right (Andrew's monotone chain). */
    private List<Point> hull() {
        List<Point> hull = new ArrayList<>();
        for (Point point : quickest) {
            while (hull.size() >= 2 && !turnsLeft(hull.get(hull.size() - 2), hull.get(hull.size() - 1), point)) {
                hull.remove(hull.size() - 1);
            }
            hull.add(point);
        }
        return hull;
    }

    private static boolean turnsLeft(Point a, Point b, Point c) {
        return (b.frame() - a.frame()) * (c.delayNanos() - a.delayNanos())
                        - (b.delayNanos() - a.delayNanos()) * (c.frame() - a.frame())
                > 0;
    }
}
