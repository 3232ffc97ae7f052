package twinge.files.csv;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;
import twinge.files.Faults;

/** Compares every row's time with the rate that was decided from the first: gaps, steps back, a rate that is wrong. */
final class TimeWatch {
    private static final double GAP_SECONDS = 0.1;
    private static final int GAP_FRAMES = 10;
    private static final double RATE_TOLERANCE = 0.01;

    private final double rateHz;
    private final double unitSeconds;
    private final boolean gapsCount;
    private final boolean rateIsUsers;
    private final Faults faults;
    private double last = Double.NaN;
    private long lastFrame;
    private double steps;
    private long stepFrames;

    /**
     * @param gapsCount whether jumps of the time are gaps; not so where the user said the rate
     * @param rateIsUsers whether the user said it
     */
    TimeWatch(double rateHz, double unitSeconds, boolean gapsCount, boolean rateIsUsers, Faults faults) {
        this.rateHz = rateHz;
        this.unitSeconds = unitSeconds;
        this.gapsCount = gapsCount;
        this.rateIsUsers = rateIsUsers;
        this.faults = faults;
    }

    /** Takes the time of a row which would be {@code frame}; returns how many frames are missing before it. */
    long missingBefore(double time, long frame, long line) {
        double seconds = time * unitSeconds;
        double step = seconds - last;
        long frames = frame - lastFrame;
        double expected = frames / rateHz;
        last = seconds;
        lastFrame = frame;
        if (Double.isNaN(step)) {
            return 0;
        }
        if (step <= 0) {
            faults.mended(
                    "times that go back",
                    -1,
                    String.format(
                            Locale.ROOT,
                            "line %d: the time goes from %s to %s s",
                            line,
                            print(seconds - step),
                            print(seconds)),
                    "rows are kept in the order of the file, " + print(rateHz) + " a second");
            return 0;
        }
        double late = step - expected;
        if (gapsCount && late > Math.max(GAP_SECONDS, GAP_FRAMES / rateHz) && late < 1e9) {
            long missing = Math.round(late * rateHz);
            lastFrame += missing;
            faults.remark(
                    "gaps",
                    String.format(
                            Locale.ROOT,
                            "line %d: the time jumps by %s s; %d frames are missing there",
                            line,
                            print(step),
                            missing));
            return missing;
        }
        steps += step;
        stepFrames += frames;
        return 0;
    }

    /** To be called at the end. */
    void finish() {
        double told = stepFrames / steps;
        if (stepFrames > GAP_FRAMES && Math.abs(told / rateHz - 1) > RATE_TOLERANCE) {
            faults.told(
                    "rates that disagree",
                    -1,
                    String.format(
                            Locale.ROOT,
                            "the time column tells %.6g rows a second on the whole, but %s was taken",
                            told,
                            rateIsUsers ? "--rate " + print(rateHz) : print(rateHz) + " Hz"),
                    rateIsUsers ? "leave --rate out to go by the times" : "pass --rate to decide");
        }
    }

    private static String print(double value) {
        return new BigDecimal(value)
                .round(new MathContext(9))
                .stripTrailingZeros()
                .toPlainString();
    }
}
