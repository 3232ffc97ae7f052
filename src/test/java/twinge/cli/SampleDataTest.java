package twinge.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import twinge.files.csv.Table;

/** The recordings that a newcomer tries first: made as their README says, and giving what stands beside them. */
class SampleDataTest {
    private static final Path FOLDER = Path.of("sample-data");

    @ParameterizedTest
    @CsvSource({"lifting, 1, 2026-11-19T18:30:00", "rest, 4, 2026-11-19T22:00:00", "quiet, 1, 2026-11-20T18:30:00"})
    void theReadmesSeedMakesTheSameBytes(String name, int seed, String start, @TempDir Path folder) throws IOException {
        Path made = folder.resolve(name + ".bdf");
        Run run = Run.at(folder, "simulate", name, "-o", made, "--seed", seed, "--athlete", "Sam", "--start", start);
        assertEquals(0, run.code(), run::err);
        assertArrayEquals(Files.readAllBytes(FOLDER.resolve(name + ".bdf")), Files.readAllBytes(made));
        String truth = name + ".truth.tsv";
        assertEquals(Files.readString(FOLDER.resolve(truth)), Files.readString(folder.resolve(truth)));
        String readme = Files.readString(FOLDER.resolve("README.md"));
        assertTrue(readme.contains("simulate " + name + " -o sample-data/" + name + ".bdf --seed " + seed));
    }

    @ParameterizedTest
    @ValueSource(strings = {"lifting", "rest", "quiet"})
    void replayGivesWhatStandsBesideTheRecording(String name, @TempDir Path home) throws IOException {
        Run run = Run.at(home, "replay", "--no-log", "--csv", FOLDER.resolve(name + ".bdf"));
        assertEquals(0, run.code(), run::err);
        assertEquals(Files.readString(FOLDER.resolve(name + ".episodes.csv")), run.out());
    }

    @ParameterizedTest
    @CsvSource({"lifting, spasm, 2", "lifting, clonus, 1", "rest, cramp, 1"})
    void everyPlantedSpasmCrampAndClonusIsFoundWithItsKind(String name, String kind, int episodes) throws IOException {
        List<double[]> found = spans(name + ".episodes.csv", "kind", kind, "onset_s", "offset_s", false);
        assertEquals(episodes, found.size());
        List<double[]> planted = spans(name + ".truth.tsv", "kind", kind, "onset", "duration", true);
        assertTrue(planted.size() >= episodes);
        for (double[] event : planted) {
            assertTrue(
                    found.stream().anyMatch(span -> shared(span, event) > 0.5 * (event[1] - event[0])),
                    kind + " at " + event[0]);
        }
    }

    /** Of the planted twitches, which are 50 to 500 µV high on a rest of about 4 µV, four in five. */
    @Test
    void thePlantedFasciculationsAreFoundAsSuch(@TempDir Path home) throws IOException {
        Run run = Run.at(home, "replay", "--no-log", "--bursts", "--csv", FOLDER.resolve("rest.bdf"));
        List<double[]> found = spans(run.out(), Table.csv(), "kind", "fasciculation", "onset_s", "offset_s", false);
        List<double[]> planted = spans("rest.truth.tsv", "kind", "fasciculation", "onset", "duration", true);
        long met = planted.stream()
                .filter(event -> found.stream().anyMatch(each -> Math.abs(each[0] - event[0]) < 0.02))
                .count();
        assertTrue(met >= 0.8 * planted.size(), met + " of " + planted.size());
        for (double[] each : found) {
            assertTrue(each[1] - each[0] < 0.03, "a potential of 5 to 15 ms lasts " + (each[1] - each[0]) + " s");
        }
    }

    @Test
    void theQuietSessionGivesNothingInvoluntary() throws IOException {
        for (String kind : List.of("spasm", "cramp", "clonus", "fasciculation")) {
            assertEquals(
                    0,
                    spans("quiet.episodes.csv", "kind", kind, "onset_s", "offset_s", false)
                            .size(),
                    kind);
        }
    }

    @Test
    void allOfItIsSmallEnoughForARepository() throws IOException {
        long bytes = 0;
        try (var files = Files.list(FOLDER)) {
            for (Path file : files.toList()) {
                bytes += Files.size(file);
            }
        }
        assertTrue(bytes < 10_000_000, bytes + " bytes");
    }

    private static double shared(double[] one, double[] other) {
        return Math.min(one[1], other[1]) - Math.max(one[0], other[0]);
    }

    /** Onset and end of the rows in which a column says a word. */
    private static List<double[]> spans(
            String file, String column, String word, String onset, String end, boolean endIsDuration)
            throws IOException {
        Table table = file.endsWith(".csv") ? Table.csv() : Table.tsv();
        return spans(Files.readString(FOLDER.resolve(file)), table, column, word, onset, end, endIsDuration);
    }

    private static List<double[]> spans(
            String text, Table table, String column, String word, String onset, String end, boolean endIsDuration)
            throws IOException {
        List<List<String>> rows = table.read(new StringReader(text), "table");
        Map<String, Integer> places = new HashMap<>();
        for (String name : rows.get(0)) {
            places.put(name, places.size());
        }
        List<double[]> spans = new ArrayList<>();
        for (List<String> row : rows.subList(1, rows.size())) {
            if (row.get(places.get(column)).equals(word)) {
                double from = Double.parseDouble(row.get(places.get(onset)));
                double to = Double.parseDouble(row.get(places.get(end)));
                spans.add(new double[] {from, endIsDuration ? from + to : to});
            }
        }
        return spans;
    }
}
