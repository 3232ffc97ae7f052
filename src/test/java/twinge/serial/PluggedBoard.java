package twinge.serial;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.concurrent.locks.LockSupport;
import twinge.simulate.board.Chunk;
import twinge.simulate.board.VirtualBoard;

/** A virtual board at the far end of a {@link Wire}, in real time, at the speed that the program sets on its end. */
public final class PluggedBoard implements Closeable {
    private static final long LOOK_NANOS = 50_000_000;

    /** The only speed in use for which stty has no word; it prints 0. */
    private static final int NAMELESS_BAUD = 222_222;

    private final Wire wire;
    private final VirtualBoard board;
    private final long began = System.nanoTime();
    private volatile boolean over;

    public PluggedBoard(Wire wire, VirtualBoard board) throws IOException {
        this.wire = wire;
        this.board = board;
        OutputStream out = wire.toProgram();
        InputStream in = wire.fromProgram();
        start(() -> send(out));
        start(() -> hear(in));
        start(this::watchSpeed);
    }

    private static void start(Runnable work) {
        Thread thread = new Thread(work, "virtual board");
        thread.setDaemon(true);
        thread.start();
    }

    private void send(OutputStream out) {
        try (out) {
            while (!over) {
                for (Chunk chunk = next(); chunk != null; chunk = next()) {
                    out.write(chunk.bytes());
                }
                LockSupport.parkNanos(1_000_000);
            }
        } catch (IOException e) {
            over = true; // unplugged
        }
    }

    private void hear(InputStream in) {
        byte[] some = new byte[256];
        try (in) {
            for (int count = in.read(some); count >= 0 && !over; count = in.read(some)) {
                look();
                synchronized (board) {
                    board.heard(Arrays.copyOf(some, count), System.nanoTime() - began);
                }
            }
        } catch (IOException e) {
            over = true;
        }
    }

    private void watchSpeed() {
        while (!over) {
            look();
            LockSupport.parkNanos(LOOK_NANOS);
        }
    }

    private Chunk next() {
        synchronized (board) {
            return board.next(System.nanoTime() - began);
        }
    }

    private void look() {
        try {
            Process stty = new ProcessBuilder("stty", "-F", wire.port(), "speed").start();
            String words = new String(stty.getInputStream().readAllBytes(), StandardCharsets.US_ASCII).strip();
            if (words.matches("[0-9]+")) {
                int baud = Integer.parseInt(words);
                synchronized (board) {
                    board.speed(baud == 0 ? NAMELESS_BAUD : baud, System.nanoTime() - began);
                }
            }
        } catch (IOException e) {
            over = true;
        }
    }

    /** Whether nothing has gone wrong with its end of the line. */
    public boolean streams() {
        return !over;
    }

    @Override
    public void close() {
        over = true;
    }
}
