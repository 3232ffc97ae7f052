package twinge.chart;

import java.awt.Color;
import java.util.Locale;
import twinge.events.Kind;

/**
 * Colours on light or dark paper. The kinds take theirs from Okabe and Ito's colour-blind safe set, as far as they reach
 * a contrast of 3:1 on that paper, and greys of well separated lightness.
 */
public enum Theme {
    LIGHT(0xFFFFFF, 0x1A1A1A, 0x595959, 0xE6E6E6, 0x3C4654),
    DARK(0x1E1E1E, 0xEDEDED, 0xB0B0B0, 0x3A3A3A, 0xB9C4D0);

    private final Color paper;
    private final Color ink;
    private final Color muted;
    private final Color grid;
    private final Color trace;

    Theme(int paper, int ink, int muted, int grid, int trace) {
        this.paper = new Color(paper);
        this.ink = new Color(ink);
        this.muted = new Color(muted);
        this.grid = new Color(grid);
        this.trace = new Color(trace);
    }

    /** The theme of that name in any case.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static Theme of(String name) {
        for (Theme theme : values()) {
            if (theme.name().equals(name.toUpperCase(Locale.ROOT))) {
                return theme;
            }
        }
        throw new IllegalArgumentException("a theme called " + name + "; there are light and dark");
    }

    Color paper() {
        return paper;
    }

    Color ink() {
        return ink;
    }

    /** For words that matter less, flagged stretches and thresholds. */
    Color muted() {
        return muted;
    }

    Color grid() {
        return grid;
    }

    Color trace() {
        return trace;
    }

    Color of(Kind kind) {
        boolean light = this == LIGHT;
        return new Color(
                switch (kind) {
                    case SPASM -> 0xD55E00;
                    case CRAMP -> 0xCC79A7;
                    case FASCICULATION -> 0x009E73;
                    case CLONUS -> light ? 0x0072B2 : 0x56B4E9;
                    case VOLUNTARY -> light ? 0x454545 : 0xC8C8C8;
                    case ARTIFACT -> light ? 0x000000 : 0xFFFFFF;
                    case UNCERTAIN -> 0x757575;
                });
    }

    /** The colour let through to {@code share}, 0 to 1, of its strength. */
    static Color faint(Color colour, double share) {
        return new Color(colour.getRed(), colour.getGreen(), colour.getBlue(), (int) Math.round(255 * share));
    }
}
