package twinge.simulate.board;

import java.util.Arrays;
import java.util.function.Consumer;
import twinge.simulate.Dice;

/** When bytes reach the reader, and how many at once: adapters gather them, and stalls hold all of them back. */
final class Delivery {
    private static final int USUAL_CHUNK = 4096;

    private final FaultPlan plan;
    private final Dice dice;
    private final FaultTruth truth;
    private final long batchNanos;
    private byte[] held = new byte[USUAL_CHUNK];
    private long[] frames = new long[USUAL_CHUNK];
    private long[] offsets = new long[USUAL_CHUNK];
    private int length;
    private long gathering; // since when
    private long stallBegins;
    private long stallEnds = Long.MIN_VALUE;

    Delivery(FaultPlan plan, Dice dice, FaultTruth truth) {
        this.plan = plan;
        this.dice = dice;
        this.truth = truth;
        batchNanos = Math.round(plan.batchMillis() * 1e6);
        stallBegins = plan.stall().next(0, true, dice);
    }

    void put(long frame, long offset, byte octet, long nanos, Consumer<Chunk> out) {
        stall(nanos);
        if (stalled(nanos) && plan.holdBytes() > 0 && length >= plan.holdBytes()) {
            truth.fault(Fault.Kind.OVERFLOWED, nanos, offset, 1, frame);
            return;
        }
        if (length == held.length) {
            held = Arrays.copyOf(held, 2 * length);
            frames = Arrays.copyOf(frames, 2 * length);
            offsets = Arrays.copyOf(offsets, 2 * length);
        }
        if (length == 0) {
            gathering = nanos;
        }
        held[length] = octet;
        frames[length] = frame;
        offsets[length++] = offset;
        if (!stalled(nanos) && length == chunk()) {
            hand(nanos, out);
        }
    }

    /** All of what was sent together is there; hands it on unless it has to wait. */
    void rest(long nanos, Consumer<Chunk> out) {
        if (batchNanos == 0 && !stalled(nanos)) {
            hand(nanos, out);
        }
    }

    void pass(long nanos, Consumer<Chunk> out) {
        stall(nanos);
        while (dueNanos() <= nanos) {
            hand(dueNanos(), out);
        }
    }

    long dueNanos() {
        return length == 0 ? Long.MAX_VALUE : Math.max(stallEnds, gathering + batchNanos);
    }

    void drop(long nanos) {
        for (int i = 0; i < length; i++) {
            truth.fault(Fault.Kind.UNPLUGGED, nanos, offsets[i], 1, frames[i]);
        }
        length = 0;
    }

    private void stall(long nanos) {
        while (nanos >= stallBegins) {
            stallEnds = stallBegins + plan.stall().nanos();
            stallBegins = plan.stall().next(stallBegins, false, dice);
        }
    }

    private boolean stalled(long nanos) {
        return nanos < stallEnds;
    }

    private int chunk() {
        return plan.chunkBytes() == 0 ? USUAL_CHUNK : plan.chunkBytes();
    }

    private void hand(long nanos, Consumer<Chunk> out) {
        for (int from = 0; from < length; from += chunk()) {
            byte[] bytes = Arrays.copyOfRange(held, from, Math.min(length, from + chunk()));
            truth.delivered(bytes.length);
            out.accept(new Chunk(nanos, bytes));
        }
        length = 0;
    }
}
