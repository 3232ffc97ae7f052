package twinge.log;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import twinge.events.Burst;
import twinge.events.Episode;
import twinge.events.Kind;
import twinge.events.Session;

class EventLogTest {
    private static final Query ALL = Query.everything();

    @TempDir
    private Path folder;

    private EventLog log;

    @BeforeEach
    void open() throws IOException {
        log = EventLog.open(folder.resolve("log.sqlite"));
    }

    @AfterEach
    void close() throws IOException {
        log.close();
    }

    private List<Kind> kinds(Query query) throws IOException {
        return log.episodes(query).stream().map(LoggedEpisode::kind).toList();
    }

    @Test
    void whatWasLoggedIsReadBackAsItWas() throws IOException {
        Session session = Samples.session(1, "Zo\u00eb O'Neil", "2026-11-22T09:30:00.123456");
        Episode episode = Samples.episode(Kind.SPASM, 12.5, 14.75);
        Samples.log(log, session, Samples.ANALYSIS, episode);

        LoggedEpisode logged = log.episodes(ALL).get(0);
        assertEquals(session, logged.session());
        assertEquals(episode.verdict(), logged.verdict());
        assertEquals(12.5, logged.onsetSeconds());
        assertEquals(14.75, logged.endSeconds());
        assertEquals("ES R", logged.channel(), "of the burst that stands 9.5 times above rest");
        assertEquals(episode.strongest().features().values(), logged.features());
        assertEquals(Optional.of(LocalDateTime.parse("2026-11-22T09:30:12.623456")), logged.wallTime());
        assertEquals(Optional.empty(), log.excerpt(logged));
        for (int i = 0; i < 2; i++) {
            Burst burst = episode.bursts().get(i);
            LoggedEpisode.LoggedBurst read = logged.bursts().get(i);
            assertEquals(burst.onsetFrame(), read.onsetFrame());
            assertEquals(burst.endFrame(), read.endFrame());
            assertEquals(burst.onsetSeconds(), read.onsetSeconds());
            assertEquals(burst.endSeconds(), read.endSeconds());
            assertEquals(burst.cut(), read.cut());
            assertEquals(List.of("ES L", "ES R").get(i), read.channel());
        }
        LoggedSession read = log.sessions(ALL).get(0);
        assertEquals(new LoggedSession(session, Samples.ANALYSIS, Samples.STREAMS, Samples.SUMMARY), read);
    }

    @Test
    void loggingASessionAgainNeverDoublesAnEvent() throws IOException {
        Session session = Samples.session(1, "ada", "2026-11-22T09:30:00");
        for (int round = 0; round < 3; round++) {
            Samples.log(log, session, Samples.ANALYSIS, Samples.episode(Kind.CRAMP, 5, 9));
        }
        assertEquals(List.of(Kind.CRAMP), kinds(ALL));
        assertEquals(1, log.sessions(ALL).size());
    }

    @Test
    void otherSettingsMakeAnotherAnalysisAndTheLatestOneAnswers() throws IOException {
        Session session = Samples.session(1, "ada", "2026-11-22T09:30:00");
        Analysis other = new Analysis("1.0", "bb");
        Samples.log(log, session, Samples.ANALYSIS, Samples.episode(Kind.CRAMP, 5, 9));
        Samples.log(log, session, other, Samples.episode(Kind.SPASM, 5, 8), Samples.episode(Kind.CLONUS, 20, 30));
        assertEquals(List.of(Kind.SPASM, Kind.CLONUS), kinds(ALL));
        assertEquals(other, log.sessions(ALL).get(0).analysis());

        Samples.log(log, session, Samples.ANALYSIS, Samples.episode(Kind.CRAMP, 5, 9));
        assertEquals(List.of(Kind.CRAMP), kinds(ALL));
        Samples.log(log, session, new Analysis("1.1", "aa"));
        assertEquals(List.of(), kinds(ALL), "the latest analysis found nothing");
    }

    @Test
    void anAnalysisThatWasNotFinishedLeavesNothing() throws IOException {
        Session session = Samples.session(1, "ada", "2026-11-22T09:30:00");
        Samples.log(log, session, Samples.ANALYSIS, Samples.episode(Kind.CRAMP, 5, 9));
        try (AnalysisWriter writer = log.begin(session, Samples.ANALYSIS, Samples.STREAMS)) {
            writer.add(Samples.episode(Kind.SPASM, 1, 2), Optional.empty());
        }
        try (AnalysisWriter writer = log.begin(Samples.session(2, "bo", null), Samples.ANALYSIS, Samples.STREAMS)) {
            writer.add(Samples.episode(Kind.SPASM, 1, 2), Optional.empty());
            assertEquals(List.of(Kind.CRAMP), kinds(ALL));
        }
        assertEquals(List.of(Kind.CRAMP), kinds(ALL));
        assertEquals(1, log.sessions(ALL).size());
    }

    @Test
    void aFinishThatFailsChangesNothing() throws IOException {
        Session session = Samples.session(1, "ada", "2026-11-22T09:30:00");
        Samples.log(log, session, Samples.ANALYSIS, Samples.episode(Kind.CRAMP, 5, 9));
        Burst right = Samples.episode(Kind.SPASM, 1, 2).strongest();
        Burst timeless = new Burst(0, 0, 1, 2, Double.NaN, Double.NaN, false, right.features(), right.verdict());
        Episode broken = new Episode(right.verdict(), List.of(timeless));
        try (AnalysisWriter writer = log.begin(session, Samples.ANALYSIS, Samples.STREAMS)) {
            writer.add(Samples.episode(Kind.SPASM, 1, 2), Optional.empty());
            writer.add(broken, Optional.empty());
            assertThrows(IOException.class, () -> writer.finish(Samples.SUMMARY));
        }
        assertEquals(List.of(Kind.CRAMP), kinds(ALL));
    }

    @Test
    void twoAnalysesUnderWayAtOnceDoNotMixTheirEpisodes() throws IOException {
        try (AnalysisWriter one = log.begin(Samples.session(1, "ada", null), Samples.ANALYSIS, Samples.STREAMS);
                AnalysisWriter two = log.begin(Samples.session(2, "bo", null), Samples.ANALYSIS, Samples.STREAMS)) {
            one.add(Samples.episode(Kind.CRAMP, 5, 9), Optional.empty());
            two.add(Samples.episode(Kind.SPASM, 1, 2), Optional.empty());
            one.finish(Samples.SUMMARY);
            two.finish(Samples.SUMMARY);
            assertThrows(IllegalStateException.class, () -> two.finish(Samples.SUMMARY));
        }
        assertEquals(List.of(Kind.CRAMP), kinds(ALL.session(new UUID(0, 1))));
        assertEquals(List.of(Kind.SPASM), kinds(ALL.session(new UUID(0, 2))));
    }

    @Test
    void whatAReplayDoesNotSayAgainIsKept() throws IOException {
        Samples.log(log, Samples.session(1, "ada", "2026-11-22T09:30:00"), Samples.ANALYSIS);
        Samples.log(log, Samples.session(1, "", null), Samples.ANALYSIS);
        assertEquals(
                Samples.session(1, "ada", "2026-11-22T09:30:00"),
                log.sessions(ALL).get(0).session());
        Samples.log(log, Samples.session(1, "bo", null), Samples.ANALYSIS);
        assertEquals("bo", log.sessions(ALL).get(0).session().athlete());
    }

    @Test
    void episodesAreFoundByAthleteKindSessionAndInPages() throws IOException {
        Samples.log(
                log,
                Samples.session(2, "bo", "2026-11-21T10:00:00"),
                Samples.ANALYSIS,
                Samples.episode(Kind.CLONUS, 1, 2));
        Samples.log(
                log,
                Samples.session(1, "ada", "2026-11-22T10:00:00"),
                Samples.ANALYSIS,
                Samples.episode(Kind.SPASM, 30, 31),
                Samples.episode(Kind.VOLUNTARY, 10, 11));
        Samples.log(log, Samples.session(3, "ada", null), Samples.ANALYSIS, Samples.episode(Kind.CRAMP, 1, 2));

        List<Kind> sorted = List.of(Kind.CLONUS, Kind.VOLUNTARY, Kind.SPASM, Kind.CRAMP);
        assertEquals(sorted, kinds(ALL), "by wall time, those without one last");
        assertEquals(List.of(Kind.VOLUNTARY, Kind.SPASM, Kind.CRAMP), kinds(ALL.athlete("ada")));
        assertEquals(List.of(), kinds(ALL.athlete("' OR 1=1 --")));
        assertEquals(List.of(Kind.CLONUS, Kind.CRAMP), kinds(ALL.kinds(Kind.CRAMP, Kind.CLONUS)));
        assertEquals(List.of(Kind.CRAMP), kinds(ALL.session(new UUID(0, 3))));
        assertEquals(sorted.subList(1, 3), kinds(ALL.page(2, 1)));
        assertEquals(List.of(), kinds(ALL.page(2, 4)));
        assertEquals(3, log.sessions(ALL).size());
        assertEquals(1, log.sessions(ALL.kinds(Kind.VOLUNTARY)).size());
        assertEquals(2, log.sessions(ALL.athlete("ada")).size());
    }

    @Test
    void aDayIsTheDayOnTheWearersClock() throws IOException {
        // 23:59:50 in Kathmandu, where it is 18:14:50 in Greenwich; the second episode begins after midnight.
        Session kathmandu = new Session(
                new UUID(0, 1),
                "ada",
                Optional.of(LocalDateTime.parse("2026-11-22T23:59:50")),
                Optional.of(ZoneOffset.ofHoursMinutes(5, 45)),
                "k.bdf");
        Samples.log(
                log,
                kathmandu,
                Samples.ANALYSIS,
                Samples.episode(Kind.SPASM, 9.999999, 11),
                Samples.episode(Kind.CRAMP, 10, 11));
        Samples.log(log, Samples.session(2, "ada", null), Samples.ANALYSIS, Samples.episode(Kind.CLONUS, 1, 2));
        LocalDate day = LocalDate.of(2026, 11, 22);

        assertEquals(List.of(Kind.SPASM), kinds(ALL.from(day).until(day)));
        assertEquals(List.of(Kind.CRAMP), kinds(ALL.from(day.plusDays(1))));
        assertEquals(List.of(Kind.SPASM, Kind.CRAMP), kinds(ALL.until(day.plusDays(1))));
        assertEquals(List.of(), kinds(ALL.until(day.minusDays(1))));
        assertEquals(List.of(Kind.SPASM, Kind.CRAMP, Kind.CLONUS), kinds(ALL), "without a day only if none is asked");
        assertEquals(1, log.sessions(ALL.from(day).until(day)).size());
    }

    @Test
    void aSessionThroughTheEndOfSummerTimeKeepsTheClockItBeganOn() throws IOException {
        // Berlin, 2026-10-25: at 03:00 summer time the clocks go back to 02:00. Worn from 23:30 summer time for 50
        // hours:
        // the session's clock stays at +02:00, so that no two events share a time and none is moved to another day.
        Session berlin = Samples.session(1, "ada", "2026-10-24T23:30:00");
        double hour = 3600;
        Samples.log(
                log,
                berlin,
                Samples.ANALYSIS,
                Samples.episode(Kind.SPASM, 3 * hour, 3 * hour + 1),
                Samples.episode(Kind.CRAMP, 4 * hour, 4 * hour + 1),
                Samples.episode(Kind.CLONUS, 24.75 * hour, 24.75 * hour + 1));
        List<LoggedEpisode> sunday =
                log.episodes(ALL.from(LocalDate.of(2026, 10, 25)).until(LocalDate.of(2026, 10, 25)));
        assertEquals(
                List.of(LocalDateTime.parse("2026-10-25T02:30"), LocalDateTime.parse("2026-10-25T03:30")),
                sunday.stream().map(each -> each.wallTime().get()).toList());
        assertEquals(List.of(Kind.CLONUS), kinds(ALL.from(LocalDate.of(2026, 10, 26))));
    }

    @Test
    void datesFarFromOursSortToo() throws IOException {
        List<String> starts =
                List.of("-0044-03-15T12:00:00", "0999-12-31T23:00:00", "1969-12-31T23:59:59", "+12026-01-01T00:00");
        for (int i = starts.size() - 1; i >= 0; i--) {
            Samples.log(log, Samples.session(i, "ada", starts.get(i)), Samples.ANALYSIS);
        }
        List<UUID> found = new ArrayList<>();
        for (LoggedSession session : log.sessions(ALL.until(LocalDate.of(2000, 1, 1)))) {
            found.add(session.session().id());
        }
        assertEquals(List.of(new UUID(0, 0), new UUID(0, 1), new UUID(0, 2)), found);
    }

    @Test
    void anEpisodesSignalComesBackAsItWas() throws IOException {
        Excerpt excerpt = new Excerpt(1, 9, Optional.empty(), Samples.STREAMS, Samples.recording(new Random(1), 10));
        Session session = Samples.session(1, "ada", null);
        try (AnalysisWriter writer = log.begin(session, Samples.ANALYSIS, Samples.STREAMS)) {
            writer.add(Samples.episode(Kind.CRAMP, 6, 7), Optional.of(excerpt));
            writer.finish(Samples.SUMMARY);
        }
        LoggedEpisode episode = log.episodes(ALL).get(0);
        assertEquals(Optional.of(excerpt), log.excerpt(episode));
        Samples.log(log, session, Samples.ANALYSIS);
        assertFalse(log.excerpt(episode).isPresent(), "its analysis has been replaced");
    }

    @Test
    void aNewLogIsEmpty() throws IOException {
        assertTrue(log.episodes(ALL).isEmpty());
        assertTrue(log.sessions(ALL).isEmpty());
    }
}
