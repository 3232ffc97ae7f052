package twinge.detect;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import twinge.frames.Block;
import twinge.frames.Marker;
import twinge.frames.SampleStream;

/** The blocks of one stream that have come but whose time slice is not complete yet on every stream. */
final class Pending {
    private final SampleStream stream;
    private final Deque<Block> blocks = new ArrayDeque<>();
    private long known;

    Pending(SampleStream stream) {
        this.stream = stream;
    }

    void add(Block block) {
        if (block.firstFrame() < known) {
            throw new IllegalArgumentException("a block of stream " + stream.index() + " from frame "
                    + block.firstFrame() + " after frame " + known + " has been seen; blocks must come in order");
        }
        if (block.channels() != stream.montage().size()) {
            throw new IllegalArgumentException("a block of " + block.channels() + " channels for stream "
                    + stream.index() + " of " + stream.montage().size());
        }
        known = block.endFrame();
        if (block.frames() > 0) {
            blocks.add(block);
        }
    }

    /** The frame up to which everything of this stream has come. */
    long known() {
        return known;
    }

    /**
     * Takes out the frames from one to before another.
     *
     * @param counts receives them, [channel][frame]
     * @param present receives which of them there are, [channel][frame]
     */
    void take(long from, long to, int[][] counts, boolean[][] present) {
        int length = (int) (to - from);
        for (boolean[] each : present) {
            Arrays.fill(each, 0, length, false);
        }
        while (!blocks.isEmpty() && blocks.peek().firstFrame() < to) {
            Block block = blocks.peek();
            int first = (int) (Math.max(from, block.firstFrame()) - block.firstFrame());
            int end = (int) (Math.min(to, block.endFrame()) - block.firstFrame());
            int at = (int) (block.firstFrame() + first - from);
            for (int channel = 0; first < end && channel < counts.length; channel++) {
                block.copyTo(channel, first, end - first, counts[channel], at);
                if (block.anyMissing()) {
                    for (int frame = first; frame < end; frame++) {
                        present[channel][at + frame - first] = !block.missing(channel, frame);
                    }
                } else {
                    Arrays.fill(present[channel], at, at + end - first, true);
                }
            }
            if (block.endFrame() > to) {
                return;
            }
            blocks.remove();
        }
    }

    void state(State io) {
        known = io.whole(known);
        List<Block> held = new ArrayList<>(blocks);
        io.list(held, block -> block(io, block));
        blocks.clear();
        blocks.addAll(held);
    }

    private Block block(State io, Block b) {
        long first = io.whole(b == null ? 0 : b.firstFrame());
        int frames = io.count(b == null ? 0 : b.frames());
        Block.Builder builder = Block.of(stream, first, frames);
        for (int channel = 0; channel < stream.montage().size(); channel++) {
            for (int frame = 0; frame < frames; frame++) {
                builder.count(channel, frame, io.count(b == null ? 0 : b.count(channel, frame)));
                if (io.flag(b != null && b.missing(channel, frame))) {
                    builder.missing(channel, frame);
                }
            }
        }
        return builder.build();
    }

    /** A marker and when it was heard: at its own moment, or when the block came that told of it afterwards. */
    record Heard(Marker marker, double atSeconds, double heardSeconds) {
        static Heard state(State io, Heard h) {
            boolean w = h != null;
            return new Heard(
                    new Marker(
                            io.whole(w ? h.marker.frame() : 0),
                            io.real(w ? h.marker.durationSeconds() : 0),
                            io.text(w ? h.marker.text() : "")),
                    io.real(w ? h.atSeconds : 0),
                    io.real(w ? h.heardSeconds : 0));
        }
    }
}
