package twinge.files.tape;

import java.util.List;
import java.util.function.Consumer;
import twinge.frames.Block;
import twinge.frames.Marker;
import twinge.frames.SampleStream;
import twinge.wire.Decoder;
import twinge.wire.Tally;

/**
 * Makes blocks of what a board sent and of what was said meanwhile. A live session and the reading of its tape both do
 * it here, step by step alike, so that both give the same blocks.
 *
 * <p>Nobody can look at a moment before all streams have reached it. So a stream of which nothing has come for
 * {@value #LAG_SECONDS} s of the others' time is given up until there: an empty block says so, and what comes of that time
 * later is left out and counted.
 */
public final class Playback {
    private static final double LAG_SECONDS = 1;
    private static final double STEP_SECONDS = 0.04;

    private final Decoder decoder;
    private final List<SampleStream> streams;
    private final long[] told; // [stream], the frame after the last that was handed on
    private long framesTooLate;

    /** @param streams of the decoder's board */
    public Playback(Decoder decoder, List<SampleStream> streams) {
        this.decoder = decoder;
        this.streams = List.copyOf(streams);
        told = new long[streams.size()];
    }

    /** Takes bytes that were read together; see {@link Decoder#accept}. */
    public void bytes(byte[] bytes, int from, int length, long arrivalNanos, Consumer<Block> out) {
        decoder.accept(bytes, from, length, arrivalNanos, block -> handOn(block, out));
    }

    /** Takes what was said and returns its place, a frame of the first stream. */
    public long mark(String text, Consumer<Block> out) {
        Block said = Block.of(streams.get(0), told[0], 0)
                .markers(List.of(new Marker(told[0], 0, text)))
                .build();
        out.accept(said);
        return told[0];
    }

    /** The link was lost and is there again. */
    public void reopened(long arrivalNanos, Consumer<Block> out) {
        decoder.reopened(arrivalNanos, block -> handOn(block, out));
    }

    /** Nothing more will come. */
    public void finish(Consumer<Block> out) {
        decoder.finish(block -> handOn(block, out));
    }

    /** Where something said now has its place: the frame after the last of the first stream. */
    public long place() {
        return told[0];
    }

    public Tally tally() {
        return decoder.tally();
    }

    /** Frames left out because they came after their time was given up. */
    public long framesTooLate() {
        return framesTooLate;
    }

    private void handOn(Block block, Consumer<Block> out) {
        int stream = block.stream();
        long late = Math.min(block.frames(), Math.max(0, told[stream] - block.firstFrame()));
        framesTooLate += late;
        Block kept = late == 0 ? block : later(block, (int) late);
        told[stream] = Math.max(told[stream], kept.endFrame());
        out.accept(kept);
        double reached = streams.get(stream).seconds(told[stream]);
        for (SampleStream other : streams) {
            if (reached - other.seconds(told[other.index()]) > LAG_SECONDS + STEP_SECONDS) {
                giveUp(other, reached - LAG_SECONDS, out);
            }
        }
    }

    private Block later(Block block, int from) {
        Block rest = block.slice(from, block.frames());
        if (block.markers().isEmpty() || from == 0) {
            return rest;
        }
        Block.Builder with = Block.of(streams.get(block.stream()), rest.firstFrame(), rest.frames());
        for (int channel = 0; channel < rest.channels(); channel++) {
            for (int frame = 0; frame < rest.frames(); frame++) {
                if (rest.missing(channel, frame)) {
                    with.missing(channel, frame);
                } else {
                    with.count(channel, frame, rest.count(channel, frame));
                }
            }
        }
        return with.markers(block.markers()).build();
    }

    private void giveUp(SampleStream stream, double untilSeconds, Consumer<Block> out) {
        long frame = (long) Math.floor((untilSeconds - stream.startSeconds()) * stream.rateHz());
        if (frame > told[stream.index()]) {
            told[stream.index()] = frame;
            out.accept(Block.of(stream, frame, 0).build());
        }
    }
}
