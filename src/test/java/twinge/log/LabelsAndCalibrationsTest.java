package twinge.log;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import twinge.events.Calibration;
import twinge.events.Calibrations;
import twinge.events.Kind;
import twinge.events.Label;
import twinge.events.Session;

class LabelsAndCalibrationsTest {
    private static final OffsetDateTime NOON = OffsetDateTime.parse("2026-11-22T12:00:00+01:00");

    @TempDir
    private Path folder;

    private Path file;
    private EventLog log;

    @BeforeEach
    void open() throws IOException {
        file = folder.resolve("log.sqlite");
        log = EventLog.open(file);
    }

    @AfterEach
    void close() throws IOException {
        log.close();
    }

    private static Label label(int session, double from, double to, String word, String author) {
        return new Label(new UUID(0, session), from, to, word, author, NOON);
    }

    private static Calibration calibration(int number, String athlete, String taken) {
        Calibration.Level level = new Calibration.Level("ES L", "left erector spinae L3", "uV", 2.5, 1.0 / 3 + 3, 400);
        return new Calibration(
                new UUID(7, number),
                athlete,
                "cyton V8",
                OffsetDateTime.parse(taken),
                athlete,
                Calibration.Effort.MAXIMAL,
                List.of(level));
    }

    @Test
    void aWordOfTheWearerOutlivesEveryNewAnalysis() throws IOException {
        log.add(label(1, 12.25, 14.5, "spasm", "ada"));
        Session session = Samples.session(1, "ada", "2026-11-22T09:30:00");
        Samples.log(log, session, Samples.ANALYSIS, Samples.episode(Kind.SPASM, 12, 14));
        Samples.log(log, session, new Analysis("2.0", "bb"));
        log.add(label(1, 3, 3, "moved sensor", ""));
        log.add(label(2, 0, 0, "spasm", "bo"));
        assertEquals(
                List.of(label(1, 3, 3, "moved sensor", ""), label(1, 12.25, 14.5, "spasm", "ada")),
                log.labels(new UUID(0, 1)));
    }

    @Test
    void nobodyChangesOrTakesAwayWhatWasSaidOrMeasured() throws IOException, SQLException {
        log.add(label(1, 1, 2, "spasm", "ada"));
        log.add(calibration(1, "ada", "2026-11-22T10:00:00+01:00"));
        try (Connection connection = new Connections(file).open()) {
            for (String statement : List.of(
                    "UPDATE label SET word = 'voluntary'",
                    "DELETE FROM label",
                    "UPDATE calibration SET athlete = 'bo'")) {
                String told = assertThrows(SQLException.class, () -> Row.write(connection, statement))
                        .getMessage();
                assertTrue(told.contains("added, never"), told);
            }
        }
        assertEquals(1, log.labels(new UUID(0, 1)).size());
    }

    @Test
    void aNewCalibrationStandsBesideTheOldOneUntilThatIsForgotten() throws IOException {
        Calibration late = calibration(2, "ada", "2026-11-22T10:00:00+01:00");
        Calibration early = calibration(1, "ada", "2026-11-22T10:30:00+02:00");
        log.add(late);
        log.add(early);
        assertEquals(List.of(early, late), log.calibrations(false), "by the moment, whatever the zone");
        assertTrue(log.forget(early.id(), NOON));
        assertFalse(log.forget(early.id(), NOON));
        assertFalse(log.forget(new UUID(9, 9), NOON));
        assertEquals(List.of(late), log.calibrations(false));
        assertEquals(List.of(early, late), log.calibrations(true));
    }

    @Test
    void whatALiveRunFoundStaysWhenItIsFoundAgain() throws IOException {
        Session session = Samples.session(1, "ada", "2026-11-22T09:30:00");
        String known =
                Calibrations.of(calibration(1, "ada", "2026-11-22T10:00:00Z")).text();
        Analysis live = new Analysis("1.0", "aa", "[detect]\n", known, true);
        Samples.log(log, session, live, Samples.episode(Kind.SPASM, 12, 14));
        Samples.log(log, session, new Analysis("1.0", "aa"), Samples.episode(Kind.CLONUS, 12, 14));
        Samples.log(log, session, new Analysis("1.0", "bb"), Samples.episode(Kind.CRAMP, 12, 14));
        List<LoggedAnalysis> analyses = log.analyses(session.id());
        assertEquals(
                List.of(live, new Analysis("1.0", "bb")),
                analyses.stream().map(LoggedAnalysis::analysis).toList());
        assertEquals(Kind.SPASM, log.episodes(analyses.get(0)).get(0).kind());
        assertEquals(Kind.CRAMP, log.episodes(analyses.get(1)).get(0).kind());
        assertEquals(Kind.CRAMP, log.episodes(Query.everything()).get(0).kind(), "the latest answers questions");
        Samples.log(log, session, live, Samples.episode(Kind.FASCICULATION, 12, 14));
        assertEquals(
                Kind.FASCICULATION,
                log.episodes(log.analyses(session.id()).get(1)).get(0).kind(),
                "what was cut short live is logged live again from the tape");
    }
}
