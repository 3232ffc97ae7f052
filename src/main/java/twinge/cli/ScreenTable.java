package twinge.cli;

import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Aligned columns for a person. On a narrow screen less important columns are left out, and reasons that still have no
 * room stand on a line of their own. The first rows decide the widths; with many more rows later ones may jut out, so that
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
            "median_frequency_hz",
            "rhythm_hz",
            "source",
            "peak_times_rest",
            "unit",
            "peak",
            "channels",
            "bursts",
            "athlete",
            "file");

    private final Writer out;
    private final List<String> columns;
    private final int screenColumns;
    private final Ink ink;
    private final List<Cell[]> waiting = new ArrayList<>();
    private final Set<String> leftOut = new HashSet<>();
    private boolean reasonsBelow;
    private int[] widths;

    /** @param screenColumns where a line is cut off, 0 for nowhere */
    ScreenTable(Writer out, List<String> columns, int screenColumns, Ink ink) {
        this.out = out;
        this.columns = columns;
        this.screenColumns = screenColumns;
        this.ink = ink;
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
        leaveOut();
        if (width() > screenColumns && screenColumns > 0 && columns.contains(REASONS)) {
            leftOut.clear();
            reasonsBelow = true;
            leaveOut();
        }
    }

    private void leaveOut() {
        for (String each : DISPENSABLE) {
            if (screenColumns > 0 && width() > screenColumns && columns.contains(each)) {
                leftOut.add(each);
            }
        }
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
            for (int column = 0; column < cells.length; column++) {
                measured[column] =
                        Math.max(measured[column], shown(cells[column]).length());
            }
        }
        return measured;
    }

    /** @param like cells that say which columns stand to the right */
    private String line(Cell[] cells, Cell[] like) {
        StringBuilder line = new StringBuilder();
        for (int column = 0; column < cells.length; column++) {
            if (!beside(column)) {
                continue;
            }
            String text = shown(cells[column]);
            String blanks = " ".repeat(Math.max(0, widths[column] - text.length()));
            line.append(like[column].type() == Cell.Type.NUMBER ? blanks + text : text + blanks)
                    .append("  ");
        }
        String below = reasonsBelow ? INDENT + shown(cells[columns.indexOf(REASONS)]) : "";
        return cut(line.toString()) + (below.isBlank() ? "" : "\n" + cut(below));
    }

    private String cut(String line) {
        String whole = line.stripTrailing();
        return screenColumns > 20 && whole.length() > screenColumns
                ? whole.substring(0, screenColumns - 1) + "\u2026"
                : whole;
    }

    private static String shown(Cell cell) {
        return Ink.harmless(cell.text());
    }
}
