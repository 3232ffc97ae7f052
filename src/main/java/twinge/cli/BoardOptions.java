package twinge.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import twinge.serial.Answer;
import twinge.serial.BoardSearch;
import twinge.serial.Port;
import twinge.serial.Ports;
import twinge.serial.SerialLink;
import twinge.settings.Spelling;
import twinge.wire.Board;
import twinge.wire.Link;
import twinge.wire.Protocol;
import twinge.wire.Protocols;
import twinge.wire.Wishes;

/** Which boards a verb listens to, and what they can not say of themselves; the same for every verb that is worn. */
final class BoardOptions {
    /** Names paths that no list of ports has, for example a virtual board's. */
    static final String MORE_PORTS = "TWINGE_PORTS";

    private static final String AUTO = "auto";

    /**
     * A board that was recognised and streams.
     *
     * @param link open; close it
     * @param unread what was heard already and is the decoder's first
     */
    record Attached(Link link, Protocol protocol, Board board, byte[] unread) {}

    @Spec(Spec.Target.MIXEE)
    private CommandSpec verb;

    @Option(
            names = "--port",
            paramLabel = "PATH",
            description = "the board's port; may be given again for more boards; auto (the default) looks for it")
    private List<String> paths = List.of();

    @Option(
            names = "--board",
            paramLabel = "NAME[:MODEL]",
            description = "the board's protocol if it is not to be found out: twinge ports --boards lists them")
    private String boardName;

    @Option(
            names = "--baud",
            paramLabel = "N",
            description = "the line's speed; auto (the default) tries the usual ones")
    private String baudWords = AUTO;

    @Option(names = "--rate", paramLabel = "HZ", description = "frames a second, where the board leaves the choice")
    private Double rateHz;

    @Option(
            names = "--channel",
            paramLabel = "N",
            split = ",",
            description = "an input of the board, from 1; may be given again; all if none is")
    private List<Integer> channels = List.of();

    @Option(names = "--gain", paramLabel = "X", description = "of the amplifier before the board's converter")
    private Double gain;

    @Option(names = "--volts", paramLabel = "V", description = "full range of the board's converter")
    private Double volts;

    @Option(names = "--envelope", description = "the sensor gives an envelope, no raw EMG (MyoWare's ENV pin)")
    private boolean envelope;

    @Option(
            names = "--site",
            paramLabel = "WORDS",
            description =
                    "where the first electrode sits (\"L longissimus L1\"), again for the next; 3=WORDS for channel 3")
    private List<String> sites = List.of();

    /**
     * Finds the boards and begins their streams.
     *
     * @throws NoBoard if one is missing; says what was measured at each port
     */
    List<Attached> attach() throws IOException {
        BoardSearch search = search();
        List<Port> ports = chosen(search.ports());
        if (ports.isEmpty()) {
            throw NoBoard.noPorts();
        }
        for (Port port : ports) {
            Twinge.of(verb).remark("looking for a board at " + port.words());
        }
        List<Answer> answers = search.ask(ports);
        List<Answer.Found> found = found(answers);
        try {
            if (auto() && found.size() > 1) {
                throw NoBoard.several(found);
            }
            if (auto() ? found.isEmpty() : found.size() < answers.size()) {
                throw NoBoard.because(answers, Twinge.of(verb)::complain);
            }
            List<Attached> attached = new ArrayList<>();
            for (Answer.Found each : found) {
                Board board = Sites.on(each.board(), sites);
                Twinge.of(verb)
                        .remark(BoardWords.of(board) + " on " + each.link().name());
                attached.add(new Attached(
                        each.link(), Protocols.named(board.protocol()).orElseThrow(), board, each.unread()));
            }
            return attached;
        } catch (IllegalArgumentException e) {
            found.forEach(each -> each.link().close());
            throw usage(e.getMessage());
        } catch (IOException e) {
            found.forEach(each -> each.link().close());
            throw e;
        }
    }

    /** The search as the options ask for it; everything in them is checked. */
    BoardSearch search() {
        return new BoardSearch(ports(verb), Protocols.all(), protocols(), baud(), wishes());
    }

    /** The ports that were named, or all at which a board can be. */
    List<Port> chosen(Ports ports) throws IOException {
        if (auto()) {
            return ports.all().stream()
                    .filter(port -> port.kind() != Port.Kind.BUILT_IN)
                    .toList();
        }
        List<Port> chosen = new ArrayList<>();
        for (String path : paths) {
            chosen.add(ports.named(path));
        }
        return chosen;
    }

    Wishes wishes() {
        int colon = boardName == null ? -1 : boardName.indexOf(':');
        Optional<String> model = colon < 0 ? Optional.empty() : Optional.of(boardName.substring(colon + 1));
        for (int channel : channels) {
            if (channel < 1) {
                throw usage("--channel is " + channel + "; the first input is 1");
            }
        }
        return new Wishes(
                model,
                positive("--rate", rateHz),
                channels,
                positive("--gain", gain),
                positive("--volts", volts),
                envelope);
    }

    static Ports ports(CommandSpec verb) {
        return Ports.with(Twinge.of(verb).terminal().environment().getOrDefault(MORE_PORTS, ""));
    }

    private boolean auto() {
        return paths.isEmpty() || paths.equals(List.of(AUTO));
    }

    private List<Protocol> protocols() {
        if (boardName == null || boardName.equals(AUTO)) {
            return Protocols.all();
        }
        String name = boardName.replaceFirst(":.*", "");
        return List.of(Protocols.named(name).orElseThrow(() -> unknown(name)));
    }

    private ParameterException unknown(String name) {
        List<String> names = Protocols.all().stream().map(Protocol::name).toList();
        return usage("there is no board '" + name + "'. "
                + Spelling.nearest(name, names)
                        .map(nearest -> "Did you mean " + nearest + "?")
                        .orElse("There are " + String.join(", ", names) + "."));
    }

    private OptionalInt baud() {
        if (baudWords.equals(AUTO)) {
            return OptionalInt.empty();
        }
        try {
            int baud = Integer.parseInt(baudWords);
            SerialLink.requireBaud(baud);
            return OptionalInt.of(baud);
        } catch (NumberFormatException e) {
            throw usage("--baud is '" + baudWords + "'; write a number such as 115200, or auto");
        } catch (IllegalArgumentException e) {
            throw usage("--baud is " + e.getMessage());
        }
    }

    private OptionalDouble positive(String option, Double value) {
        if (value == null) {
            return OptionalDouble.empty();
        }
        if (!(value > 0 && value <= 1e9)) {
            throw usage(option + " is " + value + "; it must be above 0");
        }
        return OptionalDouble.of(value);
    }

    private static List<Answer.Found> found(List<Answer> answers) {
        return answers.stream()
                .filter(Answer.Found.class::isInstance)
                .map(Answer.Found.class::cast)
                .toList();
    }

    private ParameterException usage(String words) {
        return new ParameterException(verb.commandLine(), words);
    }
}
