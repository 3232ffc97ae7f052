package twinge.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;
import twinge.frames.MalformedInput;
import twinge.serial.PortTrouble;
import twinge.settings.BadSetting;

/** Turns what went wrong into one line on standard error and an exit code; the only place that does. */
final class Failures implements IExecutionExceptionHandler, IParameterExceptionHandler {
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
                : uncapitalised(failure.getMessage());
        terminal.err().println("twinge: " + Ink.harmless(words));
        PrintWriter err = new PrintWriter(terminal.err(), true);
        UnmatchedArgumentException.printSuggestions(failure, err);
        terminal.err().println("Try: " + verb.getCommandSpec().qualifiedName() + " --help");
        return ExitCode.USAGE;
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
