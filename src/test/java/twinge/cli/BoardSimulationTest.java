package twinge.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import twinge.simulate.board.Model;
import twinge.simulate.board.Models;

class BoardSimulationTest {
    @TempDir
    private Path folder;

    private record Piped(int code, byte[] out, String err) {
        /** What a board says on standard output to what it hears on standard input. */
        static Piped of(String said, Object... words) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            ByteArrayOutputStream err = new ByteArrayOutputStream();
            Terminal terminal = new Terminal(
                    new ByteArrayInputStream(said.getBytes(StandardCharsets.ISO_8859_1)),
                    out,
                    new PrintStream(err, true, StandardCharsets.UTF_8),
                    false,
                    false,
                    0,
                    Map.of());
            int code = Twinge.run(
                    terminal, List.of(words).stream().map(Object::toString).toArray(String[]::new));
            return new Piped(code, out.toByteArray(), err.toString(StandardCharsets.UTF_8));
        }
    }

    @Test
    void everyBoardIsListedWithWhatItSends() {
        String listed = Run.of("simulate", "--list-boards").out();
        for (Model each : Models.all()) {
            assertTrue(listed.lines().anyMatch(line -> line.startsWith(each.name() + " ")), each.name());
        }
        assertTrue(listed.contains("OpenBCI Cyton, 8 channels at 250 Hz, 115200 baud"), listed);
    }

    @Test
    void aBoardOnAPipeAnswersAndStreamsForAsLongAsIsSaid() {
        Piped run = Piped.of("b", "simulate", "--board", "cyton", "--port", "-", "--seconds", 2, "--speed", 20);
        assertEquals(ExitCode.OK, run.code(), run.err());
        String banner = new String(run.out(), StandardCharsets.ISO_8859_1);
        int streamed = run.out().length - banner.indexOf("$$$") - 3;
        assertEquals(2 * 250 * 33, streamed, run.err());
        assertTrue(run.err().contains("500 frames sent, 0 hit by faults"), run.err());
        assertTrue(run.err().contains("wears 2 channels of 1000 Hz and sends 8 of 250 Hz"), run.err());
    }

    @Test
    void aBoardWearsARecordingFromAFile() {
        Path file = folder.resolve("worn.bdf");
        assertEquals(
                ExitCode.OK,
                Run.of("simulate", "holds", "-o", file, "--minutes", "0.05").code());
        Object[] words = {"simulate", "--board", "cyton", "--port", "-", "--speed", "20", "--play", file};
        Piped run = Piped.of("b", words);
        assertEquals(ExitCode.OK, run.code(), run.err());
        assertTrue(run.err().contains("750 frames sent"), run.err());
        assertArrayEquals(run.out(), Piped.of("b", words).out());
    }

    @Test
    void whatWentWrongOnTheLineIsTold() {
        Piped run = Piped.of(
                "b",
                "simulate",
                "--board",
                "cyton",
                "--port",
                "-",
                "--seconds",
                4,
                "--speed",
                20,
                "--faults",
                "loss=1e-2");
        assertTrue(run.err().matches("(?s).*1000 frames sent, [0-9]+ hit by faults, [0-9]+ bytes lost.*"), run.err());
    }

    @Test
    void whatCanNotBeIsAUsageError() {
        for (List<Object> wrong : List.<List<Object>>of(
                List.of("simulate", "--board", "cyton"),
                List.of("simulate", "--port", "-"),
                List.of("simulate", "--board", "citon", "--port", "-"),
                List.of("simulate", "--board", "cyton", "--port", "-", "--speed", "fast"),
                List.of("simulate", "--board", "cyton", "--port", "-", "--speed", "0"),
                List.of("simulate", "--board", "cyton", "--port", "-", "--baud", "7"),
                List.of("simulate", "--board", "cyton", "--port", "-", "--seconds", "-1"),
                List.of("simulate", "--board", "cyton", "--port", "-", "--faults", "los=1"),
                List.of("simulate", "--board", "cyton", "--port", "-", "-o", "x.bdf"),
                List.of("simulate", "cramp", "--board", "cyton", "--port", "-", "--play", "x.bdf"),
                List.of("simulate", "crmp", "--board", "cyton", "--port", "-"))) {
            Piped run = Piped.of("", wrong.toArray());
            assertEquals(ExitCode.USAGE, run.code(), wrong + ": " + run.err());
            assertEquals(0, run.out().length);
        }
        assertTrue(Run.of("simulate", "--board", "citon", "--port", "-").err().contains("Did you mean cyton?"));
    }

    @Test
    void aPortIsNeverMadeOverAFileOfTheUsers() throws Exception {
        Path file = Files.writeString(folder.resolve("mine.txt"), "mine");
        Piped run = Piped.of("", "simulate", "--board", "cyton", "--port", file);
        assertFalse(run.code() == ExitCode.OK);
        assertTrue(run.err().contains("exists already"), run.err());
        assertEquals("mine", Files.readString(file));
    }
}
