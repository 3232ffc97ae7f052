package twinge.cli;

import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** One run of the program in this process, with what it wrote. */
record Run(int code, String out, String err) {
    /** With no person looking on, as in a script. */
    static Run of(Object... arguments) {
        return in(false, Map.of(), arguments);
    }

    /** With a person at a terminal that shows colours. */
    static Run onScreen(Object... arguments) {
        return in(true, Map.of("TERM", "xterm-256color"), arguments);
    }

    /** As in a script of a user whose home is a folder of the test. */
    static Run at(Path home, Object... arguments) {
        return in(false, Map.of("HOME", home.toString()), arguments);
    }

    static Run in(boolean screen, Map<String, String> environment, Object... arguments) {
        return with(InputStream.nullInputStream(), screen, environment, arguments);
    }

    static Run with(InputStream in, boolean screen, Map<String, String> environment, Object... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Terminal terminal = new Terminal(
                in,
                out,
                new PrintStream(err, true, StandardCharsets.UTF_8),
                screen,
                screen,
                0,
                new HashMap<>(environment));
        int code = Twinge.run(
                terminal, List.of(arguments).stream().map(Object::toString).toArray(String[]::new));
        return new Run(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    List<String> lines() {
        return out.lines().toList();
    }

    List<String> remarks() {
        return err.lines().toList();
    }
}
