package twinge.log;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import twinge.events.Evidence;
import twinge.events.Kind;
import twinge.events.Verdict;

/** Reads episodes back. */
final class EpisodeReader {
    private static final String EPISODES = """
            SELECT e.*, s.*, h.label
            FROM (SELECT i.*, start_microseconds + CAST(round(onset_seconds * 1e6) AS INTEGER) AS t,
                         a.session AS of_session
                  FROM episode i
                  JOIN current_analysis a ON a.id = i.analysis
                  JOIN session ON session.id = a.session) e
            JOIN session s ON s.id = e.of_session
            JOIN channel h ON h.session = s.id AND h.stream = e.stream AND h.channel = e.channel
            WHERE\s"""
            + Narrowing.OF_SESSION + " AND " + Narrowing.OF_TIME + " AND " + Narrowing.OF_KIND
            + " ORDER BY t IS NULL, t, s.source, s.id, e.onset_seconds, e.number " + Narrowing.PAGE;

    private static final String OF_ANALYSIS = """
            SELECT e.*, s.*, h.label
            FROM episode e
            JOIN analysis a ON a.id = e.analysis
            JOIN session s ON s.id = a.session
            JOIN channel h ON h.session = s.id AND h.stream = e.stream AND h.channel = e.channel
            WHERE e.analysis = ? ORDER BY e.number
            """;

    private static final String EVIDENCE =
            "SELECT words, weight FROM evidence WHERE analysis = ? AND number = ? ORDER BY place";

    private static final String FEATURES =
            "SELECT name, value FROM feature WHERE analysis = ? AND number = ? ORDER BY place";

    private static final String BURSTS = """
            SELECT b.*, h.label
            FROM burst b
            JOIN analysis a ON a.id = b.analysis
            JOIN channel h ON h.session = a.session AND h.stream = b.stream AND h.channel = b.channel
            WHERE b.analysis = ? AND b.number = ? ORDER BY b.place
            """;

    private EpisodeReader() {}

    static List<LoggedEpisode> read(Connection connection, Query query) throws SQLException {
        return Row.read(connection, EPISODES, row -> episode(connection, row), Narrowing.values(query));
    }

    static List<LoggedEpisode> ofAnalysis(Connection connection, long analysis) throws SQLException {
        return Row.read(connection, OF_ANALYSIS, row -> episode(connection, row), analysis);
    }

    static Optional<byte[]> signal(Connection connection, LoggedEpisode episode) throws SQLException {
        String question = "SELECT signal FROM excerpt WHERE analysis = ? AND number = ?";
        return Row.read(connection, question, row -> row.getBytes(1), episode.analysis(), episode.number()).stream()
                .findFirst();
    }

    private static LoggedEpisode episode(Connection connection, ResultSet row) throws SQLException {
        long analysis = row.getLong("analysis");
        long number = row.getLong("number");
        return new LoggedEpisode(
                analysis,
                number,
                SessionReader.session(row),
                row.getDouble("onset_seconds"),
                row.getDouble("end_seconds"),
                row.getString("label"),
                new Verdict(
                        kind(row),
                        row.getDouble("probability"),
                        Row.read(connection, EVIDENCE, EpisodeReader::evidence, analysis, number)),
                features(connection, analysis, number),
                Row.read(connection, BURSTS, EpisodeReader::burst, analysis, number));
    }

    private static Kind kind(ResultSet row) throws SQLException {
        return Kind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT));
    }

    private static Evidence evidence(ResultSet row) throws SQLException {
        return new Evidence(row.getString("words"), row.getDouble("weight"));
    }

    private static Map<String, Double> features(Connection connection, long analysis, long number) throws SQLException {
        Map<String, Double> features = new LinkedHashMap<>();
        Row.read(connection, FEATURES, EpisodeReader::feature, analysis, number)
                .forEach(feature -> features.put(feature.getKey(), feature.getValue()));
        return features;
    }

    private static Map.Entry<String, Double> feature(ResultSet row) throws SQLException {
        String name = row.getString("name");
        double value = row.getDouble("value");
        return Map.entry(name, row.wasNull() ? Double.NaN : value);
    }

    private static LoggedEpisode.LoggedBurst burst(ResultSet row) throws SQLException {
        return new LoggedEpisode.LoggedBurst(
                row.getInt("stream"),
                row.getString("label"),
                row.getLong("onset_frame"),
                row.getLong("end_frame"),
                row.getDouble("onset_seconds"),
                row.getDouble("end_seconds"),
                row.getInt("cut") == 1,
                kind(row),
                row.getDouble("probability"));
    }
}
