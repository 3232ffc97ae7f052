package twinge.simulate.board;

/**
 * Something that was done to what a board sent.
 *
 * @param nanos when
 * @param offset of the first byte it was done to, counted over all that the board sent; of the next byte, if bytes were added
 * @param bytes how many were taken, changed or added
 */
public record Fault(Kind kind, long nanos, long offset, int bytes) {
    /** What was done. */
    public enum Kind {
        LOST,
        CORRUPTED,
        INSERTED,
        OVERWRITTEN,
        DUPLICATED,
        /** More came during a stall than was kept. */
        OVERFLOWED,
        /** Sent before anyone listened. */
        MISSED,
        /** On its way when the plug was pulled. */
        UNPLUGGED,
        /** Heard at another speed than it was sent. */
        GARBLED;

        /** Whether the bytes did not arrive at all. */
        public boolean takesAway() {
            return this == LOST || this == OVERFLOWED || this == MISSED || this == UNPLUGGED;
        }

        /** Whether there are more bytes than before. */
        public boolean adds() {
            return this == INSERTED || this == DUPLICATED;
        }
    }
}
