package twinge.simulate.board;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Puts a virtual board on a port that other programs open, or on a pipe. While nobody has the port open, what the board
 * sends is lost, as on a real one; while the speed that is set there is not the board's, both sides hear garbage.
 *
 * <p>Of speeds that {@code stty} does not know it says nothing; those are taken for the board's own.
 */
public final class VirtualPort implements Closeable {
    private static final long ASK_NANOS = 200_000_000; // how often speed and listeners are looked after
    private static final long NAP_NANOS = 100_000_000;

    /** Makes the line anew each time the board is plugged in. */
    private interface Plug {
        Line line() throws IOException;
    }

    private final Plug plug;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition woken = lock.newCondition();
    private final Queue<byte[]> said = new ConcurrentLinkedQueue<>();
    private volatile boolean stopped;
    private volatile Line line;
    private boolean listened;
    private long asked;
    private long unheard;

    private VirtualPort(Plug plug) throws IOException {
        this.plug = plug;
        open();
    }

    /** @throws IOException if socat is missing or can not make it, saying what to do */
    public static VirtualPort at(Path link) throws IOException {
        return new VirtualPort(() -> PseudoTerminal.open(link));
    }

    public static VirtualPort over(InputStream heard, OutputStream told) throws IOException {
        return new VirtualPort(() -> Line.over(heard, told));
    }

    private void open() throws IOException {
        Line opened = plug.line();
        line = opened;
        asked = System.nanoTime() - ASK_NANOS;
        Thread listener = new Thread(() -> listen(opened), "virtual port");
        listener.setDaemon(true);
        listener.start();
    }

    private void listen(Line from) {
        byte[] buffer = new byte[1024];
        try {
            for (int length = from.heard().read(buffer);
                    length >= 0;
                    length = from.heard().read(buffer)) {
                said.add(Arrays.copyOf(buffer, length));
                wake();
            }
        } catch (IOException closed) {
            // the line is gone; whoever pulled it knows
        }
    }

    private void wake() {
        lock.lock();
        try {
            woken.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /**
     * Serves until the board is gone for good or this is closed.
     *
     * @throws IOException if the line breaks: the reader of a pipe went away, or socat was ended
     */
    public void serve(VirtualBoard board, Pace pace) throws IOException, InterruptedException {
        int plugged = board.pluggedTimes();
        lock.lock();
        try {
            while (!stopped && !(board.ended() && !board.plugged())) {
                long now = pace.nanos();
                look(board, now);
                for (byte[] bytes = said.poll(); bytes != null; bytes = said.poll()) {
                    board.heard(bytes, now);
                }
                for (Chunk chunk = board.next(now); chunk != null; chunk = board.next(now)) {
                    tell(chunk);
                }
                if (line != null && !board.plugged()) {
                    pull();
                } else if (line == null && plugged != board.pluggedTimes()) {
                    plugged = board.pluggedTimes();
                    open();
                }
                pace.await(woken, Math.min(board.nextNanos(), now + NAP_NANOS));
            }
        } catch (IOException broken) {
            if (!stopped) {
                throw broken;
            }
        } finally {
            lock.unlock();
        }
    }

    private void look(VirtualBoard board, long now) throws IOException {
        if (line == null || System.nanoTime() - asked < ASK_NANOS) {
            return;
        }
        asked = System.nanoTime();
        listened = line.listened();
        board.speed(line.speed().orElse(board.baud()), now);
    }

    private void tell(Chunk chunk) throws IOException {
        if (line == null || !listened) {
            unheard += chunk.bytes().length;
            return;
        }
        line.told().write(chunk.bytes());
        line.told().flush();
    }

    private void pull() throws IOException {
        Line pulled = line;
        line = null;
        listened = false;
        said.clear();
        if (pulled != null) {
            pulled.close();
        }
    }

    /** Bytes that were sent while nobody had the port open. */
    public long unheard() {
        return unheard;
    }

    @Override
    public void close() throws IOException {
        stopped = true;
        Line last = line;
        if (last != null) {
            last.close();
        }
    }
}
