package twinge.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What a user reads who wrote something that can not be. */
class MistypedTest {
    private static final Path RECORDING = Path.of("sample-data/lifting.bdf");

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "simulate holds -o a.bdf --start yesterday|--start is 'yesterday'; write a date and a time, such as",
                "simulate holds -o a.bdf --seed x|--seed is 'x'; write a whole number, such as 2",
                "simulate holds -o a.bdf --minutes x|--minutes is 'x'; write a number, such as 2.5",
                "simulate lifing -o a.bdf|there is no scenario 'lifing'",
                "replay nofile.bdf --cvs|unknown option: '--cvs'. Did you mean --csv?",
                "repaly nofile.bdf|there is no verb 'repaly'. Did you mean replay?",
                "replay nofile.bdf --unit mvv|there are nV, uV, mV, V. Did you mean mV?",
                "replay nofile.bdf -o x.xyz|its ending chooses the form: .csv, .tsv or .json",
                "replay nofile.bdf --set condition.mains=55Hz|write a value out of 0 Hz, 50 Hz, 60 Hz",
            })
    void aWordThatCanNotBeIsAUsageErrorThatSaysWhatCan(String words, String told) {
        Run run = Run.at(folder, (Object[]) words.split(" "));
        assertEquals(ExitCode.USAGE, run.code(), run.err());
        assertTrue(run.err().startsWith("twinge: ") && run.err().contains(told), run.err());
        assertFalse(run.err().contains("Possible solutions"), run.err());
    }

    @Test
    void aMistypedChannelIsToldTheNearest() {
        for (String mistyped : List.of("es left l3", "ES lef L3", "left L3")) {
            Run run = Run.at(folder, "replay", "--no-log", RECORDING, "--channel", mistyped);
            assertEquals(ExitCode.BAD_INPUT, run.code());
            assertTrue(run.err().endsWith(". Did you mean ES left L3?\n"), run.err());
        }
        assertFalse(
                Run.at(folder, "replay", RECORDING, "--channel", "biceps").err().contains("Did you mean"));
    }

    static Stream<List<String>> writers() {
        return Stream.of(
                List.of("simulate", "holds", "--minutes", "0.1", "-o", "gone/c.bdf"),
                List.of("simulate", "holds", "--minutes", "0.1", "-o", "c.bdf", "--units", "gone/c.tsv"),
                List.of("chart", RECORDING.toString(), "-o", "gone/x.png"),
                List.of("replay", "--no-log", RECORDING.toString(), "-o", "gone/x.csv"),
                List.of("inspect", RECORDING.toString(), "-o", "gone/x.csv"));
    }

    @ParameterizedTest
    @MethodSource("writers")
    void aFolderThatIsNotThereIsNamedBeforeAnythingIsDone(List<String> words) {
        Object[] arguments = words.stream()
                .map(word -> word.matches("(gone/)?[cx]\\.[a-z]+")
                        ? folder.resolve(word).toString()
                        : word)
                .toArray();
        Run run = Run.at(folder, arguments);
        assertEquals(ExitCode.FAILED, run.code(), run.err());
        assertTrue(run.err().contains("there is no folder " + folder.resolve("gone") + "; make it first"), run.err());
        assertEquals(1, run.remarks().size(), run.err());
        assertFalse(Files.exists(folder.resolve("c.bdf")));
    }

    @Test
    void aFileThatIsNotThereHasARemedy() {
        Run run = Run.at(folder, "replay", folder.resolve("nofile.bdf"));
        assertTrue(run.err().contains("there is no such file; check the name and the folder"), run.err());
    }

    @Test
    void aRateThatAFileStatesItselfIsToldToBeUnused() {
        Run run = Run.at(folder, "inspect", RECORDING, "--rate", "500");
        assertTrue(run.err().contains("--rate is not used, because BDF+C states the rate"), run.err());
    }

    @Test
    void linesOfHelpAreNotBrokenWithinAWord() throws IOException {
        for (String verb : List.of("replay", "inspect", "chart", "events", "simulate", "config")) {
            List<String> lines = Run.at(folder, verb, "--help").lines();
            assertTrue(lines.stream().allMatch(line -> line.length() <= 80), verb);
            assertTrue(lines.stream().noneMatch(line -> line.startsWith("/")), verb);
        }
        assertTrue(Run.at(folder, "config", "--help").out().contains("then ./twinge.toml or --config"));
    }
}
