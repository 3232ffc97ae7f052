package twinge.detect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * The same session gives the same bits on every Java, compiled or interpreted: what was found live is found again in ten
 * years. If a change of the generator or the detector is meant to find something else, the digest below changes with it,
 * and the changelog says so.
 */
class SameBitsTest {
    private static final String DIGEST =
            "1e98e0ba20b17b6d62d9ca291c5bd389cc05f08b8cd40715081c8942640dc5df of 1866 findings";

    @Test
    void compiledByThisJava() {
        assertEquals(DIGEST, Bits.digest());
    }

    @Test
    void interpreted() throws IOException, InterruptedException {
        assertEquals(DIGEST, run(Path.of(System.getProperty("java.home")), "-Xint"));
    }

    /** Where a Java 25 is: {@code JAVA25_HOME}, or beside the usual ones. */
    @TestFactory
    Stream<DynamicTest> onJava25() throws IOException {
        return java25().stream()
                .map(home -> DynamicTest.dynamicTest(
                        home.getFileName().toString(), () -> assertEquals(DIGEST, run(home, "-Xshare:auto"))));
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
