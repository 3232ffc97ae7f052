package twinge.log;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;

/** Sets the places of a prepared statement one after the other, then runs it. */
final class Row {
    private Row() {}

    /** What a row of an answer means. */
    interface Meaning<T> {
        T of(ResultSet row) throws SQLException;
    }

    /** Runs a statement that changes something. {@code null} and NaN become NULL. */
    static int write(Connection connection, String statement, Object... values) throws SQLException {
        try (PreparedStatement prepared = connection.prepareStatement(statement)) {
            set(prepared, values);
            return prepared.executeUpdate();
        }
    }

    /** Runs a question; other questions that {@code meaning} asks meanwhile see the same state of the log. */
    static <T> List<T> read(Connection connection, String question, Meaning<T> meaning, Object... values)
            throws SQLException {
        List<T> answers = new ArrayList<>();
        try (PreparedStatement prepared = connection.prepareStatement(question)) {
            set(prepared, values);
            try (ResultSet row = prepared.executeQuery()) {
                while (row.next()) {
                    answers.add(meaning.of(row));
                }
            }
        }
        return answers;
    }

    private static void set(PreparedStatement prepared, Object... values) throws SQLException {
        for (int place = 0; place < values.length; place++) {
            Object value = values[place];
            if (value == null || value instanceof Double number && number.isNaN()) {
                prepared.setNull(place + 1, Types.NULL);
            } else if (value instanceof byte[] bytes) {
                prepared.setBytes(place + 1, bytes);
            } else {
                prepared.setObject(place + 1, value);
            }
        }
    }
}
