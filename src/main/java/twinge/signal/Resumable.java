package twinge.signal;

import java.nio.ByteBuffer;

/**
 * A stage whose state can be put away and taken up again: what follows has the same bits as if nothing had happened.
 *
 * <p>Only what the signal has left behind is saved. Lengths, coefficients and rates come from the constructor, so the
 * stage that restores must have been constructed as the one that saved.
 */
public interface Resumable {
    /** How many bytes {@link #save} writes and {@link #restore} reads: fixed from construction on. */
    int stateSize();

    /** Writes the state at the buffer's position, in the buffer's byte order. */
    void save(ByteBuffer into);

    /** Reads at the buffer's position what {@link #save} wrote. */
    void restore(ByteBuffer from);

    /** Forgets the signal: as after construction. */
    void reset();
}
