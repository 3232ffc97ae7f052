package twinge.log;

import java.util.ArrayList;
import java.util.List;
import twinge.frames.Block;
import twinge.frames.Marker;
import twinge.frames.SampleStream;

/** Joins what a stream's blocks hold of a range of frames to one block for each run without lost frames. */
final class RunJoiner {
    private final SampleStream stream;
    private final long from;
    private final long to;
    private final List<List<Block>> runs = new ArrayList<>();
    private final List<Marker> markers = new ArrayList<>();

    /** @param to the frame after the last one wanted */
    RunJoiner(SampleStream stream, long from, long to) {
        this.stream = stream;
        this.from = from;
        this.to = to;
    }

    /** Takes the next block; those of other streams and outside the range are passed over. */
    void add(Block block) {
        if (block.stream() != stream.index()) {
            return;
        }
        markers.addAll(block.markers());
        int first = (int) Math.max(0, from - block.firstFrame());
        int end = (int) Math.min(block.frames(), to - block.firstFrame());
        if (first < end) {
            Block part = block.slice(first, end);
            if (runs.isEmpty() || last(runs.get(runs.size() - 1)).endFrame() != part.firstFrame()) {
                runs.add(new ArrayList<>());
            }
            runs.get(runs.size() - 1).add(part);
        }
    }

    List<Block> joined() {
        return runs.stream().map(this::join).toList();
    }

    private Block join(List<Block> parts) {
        long firstFrame = parts.get(0).firstFrame();
        long endFrame = last(parts).endFrame();
        int frames = Math.toIntExact(endFrame - firstFrame);
        Block.Builder joined = Block.of(stream, firstFrame, frames);
        int[] counts = new int[frames];
        for (int channel = 0; channel < stream.montage().size(); channel++) {
            for (Block part : parts) {
                part.copyTo(channel, 0, part.frames(), counts, (int) (part.firstFrame() - firstFrame));
            }
            joined.counts(channel, counts, 0);
        }
        for (Block part : parts) {
            markMissing(part, (int) (part.firstFrame() - firstFrame), joined);
        }
        return joined.markers(markers.stream()
                        .filter(marker -> marker.frame() >= firstFrame && marker.frame() < endFrame)
                        .toList())
                .build();
    }

    private static void markMissing(Block part, int at, Block.Builder joined) {
        for (int channel = 0; part.anyMissing() && channel < part.channels(); channel++) {
            for (int frame = 0; frame < part.frames(); frame++) {
                if (part.missing(channel, frame)) {
                    joined.missing(channel, at + frame);
                }
            }
        }
    }

    private static Block last(List<Block> parts) {
        return parts.get(parts.size() - 1);
    }
}
