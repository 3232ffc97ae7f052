package twinge.log;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
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
            SELECT s.*, a.id AS analysis, a.program_version, a.settings_digest, a.live, o.settings, o.calibration
            FROM (SELECT *, start_microseconds AS t FROM session) s
            JOIN current_analysis c ON c.session = s.id
            JOIN analysis a ON a.id = c.id
            LEFT JOIN conditions o ON o.digest = a.settings_digest
            WHERE\s"""
            + Narrowing.OF_SESSION + " AND " + Narrowing.OF_TIME
            + " AND (?5 IS NULL OR EXISTS (SELECT 1 FROM episode e WHERE e.analysis = a.id AND "
            + Narrowing.OF_KIND + ")) ORDER BY t IS NULL, t, s.source, s.id " + Narrowing.PAGE;

    private static final String STREAMS = "SELECT * FROM stream WHERE session = ? ORDER BY stream";

    private static final String CHANNELS = "SELECT * FROM channel WHERE session = ? AND stream = ? ORDER BY channel";

    private SessionReader() {}

    static List<LoggedSession> read(Connection connection, Query query) throws SQLException {
        return Row.read(connection, SESSIONS, row -> logged(connection, row), Narrowing.values(query));
    }

    private static LoggedSession logged(Connection connection, ResultSet row) throws SQLException {
        String id = row.getString("id");
        Map<String, Double> flagged = new HashMap<>();
        String quality = "SELECT reason, seconds FROM quality WHERE analysis = ?";
        Row.read(
                connection,
                quality,
                each -> flagged.put(each.getString(1), each.getDouble(2)),
                row.getLong("analysis"));
        return new LoggedSession(
                session(row),
                AnalysisReader.analysis(row),
                Row.read(connection, STREAMS, each -> stream(connection, id, each), id),
                new Summary(row.getDouble("worn_seconds"), row.getLong("frames"), row.getLong("frames_lost"), flagged));
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

    private static SampleStream stream(Connection connection, String session, ResultSet row) throws SQLException {
        int index = row.getInt("stream");
        return new SampleStream(
                index,
                row.getDouble("rate_hz"),
                row.getDouble("start_seconds"),
                new Montage(Row.read(connection, CHANNELS, SessionReader::channel, session, index)));
    }

    private static Channel channel(ResultSet row) throws SQLException {
        return new Channel(
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
                        row.getString("unit")));
    }
}
