package twinge.serial;

import com.fazecast.jSerialComm.SerialPort;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/**
 * The part of the serial library that is machine code. The library itself would unpack it to a folder that every user of
 * the computer can write to, and would run whatever lies there already; here it lies in a folder of the user's own, is
 * compared byte by byte with what was shipped, and is only then handed over. Must come before the library's first class.
 */
final class NativeLibrary {
    private static final String VERSION = "2.11.4";
    private static final String FOLDER_PROPERTY = "jSerialComm.library.path";

    /** Folders in the library's jar by what Java calls the processor; on ARM several may run, the likeliest first. */
    private static final Map<String, List<String>> ARCHITECTURES = Map.of(
            "amd64", List.of("x86_64", "amd64"),
            "x86_64", List.of("x86_64", "amd64"),
            "i386", List.of("x86"),
            "x86", List.of("x86"),
            "aarch64", List.of("aarch64", "armv8_64", "arm64"),
            "arm", List.of("armv7hf", "armv6hf", "armv5", "armv8_32", "armv7"),
            "ppc64le", List.of("ppc64le"));

    private static boolean prepared;

    private NativeLibrary() {}

    /** @throws PortTrouble if there is no place to put it */
    static synchronized void prepare() throws PortTrouble {
        if (prepared) {
            return;
        }
        try {
            Path folder = folder(cache());
            for (String entry : entries()) {
                unpack(entry, folder);
            }
            System.setProperty(FOLDER_PROPERTY, folder.toString());
            // Where that does not load (a folder from which nothing may run) the library looks for a folder of this
            // name
            // in a place that is open to all; nobody can have laid anything into one that has a random name.
            System.setProperty("fazecast.jSerialComm.appid", UUID.randomUUID().toString());
            prepared = true;
        } catch (IOException e) {
            throw new PortTrouble(
                    PortTrouble.Cause.NO_LIBRARY,
                    "the serial library can not be unpacked: " + e.getMessage()
                            + ". Set XDG_CACHE_HOME to a folder of yours that can be written");
        }
    }

    /** What to say when the machine code did not load. */
    static PortTrouble trouble(LinkageError failure) {
        String first = String.valueOf(failure.getMessage()).lines().findFirst().orElse("");
        return new PortTrouble(
                PortTrouble.Cause.NO_LIBRARY,
                "the serial library does not run on this computer (" + System.getProperty("os.name") + ", "
                        + System.getProperty("os.arch") + "): " + Printable.line(first)
                        + ". Set XDG_CACHE_HOME to a folder from which programs may run, or report this");
    }

    private static Path cache() {
        String stated = System.getenv().getOrDefault("XDG_CACHE_HOME", "");
        Path base = !stated.isEmpty() && Path.of(stated).isAbsolute()
                ? Path.of(stated)
                : Path.of(System.getProperty("user.home"), ".cache");
        return base.resolve("twinge");
    }

    /** A folder that nobody else can write to, in the cache or, if that can not be, a fresh one of random name. */
    static Path folder(Path cache) throws IOException {
        try {
            Path folder = cache.resolve("jSerialComm-" + VERSION);
            Files.createDirectories(cache);
            boolean posix =
                    FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
            if (posix && !Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
                Files.createDirectory(
                        folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            } else if (!posix) {
                Files.createDirectories(folder);
            }
            requireOwn(folder, posix);
            return folder;
        } catch (IOException | UnsupportedOperationException e) {
            Path folder = Files.createTempDirectory("twinge-serial");
            folder.toFile().deleteOnExit();
            return folder;
        }
    }

    private static void requireOwn(Path folder, boolean posix) throws IOException {
        Path probe = Files.createTempFile(folder, "probe", "");
        boolean own = Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)
                && Files.getOwner(probe).equals(Files.getOwner(folder));
        Files.delete(probe);
        if (!own) {
            throw new IOException(folder + " belongs to somebody else");
        }
        if (posix) {
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
        }
    }

    private static List<String> entries() {
        String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        String family = system.startsWith("win")
                ? "Windows"
                : system.startsWith("mac")
                        ? "OSX"
                        : system.contains("freebsd") ? "FreeBSD" : system.contains("openbsd") ? "OpenBSD" : "Linux";
        String file = family.equals("Windows")
                ? "jSerialComm.dll"
                : family.equals("OSX") ? "libjSerialComm.jnilib" : "libjSerialComm.so";
        return ARCHITECTURES.getOrDefault(System.getProperty("os.arch"), List.of()).stream()
                .map(architecture -> family + "/" + architecture + "/" + file)
                .toList();
    }

    /** Copies one file of the jar, unless it lies there already to the byte. */
    private static void unpack(String entry, Path folder) throws IOException {
        byte[] shipped;
        // The class is named, but not initialised by this.
        try (InputStream in = SerialPort.class.getResourceAsStream("/" + entry)) {
            if (in == null) {
                return;
            }
            shipped = in.readAllBytes();
        }
        Path file = folder.resolve(entry.replace('/', File.separatorChar));
        if (Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS) && Arrays.equals(Files.readAllBytes(file), shipped)) {
            return;
        }
        Files.createDirectories(file.getParent());
        Path fresh = Files.createTempFile(folder, "unpacking", "");
        Files.write(fresh, shipped);
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        if (!Arrays.equals(Files.readAllBytes(file), shipped)) {
            throw new IOException(file + " is not what was written to it");
        }
    }
}
