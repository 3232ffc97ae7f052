package twinge.log;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Path;
import java.sql.SQLException;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;
import twinge.frames.MalformedInput;

/** What the database says when something is wrong, as the user needs to hear it. */
final class Fault {
    private Fault() {}

    /**
     * The same fault with the file and a remedy.
     *
     * @throws MalformedInput if the fault is what is in the file
     */
    static IOException of(Path file, SQLException fault) {
        SQLiteErrorCode code = fault instanceof SQLiteException sqlite
                ? sqlite.getResultCode()
                : SQLiteErrorCode.getErrorCode(fault.getErrorCode());
        IOException told = switch (primary(code)) {
            case SQLITE_NOTADB ->
                throw new MalformedInput(
                        file.toString(), 0, "this is no log of Twinge; name another file, it was left as it is");
            case SQLITE_CORRUPT ->
                throw new MalformedInput(
                        file.toString(), -1, "this log is damaged; restore a copy, or mend it with sqlite3's .recover");
            case SQLITE_BUSY, SQLITE_LOCKED ->
                new IOException(file + ": another program has been writing to this log for " + Connections.BUSY_SECONDS
                        + " s; end it, then try again");
            case SQLITE_FULL ->
                new IOException(file + ": no space is left beside this log; nothing was changed, free some");
            case SQLITE_READONLY, SQLITE_CANTOPEN, SQLITE_PERM ->
                new AccessDeniedException(
                        file.toString(), null, "this log can not be written; allow it, or name another file");
            default -> new IOException(file + ": " + fault.getMessage());
        };
        told.initCause(fault);
        return told;
    }

    /** SQLite tells kinds of a fault apart in the bits above the lowest eight. */
    private static SQLiteErrorCode primary(SQLiteErrorCode code) {
        return SQLiteErrorCode.getErrorCode(code.code & 0xff);
    }
}
