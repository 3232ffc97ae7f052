package twinge.live;

import java.io.IOException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import twinge.wire.Link;
import twinge.wire.TickProtocol;

/** A board whose bytes come at times that are written down beforehand, and the clock that goes by them. */
final class ScriptedBoard implements Link, LiveClock {
    private enum Kind {
        BYTES,
        GONE,
        BACK
    }

    private record Happening(long nanos, Kind kind, byte[] bytes) {}

    private static final long MILLI = 1_000_000;

    private final List<Happening> script;
    private final AtomicLong now = new AtomicLong(5_000_000_000_000L);
    private final long zero = now.get();
    private volatile int next;
    private volatile boolean answering;
    private volatile long wallStepSeconds;
    private volatile Runnable atStep = () -> {};

    private ScriptedBoard(List<Happening> script) {
        this.script = script;
    }

    /**
     * Frames of 4 channels at 1000 Hz with rest, bursts and trains.
     *
     * @param faults whether bytes are lost, changed and added, reads stall, and the board is pulled out
     */
    static ScriptedBoard of(int seconds, long seed, boolean faults) {
        Random dice = new Random(seed);
        Emg emg = new Emg(4, seed);
        List<Happening> script = new ArrayList<>();
        long frame = 0;
        long nanos = 0;
        while (frame < seconds * 1000L) {
            int frames = 1 + dice.nextInt(16);
            byte[] bytes = new byte[0];
            for (int i = 0; i < frames; i++) {
                bytes = joined(bytes, TickProtocol.frame(frame, emg.next()));
                frame++;
            }
            nanos = Math.max(nanos, frame * MILLI) + dice.nextInt(400_000);
            if (faults && dice.nextInt(60) == 0) {
                bytes = damaged(bytes, dice);
            }
            if (faults && dice.nextInt(1500) == 0) {
                nanos += 150 * MILLI; // a stall; what follows comes in a flood
            }
            script.add(new Happening(nanos, Kind.BYTES, bytes));
            if (faults && dice.nextInt(4000) == 0) {
                script.add(new Happening(nanos, Kind.GONE, bytes));
                long missed = 500 + dice.nextInt(4000);
                for (long i = 0; i < missed; i++) {
                    emg.next();
                    frame++;
                }
                nanos = frame * MILLI;
                script.add(new Happening(nanos, Kind.BACK, bytes));
            }
        }
        return new ScriptedBoard(script);
    }

    private static byte[] damaged(byte[] bytes, Random dice) {
        int at = dice.nextInt(bytes.length);
        byte[] changed = bytes.clone();
        switch (dice.nextInt(3)) {
            case 0 -> changed[at] ^= (byte) (1 << dice.nextInt(8));
            case 1 -> {
                changed = new byte[bytes.length - 1];
                System.arraycopy(bytes, 0, changed, 0, at);
                System.arraycopy(bytes, at + 1, changed, at, changed.length - at);
            }
            default -> changed = joined(bytes, new byte[] {(byte) dice.nextInt(256)});
        }
        return changed;
    }

    private static byte[] joined(byte[] first, byte[] second) {
        byte[] both = new byte[first.length + second.length];
        System.arraycopy(first, 0, both, 0, first.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }

    /** Sets the wall clock by so many seconds. */
    void stepWall(long seconds) {
        wallStepSeconds += seconds;
    }

    /** Is called by the reader at every read. */
    void atEachRead(Runnable step) {
        atStep = step;
    }

    double seconds() {
        return (now.get() - zero) / 1e9;
    }

    boolean over() {
        return next >= script.size();
    }

    @Override
    public String name() {
        return "script";
    }

    @Override
    public int read(byte[] into) {
        atStep.run();
        if (over()) {
            now.addAndGet(MILLI);
            java.util.concurrent.locks.LockSupport.parkNanos(200_000);
            return 0;
        }
        Happening happening = script.get(next);
        if (answering && happening.kind() == Kind.BYTES) {
            answering = false;
        }
        next++;
        now.set(Math.max(now.get(), zero + happening.nanos()));
        if (happening.kind() == Kind.GONE) {
            return -1;
        }
        System.arraycopy(happening.bytes(), 0, into, 0, happening.bytes().length);
        return happening.bytes().length;
    }

    @Override
    public void write(byte[] bytes) throws IOException {
        answering = true;
    }

    @Override
    public boolean reopen() {
        Happening happening = script.get(next);
        if (happening.kind() != Kind.BACK) {
            throw new IllegalStateException("reopened without having been gone");
        }
        next++;
        now.set(Math.max(now.get(), zero + happening.nanos()));
        return true;
    }

    @Override
    public void close() {}

    @Override
    public long nanos() {
        return now.get();
    }

    @Override
    public Instant wall() {
        return Instant.parse("2026-03-28T22:30:00.123456789Z")
                .plusNanos(now.get() - zero)
                .plusSeconds(wallStepSeconds);
    }

    @Override
    public ZoneId zone() {
        return ZoneOffset.ofHours(1);
    }
}
