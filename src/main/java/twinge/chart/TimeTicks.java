package twinge.chart;

import java.text.FieldPosition;
import java.text.NumberFormat;
import java.text.ParsePosition;
import java.util.Locale;
import org.jfree.chart.axis.NumberTickUnit;

/** Ticks of a time axis on round seconds, minutes or hours, written as short as the length of the axis allows. */
final class TimeTicks extends NumberFormat {
    private static final long serialVersionUID = 1;
    private static final double[] STEPS = {
        0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10, 20, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 14_400, 21_600,
        43_200, 86_400
    };
    private static final double PIXELS_PER_TICK = 85;

    private final double step;
    private final double end;

    private TimeTicks(double step, double end) {
        this.step = step;
        this.end = end;
    }

    /** Ticks for an axis from {@code start} to {@code end} seconds, {@code pixels} long. */
    static TimeTicks between(double start, double end, double pixels) {
        double least = (end - start) * PIXELS_PER_TICK / pixels;
        for (double step : STEPS) {
            if (step >= least) {
                return new TimeTicks(step, end);
            }
        }
        return new TimeTicks(Math.ceil(least / 86_400) * 86_400, end);
    }

    /** The longest round time that is not above {@code most} seconds; the shortest there is if all are. */
    static double step(double most) {
        double longest = STEPS[0];
        for (double step : STEPS) {
            longest = step <= most ? step : longest;
        }
        return longest;
    }

    /** A round time in the unit that keeps it short: {@code 0.5 s}, {@code 10 min}, {@code 2 h}. */
    static String duration(double seconds) {
        return seconds < 60
                ? ScaleBar.number(seconds) + " s"
                : seconds < 3600 ? ScaleBar.number(seconds / 60) + " min" : ScaleBar.number(seconds / 3600) + " h";
    }

    /** How long something took: {@code 35 ms}, {@code 4.2 s}, {@code 2:05.0}. */
    static String length(double seconds) {
        return seconds < 1
                ? Math.round(1000 * seconds) + " ms"
                : seconds < 60 ? String.format(Locale.ROOT, "%.1f s", seconds) : moment(seconds);
    }

    double step() {
        return step;
    }

    NumberTickUnit unit() {
        return new NumberTickUnit(step, this);
    }

    /** What the labels are: the axis's name. */
    String form() {
        return end < 60 ? "time (s)" : end < 3600 ? "time (min:s)" : "time (h:min:s)";
    }

    /** A moment to a tenth of a second, {@code 0:07.3} or {@code 1:02:07.3}. */
    static String moment(double seconds) {
        return new TimeTicks(0.1, seconds < 3600 ? 3599 : 3600).label(seconds);
    }

    String label(double seconds) {
        int decimals = step < 0.1 ? 2 : step < 1 ? 1 : 0;
        long perSecond = decimals == 0 ? 1 : decimals == 1 ? 10 : 100;
        long units = Math.round(Math.abs(seconds) * perSecond);
        long whole = units / perSecond;
        String fraction = decimals == 0 ? "" : String.format(Locale.ROOT, ".%0" + decimals + "d", units % perSecond);
        String sign = seconds < 0 && units > 0 ? "\u2212" : "";
        if (end < 60) {
            return sign + whole + fraction;
        }
        String clock = end < 3600
                ? String.format(Locale.ROOT, "%d:%02d", whole / 60, whole % 60)
                : String.format(Locale.ROOT, "%d:%02d:%02d", whole / 3600, whole / 60 % 60, whole % 60);
        return sign + clock + fraction;
    }

    @Override
    public StringBuffer format(double number, StringBuffer into, FieldPosition position) {
        return into.append(label(number));
    }

    @Override
    public StringBuffer format(long number, StringBuffer into, FieldPosition position) {
        return into.append(label(number));
    }

    @Override
    public Number parse(String source, ParsePosition position) {
        throw new UnsupportedOperationException("an axis only writes its labels");
    }
}
