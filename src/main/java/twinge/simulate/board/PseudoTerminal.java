package twinge.simulate.board;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;

/**
 * A port that any program can open as a serial one: a pseudo-terminal made by socat, under a name of the user's choice. Java
 * can not make one itself.
 *
 * <p>A shell holds it open as well, so that it lives on when a reader closes it, and asks {@code stty} for the speed that is
 * set on it. Who else has it open is read from {@code /proc}, where there is one.
 */
final class PseudoTerminal implements Line {
    private static final String HOLDER =
            "exec 3<>\"$1\" || exit 1; echo held; while read -r ask; do stty speed <&3 || echo 0; done";
    private static final long APPEARS_WITHIN_NANOS = 5_000_000_000L;
    private static final Path PROCESSES = Path.of("/proc");

    private final Path link;
    private final Process socat;
    private final Process holder;
    private final BufferedReader answers;
    private final Path device;

    private PseudoTerminal(Path link, Process socat, Process holder) throws IOException {
        this.link = link;
        this.socat = socat;
        this.holder = holder;
        answers = new BufferedReader(new InputStreamReader(holder.getInputStream(), StandardCharsets.US_ASCII));
        device = link.toRealPath();
    }

    static PseudoTerminal open(Path link) throws IOException {
        if (Files.isSymbolicLink(link) && !Files.exists(link)) {
            Files.delete(link); // left behind by a run that was killed
        } else if (Files.exists(link, LinkOption.NOFOLLOW_LINKS)) {
            throw new FileAlreadyExistsException(
                    link.toString(), null, "it exists already; name a path that is free for the virtual port");
        }
        Process socat = start(
                "socat is needed to make a virtual port; install it (Debian, Ubuntu: apt install socat; Fedora: dnf install"
                        + " socat; macOS: brew install socat), or say --port - for standard input and output",
                "socat",
                "-b",
                "512",
                "PTY,raw,echo=0,link=" + socatEscaped(link),
                "STDIO");
        try {
            await(link, socat);
            Process holder =
                    start("a shell is needed to hold the virtual port", "sh", "-c", HOLDER, "sh", link.toString());
            PseudoTerminal made = new PseudoTerminal(link, socat, holder);
            if (!"held".equals(made.answers.readLine())) {
                made.close();
                throw new IOException(link + " was made but can not be opened");
            }
            return made;
        } catch (IOException failed) {
            socat.destroy();
            throw failed;
        }
    }

    /** socat takes commas, colons and the like in a name for its own. */
    private static String socatEscaped(Path link) {
        return link.toAbsolutePath().toString().replaceAll("([,:!\"'\\\\(\\[{])", "\\\\$1");
    }

    private static Process start(String otherwise, String... words) throws IOException {
        try {
            return new ProcessBuilder(words)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
        } catch (IOException missing) {
            throw new IOException(otherwise, missing);
        }
    }

    private static void await(Path link, Process socat) throws IOException {
        long until = System.nanoTime() + APPEARS_WITHIN_NANOS;
        try {
            while (!Files.exists(link)) {
                if (socat.waitFor(5, TimeUnit.MILLISECONDS) || System.nanoTime() > until) {
                    throw new IOException(
                            "socat could not make the virtual port " + link + "; may this folder be written to?");
                }
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while making " + link, stopped);
        }
    }

    @Override
    public InputStream heard() {
        return socat.getInputStream();
    }

    @Override
    public OutputStream told() {
        return socat.getOutputStream();
    }

    @Override
    public OptionalInt speed() throws IOException {
        OutputStream ask = holder.getOutputStream();
        ask.write('\n');
        ask.flush();
        String answer = answers.readLine();
        if (answer == null) {
            throw new IOException(link + " is gone");
        }
        int baud = answer.strip().matches("[0-9]{1,9}") ? Integer.parseInt(answer.strip()) : 0;
        return baud == 0 ? OptionalInt.empty() : OptionalInt.of(baud);
    }

    @Override
    public boolean listened() {
        if (!Files.isDirectory(PROCESSES.resolve("self"))) {
            return true;
        }
        try (DirectoryStream<Path> processes = Files.newDirectoryStream(PROCESSES, "[0-9]*")) {
            for (Path process : processes) {
                boolean ours =
                        process.endsWith(Long.toString(holder.pid())) || process.endsWith(Long.toString(socat.pid()));
                if (!ours && holds(process)) {
                    return true;
                }
            }
            return false;
        } catch (IOException hidden) {
            return true;
        }
    }

    private boolean holds(Path process) {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(process.resolve("fd"))) {
            for (Path file : files) {
                if (Files.readSymbolicLink(file).equals(device)) {
                    return true;
                }
            }
        } catch (IOException gone) {
            return false; // it has ended, or is another user's
        }
        return false;
    }

    /** Pulls the plug: whoever has the port open sees it vanish. */
    @Override
    public void close() throws IOException {
        socat.destroy();
        holder.destroy();
        Files.deleteIfExists(link);
    }
}
