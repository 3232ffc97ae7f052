package twinge.chart;

import java.awt.Font;
import java.awt.font.FontRenderContext;
import java.util.ArrayList;
import java.util.List;

/** The fonts of all pictures, and how wide words get in them. Logical fonts: there is one on every machine. */
final class Lettering {
    static final Font TITLE = new Font(Font.SANS_SERIF, Font.BOLD, 19);
    static final Font LABEL = new Font(Font.SANS_SERIF, Font.BOLD, 13);
    static final Font BODY = new Font(Font.SANS_SERIF, Font.PLAIN, 13);
    static final Font SMALL = new Font(Font.SANS_SERIF, Font.PLAIN, 11);

    private static final FontRenderContext CONTEXT = new FontRenderContext(null, true, true);

    private Lettering() {}

    static double width(String words, Font font) {
        return font.getStringBounds(words, CONTEXT).getWidth();
    }

    /** The words, cut short with an ellipsis if they are wider than {@code width}. */
    static String fit(String words, Font font, double width) {
        String fitting = words;
        for (int length = words.length(); length > 0 && width(fitting, font) > width; length--) {
            fitting = words.substring(0, length - 1).stripTrailing() + "\u2026";
        }
        return fitting;
    }

    /** The words in lines of at most {@code width}, broken at blanks; a longer word is cut short. */
    static List<String> wrap(String words, Font font, double width) {
        List<String> lines = new ArrayList<>();
        String line = "";
        for (String word : words.strip().split("\\s+")) {
            String longer = line.isEmpty() ? word : line + " " + word;
            if (line.isEmpty() || width(longer, font) <= width) {
                line = longer;
            } else {
                lines.add(fit(line, font, width));
                line = word;
            }
        }
        lines.add(fit(line, font, width));
        return lines;
    }
}
