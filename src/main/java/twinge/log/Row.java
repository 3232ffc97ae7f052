package twinge.log;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;

/** Sets the places of a prepared statement one after the other, then runs it. */
final class Row {
    private Row() {}

    /** Runs a statement that changes something. {@code null} and NaN become NULL. */
    static int write(Connection connection, String statement, Object... values) throws SQLException {
        try (PreparedStatement prepared = prepare(connection, statement, values)) {
            return prepared.executeUpdate();
        }
    }

    /** A statement with its places set; the caller closes it. */
    static PreparedStatement prepare(Connection connection, String statement, Object... values) throws SQLException {
        PreparedStatement prepared = connection.prepareStatement(statement);
        set(prepared, values);
        return prepared;
    }

    static void set(PreparedStatement prepared, Object... values) throws SQLException {
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
