package twinge.files.edf;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import twinge.events.Session;
import twinge.files.Annotation;
import twinge.files.ReadOptions;
import twinge.files.Recording;
import twinge.files.Recordings;
import twinge.frames.Block;
import twinge.frames.Channel;
import twinge.frames.Channel.Type;
import twinge.frames.Montage;
import twinge.frames.SampleStream;
import twinge.frames.Scale;

/** What happens at the rims of a recording: late and early streams, many words, odd names. */
class EdfWriterEdgeTest {
    private static final ReadOptions STRICT = new ReadOptions(true, OptionalDouble.empty(), Map.of(), Set.of());
    private static final Session NOBODY = new Session(new UUID(3, 4), "", Optional.empty(), Optional.empty(), "test");

    @TempDir
    private Path folder;

    @Test
    void aStreamThatStartsLaterHasMissingFramesBefore() throws IOException {
        SampleStream emg = stream(0, 100, 0);
        SampleStream motion = stream(1, 10, 0.5);
        Path file = folder.resolve("late.bdf");
        try (EdfWriter writer = new EdfWriter(file, EdfFormat.BDF, NOBODY, List.of(emg, motion), 1)) {
            writer.write(constant(emg, 0, 100, 7));
            writer.write(constant(motion, 0, 5, 9));
        }
        List<Block> read = read(file);
        assertEquals(List.of(100, 10), read.stream().map(Block::frames).toList());
        for (int frame = 0; frame < 10; frame++) {
            assertEquals(frame < 5, read.get(1).missing(0, frame));
        }
    }

    @Test
    void aStreamThatFallsSilentDoesNotHoldUpTheOthers() throws IOException {
        Path file = folder.resolve("silent.bdf");
        SampleStream emg = stream(0, 100, 0);
        List<SampleStream> streams = List.of(emg, stream(1, 10, 0));
        try (EdfWriter writer = new EdfWriter(file, EdfFormat.BDF, NOBODY, streams, 1)) {
            for (int second = 0; second < 30; second++) {
                writer.write(constant(emg, second * 100L, 100, 1));
            }
            writer.flush();
            try (Recording recording = Recordings.open(file, STRICT)) {
                long last = 0;
                for (Block block = recording.next(); block != null; block = recording.next()) {
                    last = block.stream() == 0 ? block.endFrame() : last;
                }
                assertTrue(last >= 2800, "written up to frame " + last);
            }
        }
    }

    @Test
    void timeThatIsWrittenCanNotBeWrittenAgain() throws IOException {
        SampleStream emg = stream(0, 100, 0);
        try (EdfWriter writer = new EdfWriter(folder.resolve("again.bdf"), EdfFormat.BDF, NOBODY, List.of(emg), 1)) {
            writer.write(constant(emg, 0, 150, 1));
            assertTrue(assertThrows(IllegalArgumentException.class, () -> writer.write(constant(emg, 120, 10, 1)))
                    .getMessage()
                    .contains("comes after frame 150"));
        }
    }

    @Test
    void moreWordsThanARecordHoldsFollowInLaterRecordsAndNoneIsLost() throws IOException {
        SampleStream emg = stream(0, 100, 0);
        Path file = folder.resolve("words.edf");
        try (EdfWriter writer = new EdfWriter(file, EdfFormat.EDF, NOBODY, List.of(emg), 1)) {
            for (int i = 0; i < 100; i++) {
                writer.mark(i / 100.0, 0, "word number " + i + " of a hundred");
            }
            writer.write(constant(emg, 0, 100, 1));
        }
        try (Recording recording = Recordings.open(file, STRICT)) {
            int frames = 0;
            for (Block block = recording.next(); block != null; block = recording.next()) {
                frames += block.frames();
            }
            assertEquals(100, frames, "records that hold words alone give no frames");
            List<Annotation> annotations = recording.annotations();
            assertEquals(100, annotations.size());
            assertEquals(new Annotation(9_900_000, -1, "word number 99 of a hundred"), annotations.get(99));
        }
    }

    @Test
    void aTextTooLongIsCutBetweenCharactersAndCounted() throws IOException {
        SampleStream emg = stream(0, 100, 0);
        Path file = folder.resolve("long.edf");
        EdfWriter writer = new EdfWriter(file, EdfFormat.EDF, NOBODY, List.of(emg), 1);
        writer.mark(0, 1, "\ud83d\udcaa".repeat(1000)); // four bytes each
        writer.write(constant(emg, 0, 100, 1));
        writer.close();
        assertEquals(1, writer.textsCut());
        try (Recording recording = Recordings.open(file, STRICT)) {
            String text = recording.annotations().get(0).text();
            assertTrue(text.length() > 200 && text.equals("\ud83d\udcaa".repeat(text.length() / 2)), text);
        }
    }

    @Test
    void aSessionOfUnknownStartAndAthleteStaysUnknownAndANameLosesItsAccentsOnly() throws IOException {
        SampleStream emg = stream(0, 100, 0);
        Path file = folder.resolve("who.edf");
        for (String athlete : List.of("", "Zo\u00e9 M\u00fcller")) {
            Session session =
                    new Session(new UUID(3, 4), athlete, Optional.<LocalDateTime>empty(), Optional.empty(), "who.edf");
            try (EdfWriter writer = new EdfWriter(file, EdfFormat.EDF, session, List.of(emg), 1)) {
                writer.write(constant(emg, 0, 10, 1));
            }
            try (Recording recording = Recordings.open(file, STRICT)) {
                assertEquals(
                        athlete.replace('\u00e9', 'e').replace('\u00fc', 'u'),
                        recording.session().athlete());
                assertEquals(Optional.empty(), recording.session().start());
                assertEquals(session.id(), recording.session().id());
            }
        }
    }

    @Test
    void aLabelThatDoesNotFitIsRefusedBeforeAFileIsMade() {
        SampleStream stream = new SampleStream(
                0, 100, 0, new Montage(List.of(Channel.of("emg_upper_trapezius_L", Type.EMG, scale()))));
        Path file = folder.resolve("label.edf");
        assertTrue(assertThrows(
                        IllegalArgumentException.class,
                        () -> new EdfWriter(file, EdfFormat.EDF, NOBODY, List.of(stream), 1))
                .getMessage()
                .contains("\"emg_upper_trapezius_L\" does not fit a header field of 16"));
        assertTrue(file.toFile().length() == 0);
    }

    private static Scale scale() {
        return new Scale(-1000, 1000, -500, 500, "uV");
    }

    private static SampleStream stream(int index, double rateHz, double startSeconds) {
        return new SampleStream(
                index, rateHz, startSeconds, new Montage(List.of(Channel.of("ch " + index, Type.EMG, scale()))));
    }

    private static Block constant(SampleStream stream, long firstFrame, int frames, int count) {
        Block.Builder block = Block.of(stream, firstFrame, frames);
        for (int frame = 0; frame < frames; frame++) {
            block.count(0, frame, count);
        }
        return block.build();
    }

    private static List<Block> read(Path file) throws IOException {
        List<Block> blocks = new ArrayList<>();
        try (Recording recording = Recordings.open(file, STRICT)) {
            for (Block block = recording.next(); block != null; block = recording.next()) {
                blocks.add(block);
            }
        }
        return blocks;
    }
}
