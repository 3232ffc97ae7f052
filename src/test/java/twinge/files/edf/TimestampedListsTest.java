package twinge.files.edf;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import twinge.files.Annotation;
import twinge.files.Faults;

/** Annotations are read to the 100 ns; each way in which a list can be malformed is told with its record. */
class TimestampedListsTest {
    private final Faults faults = new Faults("test", false);
    private final TimestampedLists lists = new TimestampedLists(faults);

    @Test
    void severalTextsShareAnOnsetAndTextsAreUtf8() {
        read("+12.5{20}{20}{0}+13{21}0.25{20}first{20}\u4e2d\u00e9{20}{0}-1.0000001{20}before{20}{0}");
        assertEquals(125_000_000, lists.recordOnset());
        assertEquals(
                List.of(
                        new Annotation(130_000_000, 2_500_000, "first"),
                        new Annotation(130_000_000, 2_500_000, "\u4e2d\u00e9"),
                        new Annotation(-10_000_001, -1, "before")),
                lists.found());
        assertEquals(List.of(), faults.warnings());
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "12{20}{20}{0}, onset is no number with a sign",
        "+1e3{20}{20}{0}, onset is no number with a sign",
        "+{20}{20}{0}, onset is no number with a sign",
        "+1.2.3{20}{20}{0}, onset is no number with a sign",
        "+1{20}x{20}{0}, should end with 20 20 0",
        "+1{20}{0}, should end with 20 20 0",
        "+1{20}{20}{0}+2{21}long{20}x{20}{0}, duration is no number",
        "+1{20}{20}{0}+2{20}x{0}, text should end with the byte 20",
        "+1{20}{20}{0}+2{20}x{3}y{20}{0}, holds the byte 3",
        "+1{20}{20}{0}{0}+2{20}x{20}{0}, data after the annotations' end",
        "{0}, does not say when it began"
    })
    void eachFaultIsToldWithItsRecordAndWhatIsReadableIsRead(String list, String warning) {
        read(list);
        assertTrue(
                faults.warnings().get(0).contains("record 5: "),
                faults.warnings().toString());
        assertTrue(
                String.join("\n", faults.warnings()).contains(warning),
                faults.warnings().toString());
    }

    @Test
    void aListThatFillsItsSignalWithoutAnEndIsTold() {
        byte[] bytes = "+1\u0014\u0014\0+2\u0014text\u0014".getBytes(StandardCharsets.US_ASCII);
        lists.begin(4);
        lists.read(bytes, 0, bytes.length, 0, true);
        assertEquals(List.of(new Annotation(20_000_000, -1, "text")), lists.found());
        assertTrue(faults.warnings().get(0).contains("last byte should be 0"));
    }

    @Test
    void ticksAgreeWithExactDecimalsBothWays() {
        for (int seed = 0; seed < 10_000; seed++) {
            Random random = new Random(seed);
            long ticks = random.nextLong() >> 12 + random.nextInt(50);
            String printed = Ticks.printOnset(ticks);
            assertEquals(0, new BigDecimal(printed).movePointRight(7).compareTo(BigDecimal.valueOf(ticks)), printed);
            byte[] bytes = printed.getBytes(StandardCharsets.US_ASCII);
            assertEquals(ticks, Ticks.parse(bytes, 0, bytes.length, true), printed);
        }
        byte[] fine = "+0.12345675".getBytes(StandardCharsets.US_ASCII);
        assertEquals(1_234_568, Ticks.parse(fine, 0, fine.length, true));
    }

    private void read(String text) {
        String list = text;
        for (int code : new int[] {0, 3, 20, 21}) {
            list = list.replace("{" + code + "}", String.valueOf((char) code));
        }
        byte[] bytes = new byte[200];
        byte[] utf8 = list.getBytes(StandardCharsets.UTF_8);
        System.arraycopy(utf8, 0, bytes, 0, utf8.length);
        lists.begin(4);
        lists.read(bytes, 0, bytes.length, 10_000, true);
    }
}
