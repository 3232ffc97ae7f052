package twinge.cli;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import twinge.serial.Answer;
import twinge.serial.BoardSearch;
import twinge.serial.Port;
import twinge.serial.PortTrouble;
import twinge.serial.Surroundings;
import twinge.settings.Settings;
import twinge.wire.Protocols;

@Command(
        name = "doctor",
        description = "Looks at port, board and signal step by step; says what is wrong and what mends it.",
        footer = {"", "Sit still and relaxed while it listens. The exit code is 0 if all is in order, 4 or 5 if not."})
final class Doctor implements Callable<Integer> {
    private static final List<String> COLUMNS = List.of("port", "check", "result", "found");

    @Spec
    private CommandSpec command;

    @Parameters(arity = "0..1", paramLabel = "PORT", description = "look at this port; without one, at all")
    private String path;

    @Option(names = "--seconds", paramLabel = "S", description = "how long to listen to a board; 10 if not stated")
    private double seconds = 10;

    @Mixin
    private BoardOptions options;

    @Mixin
    private Output output;

    private int worst = ExitCode.OK;

    @Override
    public Integer call() throws IOException {
        if (!(seconds >= 1 && seconds <= 3600)) {
            throw new ParameterException(
                    command.commandLine(), "--seconds is " + seconds + "; it must be 1 to 3600, and 10 tell most");
        }
        if (path != null) {
            options.at(path);
        }
        BoardSearch search = options.search();
        try (Table table = output.open(COLUMNS)) {
            examine(search, table);
        }
        return worst;
    }

    private void examine(BoardSearch search, Table table) throws IOException {
        Surroundings surroundings = new Surroundings(search.ports());
        List<Port> ports;
        try {
            ports = options.chosen(search.ports());
        } catch (PortTrouble trouble) {
            fault(table, path == null ? "" : path, "port", trouble.getMessage(), NoBoard.cause(trouble));
            chips(surroundings, table);
            return;
        }
        chips(surroundings, table);
        if (ports.isEmpty()) {
            fault(
                    table,
                    "",
                    "ports",
                    "there is no serial port. Is the board plugged in, and is the cable a data cable? Many are for"
                            + " charging only: try one that is known to carry data",
                    ExitCode.DEVICE);
            return;
        }
        Twinge.of(command).remark("looking for boards at " + ports.size() + (ports.size() == 1 ? " port" : " ports"));
        List<Answer> answers = search.ask(ports);
        boolean anyBoard = answers.stream().anyMatch(Answer.Found.class::isInstance);
        for (Answer answer : answers) {
            if (answer instanceof Answer.Found found) {
                board(found, surroundings, table);
            } else {
                unknown((Answer.Unknown) answer, anyBoard, surroundings, table);
            }
        }
    }

    private void chips(Surroundings surroundings, Table table) throws IOException {
        for (String sentence : surroundings.chipsWithoutPort()) {
            fault(table, "", "usb", sentence, ExitCode.DEVICE);
        }
    }

    /** Where a board was found at another port, this may be any other device: no fault. */
    private void unknown(Answer.Unknown answer, boolean anyBoard, Surroundings surroundings, Table table)
            throws IOException {
        String check = answer.trouble().isPresent() ? "open" : "board";
        List<String> readers = answer.trouble().isPresent() ? List.of() : surroundings.otherReaders(answer.port());
        String also = readers.isEmpty()
                ? ""
                : " Besides, " + String.join(", ", readers) + " has the port open and may read what the board says:"
                        + " close it first.";
        String words = answer.reason() + also;
        if (anyBoard) {
            row(table, answer.port().path(), check, "no board", words);
        } else {
            fault(table, answer.port().path(), check, words, NoBoard.cause(answer));
        }
    }

    private void board(Answer.Found found, Surroundings surroundings, Table table) throws IOException {
        String port = found.port().path();
        try (var link = found.link()) {
            row(table, port, "open", "ok", "opens, and is locked against others");
            List<String> readers = surroundings.otherReaders(found.port());
            if (!readers.isEmpty()) {
                fault(
                        table,
                        port,
                        "readers",
                        "another program has the port open and may take a part of the bytes: close "
                                + String.join(", ", readers),
                        ExitCode.DEVICE);
            }
            row(table, port, "board", "ok", BoardWords.of(found.board()) + " on " + link.name());
            Twinge.of(command).remark("listening for " + Cell.exact(seconds).text() + " s; sit still and relaxed");
            var protocol = Protocols.named(found.board().protocol()).orElseThrow();
            BoardCheck check = new BoardCheck(
                    found.board(), protocol.decoder(found.board()), Settings.standard(), System::nanoTime);
            if (!check.listen(link, found.unread(), seconds)) {
                fault(
                        table,
                        port,
                        "cable",
                        "the board went away while it was listened to. Take another cable or socket",
                        ExitCode.DEVICE);
            }
            for (BoardCheck.Line line : check.lines(readers)) {
                if (line.fault()) {
                    fault(table, port, line.check(), line.words(), ExitCode.DEVICE);
                } else {
                    row(table, port, line.check(), "ok", line.words());
                }
            }
            BoardOptions.bidFarewell(link, found.board());
        }
    }

    private void fault(Table table, String port, String check, String words, int code) throws IOException {
        worst = worst == ExitCode.OK ? code : Math.min(worst, code);
        row(table, port, check, "FAULT", words);
    }

    private static void row(Table table, String port, String check, String result, String words) throws IOException {
        table.row(
                Cell.words(Ink.harmless(port)),
                Cell.words(Ink.harmless(check)),
                Cell.words(result),
                Cell.words(Ink.harmless(words)));
    }
}
