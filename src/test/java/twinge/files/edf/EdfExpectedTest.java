package twinge.files.edf;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import twinge.files.Annotation;
import twinge.files.ReadOptions;
import twinge.files.Recording;
import twinge.files.Recordings;
import twinge.frames.Block;
import twinge.frames.Channel;
import twinge.frames.SampleStream;

/** Real files of many writers give the values that an independent NumPy reader found in them. */
class EdfExpectedTest {
    private static final Path FORMATS = Path.of(System.getProperty("twinge.data"), "formats");

    static Stream<Arguments> files() throws IOException {
        Assumptions.assumeTrue(
                Files.isDirectory(FORMATS), "the sample recordings are not here: set the property twinge.data");
        Map<String, Path> found = new LinkedHashMap<>();
        try (Stream<Path> all = Files.walk(FORMATS)) {
            all.filter(file -> !file.getParent().endsWith("corrupt"))
                    .forEach(file -> found.put(file.getFileName().toString(), file));
        }
        List<Arguments> files = new ArrayList<>();
        for (String line : Files.readAllLines(FORMATS.resolve("EXPECTED_EDF_BDF.jsonl"))) {
            Map<?, ?> expected = (Map<?, ?>) json(line);
            String name = expected.get("file").toString();
            files.add(Arguments.of(name, found.get(name), expected));
        }
        return files.stream();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("files")
    void everySampleAndAnnotationIsAsExpected(String name, Path file, Map<?, ?> expected) throws IOException {
        try (Recording recording = Recordings.open(file, ReadOptions.standard())) {
            Map<String, Sum> sums = new LinkedHashMap<>();
            double time = Double.NEGATIVE_INFINITY;
            int before = -1;
            for (Block block = recording.next(); block != null; block = recording.next()) {
                SampleStream stream = recording.streams().get(block.stream());
                double begin = stream.seconds(block.firstFrame());
                assertTrue(begin > time || begin == time && block.stream() > before, block + " is out of order");
                assertTrue(block.frames() <= Math.max(1, stream.rateHz()), block + " is longer than a second");
                time = begin;
                before = block.stream();
                for (int c = 0; c < block.channels(); c++) {
                    Channel channel = stream.montage().channel(c);
                    sums.computeIfAbsent(channel.label(), label -> new Sum()).add(block, c);
                }
            }
            List<?> signals = (List<?>) expected.get("signals");
            Map<String, Integer> copies = new LinkedHashMap<>();
            for (int i = 0; i < signals.size(); i++) {
                Map<?, ?> signal = (Map<?, ?>) signals.get(i);
                String label = signal.get("label").toString();
                label = label.isEmpty() ? "channel " + (i + 1) : label;
                int copy = copies.merge(label, 1, Integer::sum);
                compare(recording, copy == 1 ? label : label + "#" + copy, signal, sums);
            }
            assertEquals(signals.size(), sums.size());
            compareAnnotations(recording, expected);
            String reserved = expected.get("reserved").toString();
            assertEquals(
                    reserved.contains("+") ? reserved : expected.get("type"), recording.format(), "the format's name");
        }
    }

    private static void compare(Recording recording, String label, Map<?, ?> signal, Map<String, Sum> sums) {
        SampleStream stream = recording.streams().stream()
                .filter(s ->
                        s.montage().channels().stream().anyMatch(c -> c.label().equals(label)))
                .findFirst()
                .orElseThrow();
        Channel channel = stream.montage().channels().stream()
                .filter(c -> c.label().equals(label))
                .findFirst()
                .orElseThrow();
        assertEquals(number(signal, "rate"), stream.rateHz(), 1e-9 * stream.rateHz(), label);
        assertEquals(signal.get("dim"), channel.scale().unit(), label);
        Sum sum = sums.get(label);
        assertEquals(number(signal, "n"), sum.frames, label);
        assertEquals(number(signal, "dig_sum"), sum.sum, label);
        assertEquals(number(signal, "dig_last"), sum.last, label);
        List<?> first = (List<?>) signal.get("dig_first3");
        for (int i = 0; i < first.size(); i++) {
            assertEquals(((Number) first.get(i)).intValue(), sum.first[i], label);
        }
        double lowest =
                Math.min(channel.scale().physical(sum.least), channel.scale().physical(sum.most));
        double tolerance = 1e-6 * (1 + Math.abs(number(signal, "phys_min")) + Math.abs(number(signal, "phys_max")));
        assertEquals(number(signal, "phys_min"), lowest, tolerance, label);
    }

    private static void compareAnnotations(Recording recording, Map<?, ?> expected) {
        List<Annotation> annotations = recording.annotations();
        assertEquals(number(expected, "n_annotations"), annotations.size());
        List<?> onsets = (List<?>) expected.get("record_onsets_first3");
        long zero = onsets.isEmpty() ? 0 : ticks(onsets.get(0));
        List<?> first = (List<?>) expected.get("annotations_first5");
        for (int i = 0; i < first.size(); i++) {
            List<?> wanted = (List<?>) first.get(i);
            long duration = wanted.get(1) == null ? -1 : ticks(wanted.get(1));
            Annotation annotation = new Annotation(
                    ticks(wanted.get(0)) - zero, duration, wanted.get(2).toString());
            assertTrue(annotations.contains(annotation), annotation + " in " + annotations);
        }
        assertTrue(zero == 0 || recording.origin().start().orElseThrow().getNano() == 100 * zero, "sub-second start");
    }

    /** Decimal seconds by BigDecimal, which the reader does not use. */
    private static long ticks(Object printed) {
        return new BigDecimal(printed.toString()).movePointRight(7).longValueExact();
    }

    private static double number(Map<?, ?> map, String key) {
        return ((Number) map.get(key)).doubleValue();
    }

    private static final class Sum {
        private final int[] first = new int[3];
        private long frames;
        private long sum;
        private int last;
        private int least = Integer.MAX_VALUE;
        private int most = Integer.MIN_VALUE;

        private void add(Block block, int channel) {
            for (int i = 0; i < block.frames(); i++) {
                last = block.count(channel, i);
                if (frames < 3) {
                    first[(int) frames] = last;
                }
                frames++;
                sum += last;
                least = Math.min(least, last);
                most = Math.max(most, last);
            }
        }
    }

    private static Object json(String line) throws IOException {
        try (JsonParser parser = new JsonFactory().createParser(line)) {
            parser.nextToken();
            return value(parser);
        }
    }

    private static Object value(JsonParser parser) throws IOException {
        switch (parser.currentToken()) {
            case START_OBJECT:
                Map<String, Object> object = new LinkedHashMap<>();
                while (parser.nextToken() != JsonToken.END_OBJECT) {
                    String key = parser.currentName();
                    parser.nextToken();
                    object.put(key, value(parser));
                }
                return object;
            case START_ARRAY:
                List<Object> array = new ArrayList<>();
                while (parser.nextToken() != JsonToken.END_ARRAY) {
                    array.add(value(parser));
                }
                return array;
            case VALUE_STRING:
                return parser.getText();
            case VALUE_NULL:
                return null;
            default:
                return parser.getNumberValue();
        }
    }
}
