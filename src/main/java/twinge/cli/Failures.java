package twinge.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;
import twinge.frames.MalformedInput;
import twinge.serial.PortTrouble;
import twinge.settings.BadSetting;

/** Turns what went wrong into one line on standard error and an exit code; the only place that does. */
final class Failures implements IExecutionExceptionHandler, IParameterExceptionHandler {
    private static final String A_NUMBER = "a number, such as 2.5";
    private static final String A_WHOLE_NUMBER = "a whole number, such as 2";

    /** What an option of a type takes, as people say it. */
    private static final Map<Class<?>, String> READABLE = Map.of(
            long.class, A_WHOLE_NUMBER,
            Integer.class, A_WHOLE_NUMBER,
            double.class, A_NUMBER,
            Double.class, A_NUMBER,
            LocalDateTime.class, "a date and a time, such as 2026-11-22T09:30:00");

    private final Terminal terminal;

    Failures(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public int handleExecutionException(Exception failure, CommandLine verb, ParseResult parsed) {
        return told(failure, Twinge.of(verb.getCommandSpec()).debug());
    }

    @Override
    public int handleParseException(ParameterException failure, String[] arguments) {
        CommandLine verb = failure.getCommandLine();
        boolean noVerb = failure instanceof UnmatchedArgumentException unmatched
                && !unmatched.isUnknownOption()
                && verb.getParent() == null;
        String words = noVerb
                ? "there is no verb '"
                        + ((UnmatchedArgumentException) failure).getUnmatched().get(0) + "'"
                : unreadable(failure).orElseGet(() -> uncapitalised(failure.getMessage()));
        terminal.err().println("twinge: " + Ink.harmless(words + meant(failure)));
        terminal.err().println("Try: " + verb.getCommandSpec().qualifiedName() + " --help");
        return ExitCode.USAGE;
    }

    /** What is wrong with a value that can not be read as what its option takes. */
    private static Optional<String> unreadable(ParameterException failure) {
        if (!(failure.getArgSpec() instanceof OptionSpec option) || failure.getValue() == null) {
            return Optional.empty();
        }
        return Optional.ofNullable(READABLE.get(option.type()))
                .map(wanted -> option.longestName() + " is '" + failure.getValue() + "'; write " + wanted);
    }

    /** The verb or option that a mistyped one may have been. */
    private static String meant(ParameterException failure) {
        if (!(failure instanceof UnmatchedArgumentException unmatched)) {
            return "";
        }
        CommandSpec verb = failure.getCommandLine().getCommandSpec();
        List<String> known = new ArrayList<>(
                unmatched.isUnknownOption()
                        ? verb.optionsMap().keySet()
                        : verb.subcommands().keySet());
        return Hint.of(unmatched.getUnmatched().get(0).replaceFirst("=.*", ""), known);
    }

    /** Writes the one line, with the stack trace only if it is wanted, and returns the exit code. */
    int told(Exception failure, boolean debug) {
        int code = code(failure);
        if (code != ExitCode.BROKEN_PIPE) {
            terminal.err().println("twinge: " + Ink.harmless(line(failure)));
        }
        if (debug) {
            failure.printStackTrace(terminal.err());
        }
        return code;
    }

    static int code(Exception failure) {
        if (failure instanceof UncheckedIOException wrapped) {
            return code(wrapped.getCause());
        }
        if (failure instanceof NoBoard missing) {
            return missing.exitCode();
        }
        if (failure instanceof PortTrouble trouble) {
            return NoBoard.cause(trouble);
        }
        if (failure instanceof AccessDeniedException) {
            return ExitCode.PERMISSION;
        }
        if (failure instanceof BadSetting) {
            return ExitCode.USAGE;
        }
        if (failure instanceof MalformedInput || failure instanceof NoSuchFileException) {
            return ExitCode.BAD_INPUT;
        }
        return "Broken pipe".equals(failure.getMessage()) ? ExitCode.BROKEN_PIPE : ExitCode.FAILED;
    }

    static String line(Exception failure) {
        if (failure instanceof ResultsLost lost) {
            return "the results can not be written to " + lost.getMessage() + ": " + line(lost.getCause());
        }
        if (failure instanceof UncheckedIOException wrapped) {
            return line(wrapped.getCause());
        }
        if (failure instanceof MalformedInput || failure instanceof BadSetting) {
            return failure.getMessage();
        }
        if (failure instanceof FileSystemException file) {
            return file.getFile() + ": " + reason(file);
        }
        if (failure instanceof IOException) {
            return failure.getMessage() == null ? failure.toString() : failure.getMessage();
        }
        return "this should not have happened: " + failure + "; run it again with --debug and report what it prints";
    }

    private static String reason(FileSystemException failure) {
        if (failure.getReason() != null) {
            return failure.getReason(); // ours; Java gives none for what follows
        }
        if (failure instanceof NoSuchFileException) {
            return "there is no such file; check the name and the folder";
        }
        if (failure instanceof AccessDeniedException) {
            return "permission denied; check who may open it (ls -l), or choose another place";
        }
        if (failure instanceof FileAlreadyExistsException) {
            return "it exists already and is no folder; choose another name";
        }
        if (failure instanceof NotDirectoryException) {
            return "it is no folder; choose another name";
        }
        return failure.toString();
    }

    private static String uncapitalised(String message) {
        boolean word = message.length() > 1 && Character.isLowerCase(message.charAt(1));
        return word ? Character.toLowerCase(message.charAt(0)) + message.substring(1) : message;
    }
}
