package twinge.files.csv;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import twinge.files.Faults;
import twinge.files.ReadOptions;

/** The rate of each column: what the user says, else what the text states, else what its time column tells. */
final class Rates {
    private static final double LONGEST_STEP_IN_SECONDS = 0.5;

    private Double clock; // what dates and times of day tell, once it is known

    private record Told(double perUnit, double unitSeconds, boolean regular) {}

    private final byte[] head;
    private final byte terminator;
    private final Sheet sheet;
    private final ReadOptions options;
    private final Faults faults;
    private final Map<Integer, Told> told = new HashMap<>(); // by time column

    Rates(byte[] head, byte terminator, Sheet sheet, ReadOptions options, Faults faults) {
        this.head = head;
        this.terminator = terminator;
        this.sheet = sheet;
        this.options = options;
        this.faults = faults;
        for (Column column : sheet.columns()) {
            if (column.time() >= 0 && !told.containsKey(column.time())) {
                told.put(column.time(), tell(column.time()));
            }
        }
    }

    double rateHz(Column column) {
        double rate = 0;
        if (options.rateHz().isPresent()) {
            rate = options.rateHz().getAsDouble();
        } else if (column.rateHz() > 0) {
            rate = column.rateHz();
        } else if (column.time() >= 0) {
            rate = told.get(column.time()).perUnit() / unitSeconds(column);
        } else {
            clock = clock == null ? new ClockTimes(rows(head, terminator, sheet)).rate(faults) : clock;
            rate = clock;
        }
        if (!(rate > 0)) {
            throw faults.refusal(
                    -1,
                    column.time() < 0
                            ? "there is no time column, so the rate can not be told"
                            : "its times do not tell a rate (too few rows, or they do not go up)",
                    "pass --rate with the frames a second");
        }
        if (rate > 1e6 || rate < 1e-6) {
            throw faults.refusal(
                    -1, "a rate of " + rate + " Hz is out of range (1e-6 to 1e6 Hz)", "pass --rate with the true one");
        }
        return rate;
    }

    /** Whether the user stated it. */
    boolean isUsers() {
        return options.rateHz().isPresent();
    }

    /** Seconds in a unit of the column's times, 0 if it has none. */
    double unitSeconds(Column column) {
        return column.time() < 0 ? 0 : told.get(column.time()).unitSeconds();
    }

    /** Whether a jump of the column's times is a gap: they are a clock's, and no rate was stated beside them. */
    boolean jumpsAreGaps(Column column) {
        return options.rateHz().isEmpty()
                && column.rateHz() == 0
                && told.get(column.time()).regular();
    }

    private Told tell(int column) {
        DecimalNumber number = new DecimalNumber(sheet.decimalComma());
        List<Double> times = new ArrayList<>();
        int decimals = 0;
        for (List<String> cells : rows(head, terminator, sheet)) {
            byte[] cell = column < cells.size() ? cells.get(column).getBytes(StandardCharsets.UTF_8) : new byte[0];
            boolean read = number.parse(cell, 0, cell.length) && Double.isFinite(number.value());
            times.add(read ? number.value() : Double.NaN);
            decimals = read ? Math.max(decimals, number.decimals()) : decimals;
        }
        double[] all = times.stream().mapToDouble(Double::doubleValue).toArray();
        TimeSteps steps = new TimeSteps(all, decimals);
        double rate = steps.rate();
        return new Told(rate, unit(column, rate), steps.regular());
    }

    /** The cells of all complete lines from the first line of numbers on. */
    static List<List<String>> rows(byte[] head, byte terminator, Sheet sheet) {
        List<List<String>> rows = new ArrayList<>();
        long line = 1;
        for (int from = 0, at = 0; at < head.length; at++) {
            if (head[at] == terminator) {
                if (line >= sheet.firstLine() && !Sniffer.isComment(head, from, at)) {
                    rows.add(Cells.split(head, from, at, sheet.delimiter()));
                }
                from = at + 1;
                line++;
            }
        }
        return rows;
    }

    private double unit(int column, double rate) {
        double stated = sheet.timeUnit(column);
        if (!Double.isNaN(stated)) {
            return stated;
        }
        boolean milliseconds = rate > 0 && 1 / rate >= LONGEST_STEP_IN_SECONDS;
        if (milliseconds && options.rateHz().isEmpty()) {
            faults.remark(
                    "time units",
                    "the time column states no unit; its steps of " + 1 / rate
                            + " are read as milliseconds (pass --rate if that is wrong)");
        }
        return milliseconds ? 1e-3 : 1;
    }
}
