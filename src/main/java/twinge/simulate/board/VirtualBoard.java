package twinge.simulate.board;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import twinge.frames.FrameSource;
import twinge.simulate.Dice;

/**
 * A board that streams a recording, and the line it hangs on. Pure: it is told what it hears and what time it is, and gives
 * what it has sent by then.
 *
 * <p>Nanoseconds count from power-on, on the reader's clock. The recording begins with the first frame that the board ever
 * streams and runs on by the board's clock from then, whether it streams or not. When the recording ends the board is gone.
 */
public final class VirtualBoard {
    private static final double BITS_A_BYTE = 10;

    /** Bytes that wait for the line. */
    private record Waiting(long frame, byte[] bytes, long nanos, int baud) {}

    private final Model model;
    private final Firmware firmware;
    private final Wearer wearer;
    private final FaultPlan faults;
    private final FaultyLine line;
    private final Dice resetDice;
    private final Dice unplugDice;
    private final Deque<Waiting> waiting = new ArrayDeque<>();
    private final Deque<Chunk> arrived = new ArrayDeque<>();
    private final Uart uart = new Port();
    private final List<FrameListener> listeners = new ArrayList<>();
    private long now;
    private long lineFree;
    private int baud;
    private int readerBaud;
    private long poweredBoard; // when the board was last switched on, by its clock
    private long boots; // when it is up; never if it is
    private long resets;
    private long pulls;
    private long plugs = Long.MAX_VALUE;
    private int pluggedTimes = 1;
    private double gridRateHz; // at which frames are due; 0: none was yet
    private long gridBegan; // when frame gridFrame was due, by the board's clock
    private long gridFrame;
    private double gridSeconds; // of the recording, at frame gridFrame
    private long frame; // the next
    private boolean ended;

    public VirtualBoard(Model model, FrameSource worn, FaultPlan faults, long seed) {
        this.model = model;
        this.faults = faults;
        firmware = model.firmware().get();
        if (faults.wrapFrames() >= 0) {
            firmware.wrapsAfter(faults.wrapFrames());
        }
        wearer = new Wearer(worn, firmware.rateHz(), seed);
        line = new FaultyLine(faults, seed);
        resetDice = Dice.of(seed, "resets");
        unplugDice = Dice.of(seed, "plug");
        resets = faults.reset().next(0, true, resetDice);
        pulls = faults.unplug().next(0, true, unplugDice);
        baud = model.baud();
        readerBaud = baud;
        boots = model.bootMillis() * 1_000_000L;
    }

    public Model model() {
        return model;
    }

    /** Who is told each frame. */
    public void listen(FrameListener listener) {
        listeners.add(listener);
    }

    /** The reader's end of the line is set to a speed. */
    public void speed(int baudOfReader, long nanos) {
        advance(nanos);
        readerBaud = baudOfReader;
    }

    /** Bytes come from the reader. */
    public void heard(byte[] bytes, long nanos) {
        advance(nanos);
        if (plugs != Long.MAX_VALUE || boots != Long.MAX_VALUE) {
            return;
        }
        for (byte octet : agreed(baud) ? bytes : WrongSpeed.heard(bytes, readerBaud, baud)) {
            boolean before = firmware.streaming();
            firmware.heard(octet & 255, uart);
            begin(before);
        }
    }

    /** What has arrived by a moment and was not taken yet: one chunk after another, null when there is no more. */
    public Chunk next(long nanos) {
        advance(nanos);
        return arrived.poll();
    }

    /** When something will happen next if nothing is said to it; never if nothing will. */
    public long nextNanos() {
        return arrived.isEmpty()
                ? Math.min(nextEvent(), line.dueNanos())
                : arrived.getFirst().nanos();
    }

    /** Whether it is there; see {@link #pluggedTimes} for whether it was away meanwhile. */
    public boolean plugged() {
        boolean over = ended && waiting.isEmpty() && line.dueNanos() == Long.MAX_VALUE;
        return !arrived.isEmpty() || plugs == Long.MAX_VALUE && !over;
    }

    /** How often it was plugged in by now, 1 at first. */
    public int pluggedTimes() {
        return pluggedTimes;
    }

    /** Whether the recording is over; what was sent may still have to arrive. */
    public boolean ended() {
        return ended;
    }

    public FaultTruth truth() {
        return line.truth();
    }

    private boolean agreed(int sent) {
        return readerBaud == sent || !model.speedMatters();
    }

    private void advance(long nanos) {
        if (nanos < now) {
            throw new IllegalArgumentException("time went back from " + now + " to " + nanos + " ns");
        }
        for (long event = nextEvent(); event <= nanos; event = nextEvent()) {
            now = event;
            happen();
        }
        now = nanos;
        line.pass(nanos, arrived::add);
    }

    private long nextEvent() {
        long soonest = Math.min(Math.min(resets, pulls), plugs);
        if (!waiting.isEmpty()) {
            soonest = Math.min(soonest, waiting.getFirst().nanos());
        }
        if (plugs != Long.MAX_VALUE || ended) {
            return ended && waiting.isEmpty() ? Long.MAX_VALUE : soonest;
        }
        soonest = Math.min(soonest, boots);
        if (boots == Long.MAX_VALUE) {
            soonest = Math.min(soonest, firmware.streaming() ? host(dueBoard()) : Long.MAX_VALUE);
            soonest = Math.min(soonest, wakes());
        }
        return Math.max(soonest, now);
    }

    private void happen() {
        if (!waiting.isEmpty() && waiting.getFirst().nanos() <= now) {
            transmit(waiting.removeFirst());
        } else if (plugs <= now) {
            plugs = Long.MAX_VALUE;
            pluggedTimes++;
            arrived.clear(); // nobody can read any more what came before
            start();
        } else if (pulls <= now) {
            pull();
        } else if (resets <= now) {
            resets = faults.reset().next(resets, false, resetDice);
            start();
            boots = Math.max(boots, now + faults.reset().nanos());
        } else if (boots <= now) {
            boots = Long.MAX_VALUE;
            poweredBoard = board(now);
            firmware.power(uart);
            begin(false);
        } else if (firmware.streaming() && host(dueBoard()) <= now) {
            sample();
        } else {
            boolean before = firmware.streaming();
            firmware.wake(uart);
            begin(before);
        }
    }

    private void start() {
        boots = now + model.bootMillis() * 1_000_000L;
        baud = model.baud();
    }

    private void pull() {
        pulls = faults.unplug().next(pulls, false, unplugDice);
        plugs = now + faults.unplug().nanos();
        line.pass(now, arrived::add);
        line.cut(now);
        waiting.clear();
        lineFree = now;
    }

    private void sample() {
        if (!wearer.to(gridSeconds + (frame - gridFrame) / gridRateHz)) {
            ended = true;
            return;
        }
        Frame taken = firmware.frame(wearer, uart);
        queue(frame, taken.bytes());
        for (FrameListener listener : listeners) {
            listener.frame(frame, taken.counts());
        }
        frame++;
    }

    /** A stream that has just begun goes on in the steps of the one before, unless its rate is another. */
    private void begin(boolean streamedBefore) {
        if (!firmware.streaming() || streamedBefore && firmware.rateHz() == gridRateHz) {
            return;
        }
        long clock = board(now);
        if (firmware.rateHz() != gridRateHz) {
            long began = clock + Math.round(1e9 / firmware.rateHz());
            gridSeconds += gridRateHz == 0 ? 0 : (began - gridBegan) / 1e9;
            gridBegan = began;
            gridFrame = frame;
            gridRateHz = firmware.rateHz();
        }
        frame = Math.max(frame, gridFrame + (long) Math.ceil((clock - gridBegan) * gridRateHz / 1e9));
    }

    private void queue(long of, byte[] bytes) {
        lineFree = Math.max(lineFree, now);
        if (model.speedMatters()) {
            lineFree += Math.round(bytes.length * BITS_A_BYTE * 1e9 / baud);
        }
        waiting.add(new Waiting(of, bytes, lineFree, baud));
    }

    private void transmit(Waiting sent) {
        byte[] bytes = sent.bytes();
        if (!agreed(sent.baud())) {
            bytes = WrongSpeed.heard(bytes, sent.baud(), readerBaud);
            boolean same = java.util.Arrays.equals(bytes, sent.bytes());
            if (!same) {
                line.garbled(sent.frame(), bytes.length, sent.nanos());
            }
        }
        line.send(sent.frame(), bytes, sent.nanos(), arrived::add);
    }

    private long dueBoard() {
        return gridBegan + Math.round((frame - gridFrame) * 1e9 / gridRateHz);
    }

    private long wakes() {
        long micros = firmware.wakeMicros();
        return micros == Long.MAX_VALUE ? micros : host(poweredBoard + micros * 1000);
    }

    private long board(long host) {
        return host + Math.round(host * faults.driftPpm() * 1e-6);
    }

    /** The first moment at which the board's clock has come so far. */
    private long host(long board) {
        return (long) Math.ceil(board / (1 + faults.driftPpm() * 1e-6));
    }

    /** What the firmware sees of all this. */
    private final class Port implements Uart {
        @Override
        public long micros() {
            return (board(now) - poweredBoard) / 1000;
        }

        @Override
        public void send(byte[] bytes) {
            queue(-1, bytes);
        }

        @Override
        public void speed(int chosen) {
            baud = chosen;
        }
    }
}
