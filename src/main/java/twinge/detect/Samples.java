package twinge.detect;

/** The last filtered samples of a channel by their frame: room to look back at a burst's onset once it is sure. */
final class Samples {
    private final double[] ring;
    private long end;
    private long begin;

    /** @param atLeast how many samples must be kept; rounded up to a power of two */
    Samples(int atLeast) {
        ring = new double[Integer.highestOneBit(Math.max(2, atLeast) - 1) << 1];
    }

    void add(long firstFrame, double[] from, int at, int length) {
        if (firstFrame != end) {
            begin = firstFrame;
        }
        int place = (int) firstFrame & ring.length - 1;
        int straight = Math.min(length, ring.length - place);
        System.arraycopy(from, at, ring, place, straight);
        System.arraycopy(from, at + straight, ring, 0, length - straight);
        end = firstFrame + length;
        begin = Math.max(begin, end - ring.length);
    }

    /** The oldest frame that is still here. */
    long begin() {
        return begin;
    }

    /** The frame after the newest. */
    long end() {
        return end;
    }

    double at(long frame) {
        return ring[(int) frame & ring.length - 1];
    }

    /** Takes a value off a frame that is here. */
    void subtract(long frame, double value) {
        ring[(int) frame & ring.length - 1] -= value;
    }

    /** Copies frames {@code from} to before {@code to}, all of which must be here, to {@code into[0...]}. */
    void copy(long from, long to, double[] into) {
        int length = (int) (to - from);
        int place = (int) from & ring.length - 1;
        int straight = Math.min(length, ring.length - place);
        System.arraycopy(ring, place, into, 0, straight);
        System.arraycopy(ring, 0, into, straight, length - straight);
    }

    void state(State io) {
        io.reals(ring);
        end = io.whole(end);
        begin = io.whole(begin);
    }
}
