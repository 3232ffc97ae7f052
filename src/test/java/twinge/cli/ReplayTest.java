package twinge.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReplayTest {
    private static final String HEADER = String.join("\t", FindingRows.COLUMNS);

    @TempDir
    private static Path samples;

    private static Path bdf;
    private static Path counts;

    @TempDir
    private Path home;

    @BeforeAll
    static void recordings() throws IOException {
        bdf = samples.resolve("holds.bdf");
        assertEquals(
                ExitCode.OK,
                Run.of("simulate", "holds", "-o", bdf, "--minutes", "0.2").code());
        counts = samples.resolve("counts.csv");
        StringBuilder text = new StringBuilder("EMG1\n");
        for (int frame = 0; frame < 3000; frame++) {
            text.append(512 + frame * 7919 % 5).append('\n');
        }
        Files.writeString(counts, text);
    }

    private Run replay(Object... arguments) {
        Object[] words = new Object[arguments.length + 1];
        words[0] = "replay";
        System.arraycopy(arguments, 0, words, 1, arguments.length);
        return Run.at(home, words);
    }

    @Test
    void resultsGoToStandardOutputAndRemarksToStandardError() {
        Run run = replay(bdf);
        assertEquals(ExitCode.OK, run.code(), run.err());
        assertEquals(HEADER, run.lines().get(0));
        assertTrue(
                run.err().contains("holds.bdf: 12000 frames of 2 channels at 1000 Hz (12.0 s), none lost"), run.err());
    }

    @Test
    void theSameInputGivesTheSameBytes() {
        for (List<String> form : List.of(List.of("--csv"), List.of("--json", "--bursts"), List.of("--tsv", "--all"))) {
            Object[] words = new Object[] {bdf, form.get(0), form.get(form.size() - 1)};
            Object[] once = form.size() == 1 ? new Object[] {bdf, form.get(0)} : words;
            assertEquals(replay(once), replay(once));
        }
    }

    @Test
    void aBadFileAmongGoodOnesIsNamedAndTheOthersAreDone() throws IOException {
        Path bad = Files.writeString(home.resolve("bad.bdf"), "this is no recording");
        Run run = replay(bad, bdf, "--no-log");
        assertEquals(ExitCode.PARTIAL, run.code());
        assertTrue(run.remarks().get(0).startsWith("twinge: bad.bdf, byte "), run.err());
        assertTrue(run.err().contains("holds.bdf: 12000 frames"), run.err());
        assertTrue(run.err().endsWith("twinge: 1 of 2 files failed; the others are done\n"), run.err());
    }

    @Test
    void aBadFileAloneIsBadInputInOneLineThatNamesIt() throws IOException {
        Path empty = Files.createFile(home.resolve("empty.edf"));
        Path folder = Files.createDirectory(home.resolve("folder.edf"));
        Path missing = home.resolve("missing.edf");
        for (Path bad : List.of(empty, folder, missing)) {
            Run run = replay(bad, "--no-log");
            assertEquals(ExitCode.BAD_INPUT, run.code(), run.err());
            assertEquals(1, run.remarks().size(), run.err());
            assertTrue(run.err().startsWith("twinge: ") && run.err().contains(bad.getFileName() + ""), run.err());
        }
        assertTrue(replay(missing, "--debug").err().contains("\tat twinge.cli."), "asked for, there is a stack trace");
    }

    @Test
    void aTextOfCountsIsProcessedAsUncalibratedAndSaysSo() {
        Run run = replay(counts, "--rate", 1000, "--channel", "EMG1");
        assertEquals(ExitCode.OK, run.code(), run.err());
        assertTrue(run.err().contains("counts.csv: uncalibrated: EMG1;"), run.err());
        assertFalse(replay(counts, "--rate", 1000, "--channel", "EMG1", "--unit", "uV")
                .err()
                .contains("uncalibrated"));
        assertFalse(replay(counts, "--rate", 1000, "--channel", "EMG1", "--unit", "EMG1=mV")
                .err()
                .contains("uncalibrated"));
    }

    @Test
    void standardInputIsReadAndNotLogged() throws IOException {
        Run run = Run.with(
                new ByteArrayInputStream(Files.readAllBytes(counts)),
                false,
                Map.of("HOME", home.toString()),
                "replay",
                "-",
                "--rate",
                "1000",
                "--channel",
                "EMG1");
        assertEquals(ExitCode.OK, run.code(), run.err());
        assertTrue(run.err().contains("standard input: 3000 frames"), run.err());
        assertTrue(run.err().contains("not logged"), run.err());
    }

    @Test
    void optionsThatCanNotBeAreUsageErrors() {
        for (List<String> wrong : List.of(
                List.of("--rate", "-1"),
                List.of("--rate", "fast"),
                List.of("--unit", "EMG="),
                List.of("--set", "detect.on_treshold=5"),
                List.of("--set", "detect.envelope=5 Hz"),
                List.of("--csv", "--json"),
                List.of("--log", "--no-log"))) {
            Run run = replay(bdf, wrong.get(0), wrong.get(1));
            assertEquals(ExitCode.USAGE, run.code(), wrong + ": " + run.err());
            assertEquals("", run.out());
            assertTrue(run.err().startsWith("twinge: "), run.err());
        }
        assertTrue(replay(bdf, "--set", "detect.on_treshold=5").err().contains("Did you mean detect.on_threshold?"));
        assertEquals(ExitCode.USAGE, Run.of("replay").code());
    }

    @Test
    void quietLeavesStandardErrorEmpty() {
        Run run = replay(bdf, "--quiet");
        assertEquals("", run.err());
        assertEquals(HEADER, run.lines().get(0));
    }

    @Test
    void askedForProgressIsALineEveryTenth() {
        List<String> tenths = replay(bdf, "--progress").remarks().stream()
                .filter(line -> line.endsWith(" % read"))
                .toList();
        assertEquals("holds.bdf: 100 % read", tenths.get(tenths.size() - 1));
        assertTrue(tenths.size() <= 10, tenths.toString());
        assertFalse(replay(bdf).err().contains("% read"), "not asked for");
    }

    @Test
    void onATerminalABarShowsTheProgressAndIsGoneAtTheEnd() {
        Run run = Run.in(true, Map.of("HOME", home.toString(), "TERM", "xterm"), "replay", bdf, "--no-log");
        assertEquals(ExitCode.OK, run.code());
        assertTrue(run.err().contains("\r"), "the bar is drawn over itself");
        assertTrue(run.err().lines().noneMatch(line -> line.endsWith("|")), run.err());
    }

    @Test
    void theFilesNameChoosesTheForm() throws IOException {
        Path csv = home.resolve("found.csv");
        assertEquals("", replay(bdf, "-o", csv, "--all").out());
        assertEquals(HEADER.replace('\t', ','), Files.readAllLines(csv).get(0));
        assertEquals(replay(bdf, "--csv", "--all").out(), Files.readString(csv));
        Path json = home.resolve("found.json");
        replay(bdf, "-o", json, "--bursts");
        assertEquals(replay(bdf, "--json", "--bursts").out(), Files.readString(json));
    }

    @Test
    void anInputThatIsNotThereCostsNoResults() throws IOException {
        Path old = Files.writeString(home.resolve("old.csv"), "kept\n");
        for (String verb : List.of("replay", "inspect")) {
            Run run = Run.at(home, verb, home.resolve("nofile.bdf"), "-o", old);
            assertEquals(ExitCode.BAD_INPUT, run.code(), run.err());
            assertEquals("kept\n", Files.readString(old));
            Run.at(home, verb, home.resolve("nofile.bdf"), "-o", home.resolve("new.csv"));
            assertFalse(Files.exists(home.resolve("new.csv")), verb);
        }
    }

    @Test
    void aUnitThatIsNoneAndAChannelThatIsNotThereAreRefusedWithWhatThereIs() {
        Run parsec = replay(bdf, "--no-log", "--unit", "parsec");
        assertEquals(ExitCode.USAGE, parsec.code());
        assertTrue(parsec.err().contains("'parsec' is no unit of voltage; there are nV, uV, mV, V"), parsec.err());
        Run nobody = replay(counts, "--no-log", "--rate", "1000", "--unit", "nope=uV");
        assertEquals(ExitCode.BAD_INPUT, nobody.code());
        assertTrue(nobody.err().contains("there is no channel nope; its channels are EMG1"), nobody.err());
        assertEquals(
                ExitCode.OK,
                replay(counts, "--no-log", "--rate", "1000", "--unit", "EMG1=mV")
                        .code());
    }

    @Test
    void aLogInAFolderThatIsNotThereIsRefusedWithWhatToDo() {
        Run run = replay(bdf, "--log", home.resolve("new/dir/x.sqlite"));
        assertEquals(ExitCode.BAD_INPUT, run.code());
        assertTrue(
                run.err().contains("there is no folder " + home.resolve("new/dir") + "; make it, or name another file"),
                run.err());
    }

    @Test
    void resultsThatCanNotBeWrittenEndTheRun() {
        Run run = replay(bdf, "-o", home.resolve("nowhere").resolve("found.csv"));
        assertEquals(ExitCode.FAILED, run.code(), run.err());
        assertEquals(1, run.remarks().size(), run.err());
        assertTrue(run.err().contains("found.csv"), run.err());
    }

    @Test
    void theLogIsTheUsersOwnUnlessToldOtherwise() {
        Path own = home.resolve(".local/share/twinge/log.sqlite");
        replay(bdf, "--no-log");
        assertFalse(Files.exists(own));
        Path other = home.resolve("other.sqlite");
        replay(bdf, "--log", other);
        assertFalse(Files.exists(own));
        assertTrue(Files.exists(other));
        replay(bdf);
        assertTrue(Files.exists(own));
    }

    @Test
    void picturesAreDrawnForEachSession() throws IOException {
        Path pictures = home.resolve("pictures");
        assertEquals(
                ExitCode.OK, replay(bdf, bdf, "--chart", pictures, "--no-log").code());
        for (String name : List.of("holds", "holds-2")) {
            byte[] png = Files.readAllBytes(pictures.resolve(name + ".png"));
            assertArrayEquals(new byte[] {(byte) 0x89, 'P', 'N', 'G'}, java.util.Arrays.copyOf(png, 4));
            assertTrue(Files.readString(pictures.resolve(name + ".svg")).contains("<svg"));
        }
    }

    @Test
    void aFileCutShortIsReadAsFarAsItGoesUnlessStrictnessIsAskedFor() throws IOException {
        byte[] whole = Files.readAllBytes(bdf);
        Path cut = Files.write(home.resolve("cut.bdf"), java.util.Arrays.copyOf(whole, whole.length - 5000));
        Run lenient = replay(cut, "--no-log");
        assertEquals(ExitCode.OK, lenient.code(), lenient.err());
        assertTrue(lenient.err().contains("cut.bdf: warning: "), lenient.err());
        Run strict = replay(cut, "--no-log", "--strict");
        assertEquals(ExitCode.BAD_INPUT, strict.code());
        assertTrue(strict.err().startsWith("twinge: cut.bdf"), strict.err());
    }

    @Test
    void aFileWithoutEmgTellsHowToNameIt() throws IOException {
        Path heart = Files.writeString(home.resolve("heart.csv"), "time,ECG\n0,1\n0.001,2\n0.002,3\n0.003,1\n");
        Run run = replay(heart, "--no-log");
        assertEquals(ExitCode.BAD_INPUT, run.code(), run.err());
        assertTrue(run.err().contains("--channel LABEL (there are ECG)"), run.err());
    }

    @Test
    void anyNameOfAFileWillDo() throws IOException {
        Path odd = Files.copy(bdf, home.resolve("R\u00fccken, 2. Satz.bdf"));
        Path pictures = home.resolve("my pictures");
        Run run = replay(odd, "--csv", "--all", "--chart", pictures);
        assertEquals(ExitCode.OK, run.code(), run.err());
        assertTrue(Files.exists(pictures.resolve("R\u00fccken,-2.-Satz.png")));
        assertTrue(
                run.lines().stream().skip(1).allMatch(line -> line.endsWith("\"R\u00fccken, 2. Satz.bdf\"")),
                run.out());
    }
}
