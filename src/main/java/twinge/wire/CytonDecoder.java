package twinge.wire;

import java.util.function.Consumer;
import twinge.frames.Block;

/**
 * Decodes a Cyton, with or without its Daisy. Nothing checks what a packet carries, so a packet is judged by those around
 * it: its number and its stop byte by the packet after it, its samples by their neighbours. That holds it back for a frame.
 */
final class CytonDecoder implements Decoder, FrameFinder.Found {
    private static final long MOST_MILLIS = 1L << 32;

    private final Inputs inputs;
    private final int halves;
    private final int modulus;
    private final double frameMillis;
    private final Intake intake = new Intake();
    private final FrameFinder finder = new FrameFinder(intake, CytonPacket.SHAPE, CytonPacket.BYTES, "$$$");
    private final CytonSidecar sidecar;
    private final Sequencer sequencer;
    private final Outliers outliers;
    private CytonPacket settled; // the last whose number and stop byte are sure
    private CytonPacket waiting; // the one after it
    private CytonFrame filling; // what the halves are put into
    private CytonFrame filled; // the frame before it, which is judged next
    private CytonFrame placed; // the last given to the sequencer
    private long now;

    CytonDecoder(Board board) {
        inputs = Inputs.of(board);
        halves = Cyton.halves(board);
        modulus = 256 / halves;
        double rateHz = board.streams().get(0).rateHz();
        frameMillis = 1000 / rateHz;
        int channels = CytonPacket.CHANNELS * halves;
        sidecar = new CytonSidecar(board.streams().get(1), inputs.size(), halves, this::mark);
        sequencer = new Sequencer(board.streams().get(0), modulus, sidecar);
        double microvolts = board.streams().get(0).montage().channel(0).scale().gain();
        int least = (int) Math.ceil(Cyton.LEAST_OUTLIER_MICROVOLTS / Math.abs(microvolts));
        outliers = new Outliers(channels, rateHz, -Cyton.FULL_SCALE_COUNTS, Cyton.FULL_SCALE_COUNTS, least);
    }

    @Override
    public void accept(byte[] bytes, int from, int length, long arrivalNanos, Consumer<Block> out) {
        now = arrivalNanos;
        intake.add(bytes, from, length);
        finder.search(false, this);
        drain(false, out);
    }

    @Override
    public void reopened(long arrivalNanos, Consumer<Block> out) {
        finder.restart();
        restart();
        drain(false, out);
    }

    @Override
    public void finish(Consumer<Block> out) {
        finder.search(true, this);
        flush();
        sequencer.finish(out);
        sidecar.drain(true, out);
    }

    @Override
    public Tally tally() {
        return sequencer.tally(intake.taken(), intake.discarded(), 0);
    }

    @Override
    public void frame(boolean inStep) {
        CytonPacket packet = CytonPacket.read(intake, inStep, now);
        settle(packet);
        waiting = packet;
    }

    /** The banner of a board that was reset ends as its answers do; it counts from 0 again. */
    @Override
    public void text(String text) {
        if (text.contains("OpenBCI")) {
            restart();
        }
        flush();
        sequencer.mark(text.substring(0, text.length() - 3).strip().replaceAll("\\s+", " "));
    }

    private void mark(long index, String text) {
        sequencer.mark(index, text);
    }

    private void drain(boolean last, Consumer<Block> out) {
        sequencer.drain(out);
        sidecar.drain(last, out);
    }

    private void restart() {
        flush();
        sequencer.reopened();
        outliers.restart();
        settled = null;
        placed = null;
    }

    private void flush() {
        settle(null);
        waiting = null;
        over();
        over();
    }

    /** Decides on the waiting packet's number and stop byte: one that only it has wrong is known to be damaged. */
    private void settle(CytonPacket next) {
        if (waiting == null) {
            return;
        }
        CytonPacket packet = waiting;
        boolean damaged = false;
        if (settled != null && packet.inStep() && next != null && next.inStep()) {
            boolean misnumbered = packet.after(settled) != 1 && next.after(settled) == 2;
            boolean misstopped = packet.stop() != settled.stop() && next.stop() == settled.stop();
            damaged = misnumbered || misstopped;
            packet = packet.with(
                    misnumbered ? settled.counter() + 1 & 0xFF : packet.counter(),
                    misstopped ? settled.stop() : packet.stop());
        }
        settled = packet;
        if (halves == 1) {
            place(alone(packet, damaged), next == null ? null : alone(next, false));
        } else {
            half(packet, damaged);
        }
    }

    private static CytonFrame alone(CytonPacket packet, boolean damaged) {
        CytonFrame frame = new CytonFrame(1, packet);
        frame.put(packet, 0, damaged);
        return frame;
    }

    private void half(CytonPacket packet, boolean damaged) {
        int half = packet.counter() & 1;
        if (filling != null && !filling.takes(packet, half)) {
            over();
        }
        if (filling == null) {
            filling = new CytonFrame(halves, packet);
        }
        filling.put(packet, half, damaged);
        if (half == 1) {
            over();
        }
    }

    /** The frame under way is over, and the one before it can be judged. */
    private void over() {
        if (filled != null) {
            place(filled, filling);
        }
        filled = filling;
        filling = null;
    }

    private void place(CytonFrame frame, CytonFrame after) {
        long doubted = outliers.judge(frame.counts(), after == null ? null : after.counts(), true, frame.absent());
        int[] numbers = new int[inputs.size() + CytonSidecar.NUMBERS * halves];
        inputs.pick(frame.counts(), numbers);
        frame.sidecar(numbers, inputs.size());
        boolean suspect = frame.damaged() || inputs.pick(doubted) != 0;
        long missing = frame.damaged() ? -1 : inputs.pick(doubted | frame.absent());
        long turns = turns(frame, after);
        if (turns >= 0) {
            long index = sequencer.lastIndex() + frame.after(placed) + turns * modulus;
            sequencer.frameAt(index, numbers, missing, suspect, frame.arrivalNanos());
        } else {
            sequencer.frame(frame.counter(), numbers, missing, suspect, frame.arrivalNanos());
        }
        placed = frame;
    }

    /** How often the counter has turned unseen, by the board's own clock; -1 if that does not tell. */
    private long turns(CytonFrame frame, CytonFrame after) {
        if (placed == null || !placed.stamped() || !frame.stamped()) {
            return -1;
        }
        double since = Math.floorMod(frame.boardMillis() - placed.boardMillis(), MOST_MILLIS) / frameMillis;
        long turns = Math.round((since - frame.after(placed)) / modulus);
        boolean agrees = Math.abs(since - frame.after(placed) - turns * modulus) < modulus / 4.0;
        boolean goesOn = after != null
                && after.stamped()
                && Math.floorMod(after.boardMillis() - frame.boardMillis(), MOST_MILLIS)
                        <= (after.after(frame) + 2) * frameMillis;
        return agrees && (turns == 0 || turns > 0 && goesOn) ? turns : -1;
    }
}
