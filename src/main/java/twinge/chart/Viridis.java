package twinge.chart;

import java.awt.Color;

/**
 * The colour map viridis (Smith and van der Walt, matplotlib, CC0) from nine of its colours, straight lines between:
 * equal steps look equal, also to the colour-blind and on a grey print.
 */
final class Viridis {
    private static final int[] STOPS = {
        0x440154, 0x472D7B, 0x3B528B, 0x2C728E, 0x21918C, 0x28AE80, 0x5EC962, 0xADDC30, 0xFDE725
    };

    private Viridis() {}

    /** @param share 0 for the darkest, 1 for the brightest; what lies beyond is taken as these */
    static Color of(double share) {
        double place = Math.max(0, Math.min(1, share)) * (STOPS.length - 1);
        int below = (int) Math.min(STOPS.length - 2, Math.floor(place));
        Color from = new Color(STOPS[below]);
        Color to = new Color(STOPS[below + 1]);
        double part = place - below;
        return new Color(
                mix(from.getRed(), to.getRed(), part),
                mix(from.getGreen(), to.getGreen(), part),
                mix(from.getBlue(), to.getBlue(), part));
    }

    private static int mix(int from, int to, double part) {
        return (int) Math.round(from + part * (to - from));
    }
}
