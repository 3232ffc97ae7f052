package twinge.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import twinge.frames.MalformedInput;
import twinge.settings.BadSetting;

class FailuresTest {
    static Stream<Arguments> failures() {
        return Stream.of(
                Arguments.of(
                        new MalformedInput("run-07.edf", 184, "sample rate of signal 2 is 0"),
                        ExitCode.BAD_INPUT,
                        "run-07.edf, byte 184: sample rate of signal 2 is 0"),
                Arguments.of(
                        new NoSuchFileException("a.bdf"),
                        ExitCode.BAD_INPUT,
                        "a.bdf: there is no such file; check the name and the folder"),
                Arguments.of(
                        new AccessDeniedException("a.bdf"),
                        ExitCode.PERMISSION,
                        "a.bdf: permission denied; check who may open it (ls -l), or choose another place"),
                Arguments.of(
                        new UncheckedIOException(new AccessDeniedException("a.bdf")),
                        ExitCode.PERMISSION,
                        "a.bdf: permission denied; check who may open it (ls -l), or choose another place"),
                Arguments.of(
                        new FileAlreadyExistsException("pictures"),
                        ExitCode.FAILED,
                        "pictures: it exists already and is no folder; choose another name"),
                Arguments.of(
                        new FileSystemException("a.bdf", null, "Input/output error"),
                        ExitCode.FAILED,
                        "a.bdf: Input/output error"),
                Arguments.of(
                        new BadSetting("run.toml:14 detect.tresh", "unknown key"),
                        ExitCode.USAGE,
                        "run.toml:14 detect.tresh: unknown key"),
                Arguments.of(
                        new ResultsLost("out.csv", new IOException("No space left on device")),
                        ExitCode.FAILED,
                        "the results can not be written to out.csv: No space left on device"));
    }

    @ParameterizedTest
    @MethodSource("failures")
    void everyFailureHasOneLineAndAnExitCodeThatScriptsKnow(Exception failure, int code, String line) {
        Run run = told(failure, false);
        assertEquals(code, run.code());
        assertEquals("twinge: " + line + "\n", run.err());
    }

    @Test
    void aReaderThatWentAwayIsNotWorthAWord() {
        Run run = told(new ResultsLost("standard output", new IOException("Broken pipe")), false);
        assertEquals(new Run(ExitCode.BROKEN_PIPE, "", ""), run);
    }

    @Test
    void anErrorOfOursSaysHowToReportItAndHidesItsTraceUnlessAskedFor() {
        IllegalStateException ours = new IllegalStateException("index 3");
        Run run = told(ours, false);
        assertEquals(ExitCode.FAILED, run.code());
        assertTrue(run.err().contains("index 3") && run.err().contains("--debug"), run.err());
        assertFalse(run.err().contains("\tat "));
        assertTrue(told(ours, true).err().contains("\tat twinge.cli.FailuresTest"));
    }

    @Test
    void aFileNameCanNotSteerTheTerminal() {
        assertFalse(told(new NoSuchFileException("a\033[2J.bdf"), false).err().contains("\033"));
    }

    private static Run told(Exception failure, boolean debug) {
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Terminal terminal = new Terminal(
                InputStream.nullInputStream(),
                OutputStream.nullOutputStream(),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                false,
                false,
                0,
                Map.of());
        int code = new Failures(terminal).told(failure, debug);
        return new Run(code, "", err.toString(StandardCharsets.UTF_8));
    }
}
