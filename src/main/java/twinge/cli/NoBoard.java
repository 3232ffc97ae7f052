package twinge.cli;

import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import twinge.serial.Answer;
import twinge.serial.PortTrouble;

/** No board to listen to, or too many to choose from; says what was measured at each port. */
final class NoBoard extends IOException {
    private static final long serialVersionUID = 1;

    private final int exitCode;

    private NoBoard(String message, int exitCode) {
        super(message);
        this.exitCode = exitCode;
    }

    static NoBoard noPorts() {
        return new NoBoard(
                "no board found. Looked at 0 serial ports. Is the cable a data cable? Try: twinge doctor",
                ExitCode.DEVICE);
    }

    static NoBoard several(List<Answer.Found> found) {
        return new NoBoard(
                found.size() + " boards found: "
                        + found.stream()
                                .map(each -> each.port().path() + " (" + BoardWords.title(each.board()) + ")")
                                .collect(Collectors.joining(", "))
                        + ". Say which with --port PATH, once for each that is worn",
                ExitCode.DEVICE);
    }

    /** @param tell gets the reasons one by one, if there are several */
    static NoBoard because(List<Answer> answers, Consumer<String> tell) {
        List<Answer.Unknown> unknown = answers.stream()
                .filter(Answer.Unknown.class::isInstance)
                .map(Answer.Unknown.class::cast)
                .toList();
        boolean forbidden = unknown.stream().allMatch(each -> cause(each) == ExitCode.PERMISSION);
        int code = forbidden ? ExitCode.PERMISSION : ExitCode.DEVICE;
        if (unknown.size() == 1) {
            return new NoBoard(words(unknown.get(0)), code);
        }
        unknown.forEach(each -> tell.accept(words(each)));
        return new NoBoard("no board found. Looked at " + answers.size() + " serial ports. Try: twinge doctor", code);
    }

    int exitCode() {
        return exitCode;
    }

    static int cause(Answer.Unknown answer) {
        return answer.trouble().map(NoBoard::cause).orElse(ExitCode.DEVICE);
    }

    static int cause(PortTrouble trouble) {
        return trouble.kind() == PortTrouble.Cause.PERMISSION ? ExitCode.PERMISSION : ExitCode.DEVICE;
    }

    private static String words(Answer.Unknown answer) {
        return answer.trouble().isPresent() ? answer.reason() : answer.port().words() + ": " + answer.reason();
    }
}
