package twinge.live;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/** Where a session's files are made: the file system, or what a test puts in its place. */
interface Disk {
    /** Makes a file, or empties the one that is there, for reading and writing by its owner alone. */
    FileChannel create(Path file) throws IOException;

    /** The machine's own. */
    static Disk real() {
        return file -> FileChannel.open(
                file,
                Set.of(
                        StandardOpenOption.CREATE,
                        StandardOpenOption.TRUNCATE_EXISTING,
                        StandardOpenOption.READ,
                        StandardOpenOption.WRITE),
                attributes(file.toAbsolutePath().getParent(), "rw-------"));
    }

    /** What makes a new file or folder private to its owner, where the file system can. */
    static FileAttribute<?>[] attributes(Path place, String mode) {
        return place.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(mode))}
                : new FileAttribute<?>[0];
    }

    /** Whether there is no room left, which is worth saying; file systems say it in many words. */
    static boolean full(IOException failure, Path place) {
        String words = String.valueOf(failure.getMessage());
        if (words.contains("No space left") || words.contains("not enough space") || words.contains("quota")) {
            return true;
        }
        try {
            FileStore store = Files.getFileStore(place);
            return store.getUsableSpace() == 0;
        } catch (IOException e) {
            return false;
        }
    }
}
