package twinge.cli;

import java.io.IOException;
import java.io.Writer;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Comma- or tab-separated values with a header line, UTF-8, lines ended by LF. CSV quotes as RFC 4180 does. What a
 * spreadsheet would run as a formula gets a {@code '} before it.
 */
final class DelimitedTable implements Table {
    private final Writer out;
    private final String delimiter;
    private final int columns;

    DelimitedTable(Writer out, String delimiter, List<String> columns) throws IOException {
        this.out = out;
        this.delimiter = delimiter;
        this.columns = columns.size();
        line(columns);
    }

    @Override
    public void row(Cell... cells) throws IOException {
        line(Arrays.stream(cells).limit(columns).map(Cell::text).collect(Collectors.toList()));
    }

    @Override
    public void close() throws IOException {
        out.close();
    }

    private void line(List<String> texts) throws IOException {
        out.write(texts.stream().map(this::field).collect(Collectors.joining(delimiter)) + "\n");
    }

    private String field(String text) {
        return delimiter.equals("\t")
                ? twinge.files.csv.Table.harmless(text).replaceAll("[\t\r\n]", " ")
                : twinge.files.csv.Table.csv().line(List.of(text));
    }
}
