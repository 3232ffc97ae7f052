package twinge.log;

import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import twinge.frames.Block;
import twinge.frames.FrameSource;
import twinge.frames.SampleStream;

/**
 * The signal around an episode: all channels of all streams, as counts.
 *
 * @param fromSeconds where it begins, from the start of the recording
 * @param toSeconds where it ends
 * @param leftOut what of it was not kept, because it is too long or was asked for too late
 * @param streams of the whole recording
 * @param blocks by time, ties by stream, one for each stretch without lost frames; frame numbers are the recording's
 */
public record Excerpt(
        double fromSeconds, double toSeconds, Optional<Span> leftOut, List<SampleStream> streams, List<Block> blocks) {
    public Excerpt {
        streams = List.copyOf(streams);
        blocks = List.copyOf(blocks);
        for (Block block : blocks) {
            if (block.stream() >= streams.size()
                    || streams.get(block.stream()).montage().size() != block.channels()) {
                throw new IllegalArgumentException(block + " belongs to none of the " + streams.size() + " streams");
            }
        }
    }

    /** A stretch of time, seconds from the start of the recording. */
    public record Span(double fromSeconds, double toSeconds) {}

    /** The excerpt as a recording of its own, for whatever reads one. */
    public FrameSource open() {
        Iterator<Block> rest = blocks.iterator();
        return new FrameSource() {
            @Override
            public List<SampleStream> streams() {
                return streams;
            }

            @Override
            public Block next() {
                return rest.hasNext() ? rest.next() : null;
            }

            @Override
            public void close() {
                // it lies in memory
            }
        };
    }
}
