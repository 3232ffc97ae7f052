package twinge.log;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import org.sqlite.SQLiteDataSource;

/**
 * Loads SQLite's native code from a place where nobody else can put a library of theirs.
 *
 * <p>By default the driver unpacks it into the shared folder for temporary files. Here it gets a new folder of its own
 * that only this user may enter; once loaded, the files are no longer needed and go at once, where the system allows
 * it, so that not even a killed program leaves them behind.
 */
final class NativeLibrary {
    private static final String FOLDER = "org.sqlite.tmpdir";

    private static boolean loaded;

    private NativeLibrary() {}

    static synchronized void load() throws IOException, SQLException {
        if (loaded) {
            return;
        }
        if (System.getProperty(FOLDER) == null && System.getProperty("org.sqlite.lib.path") == null) {
            loadFrom(Files.createTempDirectory("twinge-sqlite"));
        } else {
            touch();
        }
        loaded = true;
    }

    /** @param folder new and, as the JDK makes it, for its owner alone */
    private static void loadFrom(Path folder) throws IOException, SQLException {
        System.setProperty(FOLDER, folder.toString());
        try {
            touch();
        } finally {
            System.clearProperty(FOLDER);
            folder.toFile().deleteOnExit();
            if (FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
                clear(folder);
            }
        }
    }

    private static void touch() throws SQLException {
        SQLiteDataSource memory = new SQLiteDataSource();
        memory.setUrl("jdbc:sqlite::memory:");
        try (Connection first = memory.getConnection()) {
            first.getMetaData();
        }
    }

    private static void clear(Path folder) throws IOException {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
            for (Path file : files) {
                Files.delete(file);
            }
        }
        Files.delete(folder);
    }
}
