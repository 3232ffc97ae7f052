package twinge.cli;

import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Aligned columns for a person. On a narrow screen less important columns are left out, which is told at the end, and
 * reasons that still have no room stand on a line of their own. The first rows decide the widths; with many more rows later ones may jut out, so that
 * memory does not grow with the recording.
 */
final class ScreenTable implements Table {
    private static final int ROWS_FOR_WIDTHS = 500;
    private static final String REASONS = "why";
    private static final String INDENT = "    ";

    /** What a person can do without, first what is missed least. */
    private static final List<String> DISPENSABLE = List.of(
            "session",
            "channel_delay_s",
            "asymmetry",
            "analysis",
            "median_frequency_hz",
            "rhythm_hz",
            "source",
            "bursts_per_min",
            "peak_times_rest",
            "unit",
            "peak",
            "channels",
            "bursts",
            "athlete",
            "file");

    /** What a row is nothing without; of the others the last go first. */
    private static final Set<String> INDISPENSABLE =
            Set.of("onset_s", "offset_s", "channel", "kind", "probability", REASONS);

    private final Writer out;
    private final List<String> columns;
    private final int screenColumns;
    private final Ink ink;
    private final Consumer<String> remarks;
    private final List<Cell[]> waiting = new ArrayList<>();
    private final Set<String> leftOut = new HashSet<>();
    private boolean reasonsBelow;
    private int[] widths;

    /**
     * @param screenColumns where a line is cut off, 0 for nowhere
     * @param remarks told how much is left out
     */
    ScreenTable(Writer out, List<String> columns, int screenColumns, Ink ink, Consumer<String> remarks) {
        this.out = out;
        this.columns = columns;
        this.screenColumns = screenColumns;
        this.ink = ink;
        this.remarks = remarks;
    }

    @Override
    public void row(Cell... cells) throws IOException {
        waiting.add(cells);
        if (widths != null || waiting.size() >= ROWS_FOR_WIDTHS) {
            print();
        }
    }

    @Override
    public void close() throws IOException {
        print();
        out.close();
        if (!leftOut.isEmpty()) {
            remarks.accept(leftOut.size() + (leftOut.size() == 1 ? " column" : " columns")
                    + " left out for want of width; --csv has all");
        }
    }

    private void print() throws IOException {
        if (widths == null && !waiting.isEmpty()) {
            widths = measure();
            fit();
            Cell[] header = columns.stream().map(Cell::words).toArray(Cell[]::new);
            out.write(ink.bold(line(header, waiting.get(0))) + "\n");
        }
        for (Cell[] cells : waiting) {
            out.write(ink.kinds(line(cells, cells)) + "\n");
        }
        waiting.clear();
        out.flush();
    }

    /** Leaves columns out until the others have room, with the reasons beside them if that suffices. */
    private void fit() {
        leaveOut(DISPENSABLE);
        if (columns.contains(REASONS) && tooWide()) {
            leftOut.clear();
            reasonsBelow = true;
            leaveOut(DISPENSABLE);
        }
        List<String> others = new ArrayList<>(columns.subList(1, columns.size()));
        others.removeAll(INDISPENSABLE);
        Collections.reverse(others);
        leaveOut(others);
    }

    private void leaveOut(List<String> dispensable) {
        for (String each : dispensable) {
            if (tooWide() && columns.contains(each)) {
                leftOut.add(each);
            }
        }
    }

    private boolean tooWide() {
        return screenColumns > 0 && width() > screenColumns;
    }

    private int width() {
        int width = -2;
        for (int column = 0; column < widths.length; column++) {
            width += beside(column) ? widths[column] + 2 : 0;
        }
        return width;
    }

    private boolean beside(int column) {
        return !leftOut.contains(columns.get(column))
                && !(reasonsBelow && columns.get(column).equals(REASONS));
    }

    private int[] measure() {
        int[] measured = columns.stream().mapToInt(String::length).toArray();
        for (Cell[] cells : waiting) {
            for (int column = 0; column < measured.length; column++) {
                measured[column] =
                        Math.max(measured[column], shown(cells[column]).length());
            }
        }
        return measured;
    }

    /** @param like cells that say which columns stand to the right */
    private String line(Cell[] cells, Cell[] like) {
        StringBuilder line = new StringBuilder();
        boolean numbersHidden = false;
        for (int column = 0; column < widths.length; column++) {
            if (!beside(column)) {
                continue;
            }
            String text = shown(cells[column]);
            String blanks = " ".repeat(Math.max(0, widths[column] - text.length()));
            boolean number = like[column].type() == Cell.Type.NUMBER;
            String cell = number ? blanks + text : text + blanks;
            if (cells[column].type() == Cell.Type.NUMBER && overflows(line.length() + cell.length())) {
                numbersHidden = true; // half a number would be another number
                break;
            }
            line.append(cell).append("  ");
        }
        String below = reasonsBelow ? INDENT + shown(cells[columns.indexOf(REASONS)]) : "";
        String beside = line.toString().stripTrailing();
        return (numbersHidden ? beside + "\u2026" : cut(beside)) + (below.isBlank() ? "" : "\n" + cut(below));
    }

    private boolean overflows(int length) {
        return screenColumns > 20 && length > screenColumns;
    }

    private String cut(String line) {
        String whole = line.stripTrailing();
        return overflows(whole.length()) ? whole.substring(0, screenColumns - 1).stripTrailing() + "\u2026" : whole;
    }

    private static String shown(Cell cell) {
        return Ink.harmless(cell.seen());
    }
}
