package twinge.simulate.board;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import twinge.frames.Block;
import twinge.frames.Channel;
import twinge.frames.SampleStream;

/** The acceleration of a recording at any moment: the last sample before it, or gravity alone where there is none. */
final class Motion {
    private final Optional<SampleStream> stream;
    private final Deque<Block> ahead = new ArrayDeque<>();
    private final double[] g = {0, 0, 1};

    Motion(List<SampleStream> streams) {
        stream = streams.stream()
                .filter(each -> Wearer.ofType(each, Channel.Type.ACCELERATION).length >= 3)
                .findFirst();
    }

    void add(Block block) {
        if (stream.isPresent() && block.stream() == stream.get().index()) {
            ahead.add(block);
        }
    }

    void to(double seconds) {
        if (stream.isEmpty()) {
            return;
        }
        SampleStream of = stream.get();
        long now = (long) Math.floor((seconds - of.startSeconds()) * of.rateHz());
        while (!ahead.isEmpty() && ahead.getFirst().endFrame() <= now) {
            ahead.removeFirst();
        }
        if (!ahead.isEmpty() && ahead.getFirst().firstFrame() <= now) {
            set(of, ahead.getFirst(), (int) (now - ahead.getFirst().firstFrame()));
        }
    }

    private void set(SampleStream of, Block block, int frame) {
        int[] axes = Wearer.ofType(of, Channel.Type.ACCELERATION);
        for (int axis = 0; axis < g.length; axis++) {
            if (!block.missing(axes[axis], frame)) {
                g[axis] = of.montage().channel(axes[axis]).scale().physical(block.count(axes[axis], frame));
            }
        }
    }

    double g(int axis) {
        return g[axis];
    }
}
