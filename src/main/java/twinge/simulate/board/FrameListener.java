package twinge.simulate.board;

/** Is told what a board sends, before anything happens to it on the line. */
public interface FrameListener {
    /**
     * A frame was taken.
     *
     * @param frame its place from the first that was ever due, by the board's own clock
     * @param counts of its EMG channels, as they are on the wire; empty if it holds none
     */
    void frame(long frame, int[] counts);
}
