package twinge.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import twinge.log.EventLog;
import twinge.log.Excerpt;
import twinge.log.LoggedEpisode;
import twinge.log.Query;

/** What a replay leaves in the log. */
class LoggingTest {
    @TempDir
    private static Path folder;

    private static Path recording;
    private static Path log;

    @BeforeAll
    static void replayed() {
        recording = folder.resolve("spasms.bdf");
        log = folder.resolve("log.sqlite");
        Run.of("simulate", "spasm", "-o", recording, "--minutes", "1.5");
        Run run = Run.of("replay", recording, "--log", log);
        assertEquals(ExitCode.OK, run.code(), run.err());
    }

    private static List<LoggedEpisode> episodes() throws IOException {
        try (EventLog opened = EventLog.open(log)) {
            return opened.episodes(Query.everything());
        }
    }

    @Test
    void everyKindIsLoggedAsOftenAsItIsPrinted() throws IOException {
        List<String> printed = Run.of("replay", recording, "--csv", "--all", "--no-log").lines().stream()
                .skip(1)
                .map(line -> line.split(",", -1)[3])
                .sorted()
                .toList();
        assertTrue(printed.size() > 2, "there is something to log");
        assertEquals(
                printed,
                episodes().stream()
                        .map(episode -> episode.kind().code())
                        .sorted()
                        .toList());
    }

    @Test
    void theSignalIsKeptFiveSecondsAroundEveryEpisode() throws IOException {
        try (EventLog opened = EventLog.open(log)) {
            for (LoggedEpisode episode : opened.episodes(Query.everything())) {
                Excerpt kept = opened.excerpt(episode).orElseThrow();
                assertEquals(Math.max(0, episode.onsetSeconds() - 5), kept.fromSeconds(), 1e-9);
                assertTrue(kept.toSeconds() <= episode.endSeconds() + 5 + 1e-9);
                assertTrue(kept.toSeconds() > episode.endSeconds());
            }
        }
    }

    @Test
    void theAthleteOfTheRecordingWinsOverTheOneStated() throws IOException {
        Run run = Run.of("replay", recording, "--log", log, "--athlete", "Lee");
        assertTrue(run.err().contains("--athlete Lee is not used, because the recording says that simulated wore it"));
        assertEquals("simulated", episodes().get(0).session().athlete());
    }

    @Test
    void anAthleteIsStatedWhereTheRecordingNamesNone() throws IOException {
        Path text = folder.resolve("nameless.csv");
        Files.writeString(text, "EMG1\n" + "512\n513\n".repeat(1500));
        Path other = folder.resolve("other.sqlite");
        Run run = Run.of("replay", text, "--rate", "1000", "--log", other, "--athlete", "Lee");
        assertEquals(ExitCode.OK, run.code(), run.err());
        assertFalse(run.err().contains("--athlete"), run.err());
        try (EventLog opened = EventLog.open(other)) {
            assertEquals(
                    "Lee", opened.sessions(Query.everything()).get(0).session().athlete());
        }
    }

    @Test
    void otherSettingsReplaceTheAnswerAndDoNotAddToIt() throws IOException {
        List<LoggedEpisode> before = episodes();
        Run.of("replay", recording, "--log", log, "--set", "detect.on_threshold=9");
        List<String> printed = Run.of(
                        "replay", recording, "--csv", "--all", "--no-log", "--set", "detect.on_threshold=9")
                .lines();
        assertEquals(printed.size() - 1, episodes().size());
        Run.of("replay", recording, "--log", log);
        assertEquals(before.size(), episodes().size());
    }

    @Test
    void theWornTimeAndTheFramesAreLogged() throws IOException {
        try (EventLog opened = EventLog.open(log)) {
            var summary = opened.sessions(Query.everything()).get(0).summary();
            assertEquals(90, summary.wornSeconds(), 0.3);
            assertEquals(0, summary.framesLost());
        }
    }
}
