package twinge.cli;

import java.util.List;

/** What a script can rely on when the program ends; shown by {@code twinge help exit-codes}, never renumbered. */
final class ExitCode {
    static final int OK = 0;
    static final int FAILED = 1;
    static final int USAGE = 2;
    static final int BAD_INPUT = 3;
    static final int DEVICE = 4;
    static final int PERMISSION = 5;
    static final int PARTIAL = 6;
    static final int BROKEN_PIPE = 141;

    /** Every code there is, also those that only later verbs return, as the help topic prints them. */
    static final List<String> TOPIC = List.of(
            "Exit codes",
            "    0  done",
            "    1  failed: the message says why",
            "    2  usage: an unknown verb, option or setting, or one without its value",
            "    3  bad input: a file is missing or is not what its format says",
            "    4  device: no board, or it does not answer",
            "    5  permission: a file or port may not be opened",
            "    6  partial: some of several files failed, the others are done; standard error names them",
            "    7  verification: a repeated run did not give the same result",
            "  130  stopped with Ctrl-C",
            "  141  the program that read the output went away (as with | head)");

    private ExitCode() {}
}
