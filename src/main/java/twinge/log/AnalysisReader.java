package twinge.log;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;

/** Reads back which analyses there are and under which conditions they were done. */
final class AnalysisReader {
    private static final String ANALYSES = """
            SELECT a.id AS analysis, a.session, a.program_version, a.settings_digest, a.live, c.settings, c.calibration
            FROM analysis a
            LEFT JOIN conditions c ON c.digest = a.settings_digest
            WHERE a.session = ? ORDER BY a.id
            """;

    private AnalysisReader() {}

    static List<LoggedAnalysis> of(Connection connection, UUID session) throws SQLException {
        return Row.read(
                connection,
                ANALYSES,
                row -> new LoggedAnalysis(row.getLong("analysis"), session, analysis(row)),
                session.toString());
    }

    /** The analysis of a row that holds its columns and those of its conditions, if they were kept. */
    static Analysis analysis(ResultSet row) throws SQLException {
        String settings = row.getString("settings");
        String calibration = row.getString("calibration");
        return new Analysis(
                row.getString("program_version"),
                row.getString("settings_digest"),
                settings == null ? "" : settings,
                calibration == null ? "" : calibration,
                row.getInt("live") == 1);
    }

    static void keepConditions(Connection connection, Analysis analysis) throws SQLException {
        if (!analysis.settings().isEmpty()) {
            Row.write(
                    connection,
                    "INSERT INTO conditions (digest, settings, calibration) VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
                    analysis.settingsDigest(),
                    analysis.settings(),
                    analysis.calibration());
        }
    }
}
