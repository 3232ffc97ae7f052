package twinge.signal;

import java.nio.ByteBuffer;
import java.util.Objects;

/**
 * Root mean square of the last {@code window} samples: the envelope. Lags by (window - 1) / 2 frames.
 *
 * <p>While fewer samples have come it is that of those, so a recording does not begin with a ramp.
 */
public final class MovingRms implements Resumable {
    private final MovingAverage squares;

    /** @param window in frames, at least 1 */
    public MovingRms(int window) {
        squares = new MovingAverage(window);
    }

    /** Writes one value for each sample, in order; {@code into} may be {@code samples} itself at the same place. */
    public void apply(double[] samples, int from, int length, double[] into, int at) {
        Objects.checkFromIndexSize(from, length, samples.length);
        Objects.checkFromIndexSize(at, length, into.length);
        for (int i = 0; i < length; i++) {
            into[at + i] = samples[from + i] * samples[from + i];
        }
        squares.apply(into, at, length, into, at);
        for (int i = at; i < at + length; i++) {
            into[i] = Math.sqrt(into[i]);
        }
    }

    @Override
    public void reset() {
        squares.reset();
    }

    @Override
    public int stateSize() {
        return squares.stateSize();
    }

    @Override
    public void save(ByteBuffer into) {
        squares.save(into);
    }

    @Override
    public void restore(ByteBuffer from) {
        squares.restore(from);
    }
}
