package twinge.detect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import twinge.events.Burst;
import twinge.events.Episode;
import twinge.events.Kind;
import twinge.frames.Block;
import twinge.settings.Settings;
import twinge.simulate.Catalogue;
import twinge.simulate.Simulation;
import twinge.simulate.Truth;

/** Whole generated sessions, with their truth: what is involuntary is found with its kind, and nothing else is. */
class GeneratedSessionsTest {
    private record Session(List<Truth> truth, List<Episode> episodes) {
        List<Episode> involuntary() {
            return episodes.stream()
                    .filter(episode -> episode.kind().involuntary())
                    .toList();
        }

        String told() {
            StringBuilder told = new StringBuilder();
            for (Truth each : truth) {
                if (each.kind().involuntary()) {
                    told.append(String.format(
                            Locale.ROOT, "truth %.2f-%.2f %s%n", each.onsetSeconds(), each.endSeconds(), each.kind()));
                }
            }
            for (Episode each : involuntary()) {
                told.append(String.format(
                        Locale.ROOT,
                        "found %.2f-%.2f %s %s%n",
                        each.onsetSeconds(),
                        each.endSeconds(),
                        each.kind(),
                        each.verdict().evidence()));
            }
            return told.toString();
        }

        /** Whether an event of the truth is covered, at least half of it, by episodes of its kind. */
        boolean finds(Truth event) {
            double covered = 0;
            for (Episode episode : episodes) {
                if (episode.kind() == event.kind()) {
                    covered += Math.max(
                            0,
                            Math.min(event.endSeconds(), episode.endSeconds())
                                    - Math.max(event.onsetSeconds(), episode.onsetSeconds()));
                }
            }
            return covered >= 0.5 * event.durationSeconds();
        }
    }

    private static Session session(String scenario, long seed) {
        Simulation simulation = new Simulation(Catalogue.of(scenario).scenario(seed, Catalogue.USUAL_SECONDS));
        Detector detector = new Detector(simulation.streams(), Settings.standard());
        List<Episode> episodes = new ArrayList<>();
        for (Block block = simulation.next(); block != null; block = simulation.next()) {
            detector.accept(block, finding -> keep(finding, episodes));
        }
        detector.finish(finding -> keep(finding, episodes));
        return new Session(simulation.truth(), episodes);
    }

    private static void keep(Finding finding, List<Episode> episodes) {
        if (finding instanceof Finding.EpisodeEnded ended) {
            episodes.add(ended.episode());
        }
    }

    @ParameterizedTest(name = "{0}, seed {1}")
    @CsvSource({"lifting, 1", "lifting, 2", "lifting, 5", "rest, 1", "rest, 4"})
    void spasmsCrampsAndClonusAreFoundWithTheirKind(String scenario, long seed) {
        Session session = session(scenario, seed);
        for (Truth event : session.truth()) {
            boolean large = event.kind().involuntary() && event.kind() != Kind.FASCICULATION;
            assertTrue(!large || session.finds(event), session::told);
        }
    }

    @ParameterizedTest(name = "{0}, seed {1}")
    @CsvSource({"lifting, 1", "lifting, 2", "lifting, 5", "rest, 1", "rest, 4"})
    void whatIsFoundIsTrue(String scenario, long seed) {
        Session session = session(scenario, seed);
        for (Episode episode : session.involuntary()) {
            assertTrue(
                    session.truth().stream()
                            .anyMatch(event -> event.kind() == episode.kind()
                                    && event.onsetSeconds() < episode.endSeconds()
                                    && episode.onsetSeconds() < event.endSeconds()),
                    session::told);
        }
    }

    /** Of the planted twitches, 50 to 500 µV high, three in four or more, and none is taken for voluntary work. */
    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 5, 11})
    void twitchesOfEveryHeightAreFasciculations(long seed) {
        Session session = session("fasciculation", seed);
        List<Truth> planted = session.truth().stream()
                .filter(event -> event.kind() == Kind.FASCICULATION)
                .toList();
        long found = planted.stream()
                .filter(event -> kindAt(session, event.onsetSeconds()) == Kind.FASCICULATION)
                .count();
        assertTrue(found >= 0.75 * planted.size(), () -> found + " of " + planted.size());
        for (Truth event : planted) {
            assertNotEquals(Kind.VOLUNTARY, kindAt(session, event.onsetSeconds()), event::toString);
        }
    }

    private static Kind kindAt(Session session, double seconds) {
        return session.episodes().stream()
                .flatMap(episode -> episode.bursts().stream())
                .filter(burst -> Math.abs(burst.onsetSeconds() - seconds) < 0.02)
                .map(Burst::kind)
                .findFirst()
                .orElse(null);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 3, 4, 5, 6})
    void voluntaryWorkHeartbeatMotionAndFaultsGiveNothingInvoluntary(long seed) {
        Session session = session("quiet", seed);
        assertEquals(List.of(), session.involuntary(), session::told);
    }

    @ParameterizedTest(name = "{0}, seed {1}")
    @CsvSource({
        "reps, 1",
        "reps, 2",
        "walking, 1",
        "walking, 2",
        "ballistic, 1",
        "ballistic, 2",
        "brace, 1",
        "shiver, 1"
    })
    void drillsOfVoluntaryWorkGiveNothingInvoluntary(String scenario, long seed) {
        Session session = session(scenario, seed);
        assertEquals(List.of(), session.involuntary(), session::told);
    }
}
