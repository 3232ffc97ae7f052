package twinge.cli;

import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import twinge.settings.UserFolders;

/**
 * What a run is connected to: its three streams, whether a person looks at the last two, and the environment.
 *
 * @param out where results go; unlike {@code System.out} it tells when writing fails
 * @param columns how wide the person's window is, 0 if unknown
 */
record Terminal(
        InputStream in,
        OutputStream out,
        PrintStream err,
        boolean outIsScreen,
        boolean errIsScreen,
        int columns,
        Map<String, String> environment) {

    /**
     * The process's own. The launcher tells which streams are a terminal and how wide it is, in the properties
     * {@code twinge.screen} ({@code out}, {@code err}, both or neither) and {@code twinge.columns}; without it the console
     * decides, which Java knows only for input and output together.
     */
    static Terminal ofProcess() {
        String standard = System.console() == null ? "" : "out err";
        String screen = System.getProperty("twinge.screen", standard);
        return new Terminal(
                new FileInputStream(FileDescriptor.in),
                new FileOutputStream(FileDescriptor.out),
                new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8),
                screen.contains("out"),
                screen.contains("err"),
                Integer.getInteger("twinge.columns", 0),
                System.getenv());
    }

    /** Where the user's own settings and log lie. */
    UserFolders folders() {
        String home = environment.getOrDefault("HOME", System.getProperty("user.home"));
        return new UserFolders(System.getProperty("os.name"), environment, Path.of(home));
    }

    /** Whether the environment lets a stream be coloured: NO_COLOR and TERM=dumb forbid it, FORCE_COLOR asks for it. */
    boolean colours(boolean screen) {
        if (!environment.getOrDefault("NO_COLOR", "").isEmpty()) {
            return false;
        }
        if (!environment.getOrDefault("FORCE_COLOR", "").isEmpty()) {
            return true;
        }
        return screen && !"dumb".equals(environment.get("TERM"));
    }
}
