package twinge.log;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

class FaultTest {
    private static final Path FILE = Path.of("log.sqlite");

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "SQLITE_BUSY, 'log.sqlite: another program has been writing to this log for 30 s; end it, then try again'",
        "SQLITE_BUSY_SNAPSHOT, 'log.sqlite: another program has been writing to this log for 30 s; end it, then try again'",
        "SQLITE_FULL, 'log.sqlite: no space is left beside this log; nothing was changed, free some'",
        "SQLITE_READONLY, 'log.sqlite: this log can not be written; allow it, or name another file'",
        "SQLITE_READONLY_DIRECTORY, 'log.sqlite: this log can not be written; allow it, or name another file'",
        "SQLITE_IOERR_FSYNC, 'log.sqlite: what SQLite said'"
    })
    void whatTheDatabaseSaysIsToldWithFileAndRemedy(SQLiteErrorCode code, String message) {
        SQLException fault = new SQLiteException("what SQLite said", code);
        IOException told = Fault.of(FILE, fault);
        assertEquals(message, told.getMessage());
        assertSame(fault, told.getCause());
    }

    @Test
    void aMissingPermissionIsToldApartFromOtherFaults() {
        SQLException fault = new SQLiteException("unable to open", SQLiteErrorCode.SQLITE_CANTOPEN);
        assertInstanceOf(AccessDeniedException.class, Fault.of(FILE, fault));
    }
}
