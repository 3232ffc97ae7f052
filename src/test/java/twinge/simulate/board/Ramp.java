package twinge.simulate.board;

import java.util.List;
import java.util.stream.IntStream;
import twinge.frames.Block;
import twinge.frames.Channel;
import twinge.frames.FrameSource;
import twinge.frames.Montage;
import twinge.frames.SampleStream;
import twinge.frames.Scale;

/** A recording whose every sample can be told: channel c at frame n has (n % 1000) - 500 + 7 c microvolts. */
final class Ramp implements FrameSource {
    private static final int BLOCK = 50;

    private final SampleStream stream;
    private final long frames;
    private long next;

    Ramp(int channels, double rateHz, double seconds) {
        List<Channel> each = IntStream.range(0, channels)
                .mapToObj(i -> Channel.of("EMG" + i, Channel.Type.EMG, Scale.step(1, "uV")))
                .toList();
        stream = new SampleStream(0, rateHz, 0, new Montage(each));
        frames = Math.round(seconds * rateHz);
    }

    static int microvolts(int channel, long frame) {
        return (int) (frame % 1000) - 500 + 7 * channel;
    }

    @Override
    public List<SampleStream> streams() {
        return List.of(stream);
    }

    @Override
    public Block next() {
        if (next >= frames) {
            return null;
        }
        int length = (int) Math.min(BLOCK, frames - next);
        Block.Builder block = Block.of(stream, next, length);
        for (int channel = 0; channel < stream.montage().size(); channel++) {
            for (int i = 0; i < length; i++) {
                block.count(channel, i, microvolts(channel, next + i));
            }
        }
        next += length;
        return block.build();
    }

    @Override
    public void close() {}
}
