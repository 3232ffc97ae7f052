package twinge.log;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import twinge.events.Kind;
import twinge.frames.MalformedInput;

class OpeningTest {
    @TempDir
    private Path folder;

    private void assertRefusedAndLeftAsItWas(Path file, String words) throws IOException {
        byte[] before = Files.readAllBytes(file);
        MalformedInput refused = assertThrows(MalformedInput.class, () -> EventLog.open(file));
        assertTrue(refused.getMessage().startsWith(file.toString()), refused.getMessage());
        assertTrue(refused.getMessage().contains(words), refused.getMessage());
        assertArrayEquals(before, Files.readAllBytes(file));
    }

    private static int change(Path file, String statement) throws SQLException {
        try (Connection connection = new Connections(file).open()) {
            return Row.write(connection, statement);
        }
    }

    private Path copyOfVersion(int version) throws IOException {
        Path copy = folder.resolve("log.sqlite");
        try (InputStream kept = OpeningTest.class.getResourceAsStream("v" + version + ".sqlite")) {
            Files.copy(kept, copy);
        }
        return copy;
    }

    @ParameterizedTest(name = "version {0}")
    @ValueSource(ints = 1)
    void aLogOfEachPastVersionIsBroughtToTheNewestWithAllThatIsInIt(int version) throws IOException {
        try (EventLog log = EventLog.open(copyOfVersion(version))) {
            List<LoggedEpisode> episodes = log.episodes(Query.everything());
            assertEquals(
                    List.of(Kind.SPASM, Kind.CLONUS),
                    episodes.stream().map(LoggedEpisode::kind).toList());
            assertEquals(
                    List.of(Samples.session(1, "ada", "2026-11-22T09:30:00")),
                    log.sessions(Query.everything()).stream()
                            .map(LoggedSession::session)
                            .toList());
            Excerpt excerpt = log.excerpt(episodes.get(0)).get();
            assertEquals(Samples.recording(new Random(1), 3), excerpt.blocks());
            Samples.log(log, Samples.session(2, "bo", null), Samples.ANALYSIS);
        }
    }

    @Test
    void theScriptsThatOldLogsWereMadeWithAreUnchangedAndTheNewestIsKnown() throws IOException, SQLException {
        NativeLibrary.load();
        Flyway flyway = Flyway.configure()
                .dataSource(new Connections(copyOfVersion(1)).source())
                .locations("classpath:twinge/log")
                .ignoreMigrationPatterns("*:pending")
                .load();
        assertTrue(flyway.validateWithResult().validationSuccessful);
        assertEquals(Schema.NEWEST, flyway.info().all().length, "as many scripts as versions");
    }

    @Test
    void aLogOfANewerVersionIsRefusedAndLeftAsItWas() throws IOException, SQLException {
        Path file = folder.resolve("log.sqlite");
        EventLog.open(file).close();
        change(
                file,
                "INSERT INTO flyway_schema_history SELECT 7, '7', description, type, script, checksum, installed_by,"
                        + " installed_on, execution_time, success FROM flyway_schema_history WHERE installed_rank = 1");
        assertRefusedAndLeftAsItWas(file, "this log is version 7, this program reads up to " + Schema.NEWEST);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "my log #1.sqlite",
                "100%41?mode=ro&x.sqlite",
                "file:log",
                "'; DROP TABLE session;--",
                "\u00fcbung"
            })
    void anyNameOfAFileIsThatFile(String name) throws IOException {
        Path file = folder.resolve(name);
        try (EventLog log = EventLog.open(file)) {
            Samples.log(log, Samples.session(1, "ada", null), Samples.ANALYSIS);
        }
        assertTrue(Files.size(file) > 0);
        List<Path> expected = List.of(file, folder.resolve(name + "-lock"));
        assertEquals(expected, list(folder), "and no other file is left");
    }

    @Test
    void aLogThatOthersMayReadStaysSo() throws IOException {
        Path file = folder.resolve("log.sqlite");
        Files.createFile(file);
        Assumptions.assumeTrue(
                folder.getFileSystem().supportedFileAttributeViews().contains("posix"),
                "this system has no file modes");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));
        EventLog.open(file).close();
        assertEquals("rw-r-----", mode(file));
    }

    @Test
    void openingALogThatIsUpToDateChangesNoByteOfIt() throws IOException {
        Path file = folder.resolve("log.sqlite");
        EventLog.open(file).close();
        byte[] before = Files.readAllBytes(file);
        try (EventLog log = EventLog.open(file)) {
            assertEquals(List.of(), log.sessions(Query.everything()));
        }
        assertArrayEquals(before, Files.readAllBytes(file));
    }

    @Test
    void aLogThatCanNotBeMigratedIsNamedInOneLineAndKeepsWhatIsInIt() throws IOException, SQLException {
        NativeLibrary.load();
        Path file = copyOfVersion(1);
        change(file, "DELETE FROM flyway_schema_history"); // now its tables seem to come from nowhere
        IOException refused = assertThrows(IOException.class, () -> EventLog.open(file));
        assertTrue(refused.getMessage().startsWith(file.toString()), refused.getMessage());
        assertTrue(refused.getMessage().contains("session already exists"), refused.getMessage());
        assertEquals(1, refused.getMessage().lines().count(), refused.getMessage());
        assertEquals(2, change(file, "UPDATE episode SET number = number"));
    }

    @Test
    void aDamagedLogIsNamed() throws IOException {
        Path file = copyOfVersion(1);
        byte[] bytes = Files.readAllBytes(file);
        Arrays.fill(bytes, 4096, bytes.length, (byte) 0xff);
        Files.write(file, bytes);
        MalformedInput damaged = assertThrows(MalformedInput.class, () -> EventLog.open(file));
        assertEquals(
                file + ": this log is damaged; restore a copy, or mend it with sqlite3's .recover",
                damaged.getMessage());
    }

    @Test
    void aKindThatThisProgramDoesNotKnowIsSaid() throws IOException, SQLException {
        Path file = copyOfVersion(1);
        try (EventLog log = EventLog.open(file)) {
            change(file, "UPDATE episode SET kind = 'tremor'");
            MalformedInput strange = assertThrows(MalformedInput.class, () -> log.episodes(Query.everything()));
            assertTrue(strange.getMessage().startsWith(file + ": this log holds what this program can not read"));
        }
    }

    @Test
    void aFileThatIsNoDatabaseIsNamedAndLeftAsItWas() throws IOException {
        Path file = folder.resolve("session.csv");
        Files.writeString(file, "time,emg\n".repeat(200));
        assertRefusedAndLeftAsItWas(file, "this is no log of Twinge");
    }

    @Test
    void anotherProgramsDatabaseIsNamedAndLeftAsItWas() throws IOException, SQLException {
        NativeLibrary.load();
        Path file = folder.resolve("places.sqlite");
        change(file, "CREATE TABLE bookmark (address TEXT)");
        assertRefusedAndLeftAsItWas(file, "this database is no log of Twinge");
        assertEquals(List.of(file), list(folder));
    }

    private static List<Path> list(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }

    @Test
    void aMissingFolderIsNamedWithWhatToDo() {
        Path file = folder.resolve("none").resolve("log.sqlite");
        NoSuchFileException missing = assertThrows(NoSuchFileException.class, () -> EventLog.open(file));
        assertEquals(
                file + ": there is no folder " + file.getParent() + "; make it, or name another file",
                missing.getMessage());
    }

    @Test
    void theUsersOwnFoldersAreMadeForTheUserAlone() throws IOException {
        Assumptions.assumeTrue(
                folder.getFileSystem().supportedFileAttributeViews().contains("posix"),
                "this system has no file modes");
        Path file = folder.resolve("share").resolve("twinge").resolve("log.sqlite");
        try (EventLog log = EventLog.openMakingFolders(file)) {
            Samples.log(log, Samples.session(1, "ada", null), Samples.ANALYSIS);
            assertEquals("rwx------", mode(file.getParent()));
            assertEquals("rwx------", mode(file.getParent().getParent()));
            assertTrue(list(file.getParent()).size() > 1, "SQLite's own files lie beside the log");
            for (Path each : list(file.getParent())) {
                assertEquals("rw-------", mode(each), each.toString());
            }
        }
    }

    private static String mode(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }

    @Test
    void aFolderThatCanNotBeWrittenIsNamed() throws IOException {
        Path closed = Files.createDirectory(folder.resolve("closed"));
        assertTrue(closed.toFile().setWritable(false));
        if (Files.isWritable(closed)) { // the superuser may write everywhere but in the kernel's own folders
            closed = Path.of("/sys/kernel");
            Assumptions.assumeTrue(Files.isDirectory(closed), "no folder here refuses this user");
        }
        Path file = closed.resolve("log.sqlite");
        AccessDeniedException denied = assertThrows(AccessDeniedException.class, () -> EventLog.open(file));
        assertTrue(denied.getMessage().startsWith(closed.toString()), denied.getMessage());
        assertTrue(denied.getMessage().contains("name another file"), denied.getMessage());
    }

    @Test
    void aFolderOrAFileInTheWayIsNamed() throws IOException {
        FileSystemException isFolder = assertThrows(FileSystemException.class, () -> EventLog.open(folder));
        assertEquals(folder + ": this is a folder; name a file in it", isFolder.getMessage());
        Path inTheWay = Files.createFile(folder.resolve("twinge"));
        FileSystemException isFile = assertThrows(
                FileSystemException.class, () -> EventLog.openMakingFolders(inTheWay.resolve("log.sqlite")));
        assertTrue(isFile.getMessage().startsWith(inTheWay.toString()), isFile.getMessage());
    }

    @Test
    void theDriversNativeCodeIsLoadedFromAFolderOfItsOwnAndNotLeftBehind() throws IOException, SQLException {
        Path maps = Path.of("/proc/self/maps");
        Assumptions.assumeTrue(Files.exists(maps), "only Linux tells where loaded code comes from");
        NativeLibrary.load();
        assertNull(System.getProperty("org.sqlite.tmpdir"));
        List<String> loaded = Files.readAllLines(maps).stream()
                .filter(line -> line.contains("sqlitejdbc"))
                .toList();
        assertFalse(loaded.isEmpty());
        for (String line : loaded) {
            assertTrue(line.matches(".*/twinge-sqlite\\d+/sqlite-[^/]* \\(deleted\\)"), line);
            Path library = Path.of(line.substring(line.indexOf('/'), line.indexOf(" (deleted)")));
            assertFalse(Files.exists(library.getParent()));
        }
    }
}
