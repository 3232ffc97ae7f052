package twinge.serial;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * The computer as Linux shows it in its folders {@code /dev}, {@code /etc}, {@code /proc} and {@code /sys}. What can not be
 * read is taken as empty: a question about the machine never fails, it only finds less.
 *
 * @param root where these folders lie; {@code /} but in tests
 */
record Machine(Path root) {
    private static final int LONGEST_TEXT = 1 << 20;

    static Machine here() {
        return new Machine(Path.of("/"));
    }

    boolean isLinux() {
        return Files.isDirectory(root.resolve("proc/self")) && Files.isDirectory(root.resolve("sys"));
    }

    /** Where an absolute path of the machine lies. */
    Path at(String absolute) {
        return root.resolve(absolute.replaceFirst("^/+", ""));
    }

    /** A small file's text without the white space around it. */
    String text(Path file) {
        try {
            byte[] bytes = new byte[LONGEST_TEXT];
            try (var in = Files.newInputStream(file)) {
                return new String(bytes, 0, in.readNBytes(bytes, 0, bytes.length), StandardCharsets.UTF_8).strip();
            }
        } catch (IOException | SecurityException e) {
            return "";
        }
    }

    /** What lies in a folder, sorted by name. */
    List<Path> in(Path folder) {
        List<Path> entries = new ArrayList<>();
        try (DirectoryStream<Path> stream = Files.newDirectoryStream(folder)) {
            stream.forEach(entries::add);
        } catch (IOException | SecurityException | java.nio.file.DirectoryIteratorException e) {
            return List.of();
        }
        Collections.sort(entries);
        return entries;
    }

    /** Folders of all processes that can be seen. */
    List<Path> processes() {
        return in(at("/proc")).stream()
                .filter(entry -> entry.getFileName().toString().matches("[0-9]+"))
                .toList();
    }
}
