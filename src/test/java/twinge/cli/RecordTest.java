package twinge.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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

@Timeout(120)
@SuppressWarnings("try") // boards that do their part by being there
class RecordTest {
    @TempDir
    private Path folder;

    @BeforeAll
    static void socatIsThere() {
        Wire.require();
    }

    private Run run(Object... words) {
        return Run.in(false, Map.of("XDG_DATA_HOME", folder.resolve("data").toString()), words);
    }

    @Test
    void aBoardAtAPortIsRecordedLoggedAndReplayedFromTapeAndRecordingAlike() throws IOException {
        Path session;
        try (Wire wire = new Wire(folder, "board");
                PluggedBoard board = new PluggedBoard(
                        wire,
                        new VirtualBoard(
                                Models.named("human-spikerbox").orElseThrow(),
                                new Simulation(Catalogue.REST.scenario(1, 60)),
                                FaultPlan.none(),
                                1))) {
            Run recorded = run("record", "--port", wire.port(), "--seconds", "6", "--athlete", "Anna", "--tag", "rest");
            assertEquals(ExitCode.OK, recorded.code(), recorded.err());
            assertTrue(recorded.err().contains("none lost"), recorded.err());
            session = Path.of(recorded.lines().get(0));
        }
        assertEquals(folder.resolve("data/twinge/sessions"), session.getParent());
        String card = Files.readString(session.resolve("session.json"));
        for (String told : List.of(
                "\"state\" : \"DONE\"",
                "\"athlete\" : \"Anna\"",
                "\"tag\" : \"rest\"",
                "\"driftPpm\"",
                "\"HUMANSB\"")) {
            assertTrue(card.contains(told), card);
        }
        Run tape = run("replay", "--no-log", "--csv", session.resolve("board-1.tape"));
        Run bdf = run("replay", "--no-log", "--csv", session.resolve("board-1.bdf"));
        assertEquals(ExitCode.OK, tape.code(), tape.err());
        assertEquals(ExitCode.OK, bdf.code(), bdf.err());
        assertEquals(tape.out().replace("board-1.tape", "F"), bdf.out().replace("board-1.bdf", "F"));
        assertEquals(frames(tape.err()), frames(bdf.err()));

        Run nothing = run("record", "--recover");
        assertEquals(ExitCode.OK, nothing.code(), nothing.err());
        assertTrue(nothing.err().contains("was cut short"), nothing.err());
        Files.writeString(session.resolve("session.json"), card.replace("DONE", "RECORDING"));
        Files.delete(session.resolve("board-1.bdf"));
        Run recovered = run("record", "--recover");
        assertEquals(ExitCode.OK, recovered.code(), recovered.err());
        assertTrue(recovered.err().contains("board-1.bdf was made of it"), recovered.err());
        Run again = run("replay", "--no-log", "--csv", session.resolve("board-1.bdf"));
        assertEquals(bdf.out(), again.out());
        assertEquals(bdf.err(), again.err());
    }

    private static String frames(String remarks) {
        return remarks.lines()
                .filter(line -> line.contains(" frames of "))
                .map(line -> line.substring(line.indexOf(": ")))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void withoutABoardItSaysSoAndMakesNoSession() throws IOException {
        Run none = run("record", "--port", folder.resolve("nothing"), "--seconds", "1");
        assertEquals(ExitCode.DEVICE, none.code(), none.err());
        assertTrue(Files.notExists(folder.resolve("data/twinge/sessions")));
    }

    @Test
    void aFolderThatCanNotBeWrittenIsNamed() throws IOException {
        Path file = Files.createFile(folder.resolve("file"));
        try (Wire wire = new Wire(folder, "board");
                PluggedBoard board = new PluggedBoard(
                        wire,
                        new VirtualBoard(
                                Models.named("human-spikerbox").orElseThrow(),
                                new Simulation(Catalogue.REST.scenario(1, 60)),
                                FaultPlan.none(),
                                1))) {
            Run run = run("record", "--port", wire.port(), "--seconds", "1", "-o", file);
            assertEquals(ExitCode.FAILED, run.code(), run.err());
            assertTrue(run.err().contains(file.toString()), run.err());
        }
    }
}
