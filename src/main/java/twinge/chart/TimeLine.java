package twinge.chart;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.ui.RectangleInsets;

/** The time axis of a picture: time from the start of the recording, and the wall clock below it where that is known. */
final class TimeLine {
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);

    private final Theme theme;
    private final Span span;
    private final double length;
    private final Optional<LocalDateTime> clock;
    private final TimeTicks ticks;

    /** @param length of the plots in pixels */
    TimeLine(Theme theme, Span span, double length, Optional<LocalDateTime> clock) {
        this.theme = theme;
        this.span = span;
        this.length = length;
        this.clock = clock;
        ticks = TimeTicks.between(span.from(), span.to(), length);
    }

    NumberAxis axis() {
        NumberAxis axis = new NumberAxis(ticks.form());
        axis.setRange(span.from(), span.to());
        axis.setTickUnit(ticks.unit(), false, true);
        if (clock.isPresent()) {
            axis.setLabelInsets(new RectangleInsets(19, 0, 3, 0));
        }
        return axis;
    }

    double length() {
        return length;
    }

    Span span() {
        return span;
    }

    /** The pixel of a time, from the left end of the plots. */
    double xOf(double seconds) {
        return (seconds - span.from()) / (span.to() - span.from()) * length;
    }

    double secondsPerPixel() {
        return (span.to() - span.from()) / length;
    }

    /** Writes the wall clock below each tick. */
    void paintClock(Graphics2D g2, List<Rectangle2D> plots) {
        Rectangle2D lowest = plots.get(plots.size() - 1);
        float y = (float) lowest.getMaxY() + 31;
        g2.setFont(Lettering.SMALL);
        g2.setPaint(theme.muted());
        clock.ifPresent(start -> {
            g2.drawString("wall clock", 16, y);
            double first = Math.ceil(span.from() / ticks.step()) * ticks.step();
            for (double at = first; at <= span.to(); at += ticks.step()) {
                String words = CLOCK.format(start.plusNanos(Math.round(at * 1e9)));
                double half = Lettering.width(words, Lettering.SMALL) / 2;
                g2.drawString(words, (float) (lowest.getMinX() + xOf(at) - half), y);
            }
        });
    }
}
