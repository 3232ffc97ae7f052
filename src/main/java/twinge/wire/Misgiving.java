package twinge.wire;

/** Whether a link has shown lately that it damages bytes: then what is merely unlikely is doubted too. */
final class Misgiving {
    private static final double LASTS_SECONDS = 60;

    private final long lasts;
    private long left;

    Misgiving(double rateHz) {
        lasts = Math.round(LASTS_SECONDS * rateHz);
    }

    /** A frame came. @return whether to doubt */
    boolean frame(boolean damage) {
        left = damage ? lasts : Math.max(0, left - 1);
        return left > 0;
    }
}
