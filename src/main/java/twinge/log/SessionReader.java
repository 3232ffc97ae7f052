package twinge.log;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import twinge.events.Session;
import twinge.frames.Channel;
import twinge.frames.Montage;
import twinge.frames.SampleStream;
import twinge.frames.Scale;

/** Reads sessions back. */
final class SessionReader {
    private static final String SESSIONS = """
            SELECT s.*, a.id AS analysis, a.program_version, a.settings_digest
            FROM (SELECT *, start_microseconds AS t FROM session) s
            JOIN current_analysis c ON c.session = s.id
            JOIN analysis a ON a.id = c.id
            WHERE\s"""
            + Narrowing.OF_SESSION + " AND " + Narrowing.OF_TIME
            + " AND (?5 IS NULL OR EXISTS (SELECT 1 FROM episode e WHERE e.analysis = a.id AND "
            + Narrowing.OF_KIND + ")) ORDER BY t IS NULL, t, s.source, s.id " + Narrowing.PAGE;

    private SessionReader() {}

    static List<LoggedSession> read(Connection connection, Query query) throws SQLException {
        List<LoggedSession> sessions = new ArrayList<>();
        try (PreparedStatement question = Row.prepare(connection, SESSIONS, Narrowing.values(query));
                ResultSet row = question.executeQuery()) {
            while (row.next()) {
                Session session = session(row);
                sessions.add(new LoggedSession(
                        session,
                        new Analysis(row.getString("program_version"), row.getString("settings_digest")),
                        streams(connection, session.id().toString()),
                        new Summary(
                                row.getDouble("worn_seconds"),
                                row.getLong("frames"),
                                row.getLong("frames_lost"),
                                flagged(connection, row.getLong("analysis")))));
            }
        }
        return sessions;
    }

    /** The session of a row that holds its table's columns. */
    static Session session(ResultSet row) throws SQLException {
        String start = row.getString("start");
        int zoneSeconds = row.getInt("zone_seconds");
        boolean noZone = row.wasNull();
        return new Session(
                UUID.fromString(row.getString("id")),
                row.getString("athlete"),
                Optional.ofNullable(start).map(LocalDateTime::parse),
                noZone ? Optional.empty() : Optional.of(ZoneOffset.ofTotalSeconds(zoneSeconds)),
                row.getString("source"));
    }

    private static Map<String, Double> flagged(Connection connection, long analysis) throws SQLException {
        Map<String, Double> flagged = new HashMap<>();
        try (PreparedStatement question =
                        Row.prepare(connection, "SELECT reason, seconds FROM quality WHERE analysis = ?", analysis);
                ResultSet row = question.executeQuery()) {
            while (row.next()) {
                flagged.put(row.getString(1), row.getDouble(2));
            }
        }
        return flagged;
    }

    private static List<SampleStream> streams(Connection connection, String session) throws SQLException {
        List<SampleStream> streams = new ArrayList<>();
        try (PreparedStatement question =
                        Row.prepare(connection, "SELECT * FROM stream WHERE session = ? ORDER BY stream", session);
                ResultSet row = question.executeQuery()) {
            while (row.next()) {
                int index = row.getInt("stream");
                streams.add(new SampleStream(
                        index,
                        row.getDouble("rate_hz"),
                        row.getDouble("start_seconds"),
                        new Montage(channels(connection, session, index))));
            }
        }
        return streams;
    }

    private static List<Channel> channels(Connection connection, String session, int stream) throws SQLException {
        List<Channel> channels = new ArrayList<>();
        try (PreparedStatement question = Row.prepare(
                        connection,
                        "SELECT * FROM channel WHERE session = ? AND stream = ? ORDER BY channel",
                        session,
                        stream);
                ResultSet row = question.executeQuery()) {
            while (row.next()) {
                channels.add(new Channel(
                        row.getString("label"),
                        Channel.Type.valueOf(row.getString("type")),
                        row.getString("muscle"),
                        Channel.Side.valueOf(row.getString("side")),
                        row.getString("position"),
                        new Scale(
                                row.getInt("digital_minimum"),
                                row.getInt("digital_maximum"),
                                row.getDouble("physical_minimum"),
                                row.getDouble("physical_maximum"),
                                row.getString("unit"))));
            }
        }
        return channels;
    }
}
