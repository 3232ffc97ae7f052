package twinge.signal;

import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * A quantile of the last {@code window} values, exact; of those there are while fewer have come.
 *
 * <p>Between two values it is interpolated as {@code numpy.quantile} does. The values are also kept in order, into which a
 * new one is moved: for the windows of some hundred values that are used here this is quicker than two heaps. The answer
 * depends on the window's values alone, so that is all that is saved.
 */
public final class RunningQuantile implements Resumable {
    private final double share;
    private final double[] values;
    private final double[] ordered;
    private int next;
    private int seen;

    /**
     * @param window in values, at least 1
     * @param share 0 for the least value, 0.5 for the median, 1 for the largest
     */
    public RunningQuantile(int window, double share) {
        if (window < 1 || !(share >= 0 && share <= 1)) {
            throw new IllegalArgumentException("a running quantile " + share + " of " + window
                    + " values; the share must lie between 0 and 1 and the window hold at least 1 value");
        }
        this.share = share;
        values = new double[window];
        ordered = new double[window];
    }

    /** Takes the next value, which pushes out the oldest if the window is full. */
    public void add(double value) {
        if (Double.isNaN(value)) {
            throw new IllegalArgumentException("NaN has no place in an order; leave missing values out");
        }
        double plain = value + 0.0; // makes -0.0 the 0.0 that it equals
        int gone = seen;
        if (seen == values.length) {
            gone = place(0, seen, values[next]);
        } else {
            seen++;
        }
        values[next] = plain;
        next = next + 1 == values.length ? 0 : next + 1;
        move(gone, plain);
    }

    /** Puts a value into its place; the one at {@code gone}, or the free place there, gives way. */
    private void move(int gone, double value) {
        int place = place(0, gone, value);
        if (place < gone) {
            System.arraycopy(ordered, place, ordered, place + 1, gone - place);
        } else if (gone < seen - 1) { // while the window fills there is nothing behind the free place
            place = place(gone + 1, seen, value) - 1;
            System.arraycopy(ordered, gone + 1, ordered, gone, place - gone);
        }
        ordered[place] = value;
    }

    /** The first place from {@code from} on, {@code to} if there is none before, whose value is not below this one; no jumps. */
    private int place(int from, int to, double value) {
        int base = from;
        for (int length = to - from; length > 0; ) {
            int half = length + 1 >>> 1;
            base += ordered[base + half - 1] < value ? half : 0;
            length -= half;
        }
        return base;
    }

    /** How many values the window holds. */
    public int size() {
        return seen;
    }

    /** The quantile now, NaN before the first value. */
    public double value() {
        if (seen == 0) {
            return Double.NaN;
        }
        double rank = share * (seen - 1);
        int whole = (int) rank;
        double part = rank - whole;
        double low = ordered[whole];
        return part == 0 ? low : low + part * (ordered[whole + 1] - low);
    }

    @Override
    public void reset() {
        next = 0;
        seen = 0;
    }

    @Override
    public int stateSize() {
        return values.length * Double.BYTES + 2 * Integer.BYTES;
    }

    @Override
    public void save(ByteBuffer into) {
        Saved.put(values, into);
        into.putInt(next);
        into.putInt(seen);
    }

    @Override
    public void restore(ByteBuffer from) {
        reset();
        Saved.get(values, from);
        next = Saved.getCount("position", values.length - 1, from);
        seen = Saved.getCount("count", values.length, from);
        System.arraycopy(values, 0, ordered, 0, seen);
        Arrays.sort(ordered, 0, seen);
    }
}
