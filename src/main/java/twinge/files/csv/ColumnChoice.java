package twinge.files.csv;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import twinge.files.Faults;

/** Decides which columns hold samples, which hold their times, and what step a count of each has. */
final class ColumnChoice {
    private static final int HEADROOM_DIGITS = 2;
    private static final int LIMIT_DIGITS = 9; // Scale.step reaches to 1e9

    private static final int MOST_DECIMALS = 18;

    private final List<List<String>> rows;
    private final Names names;
    private final boolean[] numeric;
    private final DecimalNumber number;
    private final OptionalDouble rateHz;
    private final Faults faults;
    private final Ramp ramp; // what the first column is, if nothing names it

    ColumnChoice(
            List<List<String>> rows,
            Names names,
            boolean[] numeric,
            boolean decimalComma,
            OptionalDouble rateHz,
            Faults faults) {
        this.rows = rows;
        this.names = names;
        this.numeric = numeric;
        this.faults = faults;
        this.rateHz = rateHz;
        number = new DecimalNumber(decimalComma);
        int numbers = 0;
        for (boolean holdsNumbers : numeric) {
            numbers += holdsNumbers ? 1 : 0;
        }
        boolean nameless = numbers > 1 && numeric[0] && names.name(0).isEmpty();
        ramp = nameless ? Ramp.of(rows, 0, numeric.length, number) : new Ramp(0, false);
    }

    /** Seconds in one unit of a time column, NaN if none is stated, or 0 if the column holds no time. */
    double timeUnit(int column) {
        if (column > 0 || ramp.step() == 0) {
            return names.timeUnit(column);
        }
        if (ramp.counts()) {
            return 0;
        }
        return rateHz.isPresent() ? ramp.timeUnit(rateHz.getAsDouble()) : Double.NaN;
    }

    List<Column> choose() {
        List<Column> columns = new ArrayList<>();
        List<Integer> samples = samples();
        boolean labelled = names.labelled() == samples.size();
        int time = -1;
        for (int i = 0; i < numeric.length; i++) {
            if (numeric[i] && timeUnit(i) != 0) {
                time = i;
            }
            int order = samples.indexOf(i);
            if (order >= 0) {
                String unit = names.unit(i).isEmpty() && labelled ? names.labelUnit(order) : names.unit(i);
                double rate = labelled ? names.labelRate(order) : 0;
                columns.add(new Column(i, names.name(i), unit, time, decimals(i), rate));
            }
        }
        if (columns.isEmpty()) {
            throw faults.refusal(
                    -1, "there is a time column but no column of samples", "export the samples beside the times");
        }
        return columns;
    }

    private List<Integer> samples() {
        List<Integer> samples = new ArrayList<>();
        for (int i = 0; i < numeric.length; i++) {
            String name =
                    names.name(i).isEmpty() ? "column " + (i + 1) : "column " + (i + 1) + " (" + names.name(i) + ")";
            if (!numeric[i]) {
                if (!names.name(i).isEmpty()) {
                    faults.remark("columns of text", name + " holds no numbers; ignored");
                }
            } else if (names.isCounter(i) && numeric.length > 1) {
                faults.remark("columns that count lines", name + " only counts the lines; ignored");
            } else if (i == 0 && ramp.step() != 0) {
                faults.remark("columns without a name", "column 1 " + rampWords());
            } else if (timeUnit(i) == 0) {
                samples.add(i);
            }
        }
        return samples;
    }

    private String rampWords() {
        if (ramp.counts()) {
            return "has no name and only counts the lines; ignored";
        }
        return timeUnit(0) == 0
                ? "has no name and rises evenly, but not as the time of rows that come " + rateHz.getAsDouble()
                        + " a second; ignored"
                : "has no name but rises evenly from row to row; it is taken for the time";
    }

    /**
     * All decimals of the cells seen, but no more than leave room for values a hundred times as large (a burst after a
     * quiet beginning). An integer column keeps its integers.
     */
    private int decimals(int column) {
        int needed = 0;
        int magnitude = -99;
        for (List<String> row : rows) {
            byte[] cell = column < row.size() ? row.get(column).getBytes(StandardCharsets.UTF_8) : new byte[0];
            if (number.parse(cell, 0, cell.length)) {
                needed = Math.max(needed, number.decimals());
                magnitude = Math.max(magnitude, number.magnitude());
            }
        }
        int most = LIMIT_DIGITS - magnitude;
        int decimals =
                needed == 0 ? Math.min(0, most) : Math.min(needed, Math.max(most - HEADROOM_DIGITS, Math.min(0, most)));
        return Math.max(-MOST_DECIMALS, Math.min(MOST_DECIMALS, decimals));
    }
}
