package twinge.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InspectTest {
    @TempDir
    private static Path samples;

    private static Path lifting;

    @BeforeAll
    static void recording() {
        lifting = samples.resolve("lifting.bdf");
        Run.of("simulate", "lifting", "-o", lifting, "--minutes", "1");
    }

    @Test
    void everyChannelIsARowWithItsUnitRateAndSignal() {
        List<String> lines = Run.of("inspect", lifting, "--csv").lines();
        assertTrue(
                lines.get(0).startsWith("channel,type,unit,calibrated,rate_hz,seconds,lost_frames,gaps"), lines.get(0));
        List<String[]> rows =
                lines.stream().skip(1).map(line -> line.split(",", -1)).toList();
        List<String> emg = Stream.of(rows.get(0)).limit(5).toList();
        assertEquals(List.of("ES left L3", "emg", "uV", "yes", "1000"), emg);
        assertTrue(Double.parseDouble(rows.get(0)[8]) > 0, "noise at rest");
        assertEquals("50", rows.get(0)[9], "the mains that the generator adds");
        assertTrue(
                rows.stream().anyMatch(row -> row[1].equals("acceleration") && row[9].isEmpty()),
                "no mains for motion");
    }

    @Test
    void annotationsAreListedOnDemand() {
        List<String> lines = Run.of("inspect", lifting, "--markers", "--csv").lines();
        assertEquals("onset_s,duration_s,text,file", lines.get(0));
        assertTrue(lines.size() > 1, "sets and rests are marked");
        assertTrue(lines.get(1).endsWith(",lifting.bdf"), lines.get(1));
    }

    @Test
    void remarksSayFormatAndWho() {
        Run run = Run.of("inspect", lifting);
        assertEquals(ExitCode.OK, run.code());
        assertTrue(run.remarks().get(0).startsWith("lifting.bdf: BDF+C, athlete simulated"), run.err());
    }

    @Test
    void aMissingFileIsBadInput() {
        assertEquals(
                ExitCode.BAD_INPUT,
                Run.of("inspect", samples.resolve("missing.bdf")).code());
        assertEquals(
                ExitCode.PARTIAL,
                Run.of("inspect", lifting, samples.resolve("missing.bdf")).code());
    }

    @ParameterizedTest
    @ValueSource(strings = {"lifting", "rest", "quiet"})
    void mainsAreThoseThatAReplayTakesOut(String name) {
        Path file = Path.of("sample-data", name + ".bdf");
        String said = Run.of("replay", "--no-log", file).err();
        for (String line : Run.of("inspect", file, "--tsv").lines()) {
            String[] row = line.split("\t", -1);
            if (row[1].equals("emg")) {
                boolean told = said.contains(row[0] + ": mains for");
                assertEquals(told ? "50" : "", row[9], name + ", " + row[0]); // the generator adds 50 Hz
                assertEquals(told, !row[10].isEmpty(), name + ", " + row[0]);
            }
        }
    }

    @Test
    void theRangeIsInTheUnitOfItsRowAndATextHasNone() throws IOException {
        Path text = samples.resolve("both.csv");
        Files.writeString(text, "t (s),EMG1 (mV),EMG2\n" + rows(3000));
        List<String[]> rows = Run.of("inspect", text, "--tsv").lines().stream()
                .map(line -> line.split("\t", -1))
                .toList();
        assertEquals(List.of("range_minimum", "range_maximum"), List.of(rows.get(0)[13], rows.get(0)[14]));
        assertEquals(List.of("uV", "", ""), List.of(rows.get(1)[2], rows.get(1)[13], rows.get(1)[14]));
        assertEquals("count", rows.get(2)[2], "as in a replay");
        String[] bdf = Run.of("inspect", lifting, "--tsv", "--unit", "mV")
                .lines()
                .get(1)
                .split("\t", -1);
        assertEquals(List.of("uV", "-3276700", "3276700"), List.of(bdf[2], bdf[13], bdf[14]));
    }

    private static String rows(int count) {
        StringBuilder rows = new StringBuilder();
        for (int row = 0; row < count; row++) {
            rows.append(row / 1000.0)
                    .append(",0.")
                    .append(row % 7)
                    .append(',')
                    .append(row % 5)
                    .append('\n');
        }
        return rows.toString();
    }
}
