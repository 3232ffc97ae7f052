package twinge.cli;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.MinimalPrettyPrinter;
import java.io.IOException;
import java.io.Writer;
import java.util.List;

/** One JSON object a line; an unknown value is null, a list an array. */
final class JsonTable implements Table {
    private final Writer out;
    private final JsonGenerator json;
    private final List<String> columns;

    JsonTable(Writer out, List<String> columns) throws IOException {
        this.out = out;
        this.columns = columns;
        json = new JsonFactory().createGenerator(out);
        json.setPrettyPrinter(new MinimalPrettyPrinter("\n"));
    }

    @Override
    public void row(Cell... cells) throws IOException {
        json.writeStartObject();
        for (int column = 0; column < cells.length; column++) {
            json.writeFieldName(columns.get(column));
            value(cells[column]);
        }
        json.writeEndObject();
    }

    @Override
    public void close() throws IOException {
        if (json.getOutputContext().getEntryCount() > 0) {
            json.writeRaw('\n');
        }
        json.close();
        out.close();
    }

    private void value(Cell cell) throws IOException {
        if (cell.type() == Cell.Type.LIST || cell.type() == Cell.Type.NUMBERS) {
            json.writeStartArray();
            for (String item : cell.items()) {
                if (cell.type() == Cell.Type.NUMBERS) {
                    json.writeNumber(item);
                } else {
                    json.writeString(item);
                }
            }
            json.writeEndArray();
        } else if (cell.items().isEmpty()) {
            json.writeNull();
        } else if (cell.type() == Cell.Type.NUMBER) {
            json.writeNumber(cell.text());
        } else {
            json.writeString(cell.text());
        }
    }
}
