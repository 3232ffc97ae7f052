package twinge.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import twinge.simulate.Catalogue;

class SimulateTest {
    @TempDir
    private Path folder;

    private Path made(String name, Object... more) {
        Path file = folder.resolve(name);
        Object[] words = new Object[more.length + 6];
        Object[] fixed = {"simulate", "clonus", "-o", file, "--minutes", "0.5"};
        System.arraycopy(fixed, 0, words, 0, fixed.length);
        System.arraycopy(more, 0, words, fixed.length, more.length);
        Run run = Run.of(words);
        assertEquals(ExitCode.OK, run.code(), run.err());
        assertEquals("", run.out());
        return file;
    }

    @Test
    void theSameSeedGivesTheSameBytesAndAnotherSeedOthers() throws IOException {
        byte[] one = Files.readAllBytes(made("a.bdf", "--seed", 3));
        assertArrayEquals(one, Files.readAllBytes(made("b.bdf", "--seed", 3)));
        assertFalse(Arrays.equals(one, Files.readAllBytes(made("c.bdf", "--seed", 4))));
    }

    @Test
    void theTruthStandsBesideTheRecordingInTheColumnsOfBids() throws IOException {
        made("train.bdf");
        List<String> lines = Files.readAllLines(folder.resolve("train.truth.tsv"));
        assertTrue(lines.get(0).startsWith("onset\tduration\ttrial_type\tchannel"), lines.get(0));
        assertTrue(lines.size() > 1, "a clonus train in half a minute");
    }

    @Test
    void theFiringsOfTheUnitsAreWrittenAndChangeNothing() throws IOException {
        Path firings = folder.resolve("units.tsv");
        byte[] plain = Files.readAllBytes(made("plain.bdf"));
        assertArrayEquals(plain, Files.readAllBytes(made("told.bdf", "--units", firings)));
        List<String> lines = Files.readAllLines(firings);
        assertEquals("onset\tunit\tchannel", lines.get(0));
        assertTrue(lines.size() > 100, lines.size() + " lines");
        for (String line : lines.subList(1, lines.size())) {
            assertTrue(line.matches("-?[0-9]+\\.[0-9]{6}\t[0-9]+\t[^\t]+"), line);
        }
    }

    @Test
    void aMistypedScenarioOrKindIsAnsweredWithTheNearest() {
        Run scenario = Run.of("simulate", "clonnus", "-o", folder.resolve("x.bdf"));
        assertEquals(ExitCode.USAGE, scenario.code());
        assertTrue(scenario.err().contains("tells which there are. Did you mean clonus?"), scenario.err());
        Run kind = Run.at(folder, "events", "--kind", "spsm,cramp");
        assertEquals(ExitCode.USAGE, kind.code());
        assertTrue(kind.err().contains("there is no kind 'spsm'. Did you mean spasm?"), kind.err());
        assertEquals(
                ExitCode.OK, Run.at(folder, "events", "--kind", "Spasm,cramp").code());
    }

    @Test
    void theRecordingIsReadBackWithItsLength() {
        String first = Run.of("inspect", made("train.bdf"), "--json").lines().get(0);
        assertTrue(first.contains("\"seconds\":30.000,\"lost_frames\":0,"), first);
    }

    @Test
    void athleteAndStartAreWrittenIntoTheRecording() {
        Path file = made("train.bdf", "--athlete", "Lee M.", "--start", "2026-11-01T09:30:00");
        String first = Run.of("inspect", file, "--json").lines().get(0);
        assertTrue(first.contains("2026-11-01T09:30:00"), first);
        assertTrue(first.matches(".*\"athlete\":\"Lee[ _]M\\.\".*"), first);
    }

    @Test
    void everyScenarioIsListedWithWhatHappensInIt() {
        String listed = Run.of("simulate", "--list").out();
        for (Catalogue each : Catalogue.values()) {
            assertTrue(listed.lines()
                    .anyMatch(line -> line.startsWith(each.code() + " ") && line.endsWith(each.meaning())));
        }
    }

    @Test
    void whatCanNotBeMadeIsAUsageError() {
        for (List<Object> wrong : List.<List<Object>>of(
                List.of("simulate"),
                List.of("simulate", "clonus"),
                List.of("simulate", "clonuss", "-o", folder.resolve("x.bdf")),
                List.of("simulate", "clonus", "-o", folder.resolve("x.wav")),
                List.of("simulate", "clonus", "-o", folder.resolve("x.bdf"), "--minutes", "0"),
                List.of("simulate", "clonus", "-o", folder.resolve("x.bdf"), "--seed", "one"))) {
            Run run = Run.of(wrong.toArray());
            assertEquals(ExitCode.USAGE, run.code(), wrong + ": " + run.err());
            assertFalse(Files.exists(folder.resolve("x.bdf")));
        }
    }
}
