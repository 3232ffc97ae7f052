package twinge.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What users see of real files, good and bad. */
class RealFilesTest {
    private static final Path FORMATS =
            Path.of(System.getProperty("twinge.data", "")).resolve("formats");

    @BeforeAll
    static void filesAreThere() {
        assumeTrue(
                Files.isDirectory(FORMATS),
                "real files are no part of this repository; -Dtwinge.data=FOLDER tells where they are");
    }

    private static List<Path> files(String folder, String endings) throws IOException {
        try (var listed = Files.list(FORMATS.resolve(folder))) {
            return listed.filter(file -> file.toString().matches(".*\\.(" + endings + ")"))
                    .sorted()
                    .toList();
        }
    }

    @Test
    void aFileThatCanNotBeReadEndsInOneLineThatNamesItAndExitCode3() throws IOException {
        List<String> wrong = new ArrayList<>();
        int refused = 0;
        for (Path file : files("corrupt", "edf|bdf|csv")) {
            Run run = Run.of("inspect", "--quiet", file);
            boolean told = run.code() == ExitCode.BAD_INPUT
                    && run.remarks().size() == 1
                    && run.err().startsWith("twinge: " + file.getFileName());
            refused += told ? 1 : 0;
            if (!told && !(run.code() == ExitCode.OK && run.err().isEmpty())) {
                wrong.add(file.getFileName() + " gave " + run.code() + ": " + run.err());
            }
        }
        assertEquals(List.of(), wrong);
        assertTrue(refused > 10, "some of them can not be read by anyone");
    }

    @Test
    void refusedIsWhatTheListOfExpectationsSaysAndMoreOnlyWhenStrict() throws IOException {
        List<String> wrong = new ArrayList<>();
        for (String line : Files.readAllLines(FORMATS.resolve("corrupt/EXPECTED.tsv"))) {
            String[] expected = line.split("\t");
            if (!expected[0].matches(".*\\.(edf|bdf|csv)")) {
                continue;
            }
            Path file = FORMATS.resolve("corrupt").resolve(expected[0]);
            if (expected[2].matches("REJECT[,:].*")
                    && Run.of("inspect", "-q", file).code() != ExitCode.BAD_INPUT) {
                wrong.add(expected[0] + " was read, but: " + expected[2]);
            }
            if (expected[2].contains("strict: REJECT")
                    && Run.of("inspect", "-q", "--strict", file).code() != ExitCode.BAD_INPUT) {
                wrong.add(expected[0] + " was read strictly, but: " + expected[2]);
            }
        }
        assertEquals(List.of(), wrong);
    }

    @Test
    void goodFilesAreInspectedWithoutAWordOfFailure() throws IOException {
        for (String folder : List.of("edf", "bdf")) {
            for (Path file : files(folder, folder)) {
                Run run = Run.of("inspect", file);
                assertEquals(ExitCode.OK, run.code(), file + ": " + run.err());
                assertFalse(run.err().contains("twinge: "), run.err());
            }
        }
    }

    @Test
    void goodFilesAreReplayedOrRefusedInOneLineThatSaysWhatToDo() throws IOException {
        for (String folder : List.of("edf", "bdf", "csv")) {
            for (Path file : files(folder, folder)) {
                Run run = Run.of("replay", "--no-log", file);
                assertFalse(run.err().contains("should not have happened"), run.err());
                if (run.code() != ExitCode.OK) {
                    assertEquals(ExitCode.BAD_INPUT, run.code(), file + ": " + run.err());
                    assertEquals(1, run.remarks().size(), run.err());
                    assertTrue(run.err().matches("(?s).*(name those that are|give the recording).*"), run.err());
                }
            }
        }
    }

    @Test
    void aChannelTooSlowForMuscleIsLeftOutAndNamed() {
        Run run = Run.of("replay", "--no-log", FORMATS.resolve("edf/mne_test_uneven_samp.edf"));
        assertEquals(ExitCode.OK, run.code(), run.err());
        assertTrue(run.err().contains("left out") && run.err().contains("0.2Hz Blk 1/0uV (12.8 Hz)"), run.err());
    }

    @Test
    void freeTextOfAPlainFileIsNobodysName() {
        Run run = Run.of("inspect", "--json", FORMATS.resolve("edf/mne_test_uneven_samp.edf"));
        assertTrue(run.out().contains("\"athlete\":null"), run.out());
    }
}
