package twinge.cli;

import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(name = "help", description = "Explains a verb, or the topic exit-codes.")
final class Help implements Callable<Integer> {
    @Spec
    private CommandSpec command;

    @Parameters(arity = "0..1", paramLabel = "VERB", description = "a verb, or exit-codes")
    private String subject;

    @Override
    public Integer call() {
        Terminal terminal = Twinge.of(command).terminal();
        if (subject == null) {
            return RootHelp.print(terminal, true);
        }
        if (subject.equals("exit-codes")) {
            ExitCode.TOPIC.forEach(command.commandLine().getOut()::println);
            return ExitCode.OK;
        }
        Optional<Class<?>> verb = Verbs.byName(subject);
        if (verb.isEmpty()) {
            throw new ParameterException(
                    command.commandLine(),
                    "there is no help on '" + subject + "'; twinge help lists the verbs, and exit-codes is a topic");
        }
        return Twinge.commandLine(terminal, verb).execute(subject, "--help");
    }
}
