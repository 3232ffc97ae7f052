package twinge.files;

import java.util.List;
import twinge.events.Session;
import twinge.frames.FrameSource;

/** A recording being read: its blocks in time order, who and when, and what was wrong with it so far. */
public interface Recording extends FrameSource {
    /** Who and when, as far as the file says. */
    Session session();

    /** What the format is called: {@code BDF+C}. */
    String format();

    /**
     * What had to be mended or was lost, each with place and what was done; grows while reading, complete once
     * {@link #next} has returned null.
     */
    List<String> warnings();

    /** Bytes read so far, for a progress bar. */
    long bytesRead();

    /** Size of the file in bytes, or -1 if unknown (standard input). */
    long bytesTotal();
}
