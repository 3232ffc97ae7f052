package twinge.detect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/**
 * The same session gives the same bits on every Java, compiled or interpreted: what was found live is found again in ten
 * years. If a change of the generator or the detector is meant to find something else, the digest below changes with it,
 * and the changelog says so.
 */
class SameBitsTest {
    private static final String DIGEST =
            "e4c71582da70214ad8d1c34b1383a18dae68a35c29de053fc22a1e16e0f6d93f of 1864 findings";

    @Test
    void compiledByThisJava() {
        assertEquals(DIGEST, Bits.digest());
    }

    @Test
    void interpreted() throws IOException, InterruptedException {
        assertEquals(DIGEST, run(Path.of(System.getProperty("java.home")), "-Xint"));
    }

    @Test
    void onJava25() throws IOException, InterruptedException {
        Optional<Path> home = java25();
        assumeTrue(home.isPresent(), "no Java 25 found: set JAVA25_HOME to check the bits on it");
        assertEquals(DIGEST, run(home.get(), "-Xshare:auto"));
    }

    private static Optional<Path> java25() throws IOException {
        String stated = System.getenv("JAVA25_HOME");
        if (stated != null) {
            return Optional.of(Path.of(stated));
        }
        Path usual = Path.of("/usr/lib/jvm");
        if (!Files.isDirectory(usual)) {
            return Optional.empty();
        }
        try (DirectoryStream<Path> homes = Files.newDirectoryStream(usual, "*25*")) {
            for (Path home : homes) {
                if (Files.isExecutable(home.resolve("bin/java"))) {
                    return Optional.of(home);
                }
            }
        }
        return Optional.empty();
    }

    private static String run(Path home, String option) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(home.resolve("bin/java").toString());
        command.add(option);
        command.add("-cp");
        command.add(System.getProperty("java.class.path"));
        command.add(Bits.class.getName());
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        assertTrue(process.waitFor(2, TimeUnit.MINUTES), "it takes too long: " + command);
        return printed.substring(printed.lastIndexOf('\n') + 1);
    }
}
