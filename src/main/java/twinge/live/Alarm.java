package twinge.live;

import java.util.Objects;

/**
 * Something about the recording that the wearer has to know at once; detection goes on. Told when it begins and again,
 * not {@link #raised}, when it is over.
 *
 * @param board the board that it is about, from 0; -1: all of them
 * @param raised false: it is over
 * @param words what was met and what to do
 * @param nanos when it was noticed, on the session's monotonic clock
 */
public record Alarm(Kind kind, int board, boolean raised, String words, long nanos) {
    /** What it is about. */
    public enum Kind {
        /** There is no room left where the session is kept; it is kept in memory until there is. */
        DISK_FULL,
        /** The disk does not keep up, or does not answer; the session waits in memory. */
        DISK_SLOW,
        /** Files of the session can not be written for another reason. */
        DISK_FAILED,
        /** The BDF recording can not be written; all of it is on the tape, of which it is made when the session ends. */
        RECORDING_FAILED,
        /** The disk takes the tape, but not the recording; the recording waits in memory. */
        RECORDING_SLOW,
        /** The session's folder or files were removed or moved away. */
        FOLDER_GONE,
        /** So much had to wait that some of it is not recorded; detection has seen it. */
        NOT_RECORDED,
        /** The wall clock was set; the session goes by its own. */
        CLOCK_SET,
        /** A board that was reopened does not answer as it did. */
        BOARD_REFUSES,
        /** The program failed to decode or to detect; what comes is still recorded. */
        DETECTION_FAILED,
        /** The log does not take what was found; it can be had from the tape. */
        LOG_FAILED,
        /** Someone who follows the session failed, or is so slow that blocks pass it by. */
        LISTENER_FAILED
    }

    public Alarm {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(words, "words");
    }
}
