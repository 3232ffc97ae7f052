package twinge.detect;

/**
 * Double threshold with hysteresis: on when raised for long enough, off when it has stayed low for long enough. Counts
 * in bins; knows when the raise began and when the fall began.
 */
final class Layer {
    private final int binsToRise;
    private final int binsToFall;
    private boolean on;
    private int above;
    private int below;
    private long startBin;

    Layer(int binsToRise, int binsToFall) {
        this.binsToRise = binsToRise;
        this.binsToFall = binsToFall;
    }

    /** What a bin changed. */
    enum Step {
        NOTHING,
        ROSE,
        FELL
    }

    /** Takes the next bin: whether it is above the on-threshold, and whether below the off-threshold. */
    Step next(long bin, boolean raised, boolean low) {
        if (!on) {
            above = raised ? above + 1 : 0;
            if (above < binsToRise) {
                return Step.NOTHING;
            }
            on = true;
            below = 0;
            startBin = bin - above + 1;
            return Step.ROSE;
        }
        below = low ? below + 1 : 0;
        if (below < binsToFall) {
            return Step.NOTHING;
        }
        clear();
        return Step.FELL;
    }

    boolean isOn() {
        return on;
    }

    /** Whether it rises or has risen: nothing of this should teach the baseline. */
    boolean isRaised() {
        return on || above > 0;
    }

    /** The bin in which it began to rise. */
    long startBin() {
        return startBin;
    }

    /** The first bin of the present low stretch, or the next bin if it is not low. */
    long lowSince(long bin) {
        return bin + 1 - below;
    }

    int binsToFall() {
        return binsToFall;
    }

    void clear() {
        on = false;
        above = 0;
        below = 0;
    }

    void state(State io) {
        on = io.flag(on);
        above = io.count(above);
        below = io.count(below);
        startBin = io.whole(startBin);
    }
}
