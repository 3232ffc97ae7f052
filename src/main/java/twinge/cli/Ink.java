package twinge.cli;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import twinge.events.Kind;

/**
 * Colour on a terminal, or none. The colours are Okabe and Ito's, which colour-blind people can tell apart; the word is
 * always there as well.
 */
record Ink(boolean coloured) {
    private static final Pattern KIND = Pattern.compile("\\b(spasm|cramp|fasciculation|clonus|artifact|uncertain)\\b");

    String bold(String text) {
        return coloured ? "\033[1m" + text + "\033[0m" : text;
    }

    /** Colours the first word of a line that names a kind. */
    String kinds(String line) {
        Matcher found = KIND.matcher(line);
        if (!coloured || !found.find()) {
            return line;
        }
        return found.replaceFirst("\033[38;5;" + colour(found.group()) + "m$1\033[0m");
    }

    /** Text from a file without the control characters that could steer a terminal. */
    static String harmless(String text) {
        return text.replaceAll("\\p{Cc}", " ");
    }

    private static int colour(String code) {
        return switch (Kind.valueOf(code.toUpperCase(java.util.Locale.ROOT))) {
            case SPASM -> 166; // vermillion
            case CRAMP -> 175; // reddish purple
            case FASCICULATION -> 32; // blue
            case CLONUS -> 36; // bluish green
            case VOLUNTARY, ARTIFACT, UNCERTAIN -> 245; // grey
        };
    }
}
