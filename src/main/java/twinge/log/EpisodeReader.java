package twinge.log;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
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

    private static final String BURSTS = """
            SELECT b.*, h.label
            FROM burst b
            JOIN analysis a ON a.id = b.analysis
            JOIN channel h ON h.session = a.session AND h.stream = b.stream AND h.channel = b.channel
            WHERE b.analysis = ? AND b.number = ? ORDER BY b.place
            """;

    private EpisodeReader() {}

    static List<LoggedEpisode> read(Connection connection, Query query) throws SQLException {
        List<LoggedEpisode> episodes = new ArrayList<>();
        try (PreparedStatement question = Row.prepare(connection, EPISODES, Narrowing.values(query));
                ResultSet row = question.executeQuery()) {
            while (row.next()) {
                long analysis = row.getLong("analysis");
                long number = row.getLong("number");
                episodes.add(new LoggedEpisode(
                        analysis,
                        number,
                        SessionReader.session(row),
                        row.getDouble("onset_seconds"),
                        row.getDouble("end_seconds"),
                        row.getString("label"),
                        new Verdict(kind(row), row.getDouble("probability"), evidence(connection, analysis, number)),
                        features(connection, analysis, number),
                        bursts(connection, analysis, number)));
            }
        }
        return episodes;
    }

    static Optional<byte[]> signal(Connection connection, LoggedEpisode episode) throws SQLException {
        try (PreparedStatement question = Row.prepare(
                        connection,
                        "SELECT signal FROM excerpt WHERE analysis = ? AND number = ?",
                        episode.analysis(),
                        episode.number());
                ResultSet row = question.executeQuery()) {
            return row.next() ? Optional.of(row.getBytes(1)) : Optional.empty();
        }
    }

    private static Kind kind(ResultSet row) throws SQLException {
        return Kind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT));
    }

    private static List<Evidence> evidence(Connection connection, long analysis, long number) throws SQLException {
        List<Evidence> evidence = new ArrayList<>();
        try (PreparedStatement question = Row.prepare(
                        connection,
                        "SELECT words, weight FROM evidence WHERE analysis = ? AND number = ? ORDER BY place",
                        analysis,
                        number);
                ResultSet row = question.executeQuery()) {
            while (row.next()) {
                evidence.add(new Evidence(row.getString(1), row.getDouble(2)));
            }
        }
        return evidence;
    }

    private static Map<String, Double> features(Connection connection, long analysis, long number) throws SQLException {
        Map<String, Double> features = new LinkedHashMap<>();
        try (PreparedStatement question = Row.prepare(
                        connection,
                        "SELECT name, value FROM feature WHERE analysis = ? AND number = ? ORDER BY place",
                        analysis,
                        number);
                ResultSet row = question.executeQuery()) {
            while (row.next()) {
                String name = row.getString(1);
                double value = row.getDouble(2);
                features.put(name, row.wasNull() ? Double.NaN : value);
            }
        }
        return features;
    }

    private static List<LoggedEpisode.LoggedBurst> bursts(Connection connection, long analysis, long number)
            throws SQLException {
        List<LoggedEpisode.LoggedBurst> bursts = new ArrayList<>();
        try (PreparedStatement question = Row.prepare(connection, BURSTS, analysis, number);
                ResultSet row = question.executeQuery()) {
            while (row.next()) {
                bursts.add(new LoggedEpisode.LoggedBurst(
                        row.getInt("stream"),
                        row.getString("label"),
                        row.getLong("onset_frame"),
                        row.getLong("end_frame"),
                        row.getDouble("onset_seconds"),
                        row.getDouble("end_seconds"),
                        row.getInt("cut") == 1,
                        kind(row),
                        row.getDouble("probability")));
            }
        }
        return bursts;
    }
}
