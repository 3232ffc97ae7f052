package twinge.files.edf;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import twinge.files.ReadOptions;
import twinge.files.Recording;
import twinge.files.Recordings;
import twinge.frames.Block;
import twinge.frames.MalformedInput;

/** Damaged files do what the collection's table says of each, read leniently and strictly. */
class EdfCorruptTest {
    private static final Path FORMATS = Path.of(System.getProperty("twinge.data"), "formats");
    private static final ReadOptions STRICT = new ReadOptions(true, OptionalDouble.empty(), Map.of(), Set.of());
    private static final Pattern RECORDS =
            Pattern.compile("RECOVER (?:record count from file size \\()?(\\d+) records");

    /** What follows the last semicolon tells the user what to do. */
    private static final Pattern REMEDY =
            Pattern.compile("; [^;]*\\b(correct|give|write|fetch|record|copy|leave out)\\b[^;]*$");

    /** What a recording gave: its frames, the sum of its counts, and what it said. */
    private record Read(long frames, long sum, List<String> warnings) {}

    static Stream<Arguments> rows() throws IOException {
        Assumptions.assumeTrue(
                Files.isDirectory(FORMATS), "the damaged recordings are not here: set the property twinge.data");
        return Files.readAllLines(FORMATS.resolve("corrupt/EXPECTED.tsv")).stream()
                .map(line -> line.split("\t"))
                .filter(row -> row[0].endsWith(".edf") || row[0].endsWith(".bdf"))
                .map(row -> Arguments.of(row[0], row[2]));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("rows")
    void isReadOrRefusedAsTheTableSays(String name, String expected) throws IOException {
        Path file = FORMATS.resolve("corrupt").resolve(name);
        if (expected.startsWith("REJECT") || name.equals("made_header_only.edf")) {
            for (ReadOptions options : List.of(ReadOptions.standard(), STRICT)) {
                MalformedInput refusal = assertThrows(MalformedInput.class, () -> read(file, options));
                assertTrue(refusal.byteOffset() >= 0, refusal.getMessage());
                assertTrue(REMEDY.matcher(refusal.getMessage()).find(), refusal.getMessage());
            }
            return;
        }
        Read read = read(file, ReadOptions.standard());
        if (expected.startsWith("ACCEPT")) {
            assertEquals(List.of(), read.warnings());
            assertEquals(read, read(file, STRICT));
        } else {
            assertFalse(read.warnings().isEmpty(), "a warning");
            String refusal =
                    assertThrows(MalformedInput.class, () -> read(file, STRICT)).getMessage();
            assertTrue(refusal.endsWith("; leave out --strict to have it mended"), refusal);
        }
        Matcher records = RECORDS.matcher(expected);
        if (name.startsWith("edflib_kill9")) {
            assertTrue(records.find());
            assertEquals(1000 * Long.parseLong(records.group(1)), read.frames());
        } else if (name.equals("made_truncated_mid_record.edf")) {
            assertEquals((3517 - 1536) / 446 * (20 + 23), read.frames());
            assertTrue(
                    read.warnings().get(0).contains("and 197 trailing bytes"),
                    read.warnings().toString());
        } else { // made from these, whose values are tested apart
            Path original =
                    FORMATS.resolve(name.endsWith(".bdf") ? "bdf/edflib_unit_L2760.bdf" : "edf/edflib_unit_L1151.edf");
            Read sound = read(original, ReadOptions.standard());
            assertEquals(sound.frames(), read.frames());
            assertEquals(sound.sum(), read.sum());
        }
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("rows")
    void theFieldAtFaultIsNamed(String name, String expected) throws IOException {
        Path file = FORMATS.resolve("corrupt").resolve(name);
        String field = Files.readAllLines(FORMATS.resolve("corrupt/EXPECTED.tsv")).stream()
                .filter(line -> line.startsWith(name))
                .map(line -> line.split("\t")[1])
                .filter(what -> what.startsWith("EDFlib unit test; "))
                .map(what -> what.split("; ")[1])
                .findFirst()
                .orElse("");
        if (!field.isEmpty() && !expected.startsWith("ACCEPT")) {
            String message =
                    assertThrows(MalformedInput.class, () -> read(file, STRICT)).getMessage();
            field = field.replace("startdate", "start date")
                    .replaceAll("^data record$", "record [12]")
                    .replace("physical min", "physical minimum")
                    .replaceAll("digital (min|max)", "digital (minimum|maximum|range)")
                    .replace("signal reserved", "reserved")
                    .replace("samples per", "samples in a data");
            assertTrue(Pattern.compile(field).matcher(message).find(), field + " in: " + message);
        }
    }

    private static Read read(Path file, ReadOptions options) throws IOException {
        try (Recording recording = Recordings.open(file, options)) {
            long frames = 0;
            long sum = 0;
            for (Block block = recording.next(); block != null; block = recording.next()) {
                frames += (long) block.frames() * block.channels();
                for (int channel = 0; channel < block.channels(); channel++) {
                    for (int frame = 0; frame < block.frames(); frame++) {
                        sum += block.count(channel, frame) * (1L + channel);
                    }
                }
            }
            return new Read(frames, sum, recording.warnings());
        }
    }
}
