package twinge.log;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;

/** Connections to one log file, all set alike. */
final class Connections {
    /** How long a writer waits for another. */
    static final int BUSY_SECONDS = 30;

    private final SQLiteDataSource source;

    Connections(Path file) {
        SQLiteConfig config = new SQLiteConfig();
        config.setBusyTimeout(BUSY_SECONDS * 1000);
        config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
        config.enforceForeignKeys(true);
        config.setTempStore(SQLiteConfig.TempStore.FILE);
        // For migrations: one that read first and wrote later would fail, not wait, if another wrote in between.
        config.setTransactionMode(SQLiteConfig.TransactionMode.IMMEDIATE);
        source = new SQLiteDataSource(config);
        // As a URI, in which a question mark of the file's name is encoded; behind a plain one the driver sees options.
        source.setUrl("jdbc:sqlite:" + file.toAbsolutePath().toUri());
    }

    Connection open() throws SQLException {
        return source.getConnection();
    }

    SQLiteDataSource source() {
        return source;
    }
}
