package twinge.files.edf;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Pattern;
import twinge.files.Faults;

/** The fields of a header, each read with a check that names it and its byte. */
final class HeaderFields {
    private static final Pattern WHOLE = Pattern.compile("[+-]?[0-9]{1,18}");
    private static final Pattern DECIMAL = Pattern.compile("[+-]?([0-9]+\\.?[0-9]*|\\.[0-9]+)([eE][+-]?[0-9]+)?");
    private static final Pattern DECIMAL_COMMA = Pattern.compile("[+-]?[0-9]*,[0-9]+");
    private static final byte[] SHIFT_JIS_MICRO = {(byte) 0x83, (byte) 0xCA};

    /** What helps where one field is wrong. */
    static final String CORRECT_IT = "correct this field with a header editor, such as EDFbrowser's";

    private final byte[] bytes;
    private final Faults faults;

    HeaderFields(byte[] bytes, Faults faults) {
        this.bytes = bytes;
        this.faults = faults;
    }

    /** The field as it stands, one character a byte. */
    String raw(int at, int length) {
        return new String(bytes, at, length, StandardCharsets.ISO_8859_1);
    }

    /** A field of words, blanks at its ends stripped; other than printable ASCII is told and read as best it can be. */
    String text(int at, int length, String field) {
        for (int i = at; i < at + length; i++) {
            if (bytes[i] < ' ' || bytes[i] == 127) {
                String text = decode(at, length);
                faults.mended(
                        "header text",
                        i,
                        field + " holds the byte " + hex(i) + ", which is no printable ASCII",
                        "read as \"" + text + "\"");
                return text;
            }
        }
        return raw(at, length).strip();
    }

    /** A whole number in a field whose value can be checked against something else, so that a blank before it is harmless. */
    long checkedWhole(int at, int length, String field) {
        String text = number(at, length, field, false);
        if (!WHOLE.matcher(text).matches()) {
            throw wrong(at, length, field, "a whole number");
        }
        return Long.parseLong(text.replace("+", ""));
    }

    /** A whole number that nothing else in the file confirms: refused if a character of it may be lost. */
    long whole(int at, String field) {
        String text = number(at, 8, field, true);
        if (!WHOLE.matcher(text).matches()) {
            throw wrong(at, 8, field, "a whole number");
        }
        return Long.parseLong(text.replace("+", ""));
    }

    /** A decimal number; a decimal comma is mended. */
    double decimal(int at, String field, boolean unconfirmed) {
        String text = number(at, 8, field, unconfirmed);
        if (DECIMAL_COMMA.matcher(text).matches()) {
            faults.mended("header numbers", at, field + " has a decimal comma, \"" + text + "\"", "read with a point");
            text = text.replace(',', '.');
        }
        if (!DECIMAL.matcher(text).matches()) {
            throw wrong(at, 8, field, "a decimal number");
        }
        return Double.parseDouble(text);
    }

    RuntimeException wrong(int at, int length, String field, String wanted) {
        return faults.refusal(
                at, field + " reads \"" + raw(at, length) + "\"; EDF wants " + wanted + " there", remedy(at));
    }

    private String number(int at, int length, String field, boolean unconfirmed) {
        String raw = raw(at, length);
        String text = raw.strip();
        if (!text.isEmpty() && raw.charAt(0) == ' ') {
            if (unconfirmed && raw.charAt(length - 1) == ' ') {
                throw faults.refusal(
                        at,
                        field + " reads \"" + raw + "\": it begins with a blank, so a sign or a digit may be lost",
                        remedy(at));
            }
            faults.mended("header numbers", at, field + " begins with a blank", "read as " + text);
        }
        return text;
    }

    /** A character of two bytes in a field counted in characters pushes all fields after it to the right. */
    private String remedy(int before) {
        for (int i = 8; i + 1 < before; i++) {
            int first = bytes[i] & 255;
            int second = bytes[i + 1] & 255;
            if (first >= 0xC2 && first <= 0xDF && second >= 0x80 && second <= 0xBF) {
                return "the header seems shifted by 1 byte since the two-byte character at byte " + i
                        + " (a micro sign in UTF-8?): write u instead of it";
            }
        }
        return CORRECT_IT;
    }

    private String decode(int at, int length) {
        ByteBuffer field = ByteBuffer.wrap(bytes, at, length);
        String text;
        try {
            text = StandardCharsets.UTF_8.newDecoder().decode(field).toString();
        } catch (CharacterCodingException e) {
            text = raw(at, length);
            String micro = new String(SHIFT_JIS_MICRO, StandardCharsets.ISO_8859_1);
            text = text.replace(micro, "\u00b5");
        }
        return text.replaceAll("\\p{Cntrl}", " ").strip();
    }

    private String hex(int at) {
        return String.format(Locale.ROOT, "0x%02X", bytes[at]);
    }
}
