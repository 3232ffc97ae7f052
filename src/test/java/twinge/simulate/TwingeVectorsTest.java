package twinge.simulate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The encoders in C and in Java and the frames that the protocol's folder shows are the same to the byte. */
class TwingeVectorsTest {
    private static final Path PROTOCOL = Path.of("firmware-protocol", "twinge");

    private final List<String> lines = new ArrayList<>();

    private void line(String name, byte[] frame) {
        lines.add(name + ": " + HexFormat.ofDelimiter(" ").withUpperCase().formatHex(frame));
    }

    private static TwingeEncoder demo() {
        List<TwingeStream.Input> inputs = Stream.of(1, 2)
                .map(number ->
                        new TwingeStream.Input(number, 1, 10, false, 1, 5_000_000, 1_000_000, 512, "A" + (number - 1)))
                .toList();
        return new TwingeEncoder("demo 1.0", "DEMO", "", 500, List.of(new TwingeStream(1_000_000, 2, inputs)));
    }

    private static TwingeEncoder precise() {
        TwingeStream.Input emg = new TwingeStream.Input(1, 1, 24, true, 1, 9_000_000, 24_000, 0, "L3 left");
        List<TwingeStream.Input> axes = List.of(axis(2, "X"), axis(3, "Y"), axis(4, "Z"));
        return new TwingeEncoder(
                "precise 2",
                "ADS1299",
                "00C0FFEE",
                20,
                List.of(new TwingeStream(2_000_000, 100, List.of(emg)), new TwingeStream(62_500, 1, axes)));
    }

    private static TwingeStream.Input axis(int number, String label) {
        return new TwingeStream.Input(number, 4, 16, true, 2, 4_000_000, 1000, 0, label);
    }

    @Test
    void theEncoderInJavaMakesTheFramesOfTheFolder() throws IOException {
        TwingeEncoder demo = demo();
        line("hello at start", demo.hello(true, true));
        line("hello", demo.hello(true, false));
        line("data", demo.data(0, 0, 0, 0, 0, new int[][] {{512, 0}, {1023, 256}}));
        int[][] last = {{511, 512}, {513, 514}};
        line(
                "data before its counters wrap",
                demo.data(0, TwingeEncoder.DROPPED, 0xFFFF, 0xFFFFFFFEL, 0xFFFFFC18L, last));
        TwingeEncoder precise = precise();
        int[][] counts = new int[100][1];
        for (int i = 0; i < 100; i++) {
            counts[i][0] = i < 95 ? -1 - i * 65793 : i - 97;
        }
        line("hello of two streams", precise.hello(true, false));
        line("data of 24 bits", precise.data(0, 0, 258, 66051, 67305985, counts));
        line("data of the second stream", precise.data(1, TwingeEncoder.ELECTRODE_OFF, 7, 11, 176000, new int[][] {
            {-16384, 0, 16384}
        }));
        line("stats", demo.stats(0, 1_000_000, 1000, 20, 3, 4987));
        line("event", demo.event(1, 1, 1, 1500));
        line("text", demo.text("ready"));
        line("pong", demo.pong(4294967295L, 123456789));
        line("ack", demo.ack(0, "START"));
        line("ack of what can not be done", demo.ack(2, "RATE 9"));
        line("mark", demo.mark(2, 2500, "set 1"));
        assertEquals(Files.readAllLines(PROTOCOL.resolve("vectors/frames.txt")), lines);
    }

    @Test
    void theEncoderInCMakesTheFramesOfTheFolder(@TempDir Path folder) throws IOException, InterruptedException {
        assumeTrue(
                Stream.of(System.getenv("PATH").split(":")).anyMatch(each -> Files.isExecutable(Path.of(each, "gcc"))),
                "gcc is not here; apt-get install gcc libc6-dev");
        Path program = folder.resolve("vectors");
        run(
                "gcc",
                "-std=c99",
                "-pedantic",
                "-Wall",
                "-Wextra",
                "-Werror",
                "-I" + PROTOCOL.resolve("c"),
                "-o",
                program.toString(),
                "src/test/c/twinge_vectors.c",
                PROTOCOL.resolve("c/twinge.c").toString());
        assertEquals(Files.readString(PROTOCOL.resolve("vectors/frames.txt")), run(program.toString()));
    }

    private static String run(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, process.waitFor(), String.join(" ", command) + "\n" + said);
        return said;
    }
}
