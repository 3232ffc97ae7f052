package twinge.wire;

import java.util.function.Consumer;
import twinge.frames.Block;

/**
 * Turns the bytes of one board into blocks. Bytes may come in any chunks; arrival times only serve to count losses that
 * a counter can not tell (it has wrapped, or there is none). Never throws for what comes over the wire.
 *
 * <p>Frames that were lost show as a jump of the next block's first frame. A frame that is there but not to be trusted
 * (a board without a checksum, a jump no muscle makes) is marked missing in its block and counted as suspect.
 */
public interface Decoder {
    /**
     * Takes {@code length} bytes from {@code bytes[from...]}, which were read together.
     *
     * @param arrivalNanos when, on a monotonic clock; never before the last
     */
    void accept(byte[] bytes, int from, int length, long arrivalNanos, Consumer<Block> out);

    /** The link was lost and is open again: what was begun is void, what was missed is counted by the clock. */
    void reopened(long arrivalNanos, Consumer<Block> out);

    /** Hands out what is held back: nothing more will come. */
    void finish(Consumer<Block> out);

    /** What has been counted so far. */
    Tally tally();
}
