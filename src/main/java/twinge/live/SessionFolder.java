package twinge.live;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import twinge.files.tape.SessionCard;

/**
 * The folder of one session: tape and recording of each board, {@code session.json}, and a lock that says that a program
 * is at it. Names are made here alone, never of what a user or a board says, so nothing is written elsewhere.
 */
final class SessionFolder implements Closeable {
    static final String CARD = "session.json";
    private static final String LOCK = "in-use";
    private static final DateTimeFormatter NAME = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HHmmss", Locale.ROOT);

    private final Path folder;
    private final FileChannel lockFile;

    private SessionFolder(Path folder, FileChannel lockFile) {
        this.folder = folder;
        this.lockFile = lockFile;
    }

    /** What a session's folder is called: {@code 2026-11-25T171530-1f3a9c04}. */
    static String name(LocalDateTime start, UUID id) {
        return NAME.format(start) + "-" + id.toString().substring(0, 8);
    }

    /**
     * Makes the folder, for its owner alone.
     *
     * @throws IOException naming it and what to do, if it can not be made or holds a session already
     */
    static SessionFolder make(Path folder) throws IOException {
        try {
            Files.createDirectories(
                    folder, Disk.attributes(folder.toAbsolutePath().getRoot(), "rwx------"));
        } catch (FileAlreadyExistsException e) {
            throw told(
                    e, new FileSystemException(e.getFile(), null, "a file lies where the session's folder should be"));
        } catch (AccessDeniedException e) {
            throw told(
                    e,
                    new AccessDeniedException(
                            folder.toString(),
                            null,
                            "a session needs a folder that can be written; name another (-o)"));
        }
        if (Files.exists(folder.resolve(tape(0)))) {
            throw new FileSystemException(
                    folder.toString(), null, "this folder holds a session already; name another (-o)");
        }
        return enter(folder)
                .orElseThrow(() -> new FileSystemException(
                        folder.toString(), null, "another program records into this folder; name another (-o)"));
    }

    /** Takes a session's folder over, unless a program is at it. */
    static Optional<SessionFolder> enter(Path folder) throws IOException {
        FileChannel file = FileChannel.open(
                folder.resolve(LOCK),
                Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE),
                Disk.attributes(folder, "rw-------"));
        boolean taken = false;
        try {
            FileLock lock = file.tryLock();
            taken = lock != null;
            return taken ? Optional.of(new SessionFolder(folder, file)) : Optional.empty();
        } catch (OverlappingFileLockException e) {
            return Optional.empty(); // this very program
        } finally {
            if (!taken) {
                file.close();
            }
        }
    }

    Path path() {
        return folder;
    }

    /** Name of a board's tape, boards counted from 0. */
    static String tape(int board) {
        return "board-" + (board + 1) + ".tape";
    }

    /** Name of a board's recording. */
    static String recording(int board) {
        return "board-" + (board + 1) + ".bdf";
    }

    Path tapeFile(int board) {
        return folder.resolve(tape(board));
    }

    Path recordingFile(int board) {
        return folder.resolve(recording(board));
    }

    /** Replaces the card at once, so that there is always a whole one. */
    void write(SessionCard card) throws IOException {
        Path part = folder.resolve(CARD + ".part");
        try (FileChannel file = Disk.real().create(part)) {
            ByteBuffer bytes = ByteBuffer.wrap(card.toJson().getBytes(StandardCharsets.UTF_8));
            while (bytes.hasRemaining()) {
                file.write(bytes);
            }
            file.force(true);
        }
        replace(part, folder.resolve(CARD));
    }

    /** Puts a finished file in the place of another. */
    static void replace(Path part, Path whole) throws IOException {
        try {
            Files.move(part, whole, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(part, whole, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static IOException told(IOException cause, IOException told) {
        told.initCause(cause);
        return told;
    }

    @Override
    public void close() throws IOException {
        lockFile.close();
    }
}
