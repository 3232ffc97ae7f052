package twinge.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;

/**
 * The firmware for the Arduino Uno on an emulated board: built by avr-gcc, run by simavr ({@code
 * src/test/c/emulated_uno.c}), read over a pseudo-terminal.
 */
final class EmulatedUno implements AutoCloseable {
    private static final Path PROTOCOL = Path.of("firmware-protocol", "twinge");
    private static final int MOMENTS = 5000;

    private final Process process;
    private final BufferedReader remarks;
    private final FileInputStream in;
    private final FileOutputStream out;
    private final Path truth;

    /** What is not here to build and run it, or nothing. */
    static List<String> missing() {
        List<String> missing = new ArrayList<>();
        for (String tool : List.of("avr-gcc", "avr-size", "gcc", "make")) {
            if (Arrays.stream(System.getenv("PATH").split(":"))
                    .noneMatch(folder -> Files.isExecutable(Path.of(folder, tool)))) {
                missing.add(tool);
            }
        }
        for (String header : List.of("simavr/sim_avr.h", "libelf.h")) {
            if (!Files.exists(Path.of("/usr/include", header))) {
                missing.add(header);
            }
        }
        return missing;
    }

    /** Builds the firmware with such settings of its Makefile, and gives the program. */
    static Path firmware(Path folder, String... settings) throws IOException, InterruptedException {
        return make("uno", folder, settings);
    }

    /** Builds the sketch for other boards as one for an Uno, and gives the program. */
    static Path sketch(Path folder) throws IOException, InterruptedException {
        return make("arduino", folder);
    }

    private static Path make(String what, Path folder, String... settings) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(
                List.of("make", "-s", "-C", PROTOCOL.resolve(what).toString(), "BUILD=" + folder.toAbsolutePath()));
        command.addAll(Arrays.asList(settings));
        command.add(folder.toAbsolutePath() + "/twinge.elf");
        run(command);
        return folder.resolve("twinge.elf");
    }

    /** Builds the emulator, and gives the program. */
    static Path emulator(Path folder) throws IOException, InterruptedException {
        Path program = folder.resolve("emulated_uno");
        run(List.of(
                "gcc", "-O2", "-o", program.toString(), "src/test/c/emulated_uno.c", "-lsimavr", "-lelf", "-lutil"));
        return program;
    }

    static String run(List<String> command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, process.waitFor(), String.join(" ", command) + "\n" + said);
        return said;
    }

    EmulatedUno(Path emulator, Path firmware, Path folder, String... options) throws IOException {
        truth = folder.resolve("truth");
        Path link = folder.resolve("port");
        List<String> command = new ArrayList<>(List.of(
                emulator.toString(),
                firmware.toString(),
                link.toString(),
                recording(folder).toString(),
                truth.toString()));
        command.addAll(Arrays.asList(options));
        process = new ProcessBuilder(command)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        remarks = process.errorReader(StandardCharsets.UTF_8);
        assertEquals("ready", remarks.readLine());
        in = new FileInputStream(link.toFile());
        out = new FileOutputStream(link.toFile());
    }

    /** Six pins with waves and noise of their own, so that no two moments and no two pins look alike. */
    private static Path recording(Path folder) throws IOException {
        Path path = folder.resolve("recording");
        SplittableRandom random = new SplittableRandom(328);
        try (PrintWriter lines = new PrintWriter(Files.newBufferedWriter(path))) {
            for (int moment = 0; moment < MOMENTS; moment++) {
                StringBuilder line = new StringBuilder();
                for (int pin = 0; pin < 6; pin++) {
                    double wave = 2500 + 1800 * StrictMath.sin(0.01 * moment * (pin + 1));
                    line.append(Math.round(Math.max(0, Math.min(4995, wave + random.nextInt(-600, 600)))))
                            .append(' ');
                }
                lines.println(line);
            }
        }
        return path;
    }

    void write(byte[] bytes) throws IOException {
        out.write(bytes);
    }

    /** The next bytes; none once the board has gone. */
    byte[] read() {
        byte[] bytes = new byte[1024];
        try {
            int length = in.read(bytes);
            return length < 0 ? new byte[0] : Arrays.copyOf(bytes, length);
        } catch (IOException hungUp) {
            return new byte[0];
        }
    }

    /** Speaks with the board until it is recognised. */
    Conversation.Step converse(Conversation conversation) throws IOException {
        long began = System.nanoTime();
        Conversation.Step step = conversation.next(new byte[0], 0);
        while (step instanceof Conversation.Step.Say || step instanceof Conversation.Step.Listen) {
            if (step instanceof Conversation.Step.Say say) {
                write(say.bytes());
            }
            byte[] heard = read();
            if (heard.length == 0) {
                throw new AssertionError("the board is gone: " + remarks());
            }
            step = conversation.next(heard, (System.nanoTime() - began) / 1_000_000);
        }
        return step;
    }

    /** All that is still to come. */
    byte[] rest() {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        byte[] bytes = read();
        while (bytes.length > 0) {
            all.writeBytes(bytes);
            bytes = read();
        }
        return all.toByteArray();
    }

    /** What the emulator said at its end. */
    String remarks() throws IOException {
        StringBuilder said = new StringBuilder();
        for (String line = remarks.readLine(); line != null; line = remarks.readLine()) {
            said.append(line).append('\n');
        }
        return said.toString();
    }

    /** The millivolts that were at the pins when they were converted, {@code [instant][channel]}. */
    List<int[]> truth(int channels) throws IOException, InterruptedException {
        process.waitFor(20, TimeUnit.SECONDS);
        List<int[]> instants = new ArrayList<>();
        int[] instant = new int[channels];
        int channel = 0;
        for (String line : Files.readAllLines(truth)) {
            instant[channel++] = Integer.parseInt(line.substring(line.indexOf(' ') + 1));
            if (channel == channels) {
                instants.add(instant);
                instant = new int[channels];
                channel = 0;
            }
        }
        return instants;
    }

    @Override
    public void close() throws IOException {
        in.close();
        out.close();
        process.destroyForcibly();
        remarks.close();
    }
}
