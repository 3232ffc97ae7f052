package twinge.log;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import twinge.events.Label;

/** Labels in the log. */
final class LabelTable {
    private LabelTable() {}

    static void add(Connection connection, Label label) throws SQLException {
        Row.write(
                connection,
                "INSERT INTO label (session, from_seconds, to_seconds, word, author, at) VALUES (?, ?, ?, ?, ?, ?)",
                label.session().toString(),
                label.fromSeconds(),
                label.toSeconds(),
                label.word(),
                label.author(),
                label.at().toString());
    }

    static List<Label> of(Connection connection, UUID session) throws SQLException {
        return Row.read(
                connection,
                "SELECT * FROM label WHERE session = ? ORDER BY from_seconds, id",
                row -> new Label(
                        session,
                        row.getDouble("from_seconds"),
                        row.getDouble("to_seconds"),
                        row.getString("word"),
                        row.getString("author"),
                        OffsetDateTime.parse(row.getString("at"))),
                session.toString());
    }
}
