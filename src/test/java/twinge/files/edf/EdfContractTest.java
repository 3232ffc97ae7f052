package twinge.files.edf;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import twinge.events.Session;
import twinge.files.ReadOptions;
import twinge.files.Recording;
import twinge.files.RecordingContract;
import twinge.files.Recordings;
import twinge.frames.Block;
import twinge.frames.Channel;
import twinge.frames.Channel.Type;
import twinge.frames.Marker;
import twinge.frames.Montage;
import twinge.frames.SampleStream;
import twinge.frames.Scale;

/** BDF+ keeps the contract of a recording, and takes no more memory than a record. */
class EdfContractTest extends RecordingContract {
    @TempDir
    private Path work;

    @Override
    protected byte[] sound() throws IOException {
        Scale scale = new Scale(-8_388_608, 8_388_607, -187_500, 187_500, "uV");
        SampleStream emg = new SampleStream(
                0,
                200,
                0,
                new Montage(List.of(Channel.of("EMG L", Type.EMG, scale), Channel.of("EMG R", Type.EMG, scale))));
        SampleStream motion = new SampleStream(
                1,
                48,
                0,
                new Montage(List.of(Channel.of("ACC X", Type.ACCELERATION, new Scale(-2000, 2000, -2, 2, "g")))));
        Session session = new Session(new UUID(1, 2), "", Optional.empty(), Optional.empty(), "");
        Path file = work.resolve("contract.bdf");
        try (EdfWriter writer = new EdfWriter(file, EdfFormat.BDF, session, List.of(emg, motion), 0.5)) {
            for (int second = 0; second < 5; second++) {
                for (SampleStream stream : List.of(emg, motion)) {
                    int frames = (int) stream.rateHz();
                    Block.Builder block = Block.of(stream, (long) second * frames, frames);
                    for (int i = 0; i < frames; i++) {
                        block.count(0, i, i * second - 50);
                    }
                    if (second == 2) {
                        block.missing(0, 7).markers(List.of(new Marker(second * 200L, 0.5, "rep")));
                    }
                    writer.write(block.build());
                }
            }
        }
        return Files.readAllBytes(file);
    }

    @Override
    protected int headerBytes() {
        return 256 * 5;
    }

    @Override
    protected String suffix() {
        return ".bdf";
    }

    @Test
    void aRecordingOfAnyLengthIsReadInAHeapOfAFewRecords() throws IOException {
        int records = 5_000; // 5000 s, 20 MB as counts
        byte[] header = header(records, 1000);
        byte[] record = new byte[3000];
        InputStream endless = new InputStream() {
            private long at;

            @Override
            public int read() {
                throw new UnsupportedOperationException();
            }

            @Override
            public int read(byte[] into, int from, int length) {
                long left = header.length + (long) records * record.length - at;
                int now = (int) Math.min(left, length);
                for (int i = 0; i < now; i++, at++) {
                    into[from + i] = at < header.length ? header[(int) at] : 1;
                }
                return now == 0 ? -1 : now;
            }
        };
        long frames = 0;
        long most = 0;
        try (Recording recording = Recordings.open(endless, "endless", ReadOptions.standard())) {
            System.gc();
            long before = used();
            for (Block block = recording.next(); block != null; block = recording.next()) {
                frames += block.frames();
                if (frames % 1_000_000 == 0) {
                    System.gc();
                    most = Math.max(most, used() - before);
                }
            }
        }
        assertEquals(5_000_000, frames);
        assertEquals(0, most / (4 << 20), "grew by " + most + " bytes");
    }

    @Test
    void aHeaderThatPromisesMuchTakesNoMemoryForIt() throws IOException {
        byte[] bytes = header(99_999_999, 20_000_000); // a record of 60 MB, of which nothing follows
        Runtime runtime = Runtime.getRuntime();
        System.gc();
        long before = used();
        Path file = Files.write(work.resolve("promise.bdf"), bytes);
        try (Recording recording = Recordings.open(file, ReadOptions.standard())) {
            assertEquals(null, recording.next());
            assertEquals(0, (used() - before) / (32 << 20), runtime.totalMemory() + " bytes of heap");
        }
    }

    private static long used() {
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    /** A plain BDF header of one signal, printed after the table of EDF 1992. */
    private static byte[] header(int records, int samples) {
        String text = String.format(
                "%-8s%-80s%-80s01.01.2600.00.00%-8d%-44s%-8d%-8d%-4d%-16s%-80s%-8s%-8d%-8d%-8d%-8d%-80s%-8d%-32s",
                "?BIOSEMI",
                "",
                "",
                512,
                "24BIT",
                records,
                Math.max(1, samples / 1000),
                1,
                "EMG",
                "",
                "uV",
                -1,
                1,
                -8_388_608,
                8_388_607,
                "",
                samples,
                "");
        byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
        bytes[0] = (byte) 255;
        return bytes;
    }
}
