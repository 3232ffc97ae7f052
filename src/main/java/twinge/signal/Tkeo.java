package twinge.signal;

import java.nio.ByteBuffer;
import java.util.Objects;

/**
 * Teager-Kaiser energy: x[n]² - x[n-1] x[n+1], large where a signal is both strong and quick (Li 2007, Solnik 2010).
 *
 * <p>A tone of amplitude A and w radians a frame has the constant energy A² sin² w. As the formula looks one sample
 * ahead, values come one frame late: the value written for a frame belongs to the frame before. Before the first
 * sample there was silence. Smooth with {@link MovingAverage}.
 */
public final class Tkeo implements Resumable {
    private double last;
    private double secondLast;

    /** Writes one value for each sample, in order; {@code into} may be {@code samples} itself at the same place. */
    public void apply(double[] samples, int from, int length, double[] into, int at) {
        Objects.checkFromIndexSize(from, length, samples.length);
        Objects.checkFromIndexSize(at, length, into.length);
        double before = secondLast;
        double middle = last;
        for (int i = 0; i < length; i++) {
            double after = samples[from + i];
            into[at + i] = middle * middle - before * after;
            before = middle;
            middle = after;
        }
        secondLast = before;
        last = middle;
    }

    @Override
    public void reset() {
        last = 0;
        secondLast = 0;
    }

    @Override
    public int stateSize() {
        return 2 * Double.BYTES;
    }

    @Override
    public void save(ByteBuffer into) {
        into.putDouble(last);
        into.putDouble(secondLast);
    }

    @Override
    public void restore(ByteBuffer from) {
        last = from.getDouble();
        secondLast = from.getDouble();
    }
}
