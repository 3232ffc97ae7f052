package twinge.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import twinge.events.Session;
import twinge.files.edf.EdfFormat;
import twinge.files.edf.EdfWriter;
import twinge.frames.Block;
import twinge.simulate.Catalogue;
import twinge.simulate.Scenario;
import twinge.simulate.Simulation;
import twinge.simulate.Truth;

@Command(
        name = "simulate",
        description =
                "Makes a recording whose truth is known, or plays one as a board on a port; the same seed gives the same"
                        + " bytes.",
        footer = {
            "",
            "The truth is written beside it (BIDS events):",
            "FILE without its ending, then .truth.tsv.",
            "With --board and --port it is a board without hardware, for any program that reads one."
        })
final class Simulate implements Callable<Integer> {
    private static final double MOST_MINUTES = 1440;
    private static final double BLOCK_SECONDS = 0.1;
    private static final double BOARD_SECONDS = 3600;

    @Spec
    private CommandSpec command;

    @Parameters(
            arity = "0..1",
            paramLabel = "SCENARIO",
            description = "what happens in it; --list tells which there are")
    private String scenario;

    @Option(names = "--list", description = "list the scenarios")
    private boolean list;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description = "the recording to write, .bdf")
    private Path file;

    @Option(names = "--seed", paramLabel = "N", description = "of all chance in it; 1 if not stated")
    private long seed = 1;

    @Option(names = "--minutes", paramLabel = "M", description = "how long; about four if not stated")
    private double minutes = Catalogue.USUAL_SECONDS / 60;

    @Option(names = "--start", paramLabel = "TIME", description = "when it claims to have begun: 2026-11-22T09:30:00")
    private LocalDateTime start;

    @Option(names = "--athlete", paramLabel = "NAME", description = "who it claims to be of")
    private String athlete = "simulated";

    @Option(
            names = "--units",
            paramLabel = "FILE",
            description = "write when each motor unit fired as well, tab-separated: onset, unit, channel")
    private Path units;

    @Mixin
    private BoardSimulation boards;

    @Override
    public Integer call() throws IOException {
        if (list) {
            for (Catalogue each : Catalogue.values()) {
                command.commandLine()
                        .getOut()
                        .println(String.format(Locale.ROOT, "%-14s %s", each.code(), each.meaning()));
            }
            return ExitCode.OK;
        }
        if (boards.lists()) {
            boards.printBoards();
            return ExitCode.OK;
        }
        if (boards.wanted()) {
            return boards.run(worn(), seed);
        }
        check();
        Scenario made = catalogue().scenario(seed, minutes * 60);
        Destination.check(file);
        if (units != null) {
            Destination.check(units);
        }
        write(made);
        return ExitCode.OK;
    }

    /** What a board wears unless it plays a file: lifting, if nothing is said, for an hour. */
    private Optional<Scenario> worn() {
        if (file != null || units != null) {
            throw usage("-o and --units are for a recording that is written; a board on a port writes none");
        }
        if (boards.plays() && scenario != null) {
            throw usage("a board wears either the scenario " + scenario + " or the file of --play; leave one out");
        }
        if (boards.plays()) {
            return Optional.empty();
        }
        double length = boards.seconds().orElse(BOARD_SECONDS);
        if (!(length > 0 && length <= MOST_MINUTES * 60)) {
            throw usage("--seconds is " + length + "; it must be above 0 and at most " + Math.round(MOST_MINUTES * 60));
        }
        scenario = scenario == null ? Catalogue.LIFTING.code() : scenario;
        return Optional.of(catalogue().scenario(seed, length));
    }

    private void check() {
        if (scenario == null || file == null) {
            throw usage("name a scenario and -o FILE; twinge simulate --list tells which scenarios there are");
        }
        if (!file.getFileName().toString().toLowerCase(Locale.ROOT).endsWith(".bdf")) {
            throw usage("-o is " + file + "; simulated recordings are up to 24 bits wide, so call it FILE.bdf");
        }
        if (!(minutes > 0 && minutes <= MOST_MINUTES)) {
            throw usage("--minutes is " + minutes + "; it must be above 0 and at most " + MOST_MINUTES);
        }
    }

    private Catalogue catalogue() {
        for (Catalogue each : Catalogue.values()) {
            if (each.code().equals(scenario)) {
                return each;
            }
        }
        List<String> codes =
                Arrays.stream(Catalogue.values()).map(Catalogue::code).toList();
        throw usage("there is no scenario '" + scenario + "'; twinge simulate --list tells which there are"
                + Hint.of(scenario, codes));
    }

    private void write(Scenario made) throws IOException {
        if (units == null) {
            play(new Simulation(made), made);
            return;
        }
        try (UnitFirings firings = new UnitFirings(units, made)) {
            play(new Simulation(made, BLOCK_SECONDS, firings), made);
        }
    }

    private void play(Simulation simulation, Scenario made) throws IOException {
        double recordSeconds = EdfWriter.suitableRecordSeconds(simulation.streams());
        try (EdfWriter writer =
                new EdfWriter(file, EdfFormat.BDF, session(made), simulation.streams(), recordSeconds)) {
            for (Block block = simulation.next(); block != null; block = simulation.next()) {
                writer.write(block);
            }
        }
        String stem = file.getFileName().toString().replaceFirst("\\.[^.]*$", "");
        Path truth = file.resolveSibling(stem + ".truth.tsv");
        Files.writeString(truth, String.join("\n", Truth.table(simulation.truth())) + "\n");
        Twinge.of(command)
                .remark("wrote " + file + " and " + truth + " ("
                        + simulation.truth().size() + " events)");
    }

    /** Named after what made it, so that making it again gives the same session. */
    private Session session(Scenario made) {
        String name = "twinge simulate " + made.name() + " " + made.seed() + " " + made.seconds();
        UUID id = UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
        return new Session(id, athlete, Optional.ofNullable(start), Optional.empty(), file.toString());
    }

    private ParameterException usage(String words) {
        return new ParameterException(command.commandLine(), words);
    }
}
