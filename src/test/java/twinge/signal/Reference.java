package twinge.signal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Values of SciPy and NumPy, as {@code src/test/resources/twinge/signal/reference.py} wrote them. */
final class Reference {
    private Reference() {}

    /** The rows of a file, split at the commas, without the remark. */
    static List<String[]> rows(String name) throws IOException {
        try (InputStream file = Reference.class.getResourceAsStream(name)) {
            assertNotNull(file, name);
            String text = new String(file.readAllBytes(), StandardCharsets.UTF_8);
            return text.lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split(","))
                    .toList();
        }
    }

    /** One column of a file of numbers. */
    static double[] column(String name, int index) throws IOException {
        return rows(name).stream()
                .mapToDouble(row -> Double.parseDouble(row[index]))
                .toArray();
    }

    /** Checks each value to a part in a billion of the largest. */
    static void assertClose(double[] expected, double[] actual) {
        assertEquals(expected.length, actual.length);
        double largest = 0;
        for (double value : expected) {
            largest = Math.max(largest, Math.abs(value));
        }
        for (int i = 0; i < expected.length; i++) {
            assertEquals(expected[i], actual[i], 1e-9 * largest, "value " + i);
        }
    }
}
