package twinge.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import twinge.serial.Answer;
import twinge.serial.BoardSearch;
import twinge.serial.Port;
import twinge.serial.Ports;
import twinge.wire.Protocol;
import twinge.wire.Protocols;
import twinge.wire.Wishes;

@Command(
        name = "ports",
        description = "Lists the serial ports, and with --ask what speaks on them.",
        footer = {"", "Paths that no list has (a virtual board's) are looked at if TWINGE_PORTS names them."})
final class PortList implements Callable<Integer> {
    private static final List<String> COLUMNS = List.of("port", "kind", "title", "usb", "serial_number", "location");

    @Spec
    private CommandSpec command;

    @Option(
            names = "--ask",
            description = "listen and ask at each port which board is there; takes five seconds or more")
    private boolean ask;

    @Option(names = "--boards", description = "list the boards that are understood instead")
    private boolean boards;

    @Mixin
    private Output output;

    @Override
    public Integer call() throws IOException {
        if (boards) {
            return boards();
        }
        Ports ports = BoardOptions.ports(command);
        List<Port> all = ports.all();
        List<Answer> answers = ask
                ? new BoardSearch(ports, Protocols.all(), Protocols.all(), OptionalInt.empty(), Wishes.none()).ask(all)
                : List.of();
        List<String> columns = new ArrayList<>(COLUMNS);
        if (ask) {
            columns.addAll(List.of("baud", "board", "streams", "why"));
        }
        try (Table table = output.open(columns)) {
            for (int i = 0; i < all.size(); i++) {
                List<Cell> row = new ArrayList<>(known(all.get(i)));
                if (ask) {
                    row.addAll(heard(answers.get(i)));
                }
                table.row(row.toArray(Cell[]::new));
            }
        }
        if (all.isEmpty()) {
            output.remark("there are no serial ports here; is the board plugged in, and is the cable a data cable?"
                    + " Try: twinge doctor");
        }
        return ExitCode.OK;
    }

    private Integer boards() throws IOException {
        try (Table table = output.open(List.of("board", "title", "baud"))) {
            for (Protocol protocol : Protocols.all()) {
                table.row(
                        Cell.words(protocol.name()),
                        Cell.words(protocol.title()),
                        Cell.list(protocol.baudRates().stream()
                                .map(String::valueOf)
                                .toList()));
            }
        }
        return ExitCode.OK;
    }

    private static List<Cell> known(Port port) {
        return List.of(
                Cell.words(port.path()),
                Cell.words(port.kind().name().toLowerCase(Locale.ROOT).replace('_', '-')),
                Cell.words(Ink.harmless(port.title())),
                Cell.words(port.usb().map(Port.Usb::chip).orElse("")),
                Cell.words(Ink.harmless(port.usb().map(Port.Usb::serialNumber).orElse(""))),
                Cell.words(Ink.harmless(port.usb().map(Port.Usb::location).orElse(""))));
    }

    private static List<Cell> heard(Answer answer) {
        if (answer instanceof Answer.Found found) {
            try (var link = found.link()) {
                BoardOptions.bidFarewell(link, found.board());
                return List.of(
                        Cell.count(link.baud()),
                        Cell.words(BoardWords.title(found.board())),
                        Cell.words(BoardWords.streams(found.board())),
                        Cell.words(""));
            }
        }
        Answer.Unknown unknown = (Answer.Unknown) answer;
        return List.of(Cell.words(""), Cell.words(""), Cell.words(""), Cell.words(Ink.harmless(unknown.reason())));
    }
}
