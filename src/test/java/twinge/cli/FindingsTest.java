package twinge.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From a recording with planted spasms and a clonus train to what the user sees, asks for and looks at. */
class FindingsTest {
    @TempDir
    private static Path folder;

    private static Path recording;
    private static List<String[]> truth;
    private static List<String[]> episodes;

    @BeforeAll
    static void replayed() throws IOException {
        recording = folder.resolve("lifting.bdf");
        Run made = at("simulate", "lifting", "-o", recording, "--seed", 5, "--start", "2026-11-01T09:30:00");
        assertEquals(ExitCode.OK, made.code(), made.err());
        truth = Files.readAllLines(folder.resolve("lifting.truth.tsv")).stream()
                .skip(1)
                .map(line -> line.split("\t"))
                .toList();
        Run replayed = at("replay", recording, "--csv");
        assertEquals(ExitCode.OK, replayed.code(), replayed.err());
        episodes = rows(replayed);
    }

    private static Run at(Object... words) {
        return Run.at(folder, words);
    }

    private static List<String[]> rows(Run run) {
        return run.lines().stream().skip(1).map(line -> line.split(",", -1)).toList();
    }

    /** Planted events of a kind that no episode of that kind overlaps. */
    private static List<String> missed(String kind) {
        List<String> missed = new ArrayList<>();
        for (String[] planted : truth) {
            double onset = Double.parseDouble(planted[0]);
            double end = onset + Double.parseDouble(planted[1]);
            boolean found = episodes.stream()
                    .anyMatch(row -> row[3].equals(kind)
                            && Double.parseDouble(row[0]) < end
                            && Double.parseDouble(row[1]) > onset);
            if (planted[4].equals(kind) && !found) {
                missed.add(String.join(" ", planted));
            }
        }
        return missed;
    }

    @Test
    void thePlantedSpasmsAndTheClonusTrainAreFoundWithTheirKinds() {
        assertTrue(truth.stream().anyMatch(row -> row[4].equals("spasm")), "something is planted");
        assertEquals(List.of(), missed("spasm"));
        assertEquals(List.of(), missed("clonus"));
    }

    @Test
    void voluntaryWorkIsShownOnlyOnDemand() {
        assertTrue(episodes.stream().noneMatch(row -> row[3].equals("voluntary")));
        List<String[]> all = rows(at("replay", recording, "--csv", "--all", "--no-log"));
        assertTrue(all.stream().anyMatch(row -> row[3].equals("voluntary")));
        List<String> shown = episodes.stream().map(row -> String.join(",", row)).toList();
        assertTrue(all.stream().map(row -> String.join(",", row)).toList().containsAll(shown));
    }

    @Test
    void everyBurstIsListedOnDemandAndTheyAddUpToTheEpisodes() {
        List<String[]> bursts = rows(at("replay", recording, "--csv", "--bursts", "--no-log"));
        int counted = rows(at("replay", recording, "--csv", "--all", "--no-log")).stream()
                .mapToInt(row -> Integer.parseInt(row[FindingRows.COLUMNS.indexOf("bursts")]))
                .sum();
        assertEquals(counted, bursts.size());
    }

    @Test
    void theLastRemarkCountsTheKindsShownAndNotShown() {
        String last = at("replay", recording, "--no-log").remarks().stream()
                .reduce((before, after) -> after)
                .orElseThrow();
        assertTrue(last.startsWith("lifting.bdf: episodes: "), last);
        assertTrue(
                last.contains(" spasm-like") && last.contains("; not shown: ") && last.contains(" voluntary work"),
                last);
    }

    @Test
    void theLogKnowsWhatWasFoundHoweverOftenItIsReplayed() {
        String[] ask = {"events", "--csv"};
        Run once = at((Object[]) ask);
        assertEquals(ExitCode.OK, once.code(), once.err());
        List<String[]> logged = rows(once);
        assertEquals(episodes.size(), logged.size());
        assertEquals("2026-11-01T09:31:08", logged.get(0)[0].substring(0, 19)); // the first spasm, planted at 68.296 s
        for (int row = 0; row < episodes.size(); row++) {
            assertEquals(
                    Stream.of(episodes.get(row)).limit(4).toList(),
                    Stream.of(logged.get(row)).skip(2).limit(4).toList());
            assertEquals(
                    Stream.of(episodes.get(row)).skip(5).limit(10).toList(), // probability to channels
                    Stream.of(logged.get(row)).skip(6).limit(10).toList());
            assertTrue(
                    logged.get(row)[20].matches(".+/[0-9a-f]{12}"),
                    "the version and the settings: " + logged.get(row)[20]);
        }
        at("replay", recording);
        assertEquals(once, at((Object[]) ask));
    }

    @Test
    void theLogIsAskedByAthleteDayKindAndSession() {
        int all = rows(at("events", "--csv")).size();
        assertEquals(all, rows(at("events", "--csv", "--athlete", "simulated")).size());
        assertEquals(
                all,
                rows(at("events", "--csv", "--since", "2026-11-01", "--until", "2026-11-01"))
                        .size());
        assertEquals(0, rows(at("events", "--csv", "--since", "2026-11-02")).size());
        assertEquals(0, rows(at("events", "--csv", "--until", "2026-10-31")).size());
        assertEquals(
                0,
                rows(at("events", "--csv", "--until", LocalDate.of(2026, 1, 1))).size());
        List<String[]> clonus = rows(at("events", "--csv", "--kind", "clonus"));
        assertTrue(clonus.size() >= 1 && clonus.stream().allMatch(row -> row[5].equals("clonus")));
        assertNotEquals(
                all, rows(at("events", "--csv", "--kind", "voluntary,ARTIFACT")).size());
        String session = clonus.get(0)[19];
        assertEquals(all, rows(at("events", "--csv", "--session", session)).size());
        assertEquals(
                all,
                rows(at("events", "--csv", "--session", session.substring(0, 6).toUpperCase(Locale.ROOT)))
                        .size());
    }

    @Test
    void questionsThatCanNotBeAreUsageErrors() {
        assertEquals(ExitCode.USAGE, at("events", "--since", "the day before").code());
        assertEquals(ExitCode.USAGE, at("events", "--kind", "headache").code());
        Run last = at("events", "--session", "last");
        assertEquals(ExitCode.USAGE, last.code());
        assertTrue(last.err().contains("write the session's id or its first letters"), last.err());
        assertEquals(ExitCode.USAGE, at("events", "--session", "000000000000").code());
        Run other = at("events", "--athlete", "Simulated");
        assertEquals(ExitCode.USAGE, other.code());
        assertTrue(
                other.err().contains("is not in the log; there are simulated. Did you mean simulated?"), other.err());
    }

    @Test
    void aLogThatIsNotThereIsSaidToBeMissing() {
        Run named = at("events", "--log", folder.resolve("none.sqlite"));
        assertEquals(ExitCode.BAD_INPUT, named.code());
        assertTrue(named.err().contains("none.sqlite: there is no such log"), named.err());
        assertFalse(Files.exists(folder.resolve("none.sqlite")));
        Run own = Run.at(folder.resolve("newcomer"), "events");
        assertEquals(ExitCode.OK, own.code());
        assertTrue(own.remarks().get(0).startsWith("there is no log yet at "), own.err());
    }

    @Test
    void episodesAreFoundByTheNameThatTheRecordingStates() {
        Path log = folder.resolve("named.sqlite");
        Run replayed = at("replay", recording, "--log", log, "--athlete", "Lee M.");
        assertTrue(replayed.err().contains("simulated"), "that the recording says otherwise is told");
        int found = rows(at("events", "--csv", "--log", log, "--athlete", "simulated"))
                .size();
        assertEquals(episodes.size(), found);
        assertEquals(
                ExitCode.USAGE,
                at("events", "--csv", "--log", log, "--athlete", "Lee M.").code());
    }

    @Test
    void everyEpisodeShownIsDrawn() throws IOException {
        Path pictures = folder.resolve("pictures");
        at("replay", recording, "--no-log", "--chart", pictures);
        try (Stream<Path> files = Files.list(pictures)) {
            assertEquals(2 * (1 + episodes.size()), files.count(), "the session and each episode, PNG and SVG");
        }
    }

    @Test
    void oneEpisodeCanBeDrawnAndIsToldInWords() throws IOException {
        Path picture = folder.resolve("second.svg");
        Run run = at("chart", recording, "-o", picture, "--episode", episodes.get(1)[4], "--dark");
        assertEquals(ExitCode.OK, run.code(), run.err());
        assertEquals("", run.out());
        assertTrue(run.remarks().get(0).startsWith(episodes.get(1)[3] + "-like"), run.err());
        assertTrue(Files.readString(picture).contains("lifting.bdf"));
    }

    @Test
    void theSpectrumOfAChannelCanBeDrawnAtRestAndInBursts() {
        Path picture = folder.resolve("spectrum.svg");
        Run run = at("chart", recording, "-o", picture, "--spectrum", "ES left L3");
        assertEquals(ExitCode.OK, run.code(), run.err());
        double burstMedianHz = run.remarks().stream()
                .filter(line -> line.startsWith("bursts"))
                .mapToDouble(line -> Double.parseDouble(line.split("[\\t ]+")[2]))
                .findFirst()
                .orElseThrow();
        assertTrue(
                burstMedianHz > 55 && burstMedianHz < 100, "what is published of the erector spinae: " + burstMedianHz);
        Run unknown = at("chart", recording, "-o", picture, "--spectrum", "EMG");
        assertEquals(ExitCode.USAGE, unknown.code());
        assertTrue(unknown.err().contains("there are ES left L3, ES right L3"), unknown.err());
        assertEquals(
                ExitCode.USAGE,
                at("chart", recording, "-o", picture, "--spectrum", "EMG", "--episode", 1)
                        .code());
    }

    @Test
    void rowsStandInTheOrderOfTheirOnsets() {
        for (String what : List.of("--bursts", "--all")) {
            List<Double> onsets = rows(at("replay", recording, "--csv", what, "--no-log")).stream()
                    .map(row -> Double.valueOf(row[0]))
                    .toList();
            assertEquals(onsets.stream().sorted().toList(), onsets);
        }
    }

    @Test
    void theWholeSessionCanBeDrawn() throws IOException {
        Path picture = folder.resolve("session.png");
        Run run = at("chart", recording, "-o", picture);
        assertEquals(ExitCode.OK, run.code(), run.err());
        assertTrue(Files.size(picture) > 10_000);
        assertTrue(run.remarks().get(0).startsWith("lifting.bdf: 2 channels"), run.err());
    }

    @Test
    void aPartOfTheSessionCanBeDrawn() throws IOException {
        Path picture = folder.resolve("part.svg");
        Run run = at("chart", recording, "-o", picture, "--from", 60, "--to", 80);
        assertEquals(ExitCode.OK, run.code(), run.err());
        assertTrue(run.err().contains("spasm-like") && !run.err().contains("clonus-like"), run.err());
        assertTrue(Files.readString(picture).contains(">1:10<"), "the axis runs from 1:00 to 1:20");
        assertEquals(
                ExitCode.USAGE,
                at("chart", recording, "-o", picture, "--from", 80, "--to", 60).code());
        Run beyond = at("chart", recording, "-o", picture, "--from", 9000);
        assertEquals(ExitCode.USAGE, beyond.code(), beyond.err());
        assertTrue(beyond.err().contains("--from is 9000, but lifting.bdf ends at "), beyond.err());
    }

    @Test
    void picturesThatCanNotBeAreErrorsWithAWord() {
        assertEquals(ExitCode.USAGE, at("chart", recording).code());
        assertEquals(
                ExitCode.USAGE,
                at("chart", recording, "-o", folder.resolve("x.gif")).code());
        Run run = at("chart", recording, "-o", folder.resolve("x.png"), "--episode", 999);
        assertEquals(ExitCode.USAGE, run.code());
        assertTrue(run.err().contains(" episodes; twinge replay lists their numbers"), run.err());
    }

    @Test
    void anEpisodesNumberLeadsToItsBurstsAndToItsPicture() throws IOException {
        List<String[]> all = rows(at("replay", recording, "--csv", "--all", "--no-log"));
        for (int row = 0; row < all.size(); row++) {
            assertEquals(Integer.toString(row + 1), all.get(row)[4], "by onset, every kind counts");
        }
        List<String[]> bursts = rows(at("replay", recording, "--csv", "--bursts", "--no-log"));
        for (String[] episode : all) {
            List<String[]> own =
                    bursts.stream().filter(burst -> burst[4].equals(episode[4])).toList();
            assertEquals(
                    episode[FindingRows.COLUMNS.indexOf("bursts")],
                    Integer.toString(own.size()),
                    "bursts of episode " + episode[4]);
            assertEquals(episode[0], own.get(0)[0]);
        }
        assertEquals(
                bursts.size(),
                all.stream()
                        .mapToInt(row -> Integer.parseInt(row[FindingRows.COLUMNS.indexOf("bursts")]))
                        .sum());
        Path pictures = folder.resolve("numbered");
        at("replay", recording, "--no-log", "--chart", pictures);
        for (String[] episode : episodes) {
            Path one = folder.resolve("episode-" + episode[4] + ".svg");
            at("chart", recording, "-o", one, "--episode", episode[4]);
            try (Stream<Path> drawn = Files.list(pictures)) {
                String svg = Files.readString(one);
                assertTrue(
                        drawn.filter(file -> file.toString().endsWith(".svg")).anyMatch(file -> same(file, svg)),
                        "the picture of episode " + episode[4] + " is the same from both verbs");
            }
        }
    }

    private static boolean same(Path file, String svg) {
        try {
            return Files.readString(file).equals(svg);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Test
    void jsonHasTheOnsetsOfTheBursts() {
        String clonus = at("replay", recording, "--json", "--no-log").lines().stream()
                .filter(line -> line.contains("\"kind\":\"clonus\""))
                .findFirst()
                .orElseThrow();
        String[] onsets =
                clonus.replaceAll(".*\"burst_onsets_s\":\\[([^]]*)].*", "$1").split(",");
        assertTrue(clonus.contains("\"bursts\":" + onsets.length + ","), clonus);
        assertTrue(clonus.contains("\"onset_s\":" + onsets[0] + ","), clonus);
    }
}
