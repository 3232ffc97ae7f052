package twinge.files.csv;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import twinge.frames.MalformedInput;

/** Rows of text cells, as tables of events and labels have them: RFC 4180 with commas, or BIDS with tabs. */
public final class Table {
    private static final Pattern NUMBER = Pattern.compile("[+-]?([0-9]+\\.?[0-9]*|\\.[0-9]+)([eE][+-]?[0-9]+)?");

    private final char delimiter;

    private Table(char delimiter) {
        this.delimiter = delimiter;
    }

    /** Cells between commas. */
    public static Table csv() {
        return new Table(',');
    }

    /** Cells between tabs. */
    public static Table tsv() {
        return new Table('\t');
    }

    /**
     * A row without its line end. A cell that a spreadsheet would run as a formula gets a {@code '} before it; plain
     * numbers stay as they are.
     */
    public String line(List<String> cells) {
        return cells.stream().map(this::written).collect(Collectors.joining(String.valueOf(delimiter)));
    }

    /**
     * All rows of a text, the header among them; empty lines are skipped. The text is closed.
     *
     * @param source what messages call it
     * @throws MalformedInput if a quote is not closed
     */
    public List<List<String>> read(Reader text, String source) throws IOException {
        List<List<String>> rows = new ArrayList<>();
        List<String> row = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        boolean closing = false; // a quote was met inside quotes: the end, or the first of two that mean one
        long line = 1;
        long openedOnLine = 0;
        try (BufferedReader reader = new BufferedReader(text)) {
            for (int c = reader.read(); c >= 0; c = reader.read()) {
                line += c == '\n' ? 1 : 0;
                if (quoted && !closing && c == '"') {
                    closing = true;
                } else if (quoted && (!closing || c == '"')) {
                    cell.append((char) c);
                    closing = false;
                } else {
                    quoted = cell.length() == 0 && !closing && c == '"';
                    openedOnLine = quoted ? line : openedOnLine;
                    closing = false;
                    if (c == delimiter || c == '\n') {
                        row.add(take(cell));
                    } else if (!quoted && c != '\r' && c != '\ufeff') {
                        cell.append((char) c);
                    }
                    if (c == '\n') {
                        row = end(row, rows);
                    }
                }
            }
        }
        if (quoted && !closing) {
            throw new MalformedInput(
                    source, -1, "line " + openedOnLine + ": a quote is opened there and never closed; close it");
        }
        row.add(take(cell));
        end(row, rows);
        return rows;
    }

    /** The cell with a {@code '} before it if a spreadsheet would run it as a formula; plain numbers stay as they are. */
    public static String harmless(String cell) {
        boolean formula = !cell.isEmpty()
                && "=+-@\t\r".indexOf(cell.charAt(0)) >= 0
                && !NUMBER.matcher(cell).matches();
        return formula ? "'" + cell : cell;
    }

    private String written(String cell) {
        String safe = harmless(cell);
        boolean plain = safe.chars().noneMatch(c -> c == delimiter || c == '"' || c == '\n' || c == '\r');
        return plain ? safe : "\"" + safe.replace("\"", "\"\"") + "\"";
    }

    private static String take(StringBuilder cell) {
        String text = cell.toString();
        cell.setLength(0);
        return text;
    }

    private static List<String> end(List<String> row, List<List<String>> rows) {
        if (!row.equals(List.of(""))) {
            rows.add(row);
        }
        return new ArrayList<>();
    }
}
