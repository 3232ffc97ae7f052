package twinge.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import twinge.serial.PluggedBoard;
import twinge.serial.Wire;
import twinge.simulate.Catalogue;
import twinge.simulate.Simulation;
import twinge.simulate.board.FaultPlan;
import twinge.simulate.board.Models;
import twinge.simulate.board.VirtualBoard;
import twinge.wire.Protocol;
import twinge.wire.Protocols;

@Timeout(90)
@SuppressWarnings("try") // boards that do their part by being there
class PortVerbsTest {
    @TempDir
    private Path folder;

    @BeforeAll
    static void socatIsThere() {
        Wire.require();
    }

    private static PluggedBoard plugged(Wire wire, String model, FaultPlan faults) throws IOException {
        Simulation worn = new Simulation(Catalogue.REST.scenario(1, 60));
        return new PluggedBoard(wire, new VirtualBoard(Models.named(model).orElseThrow(), worn, faults, 1));
    }

    private static Run at(Wire wire, Object... words) {
        return Run.in(false, Map.of(BoardOptions.MORE_PORTS, wire.port()), words);
    }

    @Test
    void portsNamesTheBoardThatSpeaksThere() throws IOException {
        try (Wire wire = new Wire(folder, "board");
                PluggedBoard board = plugged(wire, "human-spikerbox", FaultPlan.none())) {
            Run plain = at(wire, "ports", "--json");
            assertEquals(ExitCode.OK, plain.code(), plain.err());
            assertTrue(plain.out().contains("{\"port\":\"" + wire.port() + "\",\"kind\":\"other\""), plain.out());
            Run asked = at(wire, "ports", "--ask", "--csv");
            assertEquals(ExitCode.OK, asked.code(), asked.err());
            String row = asked.lines().stream()
                    .filter(line -> line.startsWith(wire.port()))
                    .findFirst()
                    .orElseThrow();
            assertTrue(row.contains("HUMANSB") && row.contains("channels at 5000 Hz"), row);
        }
    }

    @Test
    void portsListsEveryBoardThatIsUnderstood() {
        String listed = Run.of("ports", "--boards").out();
        for (Protocol protocol : Protocols.all()) {
            assertTrue(listed.contains(protocol.name() + "\t" + protocol.title()), listed);
        }
    }

    @Test
    void doctorFindsAHealthyBoardInOrderWithNothingStated() throws IOException {
        try (Wire wire = new Wire(folder, "board");
                PluggedBoard board = plugged(wire, "human-spikerbox", FaultPlan.none())) {
            Run run = at(wire, "doctor", "--seconds", "5");
            assertTrue(run.out().contains("\tboard\tok\t"), run.out() + run.err());
            assertTrue(run.out().contains("\trate\tok\tthe board sends "), run.out() + run.err());
            assertTrue(run.out().contains("\tlosses\tok\t"), run.out() + run.err());
            assertEquals(ExitCode.OK, run.code(), run.out() + run.err());
        }
    }

    @Test
    void doctorNamesLossesAndTheProgramThatReadsThePortAsWell() throws IOException {
        try (Wire wire = new Wire(folder, "board");
                PluggedBoard board = plugged(wire, "human-spikerbox", FaultPlan.none())) {
            Process thief = new ProcessBuilder("sleep", "60")
                    .redirectInput(Path.of(wire.port()).toFile())
                    .start();
            try {
                Run run = at(wire, "doctor", wire.port(), "--seconds", "2");
                assertEquals(ExitCode.DEVICE, run.code(), run.out() + run.err());
                assertTrue(
                        run.out().contains("\treaders\tFAULT\t")
                                && run.out().contains("sleep (process " + thief.pid() + ")"),
                        run.out());
            } finally {
                thief.destroy();
            }
        }
    }

    @Test
    void doctorNamesTheSpeedThatWorks() throws IOException {
        try (Wire wire = new Wire(folder, "board");
                PluggedBoard board = plugged(wire, "spikershield", FaultPlan.none())) {
            Run run = at(wire, "doctor", wire.port(), "--baud", "57600");
            assertEquals(ExitCode.DEVICE, run.code(), run.out() + run.err());
            assertTrue(run.out().contains("Use --baud 222222 or --baud auto."), run.out());
        }
    }

    @Test
    void doctorTellsWhatIsMissingWhatIsNoPortAndWhatIsSilent() throws IOException {
        Run missing = Run.of("doctor", "/dev/ttyTwinge9");
        assertEquals(ExitCode.DEVICE, missing.code());
        assertTrue(missing.out().contains("/dev/ttyTwinge9 does not exist."), missing.out());
        Path notes = Files.createFile(folder.resolve("notes.txt"));
        Run file = Run.of("doctor", notes);
        assertEquals(ExitCode.DEVICE, file.code());
        assertTrue(file.out().contains("is no serial port."), file.out());
        try (Wire wire = new Wire(folder, "board")) {
            Run silent = Run.of("doctor", wire.port(), "--board", "cyton");
            assertEquals(ExitCode.DEVICE, silent.code());
            assertTrue(silent.out().contains("silent: nothing came in"), silent.out());
        }
    }

    @Test
    void whatCanNotBeMeantIsAUsageErrorWithASuggestion() {
        Run board = Run.of("doctor", "--board", "cytn");
        assertEquals(ExitCode.USAGE, board.code());
        assertTrue(board.err().contains("there is no board 'cytn'. Did you mean cyton?"), board.err());
        for (Object[] words : new Object[][] {
            {"doctor", "--baud", "fast"},
            {"doctor", "--baud", "0"},
            {"doctor", "--channel", "0"},
            {"doctor", "--gain", "-1"},
            {"doctor", "--seconds", "0"}
        }) {
            Run run = Run.of(words);
            assertEquals(ExitCode.USAGE, run.code(), words[1] + ": " + run.err());
        }
    }
}
