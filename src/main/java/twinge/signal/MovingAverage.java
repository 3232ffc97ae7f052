package twinge.signal;

import java.nio.ByteBuffer;
import java.util.Objects;

/**
 * Mean of the last {@code window} samples; of those there are while fewer have come. Lags by (window - 1) / 2 frames.
 *
 * <p>A window is the tail of one ring and the head of the next. The head's sum grows by each sample, the tails' sums are
 * taken backwards once a ring. As nothing is ever subtracted, a quiet stretch after a loud one is exact, and no error
 * builds up over hours.
 */
public final class MovingAverage implements Resumable {
    /** Before {@link #next} the new samples, from there on the sums from each old sample to the ring's end, then 0. */
    private final double[] ring;

    private final int window;
    private int next;
    private int seen;
    private double head;

    /** @param window in frames, at least 1 */
    public MovingAverage(int window) {
        if (window < 1) {
            throw new IllegalArgumentException("a moving window of " + window + " frames; it needs at least 1");
        }
        ring = new double[window + 1];
        this.window = window;
    }

    /** Writes one mean for each sample, in order; {@code into} may be {@code samples} itself at the same place. */
    public void apply(double[] samples, int from, int length, double[] into, int at) {
        Objects.checkFromIndexSize(from, length, samples.length);
        Objects.checkFromIndexSize(at, length, into.length);
        int done = 0;
        while (done < length) {
            int run = Math.min(length - done, window - next);
            if (seen < window) {
                fill(samples, from + done, run, into, at + done);
            } else {
                slide(samples, from + done, run, into, at + done);
            }
            next += run;
            if (next == window) {
                wrap();
            }
            done += run;
        }
    }

    private void fill(double[] samples, int from, int run, double[] into, int at) {
        for (int i = 0; i < run; i++) {
            double x = samples[from + i];
            ring[next + i] = x;
            head += x;
            seen++;
            into[at + i] = head / seen;
        }
    }

    private void slide(double[] samples, int from, int run, double[] into, int at) {
        double sum = head;
        double share = 1.0 / window;
        for (int i = 0; i < run; i++) {
            double x = samples[from + i];
            ring[next + i] = x;
            sum += x;
            into[at + i] = (ring[next + i + 1] + sum) * share;
        }
        head = sum;
    }

    private void wrap() {
        double sum = 0;
        for (int i = window - 1; i > 0; i--) {
            sum += ring[i];
            ring[i] = sum;
        }
        head = 0;
        next = 0;
    }

    @Override
    public void reset() {
        next = 0;
        seen = 0;
        head = 0;
    }

    @Override
    public int stateSize() {
        return (ring.length + 1) * Double.BYTES + 2 * Integer.BYTES;
    }

    @Override
    public void save(ByteBuffer into) {
        Saved.put(ring, into);
        into.putDouble(head);
        into.putInt(next);
        into.putInt(seen);
    }

    @Override
    public void restore(ByteBuffer from) {
        Saved.get(ring, from);
        head = from.getDouble();
        next = Saved.getCount("position", window - 1, from);
        seen = Saved.getCount("count", window, from);
    }
}
