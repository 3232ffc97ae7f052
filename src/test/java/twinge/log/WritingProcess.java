package twinge.log;

import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import twinge.events.Kind;

/** A program of its own that logs sessions, for tests of several programs at once and of one that is killed. */
final class WritingProcess {
    /** Every analysis has this many episodes, so that half an analysis is recognised. */
    static final int EPISODES = 5;

    private final Process process;
    private final BufferedReader output;

    private WritingProcess(Process process) {
        this.process = process;
        output = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }

    /** Starts one that logs sessions {@code first} to before {@code end}, and says each one's number once it is logged. */
    static WritingProcess start(Path log, int first, int end) throws IOException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        return new WritingProcess(new ProcessBuilder(
                        java,
                        "-XX:TieredStopAtLevel=1",
                        "-Xmx64m",
                        "-Dslf4j.internal.verbosity=ERROR", // another test library brings SLF4J
                        "-cp",
                        System.getProperty("java.class.path"),
                        WritingProcess.class.getName(),
                        log.toString(),
                        "" + first,
                        "" + end)
                .redirectErrorStream(true)
                .start());
    }

    /** What it says next, null once it has ended. */
    String nextLine() throws IOException {
        return output.readLine();
    }

    /** Ends it without asking, once so much time has passed. */
    void killAfter(int milliseconds) throws InterruptedException {
        assertFalse(process.waitFor(milliseconds, TimeUnit.MILLISECONDS), "it ended by itself");
        process.toHandle().destroyForcibly(); // the process itself would close its output too, unread
        process.waitFor();
    }

    int waitFor() throws InterruptedException {
        return process.waitFor();
    }

    public static void main(String[] arguments) throws IOException {
        try (EventLog log = EventLog.open(Path.of(arguments[0]))) {
            for (int number = Integer.parseInt(arguments[1]); number < Integer.parseInt(arguments[2]); number++) {
                write(log, number);
                System.out.println(number);
            }
        }
    }

    /** Logs one session of a number with its episodes and their signal. */
    static void write(EventLog log, int number) throws IOException {
        Excerpt excerpt =
                new Excerpt(0, 2, Optional.empty(), Samples.STREAMS, Samples.recording(new Random(number), 2));
        try (AnalysisWriter writer =
                log.begin(Samples.session(number, "ada", "2026-11-22T10:00:00"), Samples.ANALYSIS, Samples.STREAMS)) {
            for (int episode = 0; episode < EPISODES; episode++) {
                writer.add(Samples.episode(Kind.SPASM, 2 * episode, 2 * episode + 1), Optional.of(excerpt));
            }
            writer.finish(Samples.SUMMARY);
        }
    }
}
