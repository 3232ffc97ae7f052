package twinge.simulate.board;

import java.util.function.Consumer;
import twinge.simulate.Dice;

/**
 * A line between a board and its reader: bytes in, damaged and delayed by a plan, chunks out. The same seed and the same
 * bytes at the same times give the same chunks. Time moves only when it is told.
 */
public final class FaultyLine {
    private static final int REMEMBERED = 1 << 20;

    private final FaultPlan plan;
    private final Dice dice;
    private final FaultTruth truth = new FaultTruth();
    private final Delivery delivery;
    private final byte[] passed; // a ring of what was sent last, for duplicates
    private final boolean damages;
    private long offset; // of the next byte sent
    private long overwrittenTo;

    public FaultyLine(FaultPlan plan, long seed) {
        this.plan = plan;
        dice = Dice.of(seed, "line");
        delivery = new Delivery(plan, Dice.of(seed, "stalls"), truth);
        passed = new byte[Math.min(REMEMBERED, Integer.highestOneBit(plan.longestBytes()) << 1)];
        damages = plan.loss() + plan.corrupt() + plan.insert() + plan.burst() + plan.duplicate() > 0;
    }

    /** Sends bytes that all belong to one frame, or to none ({@code frame} -1), not before anything sent earlier. */
    public void send(long frame, byte[] bytes, long nanos, Consumer<Chunk> out) {
        pass(nanos, out);
        truth.sent(frame, bytes.length);
        for (int i = 0; i < bytes.length; i++) {
            if (damages) {
                damage(i == 0 ? -1 : frame, frame, bytes[i], nanos, out);
            } else {
                put(frame, bytes[i], nanos, out);
            }
            passed[(int) offset & passed.length - 1] = bytes[i];
            offset++;
        }
        delivery.rest(nanos, out);
    }

    /** Hands on what is due by a moment. */
    public void pass(long nanos, Consumer<Chunk> out) {
        delivery.pass(nanos, out);
    }

    /** When something that is held back will be handed on; never if nothing is. */
    public long dueNanos() {
        return delivery.dueNanos();
    }

    /** The plug is pulled: what is on its way is lost. */
    void cut(long nanos) {
        delivery.drop(nanos);
    }

    /** Notes that a reader at another speed gets other bytes for these; they are sent next, with no frame. */
    void garbled(long frame, int length, long nanos) {
        truth.fault(Fault.Kind.GARBLED, nanos, offset, length, frame);
    }

    public FaultTruth truth() {
        return truth;
    }

    /** @param within the frame that is cut in two by what is added before the byte, -1 if it begins with it */
    private void damage(long within, long frame, byte octet, long nanos, Consumer<Chunk> out) {
        if (dice.chance(plan.duplicate()) && offset > 0) {
            int length = (int) Math.min(offset, dice.integer(1, Math.min(plan.longestBytes(), passed.length)));
            truth.fault(Fault.Kind.DUPLICATED, nanos, offset, length, within);
            for (long from = offset - length; from < offset; from++) {
                delivery.put(-1, offset, passed[(int) from & passed.length - 1], nanos, out);
            }
        }
        if (dice.chance(plan.insert())) {
            truth.fault(Fault.Kind.INSERTED, nanos, offset, 1, within);
            delivery.put(-1, offset, (byte) dice.integer(0, 255), nanos, out);
        }
        if (offset >= overwrittenTo && dice.chance(plan.burst())) {
            overwrittenTo = offset + dice.integer(1, plan.longestBytes());
        }
        if (offset < overwrittenTo) {
            byte noise = (byte) dice.integer(0, 255);
            truth.fault(Fault.Kind.OVERWRITTEN, nanos, offset, 1, noise == octet ? -1 : frame);
            put(frame, noise, nanos, out);
        } else if (dice.chance(plan.loss())) {
            truth.fault(Fault.Kind.LOST, nanos, offset, 1, frame);
        } else if (dice.chance(plan.corrupt())) {
            truth.fault(Fault.Kind.CORRUPTED, nanos, offset, 1, frame);
            put(frame, (byte) (octet ^ dice.integer(1, 255)), nanos, out);
        } else {
            put(frame, octet, nanos, out);
        }
    }

    private void put(long frame, byte octet, long nanos, Consumer<Chunk> out) {
        if (offset < plan.joinBytes()) {
            truth.fault(Fault.Kind.MISSED, nanos, offset, 1, frame);
        } else {
            delivery.put(frame, offset, octet, nanos, out);
        }
    }
}
