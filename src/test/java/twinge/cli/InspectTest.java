package twinge.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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
}
