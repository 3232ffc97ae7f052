package twinge.simulate.board;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayOutputStream;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class VirtualPortTest {
    @TempDir
    private Path folder;

    @BeforeEach
    void toolsAreThere() {
        for (String tool : new String[] {"socat", "stty"}) {
            assumeTrue(
                    java.util.Arrays.stream(System.getenv("PATH").split(":"))
                            .anyMatch(place -> Files.isExecutable(Path.of(place, tool))),
                    tool + " is not installed");
        }
    }

    private CompletableFuture<Void> serve(VirtualPort port, VirtualBoard board) {
        return CompletableFuture.runAsync(() -> {
            try {
                port.serve(board, Pace.times(4));
            } catch (IOException | InterruptedException failed) {
                throw new AssertionError(failed);
            }
        });
    }

    private static void speed(Path port, int baud) throws Exception {
        Process stty = new ProcessBuilder("stty", "-F", port.toString(), Integer.toString(baud))
                .redirectErrorStream(true)
                .start();
        assertEquals(0, stty.waitFor());
    }

    /** Says something again and again, as one does to a board that may not be up yet, until the answer is there. */
    private static String ask(OutputStream to, InputStream from, String said, String wanted, double seconds)
            throws Exception {
        ByteArrayOutputStream heard = new ByteArrayOutputStream();
        long until = System.nanoTime() + Math.round(seconds * 1e9);
        long again = System.nanoTime();
        while (System.nanoTime() < until
                && !heard.toString(StandardCharsets.ISO_8859_1).contains(wanted)) {
            if (System.nanoTime() >= again) {
                to.write(said.getBytes(StandardCharsets.US_ASCII));
                again = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(500);
            }
            if (from.available() > 0) {
                byte[] come = new byte[from.available()];
                heard.write(come, 0, from.read(come));
            } else {
                LockSupport.parkNanos(5_000_000);
            }
        }
        return heard.toString(StandardCharsets.ISO_8859_1);
    }

    @Test
    void aReaderOfThePortGetsTheBoardAtItsSpeedAndItIsGoneWhenTheRecordingIs() throws Exception {
        Path link = folder.resolve("cyton");
        VirtualBoard board =
                new VirtualBoard(Models.named("cyton").orElseThrow(), new Ramp(2, 250, 4), FaultPlan.none(), 1);
        CompletableFuture<Void> served;
        try (VirtualPort port = VirtualPort.at(link)) {
            served = serve(port, board);
            try (OutputStream to = new FileOutputStream(link.toFile());
                    InputStream from = new FileInputStream(link.toFile())) {
                speed(link, 115_200);
                assertTrue(ask(to, from, "v", "$$$", 20).contains("OpenBCI V3"));
                to.write('b');
                int streamed = 0;
                byte[] buffer = new byte[4096];
                for (int length = read(from, buffer); length > 0; length = read(from, buffer)) {
                    streamed += length;
                }
                assertTrue(streamed >= 4 * 250 * 33, streamed + " bytes");
            }
            served.get(10, TimeUnit.SECONDS);
        }
        assertFalse(Files.exists(link, LinkOption.NOFOLLOW_LINKS));
    }

    /** A port that is gone is at its end, or an error. */
    private static int read(InputStream from, byte[] buffer) {
        try {
            return from.read(buffer);
        } catch (IOException gone) {
            return -1;
        }
    }

    @Test
    void whileAnotherSpeedIsSetTheBoardIsNotUnderstood() throws Exception {
        Path link = folder.resolve("cyton");
        VirtualBoard board =
                new VirtualBoard(Models.named("cyton").orElseThrow(), new Ramp(2, 250, 60), FaultPlan.none(), 1);
        CompletableFuture<Void> served;
        try (VirtualPort port = VirtualPort.at(link)) {
            served = serve(port, board);
            try (OutputStream to = new FileOutputStream(link.toFile());
                    InputStream from = new FileInputStream(link.toFile())) {
                speed(link, 115_200);
                assertTrue(ask(to, from, "v", "$$$", 20).contains("$$$"));
                speed(link, 9600);
                int unanswered = 0;
                long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(15);
                while (unanswered < 2 && System.nanoTime() < until) { // it is noticed within a fifth of a second
                    unanswered = ask(to, from, "V", "v3.1.2$$$", 0.5).contains("v3.1.2") ? 0 : unanswered + 1;
                }
                assertEquals(2, unanswered);
                speed(link, 115_200);
                assertTrue(ask(to, from, "V", "v3.1.2$$$", 20).contains("v3.1.2$$$"));
            }
        }
        served.get(10, TimeUnit.SECONDS); // closing it ends it
    }
}
