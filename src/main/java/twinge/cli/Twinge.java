package twinge.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** The program: finds the verb, runs it, and ends with its exit code. */
@Command(
        name = "twinge",
        versionProvider = Twinge.Version.class,
        usageHelpAutoWidth = true,
        footer = {"", RootHelp.NOT_A_MEDICAL_DEVICE})
final class Twinge {
    private static final Set<List<String>> CALLS_FOR_HELP = Set.of(List.of("help"), List.of("--help"), List.of("-h"));

    /** What may stand beside them. */
    private static final Set<String> SWITCHES = Set.of("-q", "--quiet", "--no-color", "--debug");

    private final Terminal terminal;

    @Option(
            names = {"-q", "--quiet"},
            scope = ScopeType.INHERIT,
            description = "no remarks and no progress; results, warnings of failure and exit code only")
    private boolean quiet;

    @Option(names = "--no-color", scope = ScopeType.INHERIT, description = "no colours")
    private boolean noColor;

    @Option(names = "--debug", scope = ScopeType.INHERIT, description = "show where in the program a failure arose")
    private boolean debug;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            scope = ScopeType.INHERIT,
            description = "show this help")
    private boolean help;

    @Option(
            names = {"-V", "--version"},
            versionHelp = true,
            description = "show the version")
    private boolean version;

    private Twinge(Terminal terminal) {
        this.terminal = terminal;
    }

    /** Runs the process's arguments and ends it. */
    public static void main(String[] arguments) {
        System.exit(run(Terminal.ofProcess(), arguments));
    }

    /** Runs one command line and returns its exit code. */
    static int run(Terminal terminal, String... arguments) {
        List<String> words = Arrays.asList(arguments);
        List<String> asked =
                words.stream().filter(word -> !SWITCHES.contains(word)).toList();
        if (asked.isEmpty() || CALLS_FOR_HELP.contains(asked)) {
            return RootHelp.print(terminal, !words.contains("--no-color"));
        }
        CommandLine line = commandLine(terminal, Verbs.in(arguments));
        if (words.contains("--no-color")) {
            line.setColorScheme(
                    CommandLine.Help.defaultColorScheme(CommandLine.Help.Ansi.OFF)); // help comes before options
        }
        return line.execute(arguments);
    }

    /** The program with one verb, or with all of them where the user's first word is none and needs suggestions. */
    static CommandLine commandLine(Terminal terminal, Optional<Class<?>> verb) {
        Twinge twinge = new Twinge(terminal);
        CommandLine line = new CommandLine(twinge);
        verb.ifPresentOrElse(line::addSubcommand, () -> Verbs.addAllTo(line));
        Failures failures = new Failures(terminal);
        line.setOut(new PrintWriter(terminal.out(), true, StandardCharsets.UTF_8));
        line.setErr(new PrintWriter(terminal.err(), true));
        line.setColorScheme(CommandLine.Help.defaultColorScheme(
                terminal.colours(terminal.outIsScreen()) ? CommandLine.Help.Ansi.ON : CommandLine.Help.Ansi.OFF));
        line.setCaseInsensitiveEnumValuesAllowed(true);
        line.setExecutionExceptionHandler(failures);
        line.setParameterExceptionHandler(failures);
        return line;
    }

    /** The program that a verb belongs to, with the options that stand before or after any verb. */
    static Twinge of(CommandSpec verb) {
        return (Twinge) verb.root().userObject();
    }

    Terminal terminal() {
        return terminal;
    }

    boolean debug() {
        return debug;
    }

    boolean quiet() {
        return quiet;
    }

    /** Colours for results, as far as the user, the environment and the terminal want them. */
    Ink ink() {
        return new Ink(!noColor && terminal.colours(terminal.outIsScreen()));
    }

    /** Says something beside the results, unless the user wants quiet. */
    void remark(String words) {
        if (!quiet) {
            terminal.err().println(Ink.harmless(words));
        }
    }

    /** Says what went wrong, also to a user who wants quiet. */
    void complain(String words) {
        terminal.err().println("twinge: " + Ink.harmless(words));
    }

    /** The version that the build wrote into the jar. */
    static final class Version implements IVersionProvider {
        @Override
        public String[] getVersion() {
            return new String[] {"twinge " + number()};
        }

        static String number() {
            String written = Twinge.class.getPackage().getImplementationVersion();
            return written == null ? "(unpacked classes)" : written;
        }
    }
}
