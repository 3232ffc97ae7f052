package twinge.files.csv;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import twinge.files.ReadOptions;
import twinge.files.Recording;
import twinge.files.Recordings;
import twinge.frames.Block;
import twinge.frames.Channel;
import twinge.frames.MalformedInput;
import twinge.frames.SampleStream;

/** Damaged and odd tables, and those of real recordings, give the values that lie in them. */
class CsvCorruptTest {
    private static final Path DATA = Path.of(System.getProperty("twinge.data"));
    private static final Path CORRUPT = DATA.resolve("formats/corrupt");

    @BeforeAll
    static void dataIsThere() {
        Assumptions.assumeTrue(Files.isDirectory(DATA), "the sample tables are not here: set the property twinge.data");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            nullValues = "-",
            value = {
                "csv_formula_injection.csv, 1000, 1 2 3 4 5, column 3 (label) holds no numbers",
                "csv_xss_name.csv, 1000, 1 2, column 3 (athlete) holds no numbers",
                "csv_utf16le_bom.csv, 1000, 1 2, -",
                "csv_utf8_bom_semicolon_decimalcomma.csv, 1000, 1.5 2.5, -",
                "csv_nul_bytes.csv, 1000, 1 missing 3, line 3 holds no number",
                "csv_unclosed_quote.csv, 1000, missing 2 3, line 2",
                "csv_time_backwards.csv, 1000, 1 2 3 4, line 4: the time goes from 0.001 to 0.0005 s"
            })
    void isReadAsTheTableSays(String name, double rateHz, String values, String warning) throws IOException {
        try (Recording recording = Recordings.open(CORRUPT.resolve(name), ReadOptions.standard())) {
            SampleStream stream = recording.streams().get(0);
            assertEquals(rateHz, stream.rateHz());
            assertEquals("emg", stream.montage().channel(0).label());
            assertEquals(Channel.Type.EMG, stream.montage().channel(0).type());
            assertEquals(values, String.join(" ", values(recording)));
            assertEquals(
                    warning == null ? 0 : 1,
                    recording.warnings().size(),
                    recording.warnings().toString());
            assertTrue(
                    warning == null || recording.warnings().get(0).contains(warning),
                    recording.warnings().toString());
        }
    }

    @ParameterizedTest
    @CsvSource({"csv_nul_bytes.csv", "csv_time_backwards.csv"})
    void readingStrictlyRefusesWhatBreaksTheRules(String name) throws IOException {
        ReadOptions strict = new ReadOptions(true, OptionalDouble.empty(), Map.of(), Set.of());
        MalformedInput refusal = assertThrows(MalformedInput.class, () -> {
            try (Recording recording = Recordings.open(CORRUPT.resolve(name), strict)) {
                values(recording);
            }
        });
        assertTrue(refusal.getMessage().endsWith("; leave out --strict to have it mended"), refusal.getMessage());
    }

    @Test
    void aDelsysTableHasAStreamForEachRate() throws IOException {
        // The file has 2518 rows; columns of 148.148 Hz hold 2518 * 148.1481 / 1259.259 of them.
        try (Recording recording =
                Recordings.open(DATA.resolve("formats/csv/delsys_trigno_truncated.csv"), ReadOptions.standard())) {
            List<SampleStream> streams = recording.streams();
            assertEquals(
                    List.of(1259.259, 148.1481),
                    streams.stream().map(SampleStream::rateHz).toList());
            assertEquals("V", streams.get(0).montage().channel(0).scale().unit());
            assertEquals(Channel.Type.EMG, streams.get(0).montage().channel(0).type());
            assertTrue(streams.get(1).montage().channels().stream()
                    .noneMatch(channel -> channel.type() == Channel.Type.EMG));
            long[] end = new long[2];
            double last = 0;
            double time = 0;
            for (Block block = recording.next(); block != null; block = recording.next()) {
                double begin = streams.get(block.stream()).seconds(block.firstFrame());
                assertTrue(begin >= time, "blocks are in time order");
                time = begin;
                end[block.stream()] = block.endFrame();
                if (block.stream() == 0) {
                    last = streams.get(0).montage().channel(0).scale().physical(block.count(0, block.frames() - 1));
                }
            }
            assertEquals(0.0002955825, last, 1e-9);
            assertEquals(end[0] / 1259.259, end[1] / 148.1481, 0.01);
        }
    }

    @Test
    void realRecordingsWithoutATimeColumnNeedTheRateAndThenGiveEveryValue() throws IOException {
        Path file = DATA.resolve("emg/delsys_trunk/delsys_erector_spinae.csv");
        assertTrue(assertThrows(MalformedInput.class, () -> Recordings.open(file, ReadOptions.standard()))
                .getMessage()
                .contains("pass --rate"));
        ReadOptions options = new ReadOptions(false, OptionalDouble.of(1259), Map.of("emg", "uV"), Set.of());
        try (Recording recording = Recordings.open(file, options)) {
            List<String> lines = Files.readAllLines(file);
            List<String> values = values(recording);
            assertEquals(lines.size() - 1, values.size());
            for (int i = 0; i < values.size(); i++) {
                assertEquals(Double.parseDouble(lines.get(i + 1)), Double.parseDouble(values.get(i)), 1e-9);
            }
            assertEquals(List.of(), recording.warnings());
            assertTrue(recording.streams().get(0).montage().channel(0).calibrated());
        }
    }

    /** Physical values of the first channel. */
    private static List<String> values(Recording recording) throws IOException {
        List<String> values = new ArrayList<>();
        for (Block block = recording.next(); block != null; block = recording.next()) {
            for (long missing = values.size(); missing < block.firstFrame(); missing++) {
                values.add("missing");
            }
            for (int frame = 0; frame < block.frames(); frame++) {
                double value =
                        recording.streams().get(0).montage().channel(0).scale().physical(block.count(0, frame));
                values.add(
                        block.missing(0, frame)
                                ? "missing"
                                : String.valueOf(value).replaceAll("\\.0$", ""));
            }
        }
        return values;
    }
}
