package twinge.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file that is to be written: told before the work is done if it can not be. */
final class Destination {
    private Destination() {}

    /** @throws ResultsLost if the folder of the file is not there, or it is a folder itself */
    static void check(Path file) {
        Path folder = file.toAbsolutePath().getParent();
        if (folder == null || Files.isDirectory(file)) {
            throw new ResultsLost(file.toString(), new IOException("it is a folder; name a file in it"));
        }
        if (!Files.isDirectory(folder)) {
            throw new ResultsLost(file.toString(), new IOException("there is no folder " + folder + "; make it first"));
        }
    }
}
