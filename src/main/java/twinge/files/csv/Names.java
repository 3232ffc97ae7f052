package twinge.files.csv;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the lines before the numbers say of the columns: names, units, and the rates of Delsys label lines. */
final class Names {
    private static final Pattern UNIT_BEHIND = Pattern.compile("(.*?)\\s*[(\\[]([^()\\[\\]]*)[)\\]]\\s*");
    private static final Pattern VOLTS_BEHIND = Pattern.compile("(.+)[ _]([un\u00b5\u03bcm]?V)");
    private static final Pattern UNIT = Pattern.compile(
            "(?i)[un\u00b5\u03bcm]?v|m?g|s|ms|[u\u00b5]s|sec|deg/s|\u00b0/s|dps|rad/s|m/s\\^?[2\u00b2]|counts?|adc");
    private static final String UNIT_ROW_WORDS = "(?i)cal|raw|unix|no_units|\\W.*\\W";
    private static final Pattern LABEL =
            Pattern.compile("Label: (.*?) Sampling frequency: ([-+.0-9eE]+) Number of points: .*? Unit: (\\S*).*");

    private final String[] names;
    private final String[] units;
    private final List<double[]> labelRates = new ArrayList<>();
    private final List<String> labelUnits = new ArrayList<>();

    Names(List<byte[]> lines, List<List<String>> cells, int first, int width, byte delimiter) {
        names = new String[width];
        units = new String[width];
        Arrays.fill(names, "");
        Arrays.fill(units, "");
        int top = first;
        while (top > 0
                && first - top < (width == 1 ? 1 : 3)
                && isHeader(lines.get(top - 1), cells.get(top - 1), width)) {
            top--;
        }
        List<List<String>> header = cells.subList(top, first);
        if (header.isEmpty() && first > 0) {
            header = commented(lines.get(first - 1), width, delimiter);
        }
        header = header.subList(namesRow(header), header.size());
        for (int i = 0; i < width && !header.isEmpty(); i++) {
            name(i, header);
        }
        for (byte[] line : lines.subList(0, first)) {
            Matcher label = LABEL.matcher(Cells.text(line, 0, line.length));
            if (label.matches()) {
                labelRates.add(new double[] {Double.parseDouble(label.group(2))});
                labelUnits.add(label.group(3));
            }
        }
    }

    String name(int column) {
        return names[column];
    }

    String unit(int column) {
        return units[column];
    }

    /** How many columns have a label line of their own. */
    int labelled() {
        return labelRates.size();
    }

    double labelRate(int label) {
        return labelRates.get(label)[0];
    }

    String labelUnit(int label) {
        return labelUnits.get(label);
    }

    private static boolean isHeader(byte[] line, List<String> row, int width) {
        boolean trailing = row.size() == width - 1 || row.size() == width;
        return !Sniffer.isComment(line, 0, line.length)
                && trailing
                && !row.get(0).startsWith("sep=")
                && row.stream().anyMatch(cell -> !cell.isEmpty())
                && row.stream().noneMatch(cell -> cell.matches("[-+.0-9]*[0-9][-+.,0-9eE]*"));
    }

    /** The last row that is none of units. */
    private static int namesRow(List<List<String>> header) {
        for (int row = header.size() - 1; row > 0; row--) {
            long units = header.get(row).stream()
                    .filter(cell -> cell.isEmpty() || UNIT.matcher(cell).matches() || cell.matches(UNIT_ROW_WORDS))
                    .count();
            if (2 * units <= header.get(row).size()) {
                return row;
            }
        }
        return 0;
    }

    /** {@code # time, emg}: names behind a comment sign. */
    private static List<List<String>> commented(byte[] line, int width, byte delimiter) {
        if (line.length < 2 || !Sniffer.isComment(line, 0, line.length)) {
            return List.of();
        }
        List<String> row = Cells.split(line, 1, line.length, delimiter);
        return row.size() == width && width > 1 ? List.of(row) : List.of();
    }

    private void name(int column, List<List<String>> header) {
        String cell = column < header.get(0).size() ? header.get(0).get(column) : "";
        Matcher behind = UNIT_BEHIND.matcher(cell);
        Matcher volts = VOLTS_BEHIND.matcher(cell);
        names[column] = cell;
        if (behind.matches()) {
            names[column] = behind.group(1);
            units[column] = behind.group(2).strip();
        } else if (volts.matches()) {
            names[column] = volts.group(1);
            units[column] = volts.group(2);
        }
        for (List<String> row : header.subList(1, header.size())) {
            String unit = column < row.size() ? row.get(column).replaceAll("[()\\[\\]]", "") : "";
            if (units[column].isEmpty() && UNIT.matcher(unit).matches()) {
                units[column] = unit;
            }
        }
    }

    /** Seconds in one unit of a time column, or 0 if the column holds no time. */
    double timeUnit(int column) {
        String name = names[column].toLowerCase(Locale.ROOT).strip().replaceAll("[_ -]+", " ");
        boolean time = name.matches("(elapsed |relative |unix )?(time|timestamps?|time stamp|zeit|temps|tiempo)"
                        + "( (s|sec|ms|us|seconds|milliseconds|unix.*))?|t|s|sec|secs|seconds|ms|milliseconds")
                || name.equals("x") && units[column].matches("(?i)s|ms|sec");
        if (!time) {
            return 0;
        }
        String unit = units[column].isEmpty() ? name.replaceAll(".* ", "") : units[column].toLowerCase(Locale.ROOT);
        return switch (unit) {
            case "s", "sec", "secs", "seconds" -> 1;
            case "ms", "milliseconds" -> 1e-3;
            case "us", "\u00b5s", "\u03bcs" -> 1e-6;
            default -> Double.NaN; // no unit stated: told by the size of the steps
        };
    }

    /** Whether a column only counts the lines. */
    boolean isCounter(int column) {
        return units[column].isEmpty()
                && names[column]
                        .toLowerCase(Locale.ROOT)
                        .strip()
                        .matches("sample( ?(index|number|no|nr))?|samples|index|idx|frame|row|#|n|nr|nseq|count(er)?");
    }
}
