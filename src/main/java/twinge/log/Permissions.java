package twinge.log;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

/** Makes files and folders that only their owner may read: who had spasms when is nobody else's matter. */
final class Permissions {
    private Permissions() {}

    /** Makes the folders that are missing, mode 0700. */
    static void createFolders(Path folder) throws IOException {
        try {
            Files.createDirectories(folder, attributes(folder, "rwx------"));
        } catch (FileAlreadyExistsException e) {
            throw told(e, new FileSystemException(e.getFile(), null, "a file lies where the log's folder should be"));
        } catch (AccessDeniedException e) {
            throw told(e, denied(folder));
        }
    }

    /** Makes an empty file, mode 0600, which SQLite's own files beside it will have too; one that is there stays. */
    static void create(Path file) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        if (Files.isDirectory(file)) {
            throw new FileSystemException(file.toString(), null, "this is a folder; name a file in it");
        }
        if (folder == null || !Files.isDirectory(folder)) {
            throw new NoSuchFileException(
                    file.toString(), null, "there is no folder " + folder + "; make it, or name another file");
        }
        try {
            if (!Files.exists(file)) {
                Files.createFile(file, attributes(folder, "rw-------"));
            }
        } catch (FileAlreadyExistsException e) {
            return; // another process was quicker, and made it alike
        } catch (AccessDeniedException e) {
            throw told(e, denied(folder));
        }
    }

    private static AccessDeniedException denied(Path folder) {
        return new AccessDeniedException(
                folder.toString(), null, "the log needs a folder that can be written; allow it, or name another file");
    }

    private static IOException told(IOException cause, IOException told) {
        told.initCause(cause);
        return told;
    }

    private static FileAttribute<?>[] attributes(Path place, String mode) {
        return place.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(mode))}
                : new FileAttribute<?>[0];
    }
}
