package twinge.serial;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;

/**
 * A board at the far end of a {@link Wire}: sends frames at its own speed, and garbage at any other, as a real line does.
 * Its threads end with the wire.
 */
final class BeepingBoard implements Closeable {
    private static final int FRAME_NANOS = 4_000_000;
    private static final int FRAMES_A_LOOK = 5; // the speed is looked up every 20 ms

    private final Wire wire;
    private final Beeps protocol;
    private final int baud;
    private volatile boolean asked;
    private volatile boolean tuned;
    private volatile boolean over;

    BeepingBoard(Wire wire, Beeps protocol, int baud) throws IOException {
        this.wire = wire;
        this.protocol = protocol;
        this.baud = baud;
        asked = protocol.streamsUnasked();
        OutputStream out = wire.toProgram();
        InputStream in = wire.fromProgram();
        start(() -> send(out));
        start(() -> hear(in, out));
    }

    private static void start(Runnable work) {
        Thread thread = new Thread(work, "beeping board");
        thread.setDaemon(true);
        thread.start();
    }

    private void send(OutputStream out) {
        Random noise = new Random(1);
        try {
            for (int counter = 0; !over; counter++) {
                if (counter % FRAMES_A_LOOK == 0) {
                    tuned = speed() == baud;
                }
                byte[] bytes = protocol.frame(counter);
                if (!tuned) {
                    noise.nextBytes(bytes);
                }
                if (asked) {
                    out.write(bytes);
                }
                LockSupport.parkNanos(FRAME_NANOS);
            }
            out.close();
        } catch (IOException e) {
            over = true; // unplugged
        }
    }

    private void hear(InputStream in, OutputStream out) {
        String question = new String(protocol.question(), StandardCharsets.ISO_8859_1);
        StringBuilder heard = new StringBuilder();
        try {
            for (int value = in.read(); value >= 0 && !over; value = in.read()) {
                heard.append((char) value);
                if (heard.toString().endsWith(question) && !protocol.streamsUnasked() && speed() == baud) {
                    out.write(protocol.answer());
                    asked = true;
                }
            }
            in.close();
        } catch (IOException e) {
            over = true; // unplugged
        }
    }

    /** What the program has set its end to. */
    private int speed() throws IOException {
        Process stty = new ProcessBuilder("stty", "-F", wire.port(), "speed").start();
        String words = new String(stty.getInputStream().readAllBytes(), StandardCharsets.US_ASCII).strip();
        return words.matches("[0-9]+") ? Integer.parseInt(words) : 0;
    }

    @Override
    public void close() {
        over = true;
    }
}
