package twinge.signal;

import java.nio.ByteBuffer;

/**
 * A quantile of the last {@code window} values, exact; of those there are while fewer have come.
 *
 * <p>Between two values it is interpolated as {@code numpy.quantile} does. Two heaps meet at the quantile: a value costs
 * about log2(window) steps. The answer depends on the window's values alone, so that is all that is saved.
 */
public final class RunningQuantile implements Resumable {
    private final double share;
    private final double[] values;
    private final IndexedHeap below;
    private final IndexedHeap above;
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
        below = new IndexedHeap(values, true);
        above = new IndexedHeap(values, false);
    }

    /** Takes the next value, which pushes out the oldest if the window is full. */
    public void add(double value) {
        if (Double.isNaN(value)) {
            throw new IllegalArgumentException("NaN has no place in an order; leave missing values out");
        }
        if (seen == values.length) {
            (below.contains(next) ? below : above).remove(next);
        } else {
            seen++;
        }
        values[next] = value + 0.0; // makes -0.0 the 0.0 that it equals
        place(next);
        next = next + 1 == values.length ? 0 : next + 1;
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
        double part = rank - (int) rank;
        double low = below.topValue();
        return part == 0 ? low : low + part * (above.topValue() - low);
    }

    /** Puts a new value into its heap, then evens the heaps out: {@code below} ends at the quantile's lower neighbour. */
    private void place(int index) {
        boolean low = below.size() > 0 ? values[index] < below.topValue() : above.size() == 0;
        (low ? below : above).add(index);
        int wanted = (int) (share * (seen - 1)) + 1;
        while (below.size() > wanted) {
            move(below, above);
        }
        while (below.size() < wanted) {
            move(above, below);
        }
    }

    private static void move(IndexedHeap from, IndexedHeap to) {
        int place = from.top();
        from.remove(place);
        to.add(place);
    }

    @Override
    public void reset() {
        next = 0;
        seen = 0;
        below.clear();
        above.clear();
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
        int count = Saved.getCount("count", values.length, from);
        for (int i = 0; i < count; i++) {
            seen++;
            place(i);
        }
    }
}
