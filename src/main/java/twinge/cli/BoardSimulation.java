package twinge.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import twinge.files.ReadOptions;
import twinge.files.Recordings;
import twinge.frames.FrameSource;
import twinge.frames.SampleStream;
import twinge.settings.Spelling;
import twinge.simulate.Scenario;
import twinge.simulate.Simulation;
import twinge.simulate.board.Fault;
import twinge.simulate.board.FaultPlan;
import twinge.simulate.board.FaultTruth;
import twinge.simulate.board.Model;
import twinge.simulate.board.Models;
import twinge.simulate.board.Pace;
import twinge.simulate.board.VirtualBoard;
import twinge.simulate.board.VirtualPort;

/** What {@code simulate} takes to be a board on a port instead of writing a file. */
final class BoardSimulation {
    private static final double MOST_SPEED = 1000;

    @Spec(Spec.Target.MIXEE)
    private CommandSpec command;

    @Option(names = "--board", paramLabel = "NAME", description = "be this board; --list-boards tells which there are")
    private String board;

    @Option(names = "--list-boards", description = "list the boards")
    private boolean list;

    @Option(
            names = "--port",
            paramLabel = "PATH",
            description =
                    "where to be it: a name for a port that is made (needs socat), or - for standard input and output")
    private String port;

    @Option(names = "--play", paramLabel = "FILE", description = "the board wears this recording instead of a scenario")
    private Path recording;

    @Option(
            names = "--faults",
            paramLabel = "LIST",
            description =
                    "what goes wrong: loss=1e-4 corrupt= insert= burst= duplicate= (chances a byte), batch=16ms chunk=62"
                            + " stall=2s/30s hold=4096 join=17 reset=1s@20s unplug=3s/60s drift=300ppm wrap=10; commas between")
    private String faults = "";

    @Option(
            names = "--speed",
            paramLabel = "X",
            description =
                    "so many times as fast as real time, or max (a thousand times, as far as the reader keeps up)")
    private String speed = "1";

    @Option(names = "--baud", paramLabel = "N", description = "run the board's line at this speed instead of its own")
    private Integer baud;

    @Option(
            names = "--seconds",
            paramLabel = "S",
            description = "how much of the signal; an hour or all of the file if not stated")
    private Double seconds;

    boolean lists() {
        return list;
    }

    boolean wanted() {
        return board != null || port != null || recording != null;
    }

    boolean plays() {
        return recording != null;
    }

    OptionalDouble seconds() {
        return seconds == null ? OptionalDouble.empty() : OptionalDouble.of(seconds);
    }

    void printBoards() {
        for (Model each : Models.all()) {
            command.commandLine()
                    .getOut()
                    .println(String.format(
                            Locale.ROOT,
                            "%-24s %s, %d channel%s at %s Hz, %d baud",
                            each.name(),
                            each.title(),
                            each.channels(),
                            each.channels() == 1 ? "" : "s",
                            String.format(Locale.ROOT, "%.1f", each.rateHz()).replaceFirst("\\.0$", ""),
                            each.baud()));
        }
    }

    /** @param scenario what happens, unless a recording is worn */
    int run(Optional<Scenario> scenario, long seed) throws IOException {
        Model model = model();
        FaultPlan plan = plan();
        Pace pace = pace();
        if (port == null) {
            throw usage("say where the board is to be: --port PATH for a port that is made there, --port - for a pipe");
        }
        try (FrameSource worn = scenario.isPresent()
                        ? new Simulation(scenario.get())
                        : Recordings.open(recording, ReadOptions.standard());
                VirtualPort made = made()) {
            VirtualBoard virtual = new VirtualBoard(model, worn, plan, seed);
            seconds().ifPresent(virtual::lasts);
            announce(model, worn);
            return serve(made, virtual, pace);
        }
    }

    private VirtualPort made() throws IOException {
        Terminal terminal = Twinge.of(command).terminal();
        return port.equals("-")
                ? VirtualPort.over(terminal.in(), terminal.out())
                : VirtualPort.at(Path.of(port).toAbsolutePath());
    }

    /** Says what is played, and how: a board has its own rate, inputs and range, whatever the recording has. */
    private void announce(Model model, FrameSource worn) {
        SampleStream emg = worn.streams().get(0);
        String at = port.equals("-")
                ? "standard input and output"
                : Path.of(port).toAbsolutePath().toString();
        Twinge.of(command).remark(model.title() + " on " + at + " at " + model.baud() + " baud; Ctrl-C pulls the plug");
        Twinge.of(command)
                .remark("it wears " + emg.montage().size() + " channels of " + number(emg.rateHz()) + " Hz and sends "
                        + model.channels() + " of " + number(model.rateHz())
                        + " Hz: resampled, rounded to its counts, cut"
                        + " at its rails; inputs beyond the recording's are shorted");
    }

    private int serve(VirtualPort made, VirtualBoard virtual, Pace pace) throws IOException {
        Thread atExit = new Thread(() -> {
            try {
                made.close();
            } catch (IOException gone) {
                // the process ends; there is nobody to tell
            }
        });
        Runtime.getRuntime().addShutdownHook(atExit);
        try {
            made.serve(virtual, pace);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } finally {
            if (!Thread.currentThread().isInterrupted()) {
                Runtime.getRuntime().removeShutdownHook(atExit);
            }
        }
        account(virtual.truth(), made.unheard());
        return ExitCode.OK;
    }

    private void account(FaultTruth truth, long unheard) {
        StringBuilder words = new StringBuilder();
        words.append(truth.framesSent())
                .append(" frames sent, ")
                .append(truth.framesHit().size())
                .append(" hit by faults");
        for (Fault.Kind kind : Fault.Kind.values()) {
            if (truth.bytes(kind) > 0) {
                words.append(", ")
                        .append(truth.bytes(kind))
                        .append(" bytes ")
                        .append(kind.name().toLowerCase(Locale.ROOT));
            }
        }
        if (unheard > 0) {
            words.append(", ").append(unheard).append(" bytes sent while nobody had the port open");
        }
        Twinge.of(command).remark(words.toString());
    }

    private Model model() {
        if (board == null) {
            throw usage(
                    "say which board it is to be: --board NAME; twinge simulate --list-boards tells which there are");
        }
        Model model = Models.named(board).orElseThrow(() -> {
            String hint = Spelling.nearest(
                            board, Models.all().stream().map(Model::name).toList())
                    .map(near -> "Did you mean " + near + "?")
                    .orElse("twinge simulate --list-boards tells which there are.");
            return usage("there is no board '" + board + "'. " + hint);
        });
        if (baud != null && (baud < 300 || baud > 4_000_000)) {
            throw usage("--baud is " + baud + "; it must lie between 300 and 4000000");
        }
        return baud == null ? model : model.at(baud);
    }

    private FaultPlan plan() {
        try {
            return FaultPlan.parse(faults);
        } catch (IllegalArgumentException strange) {
            throw usage("--faults: " + strange.getMessage());
        }
    }

    private Pace pace() {
        if (speed.equals("max")) {
            return Pace.times(MOST_SPEED);
        }
        double times = speed.matches("[0-9]+(\\.[0-9]+)?") ? Double.parseDouble(speed) : 0;
        if (!(times >= 0.01 && times <= MOST_SPEED)) {
            throw usage("--speed is " + speed + "; it must lie between 0.01 and " + number(MOST_SPEED) + ", or be max");
        }
        return Pace.times(times);
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.3f", value).replaceFirst("\\.?0+$", "");
    }

    private ParameterException usage(String words) {
        return new ParameterException(command.commandLine(), words);
    }
}
