package twinge.files;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import twinge.files.csv.CsvRecording;
import twinge.files.edf.EdfRecording;
import twinge.files.tape.TapeRecording;
import twinge.frames.MalformedInput;
import twinge.wire.Protocols;

/** Opens recordings of any format that is read here; what counts is the content, the name only helps for text. */
public final class Recordings {
    private static final String READ_HERE = "read here are EDF, EDF+, BDF, BDF+, tapes and CSV or TSV text";
    private static final int LOOK = 4096;
    private static final String[][] OTHERS = {
        {"RIFF", "a WAV or AVI file"},
        {"PK\u0003\u0004", "a ZIP archive (or .xlsx, .byb)"},
        {"\u001f\u008b", "a gzip archive; unpack it first"},
        {"XDF:", "an XDF file"},
        {"\u0089HDF", "an HDF5 file"},
        {"MATLAB", "a MATLAB file"},
        {"%PDF", "a PDF document"},
        {"\u0089PNG", "a picture"},
        {"SQLite format 3", "an SQLite database"},
        {"<", "HTML or XML"},
        {"{", "JSON"},
    };

    private Recordings() {}

    /**
     * Opens a file.
     *
     * @throws IOException if it can not be read: it is not there, is a folder, may not be read
     * @throws MalformedInput if it is of no format read here or damaged beyond mending
     */
    public static Recording open(Path file, ReadOptions options) throws IOException {
        return open(ByteSource.of(file), options);
    }

    /** Opens a stream, which is closed with the recording; {@code name} is what messages call it. */
    public static Recording open(InputStream in, String name, ReadOptions options) throws IOException {
        return open(ByteSource.of(in, name), options);
    }

    private static Recording open(ByteSource source, ReadOptions options) throws IOException {
        boolean opened = false;
        try {
            Recording recording = read(source, options);
            opened = true;
            return recording;
        } finally {
            if (!opened) {
                source.close();
            }
        }
    }

    private static Recording read(ByteSource source, ReadOptions options) throws IOException {
        byte[] first = source.peek(LOOK);
        if (first.length == 0) {
            throw new MalformedInput(source.name(), 0, "the file is empty; record or copy it again");
        }
        if (TapeRecording.begins(first)) {
            return new TapeRecording(source, options, Protocols::named);
        }
        String name = source.name().toLowerCase(Locale.ROOT);
        if (looksLikeEdf(first) || name.endsWith(".edf") || name.endsWith(".bdf")) {
            return new EdfRecording(source, options);
        }
        String other = other(first);
        boolean textName = name.endsWith(".csv") || name.endsWith(".tsv") || name.endsWith(".txt");
        if (!other.isEmpty() && !textName || !textName && !looksLikeText(first)) {
            throw new MalformedInput(
                    source.name(),
                    0,
                    "this looks like "
                            + (other.isEmpty() ? "no recording known here (it begins with " + hex(first) + ")" : other)
                            + "; " + READ_HERE);
        }
        return new CsvRecording(source, options);
    }

    /** The version field, or else a date and a time where EDF has them. */
    private static boolean looksLikeEdf(byte[] first) {
        String text = latin(first);
        return text.startsWith("0       ")
                || text.startsWith("\u00ffBIOSEMI")
                || text.length() >= 192 && text.substring(168, 184).matches("([0-9]{2}\\.){2}[0-9]{4}(\\.[0-9]{2}){2}");
    }

    private static boolean looksLikeText(byte[] first) {
        if (first.length >= 2 && ((first[0] & first[1] & 255) >= 0xFE && first[0] != first[1])) {
            return true; // a byte order mark of UTF-16
        }
        int strange = 0;
        for (byte b : first) {
            strange += b >= 0 && b < ' ' && b != '\t' && b != '\n' && b != '\r' ? 1 : 0;
        }
        return strange <= first.length / 5;
    }

    private static String other(byte[] first) {
        String text = latin(first);
        for (String[] other : OTHERS) {
            if (text.startsWith(other[0])) {
                return other[1];
            }
        }
        return "";
    }

    private static String hex(byte[] first) {
        StringBuilder hex = new StringBuilder();
        for (int i = 0; i < Math.min(8, first.length); i++) {
            hex.append(i == 0 ? "" : " ").append(String.format(Locale.ROOT, "%02x", first[i]));
        }
        return hex.toString();
    }

    private static String latin(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }
}
