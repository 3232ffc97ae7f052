package twinge.serial;

import java.nio.charset.StandardCharsets;

/** What a board sent, made fit to be shown: it must not be able to steer a terminal or to fill a screen. */
final class Printable {
    private static final int LONGEST = 60;

    private Printable() {}

    /** Text of a device on one line: control characters are blanks, and what is too long is cut. */
    static String line(String text) {
        String plain =
                text.replaceAll("[\\p{Cntrl}\\p{Cf}\\u2028\\u2029]+", " ").strip();
        return plain.length() <= LONGEST ? plain : plain.substring(0, LONGEST) + "\u2026";
    }

    static String line(byte[] bytes) {
        return line(new String(bytes, StandardCharsets.US_ASCII));
    }
}
