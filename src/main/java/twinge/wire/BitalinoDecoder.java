package twinge.wire;

import java.util.function.Consumer;
import twinge.frames.Block;
import twinge.frames.SampleStream;

/**
 * Frames of a BITalino. One in sixteen wrong windows passes its CRC-4, so a frame counts without further proof only where
 * it is expected: right after the last and with the next sequence. Anywhere else it takes two good frames in a row with
 * consecutive sequences, and {@value #PROOF} where the alignment of the bytes has changed as well.
 *
 * <p>One in fifteen damaged frames that the CRC finds has a sister that it does not find. So while damage is being met, and
 * for {@value #WARY_FRAMES} frames after, a lone spike is taken for damage and marked.
 */
final class BitalinoDecoder implements Decoder {
    private static final int PROOF = 3;
    private static final int WARY_FRAMES = 20_000;
    private static final String[] LINES = {"O2", "O1", "I2", "I1"};

    private final int channels;
    private final int size;
    private final Sequencer sequencer;
    private final SpikeGate gate;
    private final Backlog backlog = new Backlog();
    private boolean inStep;
    private int expected;
    private int discarded; // since the last good frame
    private boolean anyTaken;
    private int wary;
    private int lines = -1;
    private long bytes;
    private long bytesDiscarded;

    BitalinoDecoder(SampleStream stream) {
        channels = stream.montage().size();
        size = BitalinoFrame.bytes(channels);
        sequencer = new Sequencer(stream, BitalinoFrame.SEQUENCE);
        gate = new SpikeGate(channels, sequencer);
    }

    @Override
    public void accept(byte[] from, int at, int length, long arrivalNanos, Consumer<Block> out) {
        bytes += length;
        backlog.add(from, at, length);
        while (inStep ? backlog.length() >= size : backlog.length() >= 2 * size) {
            if (inStep && sound(0, expected)) {
                take(arrivalNanos);
                continue;
            }
            inStep = false;
            int proof = proof();
            if (backlog.length() < proof * size) {
                break; // what is there so far is good, or too short to tell
            }
            if (proves(proof)) {
                found(arrivalNanos);
            } else {
                skip();
            }
        }
        sequencer.drain(out);
    }

    /** How many good frames in a row are wanted here; fewer suffice to turn a place down. */
    private int proof() {
        boolean aligned = discarded % size == 0;
        return aligned || !proves(2) ? 2 : PROOF;
    }

    private boolean proves(int frames) {
        if (backlog.length() < frames * size) {
            return false;
        }
        int sequence = BitalinoFrame.sequence(backlog.array(), backlog.start(), channels);
        for (int i = 0; i < frames; i++) {
            if (!sound(i * size, sequence + i)) {
                return false;
            }
        }
        return true;
    }

    private boolean sound(int at, int sequence) {
        int place = backlog.start() + at;
        return BitalinoFrame.sound(backlog.array(), place, channels)
                && BitalinoFrame.sequence(backlog.array(), place, channels) == (sequence & 15);
    }

    private void skip() {
        backlog.take(1);
        discarded++;
        bytesDiscarded++;
        wary = anyTaken ? WARY_FRAMES : 0;
    }

    private void found(long arrivalNanos) {
        inStep = true;
        gate.flush();
        sequencer.damaged(discarded % size == 0 ? discarded / size : -1);
        discarded = 0;
        anyTaken = true;
        take(arrivalNanos);
    }

    private void take(long arrivalNanos) {
        int at = backlog.start();
        int sequence = BitalinoFrame.sequence(backlog.array(), at, channels);
        tellLines(BitalinoFrame.lines(backlog.array(), at, channels));
        gate.frame(sequence, BitalinoFrame.counts(backlog.array(), at, channels), arrivalNanos, wary > 0);
        wary = Math.max(0, wary - 1);
        expected = sequence + 1;
        backlog.take(size);
    }

    private void tellLines(int now) {
        for (int bit = LINES.length - 1; bit >= 0; bit--) {
            if (lines >= 0 && ((now ^ lines) & 1 << bit) != 0) {
                gate.flush();
                sequencer.mark(LINES[bit] + " = " + (now >> bit & 1));
            }
        }
        lines = now;
    }

    @Override
    public void reopened(long arrivalNanos, Consumer<Block> out) {
        gate.flush();
        bytesDiscarded += backlog.length();
        backlog.clear();
        inStep = false;
        anyTaken = false;
        discarded = 0;
        sequencer.reopened();
        sequencer.drain(out);
    }

    @Override
    public void finish(Consumer<Block> out) {
        gate.flush();
        bytesDiscarded += backlog.length();
        backlog.clear();
        sequencer.finish(out);
    }

    @Override
    public Tally tally() {
        return sequencer.tally(bytes, bytesDiscarded, 0);
    }
}
