package twinge.log;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import twinge.frames.MalformedInput;

/** Which version the tables of a log have, and how an older one becomes the newest. */
final class Schema {
    /** The number of the newest script in {@code twinge/log}. */
    static final int NEWEST = 2;

    private static final String HISTORY = "flyway_schema_history";

    /** Held, because a logger that nobody holds forgets its level. */
    private static final Logger MIGRATION_REMARKS = Logger.getLogger("org.flywaydb");

    static {
        MIGRATION_REMARKS.setLevel(Level.OFF); // it remarks on standard error; what goes wrong is thrown as well
    }

    private Schema() {}

    /**
     * Brings the tables to the newest version; does nothing, quickly, if they are there already.
     *
     * @throws MalformedInput if the log is newer than this program, or is no log; nothing is changed then
     */
    static void update(Path file, Connections connections) throws IOException, SQLException {
        if (version(file, connections) < NEWEST) {
            synchronized (Schema.class) { // a file lock keeps other processes out, not other threads of this one
                updateAlone(file, connections);
            }
        }
    }

    private static void updateAlone(Path file, Connections connections) throws IOException, SQLException {
        Path lockFile = file.resolveSibling(file.getFileName() + "-lock");
        Permissions.create(lockFile);
        try (FileChannel channel = FileChannel.open(lockFile, StandardOpenOption.WRITE);
                FileLock lock = channel.lock()) {
            if (lock.isValid() && version(file, connections) < NEWEST) {
                try (Connection connection = connections.open();
                        PreparedStatement wal = connection.prepareStatement("PRAGMA journal_mode = WAL")) {
                    wal.execute();
                }
                migrate(file, connections);
            }
        }
    }

    private static void migrate(Path file, Connections connections) throws IOException, SQLException {
        try {
            Flyway.configure()
                    .dataSource(connections.source())
                    .locations("classpath:twinge/log")
                    .table(HISTORY)
                    .load()
                    .migrate();
        } catch (FlywayException e) {
            for (Throwable cause = e.getCause(); cause != null; cause = cause.getCause()) {
                if (cause instanceof SQLException fault) {
                    throw fault;
                }
            }
            String words = e.getMessage().strip().replaceAll("\\s+", " ");
            throw new IOException(file + ": this log can not be brought to version " + NEWEST + ": " + words, e);
        }
    }

    /** The version of the tables, 0 if there are none yet. */
    private static int version(Path file, Connections connections) throws SQLException {
        int version;
        try (Connection connection = connections.open()) {
            int tables = number(connection, "SELECT count(*) FROM sqlite_master");
            int histories = number(connection, "SELECT count(*) FROM sqlite_master WHERE name = '" + HISTORY + "'");
            if (tables > 0 && histories == 0) {
                throw new MalformedInput(
                        file.toString(),
                        -1,
                        "this database is no log of Twinge; name another file, it was left as it is");
            }
            version = histories == 0
                    ? 0
                    : number(
                            connection,
                            "SELECT coalesce(max(CAST(version AS INTEGER)), 0) FROM " + HISTORY + " WHERE success");
        }
        if (version > NEWEST) {
            throw new MalformedInput(
                    file.toString(),
                    -1,
                    "this log is version " + version + ", this program reads up to " + NEWEST
                            + ". Nothing was changed; use a newer Twinge, or name another file");
        }
        return version;
    }

    private static int number(Connection connection, String question) throws SQLException {
        return Row.read(connection, question, row -> row.getInt(1)).get(0);
    }
}
