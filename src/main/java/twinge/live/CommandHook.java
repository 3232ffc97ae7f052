package twinge.live;

import java.io.File;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Runs a program of the user's. What it is told stands in its environment alone; no shell sees the command, so nothing that a
 * board, a site or a file says can become part of one.
 */
public final class CommandHook implements AlertHook {
    private static final long MOST_MILLIS = 10_000;

    private final List<String> command;
    private final long mostMillis;

    /**
     * @param words program and arguments, parted by blanks; a part with blanks stands in single or double quotes
     * @throws IllegalArgumentException if there is no program, or a quote is not closed
     */
    public CommandHook(String words) {
        this(words, MOST_MILLIS);
    }

    CommandHook(String words, long mostMillis) {
        command = parts(words);
        this.mostMillis = mostMillis;
        if (command.isEmpty()) {
            throw new IllegalArgumentException("no program is named; write its path");
        }
    }

    @Override
    public String name() {
        return command.get(0);
    }

    @Override
    public void pass(Alert alert) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.redirectInput(new File(File.separatorChar == '\\' ? "NUL" : "/dev/null"));
        tell(alert, builder.environment());
        Process process = builder.start();
        try {
            if (!process.waitFor(mostMillis, TimeUnit.MILLISECONDS)) {
                throw new IOException("it ran for over " + mostMillis / 1000.0 + " s and was ended");
            }
            if (process.exitValue() != 0) {
                throw new IOException("it ended with exit code " + process.exitValue());
            }
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
    }

    private static void tell(Alert alert, Map<String, String> environment) {
        put(environment, "TWINGE_ALERT", alert.cause().name().toLowerCase(Locale.ROOT));
        put(environment, "TWINGE_BOARD", Integer.toString(alert.board() + 1));
        put(environment, "TWINGE_SITE", alert.site());
        put(environment, "TWINGE_KIND", alert.kind().code());
        put(environment, "TWINGE_PROBABILITY", String.format(Locale.ROOT, "%.3f", alert.probability()));
        put(environment, "TWINGE_ONSET_SECONDS", String.format(Locale.ROOT, "%.3f", alert.onsetSeconds()));
        put(environment, "TWINGE_AT_SECONDS", String.format(Locale.ROOT, "%.3f", alert.atSeconds()));
        put(environment, "TWINGE_WHY", alert.why());
    }

    private static void put(Map<String, String> environment, String name, String value) {
        environment.put(name, value.replaceAll("\\p{Cntrl}", " "));
    }

    /** Words as a person writes them on a command line, without anything that a shell would expand. */
    static List<String> parts(String words) {
        List<String> parts = new ArrayList<>();
        StringBuilder part = new StringBuilder();
        boolean any = false;
        char quote = 0;
        for (char c : words.toCharArray()) {
            if (quote != 0) {
                if (c == quote) {
                    quote = 0;
                } else {
                    part.append(c);
                }
            } else if (c == '"' || c == '\'') {
                quote = c;
                any = true;
            } else if (c == ' ' || c == '\t') {
                if (any) {
                    parts.add(part.toString());
                }
                part.setLength(0);
                any = false;
            } else {
                part.append(c);
                any = true;
            }
        }
        if (quote != 0) {
            throw new IllegalArgumentException("a quote " + quote + " is not closed in: " + words);
        }
        if (any) {
            parts.add(part.toString());
        }
        return parts;
    }
}
