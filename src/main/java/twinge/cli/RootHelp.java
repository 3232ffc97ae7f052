package twinge.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;

/** The first page of help, printed without building any verb, so that it comes at once. */
final class RootHelp {
    static final String NOT_A_MEDICAL_DEVICE = "Not a medical device: for information and training only. Recordings can"
            + " miss spasms or mistake other signals for them.";

    private static final List<String> EXAMPLES = List.of(
            "  twinge replay sample-data/*.bdf            find the bursts in recordings",
            "  twinge replay mine.bdf --chart pictures    and draw them",
            "  twinge events --since \"2 weeks ago\"        ask what has been found so far",
            "  twinge inspect mine.bdf                    see what is in a file before trusting it");

    private RootHelp() {}

    /** @param coloured whether it may be, if the terminal and the environment let it */
    static int print(Terminal terminal, boolean coloured) {
        Ink ink = new Ink(coloured && terminal.colours(terminal.outIsScreen()));
        String page = String.join("\n", lines(ink)) + "\n";
        try {
            terminal.out().write(page.getBytes(StandardCharsets.UTF_8));
            terminal.out().flush();
            return ExitCode.OK;
        } catch (IOException e) {
            return new Failures(terminal).told(e, false);
        }
    }

    private static List<String> lines(Ink ink) {
        List<String> lines = new ArrayList<>();
        lines.add("Twinge finds involuntary muscle bursts in surface EMG and says why.");
        lines.add("");
        lines.add(ink.bold("Examples"));
        lines.addAll(EXAMPLES);
        lines.add("");
        lines.add(ink.bold("Verbs"));
        for (Command verb : Verbs.all()) {
            lines.add("  " + verb.name() + " ".repeat(12 - verb.name().length()) + verb.description()[0]);
        }
        lines.add("");
        lines.add(ink.bold("Options of every verb"));
        lines.add("  -h, --help      explain the verb");
        lines.add("  -q, --quiet     no remarks and no progress");
        lines.add("  --no-color      no colours (so does the environment variable NO_COLOR)");
        lines.add("  --debug         show where in the program a failure arose");
        lines.add("");
        lines.add("twinge --version shows the version, twinge help exit-codes what scripts can rely on.");
        lines.add("");
        lines.add(NOT_A_MEDICAL_DEVICE);
        return lines;
    }
}
