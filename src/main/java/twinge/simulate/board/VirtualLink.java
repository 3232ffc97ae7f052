package twinge.simulate.board;

import java.io.IOException;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import twinge.wire.Link;

/**
 * A reader's way to a virtual board in the same process. It behaves as a serial port does: a read waits for a tenth of a
 * second at most, gives -1 once the board is gone, and goes on giving it until the board is there again and reopened.
 */
public final class VirtualLink implements Link {
    private static final long LONGEST_WAIT_NANOS = 100_000_000;

    private final VirtualBoard board;
    private final Pace pace;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition woken = lock.newCondition();
    private int baud;
    private int opened;
    private boolean closed;
    private Chunk begun;
    private int taken; // bytes of it

    /** At the board's own speed. */
    public VirtualLink(VirtualBoard board, Pace pace) {
        this(board, pace, board.model().baud());
    }

    public VirtualLink(VirtualBoard board, Pace pace, int baud) {
        this.board = board;
        this.pace = pace;
        this.baud = baud;
        opened = board.pluggedTimes();
        board.speed(baud, pace.nanos());
    }

    @Override
    public String name() {
        return "virtual " + board.model().name() + " at " + baud + " baud";
    }

    /** The time that its bytes arrive by: what a reader stamps them with. */
    public long nanos() {
        return pace.nanos();
    }

    /** Sets another speed. */
    public void speed(int chosenBaud) {
        lock.lock();
        try {
            baud = chosenBaud;
            board.speed(baud, pace.nanos());
        } finally {
            lock.unlock();
        }
    }

    @Override
    public int read(byte[] into) throws IOException {
        lock.lock();
        try {
            long until = pace.nanos() + LONGEST_WAIT_NANOS;
            while (!gone()) {
                if (begun == null) {
                    begun = board.next(pace.nanos());
                    taken = 0;
                }
                if (opened != board.pluggedTimes()) {
                    break; // it was away meanwhile
                }
                if (begun != null) {
                    return take(into);
                }
                if (gone()) {
                    break;
                }
                if (pace.nanos() >= until) {
                    return 0;
                }
                pace.await(woken, Math.min(until, board.nextNanos()));
            }
            begun = null;
            return -1;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while reading " + name(), stopped);
        } finally {
            lock.unlock();
        }
    }

    private int take(byte[] into) {
        int length = Math.min(into.length, begun.bytes().length - taken);
        System.arraycopy(begun.bytes(), taken, into, 0, length);
        taken += length;
        if (taken == begun.bytes().length) {
            begun = null;
        }
        return length;
    }

    private boolean gone() {
        return closed || opened != board.pluggedTimes() || begun == null && !board.plugged();
    }

    @Override
    public void write(byte[] bytes) throws IOException {
        lock.lock();
        try {
            if (gone()) {
                throw new IOException(name() + " is gone");
            }
            board.heard(bytes.clone(), pace.nanos());
            woken.signalAll();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public boolean reopen() throws IOException {
        lock.lock();
        try {
            begun = null;
            board.speed(baud, pace.nanos());
            if (closed || !board.plugged()) {
                return false;
            }
            opened = board.pluggedTimes();
            return true;
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void close() {
        lock.lock();
        try {
            closed = true;
            woken.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
