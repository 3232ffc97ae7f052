package twinge.cli;

import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

@Command(
        name = "completion",
        description = "Prints a script that lets bash and zsh complete verbs and options.",
        footer = {"", "Use it with: source <(twinge completion)"})
final class Completion implements Callable<Integer> {
    @Spec
    private CommandSpec command;

    @Override
    public Integer call() {
        Terminal terminal = Twinge.of(command).terminal();
        String script = AutoComplete.bash("twinge", Twinge.commandLine(terminal, Optional.empty()));
        command.commandLine().getOut().print(script);
        command.commandLine().getOut().flush();
        return ExitCode.OK;
    }
}
