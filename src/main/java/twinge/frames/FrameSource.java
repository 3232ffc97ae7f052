package twinge.frames;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;

/**
 * Where blocks come from: a recording or a board. Streams are merged by the time of each block's first frame, ties by
 * the stream's index, so that the same recording always gives the same order.
 */
public interface FrameSource extends Closeable {
    /** The streams in the order of their indices; none in a recording of annotations alone. */
    List<SampleStream> streams();

    /**
     * The next block, waiting for it if need be; null at the end.
     *
     * @throws MalformedInput if the input can not be understood any further
     */
    Block next() throws IOException;
}
