package twinge.files;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import twinge.frames.Block;
import twinge.frames.MalformedInput;
import twinge.frames.SampleStream;

/** What holds for a recording of any format. */
public abstract class RecordingContract {
    protected static final ReadOptions STRICT = new ReadOptions(true, OptionalDouble.empty(), Map.of(), Set.of());

    /** What reading gave. */
    private record Read(List<SampleStream> streams, List<Block> blocks, List<String> warnings) {}

    @TempDir
    private Path folder;

    /** A sound recording of at least two streams or two blocks, under 20 kB. */
    protected abstract byte[] sound() throws IOException;

    /** The end of the part where a changed byte changes the layout. */
    protected abstract int headerBytes() throws IOException;

    /** What its name ends with. */
    protected abstract String suffix();

    /** How many changes of bytes are tried, each leniently and strictly. */
    protected int changes() {
        return 5000;
    }

    /** Whether its content can be read from a stream. */
    protected boolean streamable() {
        return true;
    }

    @Test
    void blocksOfAStreamFollowEachOtherAndStreamsAreMergedByTime() throws IOException {
        Read read = read(sound());
        assertTrue(read.blocks().size() > 1);
        long[] end = new long[read.streams().size()];
        double time = Double.NEGATIVE_INFINITY;
        int stream = -1;
        for (Block block : read.blocks()) {
            assertTrue(block.firstFrame() >= end[block.stream()], block.toString());
            end[block.stream()] = block.endFrame();
            double begin = read.streams().get(block.stream()).seconds(block.firstFrame());
            assertTrue(begin > time || begin == time && block.stream() > stream, block + " is out of order");
            time = begin;
            stream = block.stream();
        }
        assertEquals(read, read(sound()), "read twice");
    }

    @Test
    void howManyBytesAReadGivesDoesNotMatter() throws IOException {
        if (!streamable()) {
            return;
        }
        byte[] bytes = sound();
        Read whole = read(new ByteArrayInputStream(bytes));
        for (int most : new int[] {1, 2, 7, 100, 4099}) {
            assertEquals(whole, read(new Dribble(bytes, most)), "at most " + most + " bytes a read");
        }
        assertEquals(read(bytes).blocks(), whole.blocks(), "a file and a stream give the same");
    }

    @Test
    void cutAnywhereItIsReadOrRefusedButNeverCrashes() throws IOException {
        byte[] bytes = sound();
        Random random = new Random(1);
        for (int i = 0; i < 400; i++) {
            int length = i < 200 ? i * headerBytes() / 100 : random.nextInt(bytes.length);
            readOrRefuse(Arrays.copyOf(bytes, Math.min(length, bytes.length)));
        }
    }

    @Test
    void changedBytesAreReadOrRefusedButNeverCrash() throws IOException {
        byte[] bytes = sound();
        assertTimeoutPreemptively(Duration.ofSeconds(60), () -> {
            for (int seed = 0; seed < changes(); seed++) {
                Random random = new Random(seed);
                byte[] changed = bytes.clone();
                int span = seed % 3 == 0 ? bytes.length : Math.min(bytes.length, headerBytes());
                for (int i = 0; i <= random.nextInt(3); i++) {
                    int at = random.nextInt(span);
                    changed[at] = (byte)
                            (random.nextBoolean()
                                    ? "0123456789+-.,eE \t\n\"\0".charAt(random.nextInt(21))
                                    : random.nextInt());
                }
                readOrRefuse(changed);
            }
        });
    }

    @Test
    void aForeignRecordingIsNamedAfterItsContentOurOwnByItsId() throws IOException {
        byte[] bytes = sound();
        Path one = Files.write(folder.resolve("one" + suffix()), bytes);
        Path two = Files.write(folder.resolve("two" + suffix()), bytes);
        try (Recording first = Recordings.open(one, ReadOptions.standard());
                Recording second = Recordings.open(two, ReadOptions.standard())) {
            assertEquals(first.session().id(), second.session().id());
            assertNotNull(first.origin());
        }
        if (streamable()) {
            try (Recording stream = Recordings.open(new ByteArrayInputStream(bytes), "-", ReadOptions.standard());
                    Recording file = Recordings.open(one, ReadOptions.standard())) {
                readAll(stream);
                assertEquals(file.session().id(), stream.session().id());
            }
        }
    }

    @Test
    void closingTwiceIsFineAndEndsTheReading() throws IOException {
        Recording recording = Recordings.open(Files.write(folder.resolve("close" + suffix()), sound()), STRICT);
        assertNotNull(recording.next());
        recording.close();
        recording.close();
        assertNull(recording.next());
        assertFalse(recording.format().isEmpty());
    }

    private void readOrRefuse(byte[] bytes) throws IOException {
        for (boolean strict : new boolean[] {false, true}) {
            ReadOptions options = strict ? STRICT : ReadOptions.standard();
            try (Recording recording = Recordings.open(new ByteArrayInputStream(bytes), "x" + suffix(), options)) {
                readAll(recording);
                assertTrue(!strict || recording.warnings().stream().noneMatch(w -> w.startsWith("byte ")));
            } catch (MalformedInput refused) {
                assertTrue(refused.getMessage().startsWith("x" + suffix()), refused.getMessage());
            }
        }
    }

    private Read read(byte[] bytes) throws IOException {
        Path file = Files.write(folder.resolve("sound" + suffix()), bytes);
        try (Recording recording = Recordings.open(file, STRICT)) {
            assertEquals(bytes.length, recording.bytesTotal());
            Read read = readAll(recording);
            assertEquals(bytes.length, recording.bytesRead());
            return read;
        }
    }

    private Read read(InputStream in) throws IOException {
        try (Recording recording = Recordings.open(in, "stream" + suffix(), STRICT)) {
            assertEquals(-1, recording.bytesTotal());
            return readAll(recording);
        }
    }

    private static Read readAll(Recording recording) throws IOException {
        List<Block> blocks = new ArrayList<>();
        for (Block block = recording.next(); block != null; block = recording.next()) {
            blocks.add(block);
        }
        assertNull(recording.next());
        return new Read(recording.streams(), blocks, recording.warnings());
    }

    /** Gives 1 to {@code most} bytes a read. */
    private static final class Dribble extends InputStream {
        private final ByteArrayInputStream in;
        private final int most;
        private final Random random = new Random(5);

        Dribble(byte[] bytes, int most) {
            in = new ByteArrayInputStream(bytes);
            this.most = most;
        }

        @Override
        public int read() {
            return in.read();
        }

        @Override
        public int read(byte[] into, int at, int length) {
            return in.read(into, at, Math.min(length, 1 + random.nextInt(most)));
        }
    }
}
