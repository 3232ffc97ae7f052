package twinge.log;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import twinge.events.Calibration;
import twinge.events.Calibrations;

/** Calibrations in the log. */
final class CalibrationTable {
    private CalibrationTable() {}

    static void add(Connection connection, Calibration calibration) throws SQLException {
        Row.write(
                connection,
                """
                INSERT INTO calibration (id, athlete, board, taken, taken_microseconds, author, digest, calibration)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                """,
                calibration.id().toString(),
                calibration.athlete(),
                calibration.board(),
                calibration.takenAt().toString(),
                ChronoUnit.MICROS.between(Instant.EPOCH, calibration.takenAt().toInstant()),
                calibration.author(),
                Calibrations.digest(calibration),
                Calibrations.of(calibration).text());
    }

    static List<Calibration> all(Connection connection, boolean forgottenToo) throws SQLException {
        return Row.read(
                connection,
                "SELECT calibration FROM calibration WHERE ? OR forgotten IS NULL ORDER BY taken_microseconds, id",
                row -> Calibrations.parse(row.getString(1)).of(1).orElseThrow(),
                forgottenToo ? 1 : 0);
    }

    static boolean forget(Connection connection, UUID id, OffsetDateTime at) throws SQLException {
        String statement = "UPDATE calibration SET forgotten = ? WHERE id = ? AND forgotten IS NULL";
        return Row.write(connection, statement, at.toString(), id.toString()) == 1;
    }
}
