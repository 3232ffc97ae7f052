package twinge.files;

import java.io.IOException;
import java.util.List;
import twinge.events.Session;
import twinge.frames.FrameSource;

/**
 * A recording being read: its blocks in time order, who and when, and what was wrong with it so far. A file of
 * annotations alone has no streams and no blocks; its annotations are there once {@link #next} has returned null.
 */
public interface Recording extends FrameSource {
    /** Who and when, as far as the file itself says; costs nothing. */
    Origin origin();

    /**
     * The same as a session with its id. A recording of ours carries it; a foreign one is named after its content, for
     * which a file is read through once more (ask only if the id is needed).
     *
     * @throws IllegalStateException for a foreign recording from a stream that has not been read to its end
     */
    Session session() throws IOException;

    /** What the format is called: {@code BDF+C}. */
    String format();

    /**
     * What had to be mended or was lost, each with place and what was done; grows while reading, complete once
     * {@link #next} has returned null. The file's name is not in it.
     */
    List<String> warnings();

    /** The annotations met so far with their exact times; they travel as markers on the blocks of stream 0, too. */
    List<Annotation> annotations();

    /** Bytes read so far, for a progress bar. */
    long bytesRead();

    /** Size of the file in bytes, or -1 if unknown (standard input). */
    long bytesTotal();
}
