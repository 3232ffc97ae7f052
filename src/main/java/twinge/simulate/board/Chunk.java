package twinge.simulate.board;

/**
 * Bytes that a reader gets at once.
 *
 * @param nanos when
 * @param bytes not copied
 */
public record Chunk(long nanos, byte[] bytes) {
    public Chunk {
        if (bytes.length == 0) {
            throw new IllegalArgumentException("a chunk of no bytes at " + nanos + " ns");
        }
    }
}
