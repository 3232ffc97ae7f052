package twinge.simulate.board;

/**
 * What a board sends for one moment.
 *
 * @param bytes as on the wire
 * @param counts of its EMG channels, as the bytes hold them; empty if this frame holds none
 */
record Frame(byte[] bytes, int... counts) {}
