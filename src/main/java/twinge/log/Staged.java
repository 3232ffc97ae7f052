package twinge.log;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collections;
import java.util.Locale;

/** The tables that an episode fills, parents first, each with a place where rows wait for their analysis's number. */
enum Staged {
    EPISODE("number, onset_seconds, end_seconds, kind, probability, stream, channel"),
    EVIDENCE("number, place, words, weight"),
    FEATURE("number, place, name, value"),
    BURST("number, place, stream, channel, onset_frame, end_frame, onset_seconds, end_seconds, cut, kind, probability"),
    EXCERPT("number, signal");

    private final String table = name().toLowerCase(Locale.ROOT);
    private final String columns;
    private final String insertion;

    Staged(String columns) {
        this.columns = columns;
        String places = String.join(", ", Collections.nCopies(columns.split(",").length, "?"));
        insertion = "INSERT INTO temp.staged_" + table + " VALUES (" + places + ")";
    }

    /** Makes the waiting place of this connection. */
    void prepare(Connection connection) throws SQLException {
        Row.write(
                connection,
                "CREATE TEMP TABLE staged_" + table + " AS SELECT " + columns + " FROM main." + table + " LIMIT 0");
    }

    /** @param row as many values as the table has columns, without the analysis */
    void add(Connection connection, Object... row) throws SQLException {
        Row.write(connection, insertion, row);
    }

    /** Copies what waits into the log. */
    void publish(Connection connection, long analysis) throws SQLException {
        Row.write(
                connection,
                "INSERT INTO main." + table + " (analysis, " + columns + ") SELECT ?, " + columns + " FROM temp.staged_"
                        + table,
                analysis);
    }
}
