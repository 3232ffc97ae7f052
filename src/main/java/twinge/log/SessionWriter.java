package twinge.log;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import twinge.events.Session;
import twinge.frames.Channel;
import twinge.frames.SampleStream;
import twinge.frames.Scale;

/** Writes who wore what when. Said again, it is known as the same session; what is not said again stays. */
final class SessionWriter {
    private static final String SESSION = """
            INSERT INTO session (id, athlete, start, start_microseconds, zone_seconds, source, worn_seconds, frames,
                                 frames_lost)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (id) DO UPDATE SET
                athlete = CASE excluded.athlete WHEN '' THEN athlete ELSE excluded.athlete END,
                start = coalesce(excluded.start, start),
                start_microseconds = coalesce(excluded.start_microseconds, start_microseconds),
                zone_seconds = coalesce(excluded.zone_seconds, zone_seconds),
                source = excluded.source,
                worn_seconds = excluded.worn_seconds,
                frames = excluded.frames,
                frames_lost = excluded.frames_lost
            """;

    private SessionWriter() {}

    /** To be called within a transaction. */
    static void write(Connection connection, Session session, List<SampleStream> streams, Summary summary)
            throws SQLException {
        String id = session.id().toString();
        Row.write(
                connection,
                SESSION,
                id,
                session.athlete(),
                session.start().map(LocalDateTime::toString).orElse(null),
                session.start().map(SessionWriter::microseconds).orElse(null),
                session.zone().map(ZoneOffset::getTotalSeconds).orElse(null),
                session.source(),
                summary.wornSeconds(),
                summary.frames(),
                summary.framesLost());
        Row.write(connection, "DELETE FROM stream WHERE session = ?", id);
        for (SampleStream stream : streams) {
            Row.write(
                    connection,
                    "INSERT INTO stream (session, stream, rate_hz, start_seconds) VALUES (?, ?, ?, ?)",
                    id,
                    stream.index(),
                    stream.rateHz(),
                    stream.startSeconds());
            for (int channel = 0; channel < stream.montage().size(); channel++) {
                write(connection, id, stream, channel);
            }
        }
    }

    private static void write(Connection connection, String session, SampleStream stream, int index)
            throws SQLException {
        Channel channel = stream.montage().channel(index);
        Scale scale = channel.scale();
        Row.write(
                connection,
                """
                INSERT INTO channel (session, stream, channel, label, type, muscle, side, position, digital_minimum,
                                     digital_maximum, physical_minimum, physical_maximum, unit)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
                session,
                stream.index(),
                index,
                channel.label(),
                channel.type().name(),
                channel.muscle(),
                channel.side().name(),
                channel.position(),
                scale.digitalMinimum(),
                scale.digitalMaximum(),
                scale.physicalMinimum(),
                scale.physicalMaximum(),
                scale.unit());
    }

    /** A wall time as microseconds from 1970-01-01T00:00 on the same wall clock. */
    static long microseconds(LocalDateTime wallTime) {
        return ChronoUnit.MICROS.between(LocalDateTime.of(1970, 1, 1, 0, 0), wallTime);
    }
}
