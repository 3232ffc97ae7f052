package twinge.wire;

/**
 * What became of a board's frames so far, on its first stream. Every frame that the board sent is in one of the first three.
 *
 * @param frames accepted
 * @param lost never seen, or damaged beyond use
 * @param suspect seen, but not to be trusted; delivered as missing
 * @param gaps stretches of lost frames
 * @param longestGapFrames the longest of them
 * @param bytes taken in all
 * @param bytesDiscarded that belonged to no accepted frame, message or answer
 * @param deviceDropped frames that the board itself says it could not send; part of {@code lost}
 */
public record Tally(
        long frames,
        long lost,
        long suspect,
        long gaps,
        long longestGapFrames,
        long bytes,
        long bytesDiscarded,
        long deviceDropped) {
    public static final Tally NOTHING = new Tally(0, 0, 0, 0, 0, 0, 0, 0);
}
