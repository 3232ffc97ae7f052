package twinge.cli;

import java.util.List;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/**
 * Every verb there is, in the order of the help text. Only the verb that is asked for is built, because building all of
 * them would take longer than most of them run.
 */
final class Verbs {
    private static final List<Class<?>> ALL = List.of(
            Replay.class,
            Record.class,
            Inspect.class,
            Chart.class,
            Events.class,
            Simulate.class,
            Config.class,
            Help.class,
            Completion.class);

    private Verbs() {}

    static List<Command> all() {
        return ALL.stream().map(verb -> verb.getAnnotation(Command.class)).toList();
    }

    /** The first word that is no option, if it is a verb. Options before the verb take no values. */
    static Optional<Class<?>> in(String[] arguments) {
        for (String argument : arguments) {
            if (!argument.startsWith("-")) {
                return byName(argument);
            }
        }
        return Optional.empty();
    }

    static Optional<Class<?>> byName(String name) {
        return ALL.stream()
                .filter(verb -> verb.getAnnotation(Command.class).name().equals(name))
                .findFirst();
    }

    static void addAllTo(CommandLine root) {
        ALL.forEach(root::addSubcommand);
    }
}
