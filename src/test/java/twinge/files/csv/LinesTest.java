package twinge.files.csv;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import twinge.files.ByteSource;

/** Lines come out whole whatever their length and encoding; rates come out of the times as printed. */
class LinesTest {
    @Test
    void linesOfAnyLengthUpToTheBuffersComeOutAsTheyWentIn() throws IOException {
        Random random = new Random(3);
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < 400; i++) {
            StringBuilder line = new StringBuilder();
            for (int length = random.nextInt(i % 40 == 0 ? 60_000 : 200); length > 0; length--) {
                line.appendCodePoint(random.nextInt(20) == 0 ? 0x1F4AA : 'a' + random.nextInt(26));
            }
            lines.add(line.toString());
        }
        for (Charset charset : List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16)) {
            byte[] bytes = (String.join("\r\n", lines) + "\n").getBytes(charset);
            ByteSource source = ByteSource.of(new ByteArrayInputStream(bytes), "lines");
            Lines read = new Lines(new TextBytes(source));
            for (int i = 0; i < lines.size(); i++) {
                assertTrue(read.next());
                String line = new String(read.bytes(), read.from(), read.to() - read.from(), StandardCharsets.UTF_8);
                assertEquals(lines.get(i), line, "line " + i + " in " + charset);
                assertEquals(i + 1, read.number());
                assertFalse(read.cut());
            }
            assertFalse(read.next());
        }
    }

    @ParameterizedTest(name = "{0} Hz printed with {1} decimals")
    @CsvSource({
        "1000, 3, 1000",
        "1000, 6, 1000",
        "2000, 4, 2000",
        "200, 3, 200",
        "1259.259, 6, 1259.259",
        "148.1481, 7, 148.1481",
        "44.1, 5, 44.1",
        "256, 4, 256"
    })
    void aRateComesOutOfTimesRoundedToFewDecimals(double rateHz, int decimals, double expected) {
        double[] times = new double[2000];
        double scale = Math.pow(10, decimals);
        for (int row = 0; row < times.length; row++) {
            times[row] = row % 97 == 5 ? Double.NaN : Math.rint(row / rateHz * scale) / scale;
        }
        TimeSteps steps = new TimeSteps(times, decimals);
        assertEquals(expected, steps.rate(), expected == Math.rint(expected) ? 0 : 1e-5 * expected);
        assertTrue(steps.regular());
    }
}
