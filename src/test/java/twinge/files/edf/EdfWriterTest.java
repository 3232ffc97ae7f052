package twinge.files.edf;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import twinge.events.Session;
import twinge.files.ReadOptions;
import twinge.files.Recording;
import twinge.files.Recordings;
import twinge.frames.Block;
import twinge.frames.Channel;
import twinge.frames.Channel.Side;
import twinge.frames.Channel.Type;
import twinge.frames.Marker;
import twinge.frames.Montage;
import twinge.frames.SampleStream;
import twinge.frames.Scale;

/** What is written reads back as it was: counts, scales, gaps, markers, session. */
class EdfWriterTest {
    private static final ReadOptions STRICT = new ReadOptions(true, OptionalDouble.empty(), Map.of(), Set.of());
    private static final Session SESSION = new Session(
            UUID.fromString("01234567-89ab-4cde-8f01-23456789abcd"),
            "Jane Doe",
            Optional.of(LocalDateTime.of(2026, 11, 22, 18, 30, 5, 250_000_000)),
            Optional.of(ZoneOffset.ofHours(1)),
            "test");

    @TempDir
    private Path folder;

    @Test
    void twoThousandRandomRecordingsComeBackEqual() throws IOException {
        writeAndRead(0, 2000);
    }

    @Test
    @Tag("slow")
    void tenThousandRandomRecordingsComeBackEqual() throws IOException {
        writeAndRead(2000, 12_000);
    }

    private void writeAndRead(int firstSeed, int endSeed) throws IOException {
        Path file = folder.resolve("random.bdf");
        for (int seed = firstSeed; seed < endSeed; seed++) {
            Random random = new Random(seed);
            EdfFormat format = seed % 2 == 0 ? EdfFormat.BDF : EdfFormat.EDF;
            List<SampleStream> streams = streams(random, format);
            List<Block> blocks = blocks(random, streams);
            write(file, format, streams, 0.5, blocks);
            try (Recording recording = Recordings.open(file, STRICT)) {
                assertEquals(streams, recording.streams(), "seed " + seed);
                List<Block> read = all(recording);
                for (SampleStream stream : streams) {
                    assertEquals(
                            frames(stream, blocks), frames(stream, read), "seed " + seed + " stream " + stream.index());
                }
                assertEquals(markers(blocks), markers(read), "seed " + seed);
                assertEquals(
                        List.of(),
                        recording.warnings().stream()
                                .filter(w -> !w.contains("gap"))
                                .toList());
            }
        }
    }

    @Test
    void theSessionComesBackWithIdStartAndZone() throws IOException {
        List<SampleStream> streams = streams(new Random(1), EdfFormat.BDF);
        Path file = folder.resolve("session.bdf");
        write(file, EdfFormat.BDF, streams, 0.5, blocks(new Random(1), streams));
        try (Recording recording = Recordings.open(file, STRICT)) {
            Session session = recording.session();
            assertEquals(SESSION.id(), session.id());
            assertEquals(SESSION.athlete(), session.athlete());
            assertEquals(SESSION.start(), session.start());
            assertEquals(SESSION.zone(), session.zone());
            assertEquals("session.bdf", session.source());
        }
        String header = Files.readString(file, StandardCharsets.ISO_8859_1).substring(88, 168);
        assertEquals("Startdate 22-NOV-2026 01234567-89ab-4cde-8f01-23456789abcd X Twinge +01:00", header.strip());
    }

    @Test
    void theBytesAreThoseOfTheFormatsTables() throws IOException { // EDF 1992 table 1, EDF+ 2003 2.2.2, by hand
        Scale scale = new Scale(-1000, 1000, -500, 500, "uV");
        Channel channel = new Channel("EMG L", Type.EMG, "trapezius", Side.LEFT, "C7", scale);
        SampleStream stream = new SampleStream(0, 4, 0, new Montage(List.of(channel)));
        Path file = folder.resolve("bytes.edf");
        try (EdfWriter writer = new EdfWriter(file, EdfFormat.EDF, SESSION, List.of(stream), 1)) {
            writer.write(Block.of(stream, 0, 4)
                    .count(0, 0, 1)
                    .count(0, 1, -2)
                    .missing(0, 2)
                    .count(0, 3, 259)
                    .markers(List.of(new Marker(2, 0.5, "rep")))
                    .build());
        }
        String expected = "0       "
                + pad("Jane_Doe X X X", 80)
                + pad("Startdate 22-NOV-2026 01234567-89ab-4cde-8f01-23456789abcd X Twinge +01:00", 80)
                + "22.11.2618.30.05" + pad("768", 8) + pad("EDF+C", 44) + pad("1", 8) + pad("1", 8) + pad("2", 4)
                + pad("EMG L", 16) + pad("EDF Annotations", 16)
                + pad("EMG; trapezius; LEFT; C7", 80) + pad("", 80)
                + pad("uV", 8) + pad("", 8)
                + pad("-500", 8) + pad("-1", 8)
                + pad("500", 8) + pad("1", 8)
                + pad("-1000", 8) + pad("-32768", 8)
                + pad("1000", 8) + pad("32767", 8)
                + pad("", 160)
                + pad("4", 8) + pad("327", 8)
                + pad("", 64)
                + "\u0001\u0000\u00fe\u00ff\u00fe\u00ff\u0003\u0001"
                + "+0.25\u0014\u0014\0"
                + "+0.75\u00150.25\u0014BAD_gap\u0014\0"
                + "+0.75\u00150.5\u0014rep\u0014\0";
        byte[] written = Files.readAllBytes(file);
        assertEquals(768 + 8 + 654, written.length);
        String text = new String(written, StandardCharsets.ISO_8859_1);
        assertEquals(expected, text.substring(0, expected.length()));
        assertEquals("", text.substring(expected.length()).replace("\0", ""));
    }

    private static String pad(String text, int width) {
        return text + " ".repeat(width - text.length());
    }

    @Test
    void aPauseOfMinutesLeavesRecordsOutAndSaysSo() throws IOException {
        SampleStream stream = new SampleStream(0, 100, 0, new Montage(List.of(channel("EMG 1", 1000, 0.5))));
        Path file = folder.resolve("pause.edf");
        List<Block> blocks = List.of(ramp(stream, 0, 150), ramp(stream, 60_000, 130));
        write(file, EdfFormat.EDF, List.of(stream), 1, blocks);
        assertTrue(Files.size(file) < 10_000);
        try (Recording recording = Recordings.open(file, STRICT)) {
            assertEquals("EDF+D", recording.format());
            assertEquals(frames(stream, blocks), frames(stream, all(recording)));
            assertEquals(
                    List.of("the recording is discontinuous: 1 gap, 598 s in all; they are kept as gaps"),
                    recording.warnings());
        }
    }

    @Test
    void afterFlushTheFileReadsWithoutAWarningWhileStillBeingWritten() throws IOException {
        SampleStream stream = new SampleStream(0, 100, 0, new Montage(List.of(channel("EMG 1", 1000, 0.5))));
        Path file = folder.resolve("live.bdf");
        try (EdfWriter writer = new EdfWriter(file, EdfFormat.BDF, SESSION, List.of(stream), 1)) {
            writer.write(ramp(stream, 0, 250));
            writer.flush();
            try (Recording recording = Recordings.open(file, STRICT)) {
                assertEquals(
                        200, all(recording).stream().mapToInt(Block::frames).sum());
            }
            writer.write(ramp(stream, 250, 100));
            try (Recording recording = Recordings.open(file, ReadOptions.standard())) { // as after a crash
                assertEquals(
                        300, all(recording).stream().mapToInt(Block::frames).sum());
                assertTrue(recording.warnings().get(0).contains("reads 2, the file holds 3 whole records"));
            }
        }
    }

    @Test
    void countsBeyondTheScaleAreClippedAndCounted() throws IOException {
        SampleStream stream = new SampleStream(0, 100, 0, new Montage(List.of(channel("EMG 1", 1000, 0.5))));
        Path file = folder.resolve("clip.edf");
        EdfWriter writer = new EdfWriter(file, EdfFormat.EDF, SESSION, List.of(stream), 1);
        writer.write(Block.of(stream, 0, 3)
                .count(0, 0, 1001)
                .count(0, 1, -70_000)
                .count(0, 2, 5)
                .build());
        writer.close();
        writer.close();
        assertEquals(2, writer.samplesClipped());
        try (Recording recording = Recordings.open(file, STRICT)) {
            Block block = recording.next();
            assertEquals(List.of(1000, -1000, 5), List.of(block.count(0, 0), block.count(0, 1), block.count(0, 2)));
            assertEquals(3, block.frames());
        }
    }

    @Test
    void whatAHeaderFieldCanNotTellIsRefusedWithTheReason() {
        assertEquals("-187500", HeaderText.number(-187500));
        assertEquals("0.1", HeaderText.number(0.1));
        assertEquals("-.123456", HeaderText.number(-0.123456));
        assertTrue(assertThrows(IllegalArgumentException.class, () -> HeaderText.number(1.0 / 3))
                .getMessage()
                .contains("eight characters"));
        Channel wide = Channel.of("EMG", Type.EMG, Scale.step(0.001, "uV"));
        SampleStream stream = new SampleStream(0, 100, 0, new Montage(List.of(wide)));
        assertTrue(assertThrows(
                        IllegalArgumentException.class,
                        () -> new EdfWriter(folder.resolve("no.bdf"), EdfFormat.BDF, SESSION, List.of(stream), 1))
                .getMessage()
                .contains("BDF, which holds -8388608 to 8388607"));
        assertTrue(Files.notExists(folder.resolve("no.bdf")));
    }

    @Test
    void aScaleOfTextIsNarrowedToTheFormatWithTheSameValuesOrRefused() {
        for (EdfFormat format : EdfFormat.values()) {
            for (double step : new double[] {1, 0.1, 0.01, 0.001}) {
                Scale wide = Scale.step(step, "uV");
                Scale fitting = format.fitting(wide);
                assertTrue(fitting.digitalMaximum() <= format.most() && fitting.digitalMaximum() > format.most() / 3);
                assertEquals(wide.gain(), fitting.gain());
                assertEquals(wide.physical(123), fitting.physical(123));
                assertEquals(fitting, format.fitting(fitting));
                assertEquals(
                        fitting.physicalMaximum(), Double.parseDouble(HeaderText.number(fitting.physicalMaximum())));
            }
        }
        assertThrows(IllegalArgumentException.class, () -> EdfFormat.EDF.fitting(Scale.step(1e-12 / 3, "V")));
    }

    @Test
    void moreGapsThanARecordCanTellAreJoinedAndCounted() throws IOException {
        SampleStream stream = new SampleStream(0, 1000, 0, new Montage(List.of(channel("EMG 1", 1000, 0.5))));
        Block.Builder block = Block.of(stream, 0, 1000);
        for (int frame = 0; frame < 1000; frame++) {
            block.count(0, frame, frame);
            if (frame % 2 == 1 && frame > 100) {
                block.missing(0, frame);
            }
        }
        Path file = folder.resolve("gaps.edf");
        EdfWriter writer = new EdfWriter(file, EdfFormat.EDF, SESSION, List.of(stream), 1);
        writer.write(block.build());
        writer.close();
        assertEquals(449, writer.samplesGivenUp()); // the even ones of 102 to 998
        try (Recording recording = Recordings.open(file, STRICT)) {
            Block read = recording.next();
            for (int frame = 0; frame < 1000; frame++) {
                assertEquals(frame > 100, read.missing(0, frame), "frame " + frame);
            }
        }
    }

    @Test
    void aRecordLengthIsFoundForRatesThatAreNoIntegers() {
        assertEquals(1, EdfWriter.suitableRecordSeconds(List.of(stream(0, 1000), stream(1, 148))));
        double common = EdfWriter.suitableRecordSeconds(List.of(stream(0, 20 / 0.13), stream(1, 23 / 0.13)));
        assertEquals(0, Math.IEEEremainder(20 / 0.13 * common, 1), 1e-4);
        assertEquals(0, Math.IEEEremainder(23 / 0.13 * common, 1), 1e-4);
        double seconds = EdfWriter.suitableRecordSeconds(List.of(stream(0, 1259.259)));
        assertEquals(1259.259, Math.round(1259.259 * seconds) / seconds, 1259.259e-7);
    }

    private static SampleStream stream(int index, double rateHz) {
        return new SampleStream(index, rateHz, 0, new Montage(List.of(channel("EMG " + index, 1000, 0.5))));
    }

    private static Channel channel(String label, int limit, double step) {
        return Channel.of(label, Type.EMG, new Scale(-limit, limit, -limit * step, limit * step, "uV"));
    }

    private static List<SampleStream> streams(Random random, EdfFormat format) {
        double[] rates = {200, 48, 10};
        List<SampleStream> streams = new ArrayList<>();
        int count = 1 + random.nextInt(3);
        for (int s = 0; s < count; s++) {
            List<Channel> channels = new ArrayList<>();
            for (int c = 0; c <= random.nextInt(3); c++) {
                int least = -1 - random.nextInt(-format.least() / 2);
                int most = 1 + random.nextInt(format.most() / 2);
                double physical = (1 + random.nextInt(99_999)) / 10.0;
                channels.add(new Channel(
                        "ch " + s + c,
                        Type.values()[random.nextInt(Type.values().length)],
                        random.nextBoolean() ? "erector spinae" : "",
                        Side.values()[random.nextInt(4)],
                        random.nextBoolean() ? "L3" : "",
                        new Scale(least, most, random.nextBoolean() ? -physical : physical + 1, physical, "uV")));
            }
            streams.add(new SampleStream(s, rates[s], 0, new Montage(channels)));
        }
        return streams;
    }

    /** Blocks of random length in time order, with random gaps, masks and markers. */
    private static List<Block> blocks(Random random, List<SampleStream> streams) {
        List<Block> blocks = new ArrayList<>();
        for (SampleStream stream : streams) {
            long frame = random.nextInt(30);
            for (int b = 0; b < 4; b++) {
                int frames = random.nextInt((int) stream.rateHz());
                Block.Builder block = Block.of(stream, frame, frames);
                fill(random, stream, frames, block);
                if (stream.index() == 0 && random.nextInt(2) == 0) {
                    block.markers(List.of(new Marker(
                            frame + random.nextInt(50),
                            random.nextInt(9) / 4.0,
                            "note \u00b5\u4e2d " + random.nextInt(99))));
                }
                blocks.add(block.build());
                int pauseSeconds = random.nextInt(40) == 0 ? 100 : random.nextInt(3) == 0 ? 3 : 0;
                frame += frames + random.nextInt((int) stream.rateHz() * pauseSeconds + 1);
            }
        }
        blocks.sort(
                Comparator.comparingDouble((Block b) -> streams.get(b.stream()).seconds(b.firstFrame()))
                        .thenComparingInt(Block::stream));
        return blocks;
    }

    private static void fill(Random random, SampleStream stream, int frames, Block.Builder block) {
        for (int channel = 0; channel < stream.montage().size(); channel++) {
            Scale scale = stream.montage().channel(channel).scale();
            for (int frame = 0; frame < frames; frame++) {
                long span = (long) scale.digitalMaximum() - scale.digitalMinimum();
                block.count(channel, frame, (int) (scale.digitalMinimum() + (long) (random.nextDouble() * span)));
            }
            if (random.nextInt(3) == 0 && frames > 0) {
                int from = random.nextInt(frames);
                for (int frame = from; frame < Math.min(frames, from + 1 + random.nextInt(20)); frame++) {
                    block.missing(channel, frame);
                }
            }
        }
    }

    private static Block ramp(SampleStream stream, long firstFrame, int frames) {
        Block.Builder block = Block.of(stream, firstFrame, frames);
        for (int frame = 0; frame < frames; frame++) {
            block.count(0, frame, frame - 50);
        }
        return block.build();
    }

    private static void write(
            Path file, EdfFormat format, List<SampleStream> streams, double seconds, List<Block> blocks)
            throws IOException {
        EdfWriter writer = new EdfWriter(file, format, SESSION, streams, seconds);
        for (Block block : blocks) {
            writer.write(block);
        }
        writer.close();
        assertEquals(0, writer.samplesClipped() + writer.samplesGivenUp() + writer.textsCut());
    }

    private static List<Block> all(Recording recording) throws IOException {
        List<Block> blocks = new ArrayList<>();
        for (Block block = recording.next(); block != null; block = recording.next()) {
            blocks.add(block);
        }
        return blocks;
    }

    private static List<Marker> markers(List<Block> blocks) {
        return blocks.stream().flatMap(block -> block.markers().stream()).toList();
    }

    /** Each present sample as {@code frame/channel=count}, whatever blocks it came in. */
    private static List<String> frames(SampleStream stream, List<Block> blocks) {
        List<String> frames = new ArrayList<>();
        for (Block block : blocks) {
            for (int frame = 0; block.stream() == stream.index() && frame < block.frames(); frame++) {
                for (int channel = 0; channel < block.channels(); channel++) {
                    if (!block.missing(channel, frame)) {
                        frames.add(block.firstFrame() + frame + "/" + channel + "=" + block.count(channel, frame));
                    }
                }
            }
        }
        return frames;
    }
}
