package twinge.wire;

import java.nio.ByteBuffer;
import twinge.frames.SampleStream;
import twinge.wire.TwingeHello.Input;

/**
 * One stream of a twinge board: gives each sample its frame by the board's own count of sampling instants.
 *
 * <p>The count is of 32 bits, so a gap is exact however many frames the wire or the board lost. Where the count does not go
 * on (the board was started anew), the clock of arrivals tells the place instead; the board's microseconds tell the two
 * apart.
 */
final class TwingeTrack {
    private static final int DROPPED = 1;
    private static final int TEST = 2;
    private static final int ELECTRODE_OFF = 4;
    private static final double AGREEING_MICROS = 20_000;
    private static final double AGREEING_SHARE = 0.01; // a ceramic resonator is within 0.5 %
    private static final double AGREEING_ARRIVAL_NANOS = 1e9;
    private static final int ANEW_AFTER_SECONDS = 1;

    private final TwingeHello.Stream layout;
    private final Sequencer sequencer;
    private final int[] counts;
    private boolean begun;
    private boolean doubted; // the link was lost: the count goes on only if the arrival agrees too
    private boolean booted;
    private int lastSample; // count of instants at the start of the last frame
    private int lastMicros;
    private long lastArrivalNanos;
    private long lastIndex; // where that frame lies
    private long behind; // samples that came with a count not after the last
    private int lastFlags;

    TwingeTrack(SampleStream stream, TwingeHello.Stream layout) {
        this.layout = layout;
        sequencer = new Sequencer(stream, 0);
        counts = new int[layout.inputs().size()];
    }

    Sequencer sequencer() {
        return sequencer;
    }

    void reopened() {
        sequencer.reopened();
        doubted = true;
    }

    void booted() {
        booted = true;
    }

    /** A whole data message. */
    void data(ByteBuffer message, long arrivalNanos) {
        int flags = message.get(1);
        int sample = message.getInt(4);
        int micros = message.getInt(8);
        long index = place(sample, micros, arrivalNanos);
        if (index < 0) {
            return;
        }
        begun = true;
        doubted = false;
        booted = false;
        behind = 0;
        lastSample = sample;
        lastMicros = micros;
        lastArrivalNanos = arrivalNanos;
        lastIndex = index;
        flags(flags, index);
        int at = TwingeHello.Stream.HEADER_BYTES;
        for (int each = 0; each < layout.samplesPerFrame(); each++) {
            boolean possible = true;
            for (int channel = 0; channel < counts.length; channel++) {
                Input input = layout.inputs().get(channel);
                counts[channel] = count(message, at, input);
                possible &= counts[channel] >= input.least() && counts[channel] <= input.greatest();
                at += input.bytes();
            }
            sequencer.frameAt(index + each, counts, possible, arrivalNanos);
        }
    }

    /** Where an instant of the board's count lies, as far as the last frame tells; at the next frame before any. */
    long frameOf(int sample) {
        return begun ? Math.max(0, lastIndex + (sample - lastSample)) : 0;
    }

    /** Place of a frame, or -1: it was there already. */
    private long place(int sample, int micros, long arrivalNanos) {
        if (!begun) {
            return 0;
        }
        int step = sample - lastSample;
        boolean agrees = agrees(step, micros - lastMicros);
        boolean next = step == layout.samplesPerFrame() && agrees;
        if (step > 0 && agrees && (next || !booted) && (!doubted || arrivalAgrees(step, arrivalNanos))) {
            return lastIndex + step;
        }
        behind += layout.samplesPerFrame();
        boolean seenBefore = step <= 0 && agrees && !booted && !doubted;
        if (seenBefore && behind < ANEW_AFTER_SECONDS * layout.rateHz()) {
            return -1;
        }
        long end = lastIndex + layout.samplesPerFrame();
        return Math.max(end, sequencer.due(arrivalNanos) - layout.samplesPerFrame() + 1);
    }

    /** Whether the board's count and its microseconds went on together. */
    private boolean agrees(int step, int elapsedMicros) {
        double expected = step * 1e6 / layout.rateHz();
        int difference = elapsedMicros - (int) Math.round(expected);
        return Math.abs((double) difference) <= AGREEING_MICROS + AGREEING_SHARE * Math.abs(expected);
    }

    private boolean arrivalAgrees(int step, long arrivalNanos) {
        double expected = step * 1e9 / layout.rateHz();
        double difference = arrivalNanos - lastArrivalNanos - expected;
        return Math.abs(difference) <= AGREEING_ARRIVAL_NANOS + AGREEING_SHARE * expected;
    }

    private void flags(int flags, long index) {
        int changed = (flags ^ lastFlags) & ~DROPPED;
        lastFlags = flags;
        if ((changed & TEST) != 0) {
            sequencer.mark(index, (flags & TEST) != 0 ? "test signal on" : "test signal off");
        }
        if ((changed & ELECTRODE_OFF) != 0) {
            sequencer.mark(index, (flags & ELECTRODE_OFF) != 0 ? "an electrode is off" : "electrodes are on");
        }
    }

    private static int count(ByteBuffer message, int at, Input input) {
        int count = 0;
        for (int i = 0; i < input.bytes(); i++) {
            count |= (message.get(at + i) & 0xFF) << 8 * i;
        }
        int unused = 32 - 8 * input.bytes();
        return input.signed() ? count << unused >> unused : count;
    }
}
