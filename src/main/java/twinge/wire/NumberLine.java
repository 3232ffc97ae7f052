package twinge.wire;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A line of text as a sketch prints it: numbers parted by commas, semicolons, tabs or blanks, each perhaps with a label and
 * a colon in front; or words.
 *
 * @param values one a column, null where it is no number ({@code nan}, or nothing between two commas)
 * @param labels one a column, empty where there is none
 */
record NumberLine(Kind kind, List<BigDecimal> values, List<String> labels, String text) {
    enum Kind {
        NUMBERS,
        TEXT,
        DAMAGED,
        EMPTY
    }

    private static final int LONGEST_NUMBER = 24;
    private static final int LONGEST_TEXT = 120;

    int columns() {
        return values.size();
    }

    static NumberLine of(byte[] bytes, int from, int to) {
        int end = to;
        while (end > from && (bytes[end - 1] == '\r' || bytes[end - 1] == ' ' || bytes[end - 1] == '\t')) {
            end--;
        }
        String text = new String(bytes, from, end - from, StandardCharsets.UTF_8).strip();
        if (text.isEmpty()) {
            return new NumberLine(Kind.EMPTY, List.of(), List.of(), "");
        }
        List<BigDecimal> values = new ArrayList<>();
        List<String> labels = new ArrayList<>();
        if (numbers(text, values, labels)) {
            return new NumberLine(Kind.NUMBERS, values, labels, text);
        }
        return new NumberLine(wordy(text) ? Kind.TEXT : Kind.DAMAGED, List.of(), List.of(), shortened(text));
    }

    private static boolean numbers(String text, List<BigDecimal> values, List<String> labels) {
        String label = "";
        boolean parted = true; // whether a comma, or the beginning, lies right before
        for (String token : tokens(text)) {
            if (token.equals(",")) {
                if (parted) {
                    values.add(null);
                    labels.add("");
                }
                parted = true;
                continue;
            }
            int colon = token.lastIndexOf(':');
            if (colon >= 0) {
                label = token.substring(0, colon);
                token = token.substring(colon + 1);
            }
            if (token.isEmpty()) {
                continue; // its number comes next
            }
            if (!isNumber(token) && !isNoNumber(token)) {
                return false;
            }
            values.add(isNumber(token) ? new BigDecimal(token) : null);
            labels.add(label);
            label = "";
            parted = false;
        }
        return !values.isEmpty();
    }

    /** Words between blanks and tabs, with each comma or semicolon as a token {@code ","} of its own. */
    private static List<String> tokens(String text) {
        List<String> tokens = new ArrayList<>();
        int from = 0;
        for (int at = 0; at <= text.length(); at++) {
            char c = at == text.length() ? ' ' : text.charAt(at);
            if (c != ' ' && c != '\t' && c != ',' && c != ';') {
                continue;
            }
            if (at > from) {
                tokens.add(text.substring(from, at));
            }
            if (c == ',' || c == ';') {
                tokens.add(",");
            }
            from = at + 1;
        }
        return tokens;
    }

    private static boolean isNumber(String token) {
        int at = token.startsWith("-") || token.startsWith("+") ? 1 : 0;
        int digits = 0;
        int points = 0;
        int exponent = -1;
        for (; at < token.length(); at++) {
            char c = token.charAt(at);
            if (c >= '0' && c <= '9') {
                digits++;
            } else if (c == '.' && exponent < 0) {
                points++;
            } else if ((c == 'e' || c == 'E') && digits > 0 && exponent < 0) {
                exponent = at;
                at += at + 1 < token.length() && (token.charAt(at + 1) == '-' || token.charAt(at + 1) == '+') ? 1 : 0;
            } else {
                return false;
            }
        }
        boolean exponentFits = exponent < 0 || token.length() - exponent <= 4 && endsInDigit(token);
        return digits > 0 && points <= 1 && exponentFits && token.length() <= LONGEST_NUMBER;
    }

    private static boolean endsInDigit(String token) {
        char last = token.charAt(token.length() - 1);
        return last >= '0' && last <= '9';
    }

    private static boolean isNoNumber(String token) {
        String word = token.startsWith("-") || token.startsWith("+") ? token.substring(1) : token;
        return word.equalsIgnoreCase("nan")
                || word.equalsIgnoreCase("inf")
                || word.equalsIgnoreCase("ovf")
                || word.equalsIgnoreCase("null");
    }

    /** Words rather than damaged numbers: readable throughout, and for the most part no digits. */
    private static boolean wordy(String text) {
        long digits = text.chars().filter(c -> c >= '0' && c <= '9').count();
        boolean readable = text.chars().allMatch(c -> c == '\t' || c >= ' ' && c != 0x7F && c != 0xFFFD);
        return readable && 2 * digits < text.length() && text.chars().anyMatch(Character::isLetter);
    }

    private static String shortened(String text) {
        return text.length() <= LONGEST_TEXT ? text : text.substring(0, LONGEST_TEXT) + "...";
    }
}
