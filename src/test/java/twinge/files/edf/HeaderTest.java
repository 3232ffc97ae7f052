package twinge.files.edf;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import twinge.files.ReadOptions;
import twinge.files.Recording;
import twinge.files.Recordings;
import twinge.frames.Block;
import twinge.frames.Channel;
import twinge.frames.MalformedInput;

/** Every field of a header is checked; what is wrong with it is told by name and byte. */
class HeaderTest {
    /** An EDF+ of one signal and one record of 1 s, printed after table 1 of EDF 1992. */
    private static byte[] edf() {
        String text = String.format(
                "%-8s%-80s%-80s22.11.2618.30.05%-8d%-44s%-8d%-8d%-4d%-16s%-16s%-80s%-80s%-8s%-8s%-8s%-8s%-8s%-8s%-8s%-8s%-8s"
                        + "%-8s%-80s%-80s%-8d%-8d%-32s%-32s",
                "0",
                "X F 04-JUL-1990 Jane_Doe",
                "Startdate 22-NOV-2026 X X amplifier",
                768,
                "EDF+C",
                1,
                1,
                2,
                "EMG right",
                "EDF Annotations",
                "",
                "",
                "uV",
                "",
                "-3200",
                "-1",
                "3200",
                "1",
                "-32000",
                "-32768",
                "32000",
                "32767",
                "",
                "",
                100,
                30,
                "",
                "");
        byte[] bytes = (text + "\0".repeat(260)).getBytes(StandardCharsets.ISO_8859_1);
        byte[] time = "+0\u0014\u0014".getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(time, 0, bytes, 768 + 200, time.length);
        return bytes;
    }

    /** Words for what only a lenient reader does. */
    private static final Pattern DONE = Pattern.compile("; (ignored|read |counted|the |neither)");

    @Test
    void aSoundHeaderIsReadWithoutAWarning() throws IOException {
        try (Recording recording = open(edf(), true)) {
            assertEquals("EDF+C", recording.format());
            assertEquals("Jane Doe", recording.origin().athlete());
            assertEquals(
                    "2026-11-22T18:30:05",
                    recording.origin().start().orElseThrow().toString());
            Channel channel = recording.streams().get(0).montage().channel(0);
            assertEquals(Channel.Side.RIGHT, channel.side());
            assertEquals(0.1, channel.scale().gain(), 1e-15);
            assertEquals(100, recording.next().frames());
            assertEquals(List.of(), recording.warnings());
        }
    }

    @ParameterizedTest(name = "plain: {0}, patient {1}: athlete {2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "false|X X X X|''",
                "false|X F 20-JAN-1998 X,X|''",
                "false|MCH-0234567 F 02-MAY-1951 Haagse_Harry|MCH-0234567", // the example of EDF+ 2003, 2.1.3.3
                "false|X X X Zo_Doe|Zo Doe",
                "false|A 3Hz sinewave and more|''",
                "true|X X X X|''",
                "true|MCH-0234567 F 02-MAY-1951 Haagse_Harry|MCH-0234567",
                "true|S07|S07",
                "true|Legacy patient description|''",
                "true|A 3Hz sinewave and a 0.2Hz block signal|''",
            })
    void onlyACodeOrANameOfTheEdfPlusFormIsAnAthlete(boolean plain, String patient, String athlete) throws IOException {
        byte[] bytes = with(8, String.format(Locale.ROOT, "%-80s", patient));
        if (plain) {
            Arrays.fill(bytes, 192, 192 + 44, (byte) ' ');
        }
        try (Recording recording = open(bytes, false)) {
            assertEquals(athlete, recording.origin().athlete());
        }
    }

    @ParameterizedTest(name = "byte {0} reads {1}: {2}")
    @CsvSource(
            delimiter = '|',
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                "0|1       |version reads",
                "184|512     |header bytes reads 512",
                "252|x   |number of signals reads",
                "244|0       |duration of a data record reads 0.0 s",
                "244|-1      |duration of a data record reads -1.0 s",
                "244|1e-300  |give a rate out of range",
                "464|NaN     |physical minimum of signal 1 reads",
                "464| 320    |begins with a blank, so a sign or a digit may be lost",
                "464|        |physical minimum of signal 1 reads",
                "480|32oo    |physical maximum of signal 1 reads",
                "496|-32769  |a sample of 16 bits lies between -32768 and 32767",
                "512|-32000  |which is not above the digital minimum -32000",
                "504|-32767  |digital range of signal 2, an annotations signal",
                "688|0       |samples in a data record of signal 1 reads 0",
                "688|99999999|a data record at most 64 MB",
                "688|12.5    |samples in a data record of signal 1 reads",
            })
    void whatCanNotBeMendedIsRefusedByFieldAndByte(int at, String field, String reason) {
        MalformedInput refusal = assertThrows(MalformedInput.class, () -> open(with(at, field), false));
        assertTrue(refusal.getMessage().contains(reason), refusal.getMessage());
        assertEquals(at, refusal.byteOffset());
    }

    @ParameterizedTest(name = "byte {0} reads {1}: {2}")
    @CsvSource(
            delimiter = '|',
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                "8|X Q 04-JUL-1990 J|sex \"Q\"",
                "8|X F 4-JUL-1990  J|patient reads",
                "88|Startdatum         |recording reads",
                "88|Startdate 22-XYZ-26|recording reads",
                "168|22-11-26|start date \"22-11-26\" should have dots",
                "168|31.02.26|no day of the calendar",
                "168|21.11.26|the latter is taken",
                "176|25.00.00|no time of day",
                "192|EDF  |which says nothing",
                "192|BDF+C|in a file of EDF version",
                "236|-1      |still being written",
                "236|7       |promises 7 records",
                "236|   1    |begins with a blank",
                "236|one     |counted from the data",
                "244|1,5     |decimal comma",
                "464|   -3200|begins with a blank; read as -3200",
                "480|3200,5  |decimal comma",
                "288|sensor\u0007    |which is no printable ASCII",
                "704|x       |which should be blank; ignored",
            })
    void whatCanBeMendedIsToldAndRefusedOnlyWhenStrict(int at, String field, String reason) throws IOException {
        try (Recording recording = open(with(at, field), false)) {
            while (recording.next() != null) {
                assertTrue(recording.streams().size() > 0);
            }
            String warnings = String.join("; ", recording.warnings());
            assertTrue(warnings.contains(reason), warnings);
        }
        String refusal = assertThrows(MalformedInput.class, () -> {
                    try (Recording recording = open(with(at, field), true)) {
                        recording.next();
                        recording.next();
                    }
                })
                .getMessage();
        assertTrue(refusal.startsWith("test.edf, byte "), refusal);
        assertTrue(refusal.endsWith("; leave out --strict to have it mended"), refusal);
        assertFalse(DONE.matcher(refusal).find(), "a refused file is neither read nor ignored: " + refusal);
    }

    @Test
    void aPhysicalRangeOfNothingGivesPlainCounts() throws IOException {
        byte[] bytes = with(464, "3200    ");
        try (Recording recording = open(bytes, false)) {
            Channel channel = recording.streams().get(0).montage().channel(0);
            assertEquals(1, channel.scale().gain());
            assertEquals("", channel.scale().unit());
            assertTrue(recording
                    .warnings()
                    .get(0)
                    .startsWith("byte 464: physical minimum and maximum of signal 1 are both"));
        }
    }

    @Test
    void microSignsOfEveryEncodingAreMicrovolts() throws IOException {
        for (String unit : new String[] {"uV", "\u00b5V", "\u00c2\u00b5V", "\u00ce\u00bcV", "\u0083\u00caV"}) {
            try (Recording recording = open(with(448, (unit + "        ").substring(0, 8)), false)) {
                Channel channel = recording.streams().get(0).montage().channel(0);
                assertEquals(1, channel.scale().microvoltsPerUnit(), unit);
                assertEquals(unit.equals("uV") ? 0 : 1, recording.warnings().size(), unit);
            }
        }
    }

    @Test
    void aFieldWithACharacterTooFewOrTooManyIsRefusedWithTheShift() {
        byte[] sound = edf();
        byte[] longer = new byte[sound.length + 1];
        System.arraycopy(sound, 0, longer, 0, 448);
        longer[448] = (byte) 0xC2;
        longer[449] = (byte) 0xB5;
        System.arraycopy(sound, 449, longer, 450, sound.length - 449);
        assertTrue(
                refusal(longer).contains("shifted by 1 byte since the two-byte character at byte 448"),
                refusal(longer));
        byte[] shorter = new byte[sound.length - 1];
        System.arraycopy(sound, 0, shorter, 0, 200);
        System.arraycopy(sound, 201, shorter, 200, shorter.length - 200);
        assertTrue(refusal(shorter).contains("shifted by -1 byte, there it reads 2"), refusal(shorter));
    }

    @Test
    void recordsThatLieApartGiveFramesThatLieApart() throws IOException {
        byte[] one = edf();
        byte[] two = new byte[one.length + 260];
        System.arraycopy(one, 0, two, 0, one.length);
        System.arraycopy("EDF+D".getBytes(StandardCharsets.US_ASCII), 0, two, 192, 5);
        two[236] = '2';
        byte[] time = "+3.25\u0014\u0014".getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(time, 0, two, one.length + 200, time.length);
        try (Recording recording = open(two, true)) {
            assertEquals(0, recording.next().firstFrame());
            Block later = recording.next();
            assertEquals(325, later.firstFrame());
            assertEquals(3.25, recording.streams().get(0).seconds(later.firstFrame()));
        }
    }

    private static byte[] with(int at, String field) {
        byte[] bytes = edf();
        byte[] put = field.getBytes(StandardCharsets.ISO_8859_1);
        System.arraycopy(put, 0, bytes, at, put.length);
        return bytes;
    }

    private static String refusal(byte[] bytes) {
        return assertThrows(MalformedInput.class, () -> open(bytes, false)).getMessage();
    }

    private static Recording open(byte[] bytes, boolean strict) throws IOException {
        ReadOptions options = new ReadOptions(strict, OptionalDouble.empty(), Map.of(), Set.of());
        return Recordings.open(new ByteArrayInputStream(bytes), "test.edf", options);
    }
}
