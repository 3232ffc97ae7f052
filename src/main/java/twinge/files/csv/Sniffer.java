package twinge.files.csv;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.regex.Pattern;
import twinge.files.Faults;
import twinge.frames.MalformedInput;

/** Finds out from the first 64 kB how a text is laid out: delimiter, decimal sign, names, first line of numbers. */
final class Sniffer {
    private static final byte[] DELIMITERS = {'\t', ';', '|', ','};
    private static final int LOOK_AHEAD = 30;
    private static final int SOME = 40;
    private static final int LOOK_FOR_SIGN = 200;
    private static final Pattern POINT = Pattern.compile("[+-]?[0-9]*\\.?[0-9]+([eE][+-]?[0-9]+)?|[+-]?[0-9]+\\.");
    private static final Pattern COMMA = Pattern.compile("[+-]?[0-9]*,[0-9]+([eE][+-]?[0-9]+)?");
    private static final Pattern NO_VALUE = Pattern.compile("(?i)|nan|n/?a|null|none|[+-]?inf(inity)?|-");

    private final Faults faults;
    private final OptionalDouble rateHz;
    private final List<byte[]> lines = new ArrayList<>();
    private List<byte[]> some = lines; // enough of them to tell the delimiter
    private final List<List<String>> cells = new ArrayList<>();
    private byte delimiter;
    private boolean decimalComma;
    private int width;

    /** @param rateHz what the user says */
    Sniffer(Faults faults, OptionalDouble rateHz) {
        this.faults = faults;
        this.rateHz = rateHz;
    }

    Sheet sniff(Lines source) {
        cutLines(source);
        chooseDelimiter();
        for (byte[] line : lines) {
            cells.add(Cells.split(line, 0, line.length, delimiter));
        }
        chooseDecimalSign();
        boolean[] numeric = numericColumns();
        int first = firstLine(numeric);
        Names names = new Names(lines, cells, first, width, delimiter);
        ColumnChoice choice =
                new ColumnChoice(cells.subList(first, cells.size()), names, numeric, decimalComma, rateHz, faults);
        List<Column> columns = choice.choose();
        Map<Integer, Double> timeUnits = new HashMap<>();
        columns.forEach(column -> timeUnits.put(column.time(), column.time() < 0 ? 0 : choice.timeUnit(column.time())));
        return new Sheet(delimiter, decimalComma, first + 1L, width, columns, timeUnits);
    }

    private void cutLines(Lines source) {
        byte[] head = source.head();
        int from = 0;
        for (int i = 0; i < head.length; i++) {
            if (head[i] == source.terminator()) {
                lines.add(line(head, from, i));
                from = i + 1;
            }
        }
        if (from < head.length && (source.headIsAll() || lines.isEmpty())) {
            lines.add(line(head, from, head.length));
        }
        if (lines.size() > 2 * SOME) {
            some = new ArrayList<>(lines.subList(0, SOME));
            some.addAll(lines.subList(lines.size() - SOME, lines.size()));
        }
    }

    private static byte[] line(byte[] head, int from, int to) {
        int end = to > from && head[to - 1] == '\r' ? to - 1 : to;
        return Arrays.copyOfRange(head, from, end);
    }

    static boolean isComment(byte[] bytes, int from, int to) {
        return from == to || bytes[from] == '#' || bytes[from] == '%';
    }

    /** Whether a cell says that there is no value. */
    static boolean isNoValue(String cell) {
        return cell.isEmpty()
                || cell.length() < 12 && NO_VALUE.matcher(cell.strip()).matches();
    }

    /** The one that makes the most lines rows of equally many cells, most of them numbers. */
    private void chooseDelimiter() {
        for (byte[] line : lines.subList(0, Math.min(1, lines.size()))) {
            String first = new String(line, StandardCharsets.ISO_8859_1);
            if (first.matches("(?i)\"?sep=.\"?")) {
                delimiter = (byte) first.replace("\"", "").charAt(4);
                width = usualWidth(delimiter);
                return;
            }
        }
        double best = 0;
        for (byte candidate : DELIMITERS) {
            int usual = usualWidth(candidate);
            double score = usual < 2 ? 0 : score(candidate, usual);
            if (score > best) {
                best = score;
                delimiter = candidate;
                width = usual;
            }
        }
        if (best == 0) {
            width = 1;
            if (score((byte) 0, 1) == 0) {
                throw noNumbers();
            }
        }
    }

    private int usualWidth(byte candidate) {
        int[] times = new int[4097];
        for (byte[] line : some) {
            if (!isComment(line, 0, line.length)) {
                times[
                        Math.min(
                                4096,
                                Cells.split(line, 0, line.length, candidate).size())]++;
            }
        }
        int usual = 1;
        for (int i = 1; i < times.length; i++) {
            usual = times[i] >= times[usual] && times[i] > 0 ? i : usual;
        }
        return usual;
    }

    private double score(byte candidate, int usual) {
        int rows = 0;
        double numbers = 0;
        for (byte[] line : some) {
            if (isComment(line, 0, line.length)) {
                continue;
            }
            rows++;
            List<String> row = Cells.split(line, 0, line.length, candidate);
            if (row.size() == usual) {
                long found =
                        row.stream().filter(cell -> isNumber(cell, candidate)).count();
                long blank = row.stream()
                        .filter(cell -> NO_VALUE.matcher(cell).matches())
                        .count();
                numbers += found == 0 ? 0 : (found + blank) / (double) usual;
            }
        }
        return rows == 0 ? 0 : numbers / rows;
    }

    private static boolean isNumber(String cell, byte candidate) {
        return POINT.matcher(cell).matches()
                || candidate != ',' && COMMA.matcher(cell).matches();
    }

    private void chooseDecimalSign() {
        long commas = cells.stream()
                .limit(LOOK_FOR_SIGN)
                .flatMap(List::stream)
                .filter(cell -> COMMA.matcher(cell).matches())
                .count();
        long points = cells.stream()
                .limit(LOOK_FOR_SIGN)
                .flatMap(List::stream)
                .filter(cell -> cell.contains(".") && POINT.matcher(cell).matches())
                .count();
        decimalComma = delimiter != ',' && commas > points;
    }

    private boolean[] numericColumns() {
        int[] votes = new int[width];
        boolean[] any = new boolean[width];
        for (List<String> row : cells) {
            for (int i = 0; i < Math.min(width, row.size()); i++) {
                boolean number = isNumber(row.get(i));
                any[i] |= number;
                votes[i] += number ? 1 : isNoValue(row.get(i)) ? 0 : -1;
            }
        }
        boolean[] numeric = new boolean[width];
        for (int i = 0; i < width; i++) {
            numeric[i] = any[i] && votes[i] >= -3; // a short file's name and unit rows must not outvote its numbers
        }
        return numeric;
    }

    /** Where half of the number columns hold numbers, and no row of names follows soon. */
    private int firstLine(boolean[] numeric) {
        int first = -1;
        for (int i = 0; i < lines.size() && first < 0; i++) {
            first = isData(i, numeric) ? i : -1;
        }
        if (first < 0) {
            throw noNumbers();
        }
        int end = Math.min(cells.size(), first + LOOK_AHEAD);
        for (int i = end - 1; i > first; i--) {
            List<String> row = cells.get(i);
            boolean names = width > 1
                    && row.size() == width
                    && new HashSet<>(row).size() == width
                    && row.stream().allMatch(cell -> cell.matches("\\p{L}.*") && !isNoValue(cell));
            if (names && i + 1 < cells.size() && isData(i + 1, numeric)) {
                return i + 1;
            }
        }
        return first;
    }

    private MalformedInput noNumbers() {
        return faults.refusal(
                -1, "there is no line of numbers in the first 64 kB", "name a table of samples, a line a frame");
    }

    private boolean isData(int line, boolean[] numeric) {
        List<String> row = cells.get(line);
        int wanted = 0;
        int found = 0;
        for (int i = 0; i < width; i++) {
            wanted += numeric[i] ? 1 : 0;
            found += numeric[i] && i < row.size() && isNumber(row.get(i)) ? 1 : 0;
        }
        byte[] bytes = lines.get(line);
        boolean blanks = row.stream().anyMatch(String::isEmpty);
        return !isComment(bytes, 0, bytes.length)
                && row.size() == width
                && found > 0
                && (2 * found >= wanted || blanks);
    }

    private boolean isNumber(String cell) {
        return decimalComma
                ? COMMA.matcher(cell).matches() || POINT.matcher(cell).matches() && !cell.contains(".")
                : !cell.isEmpty()
                        && cell.charAt(cell.length() - 1) <= '9'
                        && POINT.matcher(cell).matches();
    }
}
