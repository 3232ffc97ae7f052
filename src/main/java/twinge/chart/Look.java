package twinge.chart;

import java.util.Objects;

/**
 * How a picture is to look.
 *
 * @param width pixels at scale 1, 600 to 6000
 * @param sharedScale whether all channels of one unit share a scale, so that their heights compare; otherwise each has its own
 */
public record Look(Theme theme, int width, boolean sharedScale) {
    public Look {
        Objects.requireNonNull(theme, "theme");
        if (width < 600 || width > 6000) {
            throw new IllegalArgumentException("a picture " + width + " pixels wide; it must be 600 to 6000");
        }
    }

    /** On white, 1600 pixels wide, one scale for all channels. */
    public static Look standard() {
        return new Look(Theme.LIGHT, 1600, true);
    }

    public Look with(Theme other) {
        return new Look(other, width, sharedScale);
    }
}
