package twinge.detect;

/**
 * Which of the last 64 bins were loud on the detection path, and whether muscle is at work around a moment: a heartbeat is
 * loud for a few bins, and it is quiet before and after it.
 */
final class Loudness {
    private static final double TIMES = 2;
    private static final double NEAR_SECONDS = 0.06; // as far as a QRS complex and the filters reach
    private static final double FAR_SECONDS = 0.15;

    private final int near;
    private final int far;
    private long bits; // the latest bin lowest
    private long latest = -1;

    Loudness(double binsPerSecond) {
        near = Math.max(1, (int) Math.round(NEAR_SECONDS * binsPerSecond));
        far = Math.max(near + 1, (int) Math.round(FAR_SECONDS * binsPerSecond));
    }

    void next(long bin, double fast, double rest) {
        bits = bit(bin, fast > TIMES * rest);
        latest = bin;
    }

    private long bit(long bin, boolean loud) {
        long before = bin - latest >= 64 ? 0 : bits << (bin - latest);
        return before | (loud ? 1 : 0);
    }

    /** Whether most of the bins before or after a moment are loud, as far as they are known. */
    boolean around(long bin) {
        return most(bin - far, bin - near, 1) || most(bin + near + 2, bin + far, 3);
    }

    private boolean most(long from, long to, int least) {
        long last = Math.min(to, latest);
        int known = (int) (last - from + 1);
        if (known < least || known <= 0) {
            return false;
        }
        long back = latest - last; // bit of the last of them; 64 and more are forgotten
        long window = back < 64 ? bits >>> back & -1L >>> 64 - Math.min(64, known) : 0;
        return 2 * Long.bitCount(window) > known;
    }

    void clear() {
        bits = 0;
        latest = -1;
    }

    void state(State io) {
        bits = io.whole(bits);
        latest = io.whole(latest);
    }
}
