package twinge.files.csv;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Cells of a line: a quoted one may hold delimiters, but not a line end. */
final class Cells {
    private Cells() {}

    /** Where the cell that begins at {@code from} ends: at a delimiter or at {@code to}. */
    static int end(byte[] bytes, int from, int to, byte delimiter) {
        int at = from;
        if (at < to && bytes[at] == '"') {
            at++;
            while (at < to && (bytes[at] != '"' || at + 1 < to && bytes[at + 1] != delimiter)) {
                at++;
            }
        }
        while (at < to && (bytes[at] != delimiter || delimiter == 0)) {
            at++;
        }
        return at;
    }

    static List<String> split(byte[] bytes, int from, int to, byte delimiter) {
        List<String> cells = new ArrayList<>();
        int at = from;
        while (true) {
            int end = end(bytes, at, to, delimiter);
            cells.add(unquoted(text(bytes, at, end)));
            if (end == to) {
                return cells;
            }
            at = end + 1;
        }
    }

    static String text(byte[] bytes, int from, int to) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes, from, to - from))
                    .toString();
        } catch (CharacterCodingException e) { // older programs write Latin-1
            return new String(bytes, from, to - from, StandardCharsets.ISO_8859_1);
        }
    }

    /** What a cell says, without blanks and quotes around it. */
    static String unquoted(String cell) {
        String text = cell.strip();
        return text.length() >= 2 && text.startsWith("\"") && text.endsWith("\"")
                ? text.substring(1, text.length() - 1).replace("\"\"", "\"").strip()
                : text;
    }
}
