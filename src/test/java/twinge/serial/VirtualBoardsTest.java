package twinge.serial;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import twinge.frames.Block;
import twinge.simulate.Catalogue;
import twinge.simulate.Simulation;
import twinge.simulate.board.FaultPlan;
import twinge.simulate.board.Model;
import twinge.simulate.board.Models;
import twinge.simulate.board.VirtualBoard;
import twinge.wire.Decoder;
import twinge.wire.Protocols;
import twinge.wire.Wishes;

/** From plugging a board of unknown kind and speed in to its first samples, with nothing stated. */
@Timeout(60)
class VirtualBoardsTest {
    private static final double LONGEST_SECONDS = 10;

    /** One of each make, at several speeds, with and without a line that has a speed of its own. */
    private static final List<String> PLUGGED = List.of(
            "twinge",
            "cyton",
            "cyton-daisy",
            "bitalino",
            "spikershield",
            "human-spikerbox",
            "chords-uno-r3",
            "chords-npg-lite",
            "shimmer3",
            "lines",
            "lines-volts");

    @TempDir
    private Path folder;

    @BeforeAll
    static void socatIsThere() {
        Wire.require();
    }

    static Stream<Model> plugged() {
        return Models.all().stream()
                .filter(model -> PLUGGED.contains(model.name()))
                .filter(model -> Protocols.named(model.protocol()).isPresent());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("plugged")
    void anUnknownBoardShowsItsFirstTraceWithinTenSeconds(Model model) throws IOException {
        Simulation worn = new Simulation(Catalogue.REST.scenario(1, 60));
        long before = System.nanoTime();
        try (Wire wire = new Wire(folder, "board");
                PluggedBoard board = new PluggedBoard(wire, new VirtualBoard(model, worn, FaultPlan.none(), 1))) {
            BoardSearch search =
                    new BoardSearch(Ports.here(), Protocols.all(), Protocols.all(), OptionalInt.empty(), Wishes.none());
            Answer answer =
                    search.ask(List.of(search.ports().named(wire.port()))).get(0);
            Answer.Found found = assertInstanceOf(
                    Answer.Found.class, answer, () -> model.name() + ": " + ((Answer.Unknown) answer).reason());
            double recognised = (System.nanoTime() - before) / 1e9;
            try (SerialLink link = found.link()) {
                // A Daisy is an addition to a Cyton: without being told, the Cyton alone is used, at its double rate.
                assertEquals(
                        model.protocol().replace("-daisy", ""), found.board().protocol());
                Decoder decoder =
                        Protocols.named(found.board().protocol()).orElseThrow().decoder(found.board());
                List<Block> blocks = new ArrayList<>();
                decoder.accept(found.unread(), 0, found.unread().length, System.nanoTime(), blocks::add);
                byte[] into = new byte[4096];
                Wire.await("the first samples", () -> {
                    int count = link.read(into);
                    decoder.accept(into, 0, count, System.nanoTime(), blocks::add);
                    return !blocks.isEmpty();
                });
                double seconds = (System.nanoTime() - before) / 1e9;
                System.out.printf(
                        Locale.ROOT,
                        "%s: recognised after %.1f s, first trace after %.1f s%n",
                        model.name(),
                        recognised,
                        seconds);
                assertTrue(seconds < LONGEST_SECONDS, seconds + " s");
                assertTrue(board.streams(), "it is still there");
            }
        }
    }
}
