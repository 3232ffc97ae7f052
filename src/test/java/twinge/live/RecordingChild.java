package twinge.live;

import java.io.ByteArrayOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.LockSupport;
import twinge.settings.Settings;
import twinge.wire.Link;
import twinge.wire.TickProtocol;

/**
 * A program that records a board of 4 channels at 2 kHz until it is killed. The first {@value #FLOOD_FRAMES} frames come at
 * once, so that there is something to find. Standard output gets, in 8 bytes each time, how many frames the session has
 * been given.
 */
final class RecordingChild {
    static final int RATE_HZ = 2000;
    static final int FLOOD_FRAMES = 20 * RATE_HZ;

    private RecordingChild() {}

    /** @param arguments the session's folder, its log, its id, the seed of the signal */
    public static void main(String[] arguments) throws Exception {
        UUID id = UUID.fromString(arguments[2]);
        Wearing wearing = new Wearing(
                id,
                Path.of(arguments[0]),
                Optional.of(Path.of(arguments[1])),
                "Anna",
                "",
                Settings.standard(),
                "test",
                "");
        Paced link = new Paced(Long.parseLong(arguments[3]));
        LiveBoard board = new LiveBoard(link, new TickProtocol(), TickProtocol.board(4, RATE_HZ), new byte[0]);
        try (LiveSession session = LiveSession.start(wearing, List.of(board), LiveClock.system(), List.of())) {
            new CountDownLatch(1).await();
            session.stop();
        }
    }

    /** Gives the frames that are due, and says so. */
    private static final class Paced implements Link {
        private final FileOutputStream out = new FileOutputStream(FileDescriptor.out);
        private final Emg emg;
        private long given;
        private long began;

        Paced(long seed) {
            emg = new Emg(4, seed);
        }

        @Override
        public String name() {
            return "paced";
        }

        @Override
        public int read(byte[] into) throws IOException {
            if (given == FLOOD_FRAMES && began == 0) {
                began = System.nanoTime();
            }
            long due = FLOOD_FRAMES;
            if (began != 0) {
                LockSupport.parkNanos(1_000_000);
                due += (System.nanoTime() - began) * RATE_HZ / 1_000_000_000L;
            }
            int frames = (int) Math.min(due - given, 64);
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            for (int i = 0; i < frames; i++) {
                bytes.writeBytes(TickProtocol.frame(given++, emg.next()));
            }
            if (frames > 0) {
                out.write(ByteBuffer.allocate(8).putLong(given).array());
            }
            System.arraycopy(bytes.toByteArray(), 0, into, 0, bytes.size());
            return bytes.size();
        }

        @Override
        public void write(byte[] bytes) {}

        @Override
        public boolean reopen() {
            return true;
        }

        @Override
        public void close() {}
    }
}
