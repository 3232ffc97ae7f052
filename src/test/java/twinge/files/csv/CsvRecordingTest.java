package twinge.files.csv;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import twinge.files.ReadOptions;
import twinge.files.Recording;
import twinge.files.Recordings;
import twinge.frames.Block;
import twinge.frames.Channel;
import twinge.frames.Channel.Side;
import twinge.frames.Channel.Type;
import twinge.frames.MalformedInput;

/** The many shapes of tables that people have. */
class CsvRecordingTest {
    private static final ReadOptions AT_1000 = rate(1000);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "time,emg\n0,1.5\n0.001,-2\n0.002,3\n",
                "time;emg\r\n0,000;1,5\r\n0,001;-2\r\n0,002;3\r\n",
                "time\temg\n0\t1.5\n0.001\t-2\n0.002\t3\n",
                "Time [s]|emg\n0|1.5\n0.001|-2\n0.002|3",
                "t (ms),emg\n0,1.5\n1,-2\n2,3\n",
                "timestamp,emg\n1700000000000,1.5\n1700000000001,-2\n1700000000002,3\n",
                "# worn on 3 May\n% twice\n\ntime,emg\n0,1.5\n0.001,-2\n0.002,3\n",
                "Athlete,Jane\nRate,1000\ntime,emg\n0,1.5\n0.001,-2\n0.002,3\n",
                "Athlete,Jane\ntime,emg\n0,1.5\n0.001,-2\n0.002,3\n",
                "sep=;\ntime;emg\n0;1.5\n0.001;-2\n0.002;3\n",
                "#time,emg\n0,1.5\n0.001,-2\n0.002,3\n",
                "time,emg\r0,1.5\r0.001,-2\r0.002,3\r",
                "\"time\",\"emg\"\n\"0\",\"1.5\"\n\"0.001\",\"-2\"\n\"0.002\",\"3\"\n",
                "time,emg,\n0, 1.5,\n0.001, -2,\n0.002, 3.0 ,\n",
                "sample,time,emg,comment\n0,0,1.5,\n1,0.001,-2,lift\n2,0.002,3,\n",
                "time,emg\n2026-11-22T18:30:00.000,1.5\n2026-11-22T18:30:00.001,-2\n2026-11-22T18:30:00.002,3\n",
                "clock;emg\n9:59:59,999;1,5\n10:00:00,000;-2\n10:00:00,001;3\n",
                "time,emg\n0,1.5e0\n0.001,-20e-1\n2e-3,+3.\n"
            })
    void theSameThreeFramesAreFoundInEveryDialect(String text) throws IOException {
        for (Charset charset : List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16)) {
            try (Recording recording = open(text, charset, ReadOptions.standard())) {
                assertEquals(1000, recording.streams().get(0).rateHz(), 1e-9);
                assertEquals(1, recording.streams().get(0).montage().size());
                assertEquals("emg", channel(recording, 0).label());
                assertEquals(List.of(1.5, -2.0, 3.0), values(recording, 0));
            }
        }
    }

    @Test
    void withoutATimeColumnTheRateIsTheUsersWord() throws IOException {
        assertTrue(assertThrows(MalformedInput.class, () -> open("emg\n1\n2\n", ReadOptions.standard()))
                .getMessage()
                .contains("pass --rate"));
        try (Recording recording = open("512\n498\n505\n", AT_1000)) { // no header either
            assertEquals(List.of(512.0, 498.0, 505.0), values(recording, 0));
            assertEquals("channel 1", channel(recording, 0).label());
        }
        try (Recording recording = open("time,emg\n0,1\n0.001,2\n0.002,3\n", rate(500))) {
            assertEquals(500, recording.streams().get(0).rateHz(), "the user's word wins over the time column");
        }
    }

    @ParameterizedTest(name = "steps of {0} at a rate of {1}")
    @CsvSource({
        "0.001, 0, 1000, it is taken for the time",
        "0.001, 1000, 1000, it is taken for the time",
        "0.0005, 2000, 2000, it is taken for the time",
        "0.001, 500, 500, but not as the time of rows that come 500.0 a second; ignored",
        "2, 0, 500, it is taken for the time",
        "1000, 1000, 1000, it is taken for the time",
        "1, 1000, 1000, only counts the lines; ignored"
    })
    void aFirstColumnThatRisesEvenlyIsNeverMuscle(BigDecimal step, double said, double rateHz, String remark)
            throws IOException {
        try (Recording recording = open(ramp(step), said == 0 ? ReadOptions.standard() : rate(said))) {
            assertEquals(rateHz, recording.streams().get(0).rateHz());
            assertEquals(1, recording.streams().get(0).montage().size());
            assertEquals(List.of(7.0, -6.0, 7.0, -6.0, 7.0, -6.0), values(recording, 0));
            assertTrue(
                    recording.warnings().get(0).startsWith("column 1 has no name")
                            && recording.warnings().get(0).endsWith(remark),
                    recording.warnings().toString());
        }
    }

    @Test
    void rowNumbersTellNoRateAndARampAloneOrUnevenIsData() throws IOException {
        assertTrue(assertThrows(MalformedInput.class, () -> open(ramp(BigDecimal.ONE), ReadOptions.standard()))
                .getMessage()
                .contains("pass --rate"));
        try (Recording recording = open("0.5\n1.0\n1.5\n2.0\n2.5\n3.0\n", AT_1000)) {
            assertEquals(List.of(0.5, 1.0, 1.5, 2.0, 2.5, 3.0), values(recording, 0));
            assertEquals(1, recording.warnings().size(), "only that it has no label");
        }
        try (Recording recording = open("1,9\n2,8\n3,9\n5,8\n6,9\n7,8\n", AT_1000)) {
            assertEquals(2, recording.streams().get(0).montage().size());
        }
    }

    private static String ramp(BigDecimal step) {
        StringBuilder text = new StringBuilder();
        for (int row = 0; row < 6; row++) {
            text.append(step.multiply(BigDecimal.valueOf(row)).toPlainString()).append(row % 2 == 0 ? ",7\n" : ",-6\n");
        }
        return text.toString();
    }

    @Test
    void unitsSidesAndKindsOfChannelsAreReadFromTheNames() throws IOException {
        String text = "time,EMG L [mV],right ES (uV),acc_x (g),ECG,emg_uV\n0,1,2,3,4,5\n0.01,1,2,3,4,5\n";
        try (Recording recording = open(text, ReadOptions.standard())) {
            assertEquals("mV", channel(recording, 0).scale().unit());
            assertEquals(Side.LEFT, channel(recording, 0).side());
            assertEquals(Side.RIGHT, channel(recording, 1).side());
            assertEquals("erector spinae", channel(recording, 1).muscle());
            assertEquals(Type.EMG, channel(recording, 1).type());
            assertEquals(Type.ACCELERATION, channel(recording, 2).type());
            assertEquals(Type.ECG, channel(recording, 3).type());
            assertEquals("uV", channel(recording, 4).scale().unit());
        }
        String unitRow = "Timestamp,EMG_CH1,EMG_CH2\nunix,mV,mV\nms,CAL,CAL\n1000,1,2\n1002,1,2\n1004,1,2\n";
        try (Recording recording = open(unitRow, ReadOptions.standard())) {
            assertEquals(500, recording.streams().get(0).rateHz());
            assertEquals("mV", channel(recording, 1).scale().unit());
        }
    }

    @Test
    void theUsersWordOnUnitsAndChannelsWins() throws IOException {
        String text = "a,b,emg\n1,2,3\n4,5,6\n";
        ReadOptions options =
                new ReadOptions(false, OptionalDouble.of(100), Map.of("*", "mV", "a", "uV"), Set.of("a", "b"));
        try (Recording recording = open(text, options)) {
            assertEquals(
                    List.of(Type.EMG, Type.EMG, Type.OTHER),
                    List.of(
                            channel(recording, 0).type(),
                            channel(recording, 1).type(),
                            channel(recording, 2).type()));
            assertEquals("uV", channel(recording, 0).scale().unit());
            assertEquals("mV", channel(recording, 1).scale().unit());
            assertEquals("", channel(recording, 2).scale().unit());
        }
        ReadOptions wrong = new ReadOptions(false, OptionalDouble.of(100), Map.of(), Set.of("biceps"));
        assertTrue(assertThrows(MalformedInput.class, () -> open(text, wrong))
                .getMessage()
                .endsWith("there is no channel biceps; its channels are a, b, emg"));
    }

    @Test
    void aPauseInTheTimesIsAGapInTheFrames() throws IOException {
        StringBuilder text = new StringBuilder("time,emg\n");
        for (int row = 0; row < 100; row++) {
            text.append((row < 50 ? row : row + 2000) / 1000.0)
                    .append(",")
                    .append(row)
                    .append("\n");
        }
        try (Recording recording = open(text.toString(), ReadOptions.standard())) {
            assertEquals(1000, recording.streams().get(0).rateHz());
            assertEquals(50, recording.next().endFrame());
            Block after = recording.next();
            assertEquals(2050, after.firstFrame());
            assertEquals(50, after.count(0, 0));
            assertEquals(
                    List.of("line 52: the time jumps by 2.001 s; 2000 frames are missing there"), recording.warnings());
        }
    }

    @Test
    void arrivalTimesThatComeInBurstsAreNoGaps() throws IOException { // ten frames arrive together every 200 ms
        StringBuilder text = new StringBuilder("time,emg\n");
        for (int row = 0; row < 2000; row++) {
            text.append((row / 10 * 200 + row % 10) / 1000.0).append(",1\n");
        }
        String bursts = text.toString();
        try (Recording recording = open(bursts, rate(50))) {
            assertEquals(2000, values(recording, 0).size());
            assertEquals(List.of(), recording.warnings());
        }
        try (Recording recording = open(bursts, ReadOptions.standard())) {
            long end = 0;
            for (Block block = recording.next(); block != null; block = recording.next()) {
                end = block.endFrame();
            }
            assertEquals(2000, end, "no frame is thought lost");
            assertTrue(
                    recording.warnings().get(0).contains("pass --rate to decide"),
                    recording.warnings().toString());
        }
    }

    @Test
    void missingAndUnreadableValuesAreMarkedAndToldByLineButNeverInvented() throws IOException {
        String text = "a,b\n1,2\n,2\nNaN,2\noops,2\n1,2\n3\n1,2\n";
        try (Recording recording = open(text, AT_1000)) {
            Block block = recording.next();
            assertEquals(7, block.frames());
            boolean[] missing = {false, true, true, true, false, false, false};
            for (int frame = 0; frame < 7; frame++) {
                assertEquals(missing[frame], block.missing(0, frame), "frame " + frame);
                assertEquals(frame == 5, block.missing(1, frame), "frame " + frame);
            }
            String warnings = String.join("\n", recording.warnings());
            assertTrue(warnings.contains("line 5: a reads oops, which is no number; it is missing"), warnings);
            assertTrue(warnings.contains("line 3: a has no readable value"), warnings);
            assertTrue(warnings.contains("line 7: b has no readable value"), warnings);
        }
    }

    @Test
    void aRateThatTheLaterTimesDenyIsTold() throws IOException {
        StringBuilder text = new StringBuilder("time,emg\n");
        for (int row = 0; row < 20_000; row++) {
            double time = row < 10_000 ? row * 0.001 : 10 + (row - 10_000) * 0.002;
            text.append(time).append(",1\n");
        }
        try (Recording recording = open(text.toString(), ReadOptions.standard())) {
            assertEquals(20_000, values(recording, 0).size());
            assertTrue(
                    recording.warnings().get(0).startsWith("the time column tells 666.6"),
                    recording.warnings().toString());
        }
    }

    @Test
    void valuesAHundredTimesTheFirstOnesStillFitAndFartherOnesAreCutAndTold() throws IOException {
        StringBuilder text = new StringBuilder("emg\n");
        for (int row = 0; row < 20_000; row++) {
            text.append("1.2345\n");
        }
        text.append("-123.4567\n1e9\n");
        try (Recording recording = open(text.toString(), AT_1000)) {
            List<Double> values = values(recording, 0);
            assertEquals(-123.4567, values.get(20_000), 1e-9);
            assertEquals(channel(recording, 0).scale().physicalMaximum(), values.get(20_001));
            assertTrue(recording.warnings().get(0).startsWith("line 20003: the value of emg is beyond"));
        }
    }

    @Test
    void aLineWithoutEndTakesNoMemory() throws IOException {
        byte[] head = "emg\n1\n2\n".getBytes(StandardCharsets.US_ASCII);
        InputStream in = new InputStream() {
            private long at;

            @Override
            public int read() {
                return at < head.length ? head[(int) at++] : at++ < 200_000_000 ? 0 : -1;
            }

            @Override
            public int read(byte[] into, int from, int length) {
                int now = 0;
                for (int b = read(); b >= 0; b = now < length ? read() : -2) {
                    into[from + now++] = (byte) b;
                }
                return now == 0 ? -1 : now;
            }
        };
        try (Recording recording = Recordings.open(in, "x.csv", AT_1000)) {
            assertEquals(List.of(1.0, 2.0), values(recording, 0));
            assertTrue(
                    recording.warnings().get(0).contains("longer than any row"),
                    recording.warnings().toString());
        }
    }

    @Test
    void severalRatesInAStreamAreRefusedWithTheRemedy() {
        String text = "X[s],a,X[s],b\n0,1,0,2\n0.001,1,0.01,2\n0.002,1,0.02,2\n";
        assertTrue(assertThrows(MalformedInput.class, () -> open(text, ReadOptions.standard()))
                .getMessage()
                .contains("save it to a file and name that"));
    }

    private static ReadOptions rate(double rateHz) {
        return new ReadOptions(false, OptionalDouble.of(rateHz), Map.of(), Set.of());
    }

    private static Recording open(String text, ReadOptions options) throws IOException {
        return open(text, StandardCharsets.UTF_8, options);
    }

    private static Recording open(String text, Charset charset, ReadOptions options) throws IOException {
        return Recordings.open(new ByteArrayInputStream(text.getBytes(charset)), "table.csv", options);
    }

    private static Channel channel(Recording recording, int channel) {
        return recording.streams().get(0).montage().channel(channel);
    }

    private static List<Double> values(Recording recording, int channel) throws IOException {
        List<Double> values = new ArrayList<>();
        for (Block block = recording.next(); block != null; block = recording.next()) {
            for (int frame = 0; frame < block.frames(); frame++) {
                values.add(channel(recording, channel).scale().physical(block.count(channel, frame)));
            }
        }
        return values;
    }

    @Test
    void timesOfDayTellTheRateAndThatGapsAreNotLookedFor() throws IOException {
        String text = "when,emg\n2026-11-22 18:30:59.990,1\n2026-11-22 18:31:00.000,2\n2026-11-22 18:31:00.010,3\n";
        try (Recording recording = open(text, ReadOptions.standard())) {
            assertEquals(100, recording.streams().get(0).rateHz());
            assertTrue(recording.warnings().toString().contains("holds times of day (2026-11-22 18:30:59.990)"));
        }
        try (Recording recording = open(text, rate(200))) {
            assertEquals(200, recording.streams().get(0).rateHz(), "the user's word wins");
        }
    }

    @Test
    void aRateAgainstTheTimesIsToldWithTheWayOut() throws IOException {
        StringBuilder text = new StringBuilder("time,emg\n");
        for (int row = 0; row < 100; row++) {
            text.append(row / 1000.0).append(",1\n");
        }
        try (Recording recording = open(text.toString(), rate(500))) {
            while (recording.next() != null) {}
            assertEquals(
                    List.of("the time column tells 1000.00 rows a second on the whole, but --rate 500 was taken;"
                            + " leave --rate out to go by the times"),
                    recording.warnings());
        }
    }

    @Test
    void aQuotedNoValueMayHaveBlanksAroundIt() throws IOException {
        try (Recording recording = open("emg,b\n1,1\n\" NaN\",2\n2,3\n", rate(1000))) {
            while (recording.next() != null) {}
            assertTrue(
                    recording.warnings().stream().noneMatch(warning -> warning.contains("no number")),
                    recording.warnings().toString());
        }
    }
}
