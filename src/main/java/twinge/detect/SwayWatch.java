package twinge.detect;

/**
 * Tells when a channel sways: for two windows running what lies below 20 Hz is well above the muscle band, large in itself,
 * and not the heart's. The filters take it off, so bursts are found all the same; but electrode or cable moves, and what
 * moves gives knocks and loses contact.
 *
 * <p>More than 0.6 of the power below 20 Hz is the usual sign; here 0.7 to begin and 0.5 to go on.
 */
final class SwayWatch {
    private static final double BEGIN_TIMES = 1.5;
    private static final double GO_ON_TIMES = 1;
    /** A heartbeat's RMS below 20 Hz is a fifth to a third of its peak between 8 and 25 Hz (measured on a real one). */
    private static final double HEART_SHARE = 0.7;

    private long since = -1;
    private boolean told;

    /**
     * Takes what a window showed.
     *
     * @param from the window's first frame
     * @param loud RMS below which it is too small to matter
     * @param heartPeak height of the heartbeat between 8 and 25 Hz, 0 without one
     * @return the first frame of a sway that goes on in this window, or -1
     */
    long next(double slowRms, double bandRms, long from, double loud, double heartPeak) {
        double times = told ? GO_ON_TIMES : BEGIN_TIMES;
        if (slowRms > times * bandRms && slowRms > loud && slowRms > HEART_SHARE * heartPeak) {
            told = since >= 0;
            since = since < 0 ? from : since;
            return told ? since : -1;
        }
        gap();
        return -1;
    }

    static String words(double slowRms, double bandRms) {
        return Words.with(
                "slow sway below 20 Hz is {1} times the muscle band: electrode or cable moves",
                slowRms / Math.max(bandRms, 1e-9));
    }

    /** What follows has nothing to do with what was. */
    void gap() {
        since = -1;
        told = false;
    }

    void state(State io) {
        since = io.whole(since);
        told = io.flag(told);
    }
}
