package twinge.wire;

import java.util.function.Consumer;
import twinge.frames.Block;
import twinge.frames.SampleStream;

/**
 * Frames of a Shimmer3, placed by its own clock, and the answers it mixes in. With a CRC of two bytes a frame proves
 * itself. With one byte it does so right after the last frame, without any if its time is one period on besides;
 * elsewhere it takes two in a row that are a period apart.
 */
final class ShimmerDecoder implements Decoder {
    private static final int ACKNOWLEDGED = 0xFF;
    private static final int ANSWER = 0x8A;
    private static final int STATUS = 0x71;
    private static final int BATTERY = 0x94;
    private static final int WARY_FRAMES = 10_000;
    private static final int STEADY_FRAMES = 16;

    private final ShimmerFrame frame;
    private final int size;
    private final int period; // ticks
    private final int modulus;
    private final int channels;
    private final Sequencer sequencer;
    private final SpikeGate gate;
    private final Backlog backlog = new Backlog();
    private final int[] status;
    private final int[] nextStatus;
    private final int[] statusFrames; // how long the next status has stood
    private boolean begun;
    private boolean inStep;
    private int lastTime;
    private int wary;
    private long bytes;
    private long bytesDiscarded;

    ShimmerDecoder(ShimmerFrame frame, SampleStream stream) {
        this.frame = frame;
        size = frame.bytes();
        period = (int) Math.round(ShimmerFrame.CLOCK_HZ / stream.rateHz());
        modulus = 1 << 8 * frame.clockBytes();
        channels = stream.montage().size();
        sequencer = new Sequencer(stream, modulus, period, (index, counts, suspect) -> {});
        gate = new SpikeGate(channels, sequencer);
        status = new int[frame.statuses()];
        nextStatus = new int[frame.statuses()];
        statusFrames = new int[frame.statuses()];
    }

    @Override
    public void accept(byte[] from, int at, int length, long arrivalNanos, Consumer<Block> out) {
        bytes += length;
        backlog.add(from, at, length);
        while (backlog.length() > 0 && step(arrivalNanos)) {
            // goes on until the rest is too short to be told
        }
        sequencer.drain(out);
    }

    /** Takes or skips what comes first. False: more bytes are needed. */
    private boolean step(long arrivalNanos) {
        if (backlog.get(0) == ANSWER || backlog.get(0) == ACKNOWLEDGED) {
            int taken = answer();
            if (taken != 0) {
                backlog.take(Math.max(0, taken));
                return taken > 0;
            }
        } else if (backlog.get(0) == ShimmerFrame.HEADER) {
            if (backlog.length() < size) {
                return false;
            }
            if (sound(0) && provesItself(arrivalNanos)) {
                take(arrivalNanos);
                return true;
            }
            if (sound(0)) {
                if (backlog.length() < 2 * size) {
                    return false;
                }
                if (sound(size) && periods(time(0), time(size)) == 1) {
                    checkClock(arrivalNanos);
                    take(arrivalNanos);
                    return true;
                }
            }
        }
        skip();
        return true;
    }

    private boolean sound(int at) {
        return frame.sound(backlog.array(), backlog.start() + at);
    }

    private int time(int at) {
        return frame.time(backlog.array(), backlog.start() + at);
    }

    private boolean provesItself(long arrivalNanos) {
        if (sequencer.early(time(0), arrivalNanos)) {
            return false;
        }
        int steps = begun ? periods(lastTime, time(0)) : 1;
        return switch (frame.crcBytes()) {
            case 2 -> steps > 0;
            case 1 -> inStep && steps > 0;
            default -> inStep && steps == 1;
        };
    }

    /** Two frames agree, but on a time that can not be: the board began anew. */
    private void checkClock(long arrivalNanos) {
        if (sequencer.early(time(0), arrivalNanos)) {
            gate.flush();
            sequencer.reopened();
        }
    }

    /** How many frames later a time is, or 0 if it is no whole number of periods. */
    private int periods(int from, int to) {
        int ticks = Math.floorMod(to - from, modulus);
        int periods = (ticks + period / 2) / period;
        return Math.abs(ticks - periods * period) <= Math.max(1, period / 8) ? periods : 0;
    }

    private void take(long arrivalNanos) {
        int at = backlog.start();
        int[] counts = frame.counts(backlog.array(), at);
        lastTime = frame.time(backlog.array(), at);
        tellStatus(counts);
        gate.frame(lastTime, counts, arrivalNanos, frame.crcBytes() == 0 && wary > 0);
        wary = Math.max(0, wary - 1);
        backlog.take(size);
        begun = true;
        inStep = true;
    }

    /** Tells a changed status once it has stood for some frames: without a CRC it may be a damaged byte. */
    private void tellStatus(int[] counts) {
        for (int i = 0; i < status.length; i++) {
            int now = counts[channels + i];
            statusFrames[i] = begun && now == nextStatus[i] ? statusFrames[i] + 1 : 1;
            nextStatus[i] = now;
            if (!begun) {
                status[i] = now;
            } else if (now != status[i] && statusFrames[i] >= STEADY_FRAMES) {
                status[i] = now;
                gate.flush();
                sequencer.mark(String.format("%s = %02X", frame.statusLabel(i), now));
            }
        }
    }

    /** Length of the answer that comes first; 0: it is none, -1: that can not be told yet. */
    private int answer() {
        if (!inStep) {
            return 0;
        }
        if (backlog.get(0) == ACKNOWLEDGED) {
            return whole(1);
        }
        if (backlog.length() < 2) {
            return -1;
        }
        int data = backlog.get(1) == STATUS ? 1 : backlog.get(1) == BATTERY ? 3 : 0;
        int length = data == 0 ? 0 : whole(2 + data);
        if (length > 0) {
            gate.flush();
            sequencer.mark(
                    data == 1
                            ? String.format("board status = %02X", backlog.get(2))
                            : "battery count = " + (backlog.get(2) | backlog.get(3) << 8));
        }
        return length;
    }

    /** An answer counts if its CRC is right; without one, if what may follow a frame follows it. */
    private int whole(int length) {
        int all = length + frame.crcBytes();
        if (frame.crcBytes() > 0) {
            return backlog.length() < all ? -1 : frame.checks(backlog.array(), backlog.start(), length) ? all : 0;
        }
        if (backlog.length() <= all) {
            return -1;
        }
        int next = backlog.get(all);
        return next == ShimmerFrame.HEADER || next == ACKNOWLEDGED || next == ANSWER ? all : 0;
    }

    private void skip() {
        gate.flush();
        backlog.take(1);
        bytesDiscarded++;
        inStep = false;
        wary = WARY_FRAMES;
        sequencer.damaged(-1);
    }

    @Override
    public void reopened(long arrivalNanos, Consumer<Block> out) {
        abandon();
        sequencer.reopened();
        sequencer.drain(out);
        begun = false;
    }

    @Override
    public void finish(Consumer<Block> out) {
        abandon();
        sequencer.finish(out);
    }

    private void abandon() {
        gate.flush();
        bytesDiscarded += backlog.length();
        backlog.clear();
        inStep = false;
    }

    @Override
    public Tally tally() {
        return sequencer.tally(bytes, bytesDiscarded, 0);
    }
}
