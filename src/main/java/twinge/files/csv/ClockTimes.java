package twinge.files.csv;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import twinge.files.Faults;

/** Dates and times of day beside the samples ({@code 2026-11-22T18:30:00.001}): they tell the rate, and nothing more. */
final class ClockTimes {
    private static final Pattern STAMP = Pattern.compile(
            "(?:(\\d{4}-\\d{2}-\\d{2})[T ])?(\\d{1,2}:\\d{2}:\\d{2})(?:[.,](\\d{1,9}))?(?:Z|[+-]\\d{2}:?\\d{2})?");

    private final List<List<String>> rows;

    ClockTimes(List<List<String>> rows) {
        this.rows = rows;
    }

    /** Rows a second, 0 if no column holds such times or they do not tell it. */
    double rate(Faults faults) {
        int columns = rows.isEmpty() ? 0 : rows.get(0).size();
        for (int column = 0; column < columns; column++) {
            String first = rows.get(0).get(column);
            if (STAMP.matcher(first).matches()) {
                double rate = rate(column);
                if (rate > 0) {
                    faults.remark(
                            "clock times",
                            "column " + (column + 1) + " holds times of day (" + first + "); the rate is taken from the"
                                    + " first of them, gaps are not looked for (pass --rate if that is wrong)");
                }
                return rate;
            }
        }
        return 0;
    }

    private double rate(int column) {
        double[] seconds = new double[rows.size()];
        int decimals = 0;
        for (int row = 0; row < seconds.length; row++) {
            List<String> cells = rows.get(row);
            Matcher stamp = STAMP.matcher(column < cells.size() ? cells.get(column) : "");
            seconds[row] = stamp.matches() ? seconds(stamp) : Double.NaN;
            decimals = stamp.matches() && stamp.group(3) != null
                    ? Math.max(decimals, stamp.group(3).length())
                    : decimals;
        }
        return new TimeSteps(seconds, decimals).rate();
    }

    /** Seconds from a fixed day's midnight; NaN if there is no such time. */
    private static double seconds(Matcher stamp) {
        try {
            String clock = (stamp.group(2).length() < 8 ? "0" : "") + stamp.group(2);
            String fraction = stamp.group(3) == null ? "0" : stamp.group(3);
            String day = stamp.group(1) == null ? "2000-01-01" : stamp.group(1);
            long whole = ChronoUnit.SECONDS.between(
                    LocalDateTime.of(2000, 1, 1, 0, 0), LocalDateTime.parse(day + "T" + LocalTime.parse(clock)));
            return whole + Double.parseDouble("0." + fraction);
        } catch (DateTimeException e) { // looks like a time and is none: 25:00:00
            return Double.NaN;
        }
    }
}
