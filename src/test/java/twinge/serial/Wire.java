package twinge.serial;

import java.io.Closeable;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Assumptions;

/** Two pseudo-terminals joined by socat: the program opens one, the test is the board at the other. */
public final class Wire implements Closeable {
    private static final long PATIENCE_SECONDS = 10;

    private final Path port;
    private final Path board;
    private Process socat;

    public Wire(Path folder, String name) throws IOException {
        port = folder.resolve(name);
        board = folder.resolve(name + "-board");
        plug();
    }

    /** Skips the calling test where socat is not installed. */
    public static void require() {
        boolean there = java.util.Arrays.stream(System.getenv("PATH").split(":"))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, "socat")));
        Assumptions.assumeTrue(there, "socat is not installed; apt-get install socat");
    }

    /** What the program opens; a link that leads to another device each time the board is plugged in. */
    public String port() {
        return port.toString();
    }

    public OutputStream toProgram() throws IOException {
        return new FileOutputStream(board.toFile());
    }

    public InputStream fromProgram() throws IOException {
        return new FileInputStream(board.toFile());
    }

    public void plug() throws IOException {
        socat = new ProcessBuilder("socat", "pty,raw,echo=0,link=" + port, "pty,raw,echo=0,link=" + board)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        await("socat's two ends", () -> Files.exists(port) && Files.exists(board));
    }

    public void unplug() {
        socat.destroy();
        try {
            if (!socat.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new AssertionError("socat does not end");
            }
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
        await("the links to go", () -> !Files.exists(port) && !Files.exists(board));
    }

    @Override
    public void close() {
        unplug();
    }

    /** Looks again and again until something holds. */
    public static void await(String what, BooleanSupplier holds) {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (!holds.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("waited " + PATIENCE_SECONDS + " s in vain for " + what);
            }
            java.util.concurrent.locks.LockSupport.parkNanos(1_000_000);
        }
    }
}
