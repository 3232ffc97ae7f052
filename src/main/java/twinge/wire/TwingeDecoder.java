package twinge.wire;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import twinge.frames.Block;
import twinge.frames.SampleStream;

/**
 * Decodes our own protocol. No frame passes whose checksum is wrong, and data of another layout than the board's has a
 * wrong checksum by design; so nothing is ever suspect but a count outside of its channel's own bits.
 */
final class TwingeDecoder implements Decoder {
    private final TwingeHello hello;
    private final TwingeFrames frames;
    private final List<TwingeTrack> tracks = new ArrayList<>();
    private long arrivalNanos;
    private long bytes;
    private boolean statsKnown;
    private boolean statsAnew;
    private int droppedBefore;
    private long dropped;
    private boolean otherLayout;

    TwingeDecoder(TwingeHello hello, List<SampleStream> streams) {
        this.hello = hello;
        frames = new TwingeFrames(hello, this::message);
        for (int i = 0; i < streams.size(); i++) {
            tracks.add(new TwingeTrack(streams.get(i), hello.streams().get(i)));
        }
    }

    @Override
    public void accept(byte[] from, int at, int length, long nanos, Consumer<Block> out) {
        arrivalNanos = nanos;
        bytes += length;
        frames.accept(from, at, length);
        tracks.forEach(track -> track.sequencer().drain(out));
    }

    @Override
    public void reopened(long nanos, Consumer<Block> out) {
        frames.restart();
        for (TwingeTrack track : tracks) {
            track.reopened();
            track.sequencer().drain(out);
        }
    }

    @Override
    public void finish(Consumer<Block> out) {
        frames.restart();
        tracks.forEach(track -> track.sequencer().finish(out));
    }

    @Override
    public Tally tally() {
        Tally seen = first().sequencer().tally(bytes, frames.discarded(), 0);
        return first().sequencer().tally(bytes, frames.discarded(), Math.min(dropped, seen.lost()));
    }

    private TwingeTrack first() {
        return tracks.get(0);
    }

    private void message(byte[] message, int length) {
        ByteBuffer in = ByteBuffer.wrap(message, 0, length).order(ByteOrder.LITTLE_ENDIAN);
        int type = message[0] & 0xFF;
        if (TwingeFrames.isData(type)) {
            tracks.get(type - TwingeFrames.DATA).data(in, arrivalNanos);
        } else if (type == TwingeHello.TYPE) {
            TwingeHelloReader.read(message, length).ifPresent(this::greeted);
        } else if (type == TwingeMessages.STATS && in.get(1) == 0) {
            counted(in.getInt(10));
        } else if (type == TwingeMessages.EVENT) {
            mark(in.getInt(3), TwingeMessages.event(in.get(1) & 0xFF, in.get(2) & 0xFF));
        } else if (type == TwingeMessages.TEXT) {
            first().sequencer().mark(TwingeHelloReader.printable(message, 1, length));
        } else if (type == TwingeMessages.MARK) {
            mark(in.getInt(1), TwingeHelloReader.printable(message, 9, length));
        }
    }

    private void mark(int sample, String text) {
        first().sequencer().mark(first().frameOf(sample), text);
    }

    /** Another layout can not be put on these streams; until the board's own is back, what it sends is lost. */
    private void greeted(TwingeHello now) {
        Optional<String> refusal = now.refusal();
        boolean other = refusal.isPresent() || now.schema() != hello.schema();
        if (other && !otherLayout) {
            first().sequencer().mark(refusal.orElse("the board now sends another layout of channels or rate"));
        }
        otherLayout = other;
        if (now.booted()) {
            tracks.forEach(TwingeTrack::booted);
            statsAnew = true;
        }
    }

    private void counted(int droppedByBoard) {
        if (statsAnew && Integer.compareUnsigned(droppedByBoard, droppedBefore) < 0) {
            droppedBefore = 0;
        }
        statsAnew = false;
        if (statsKnown) {
            dropped += (droppedByBoard - droppedBefore) & 0xFFFFFFFFL;
        }
        droppedBefore = droppedByBoard;
        statsKnown = true;
    }
}
