package twinge.live;

import java.util.List;
import twinge.detect.Finding;
import twinge.frames.Block;
import twinge.frames.SampleStream;
import twinge.wire.Tally;

/**
 * Someone who follows a live session: a screen, an alert, a stream to elsewhere.
 *
 * <p>Each listener is called on a thread of its own, one call at a time and in order, so it may take its time without
 * holding up reading, detection or the others. If it falls so far behind that its queue is full, blocks and traces pass it
 * by (an {@link Alarm} says so); all else waits for it. Boards are counted from 0. Times are of the session's
 * monotonic clock, {@link LiveClock#nanos}.
 */
public interface LiveListener {
    /** The first call of each board. */
    default void began(int board, List<SampleStream> streams) {}

    /**
     * A block as it was decoded, before what was found with it.
     *
     * @param readNanos when the bytes that completed it had been read
     */
    default void block(int board, Block block, long readNanos) {}

    /** @param readNanos when the bytes had been read with which this was found; the difference to now is the latency */
    default void finding(int board, Finding finding, long readNanos) {}

    /** What is heard of the board has changed. */
    default void link(int board, LinkState state, long nanos) {}

    /** What has become of its frames so far: about once a second, and at the end. */
    default void tally(int board, Tally tally, long nanos) {}

    /** A marker was put at a frame of the board's first stream. */
    default void marked(int board, long frame, String text) {}

    /** A label was put at a frame of the board's first stream. */
    default void labelled(int board, long frame, String word, String author) {}

    default void alarm(Alarm alarm) {}

    /** The last call of each board: all its findings have been told. */
    default void ended(int board, long nanos) {}
}
