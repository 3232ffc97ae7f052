package twinge.live;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.LongSupplier;
import twinge.events.Session;
import twinge.files.edf.EdfFormat;
import twinge.files.edf.EdfWriter;
import twinge.frames.Block;
import twinge.frames.Channel;
import twinge.frames.Montage;
import twinge.frames.SampleStream;

/**
 * Writes the BDF+ recordings of all boards as blocks come, on a thread of its own behind a bounded queue. One that can not
 * be written to its end is given up: it is made anew of the tape when the session ends.
 */
final class Recordings {
    /** A record; with the next, all that a kill can cost. */
    static final double MOST_RECORD_SECONDS = 0.25;
    /** How much later than the rest of a board a stream may come; the tape's playback gives up after a second. */
    static final double LATE_SECONDS = 1.5;

    private static final long MOST_WAITING_BYTES = 64L << 20;

    private record Waiting(int board, Block block, long bytes, long sinceNanos) {}

    private static final class Of {
        private final Path path;
        private final List<SampleStream> streams;
        private volatile EdfWriter writer;
        private volatile boolean givenUp;
        private volatile Session begun;

        private Of(Path path, List<SampleStream> streams) {
            this.path = path;
            this.streams = streams;
        }
    }

    private final Disk disk;
    private final Alarms alarms;
    private final LongSupplier sessionNanos;
    private final List<Of> boards = new ArrayList<>();
    private final Deque<Waiting> queue = new ArrayDeque<>();
    private final Thread thread = new Thread(this::run, "recording");
    private long queuedBytes;
    private long busySinceNanos = Long.MIN_VALUE;
    private boolean closing;

    Recordings(Disk disk, Alarms alarms, LongSupplier sessionNanos) {
        this.disk = disk;
        this.alarms = alarms;
        this.sessionNanos = sessionNanos;
        thread.setDaemon(true);
    }

    /** Adds the next board. */
    void add(Path path, List<SampleStream> streams) {
        boards.add(new Of(path, streams));
    }

    void start() {
        thread.start();
    }

    /** Says who wears the board and since when, before its first block. */
    void begin(int board, Session session) {
        boards.get(board).begun = session;
    }

    /** Takes a block; comes back at once. */
    void put(int board, Block block) {
        Of of = boards.get(board);
        if (of.givenUp) {
            return;
        }
        long bytes = 200L + 4L * block.frames() * block.channels();
        boolean room;
        synchronized (queue) {
            room = queuedBytes + bytes <= MOST_WAITING_BYTES;
            if (room) {
                queue.add(new Waiting(board, block, bytes, sessionNanos.getAsLong()));
                queuedBytes += bytes;
                queue.notifyAll();
            }
        }
        if (!room) {
            giveUp(board, "it has had to wait for too long");
        }
    }

    /** How long the oldest block has waited. */
    long waitingNanos() {
        synchronized (queue) {
            long oldest = queue.isEmpty() ? Long.MAX_VALUE : queue.peek().sinceNanos();
            if (busySinceNanos != Long.MIN_VALUE) {
                oldest = Math.min(oldest, busySinceNanos);
            }
            return oldest == Long.MAX_VALUE ? 0 : sessionNanos.getAsLong() - oldest;
        }
    }

    /** Forces all recordings to the disk itself; waits as long as that takes. */
    void force() {
        for (Of of : boards) {
            EdfWriter writer = of.writer;
            try {
                if (writer != null && !of.givenUp) {
                    writer.force();
                }
            } catch (IOException e) {
                // the thread that writes meets it, too, and tells; or the recording has just been closed
                continue;
            }
        }
    }

    /** Writes what waits, for at most that long, and closes the recordings. */
    void close(long patienceMillis) throws InterruptedException {
        synchronized (queue) {
            closing = true;
            queue.notifyAll();
        }
        thread.join(patienceMillis);
        for (int board = 0; board < boards.size(); board++) {
            if (thread.isAlive()) {
                giveUp(board, "the disk does not answer");
            }
        }
    }

    /** Whether a board's recording holds all that its tape does; ask after {@link #close}. */
    boolean whole(int board) {
        Of of = boards.get(board);
        return !of.givenUp && (of.writer != null || of.begun == null);
    }

    /** Whether a board has one at all; one that never sent anything has none. */
    boolean any(int board) {
        return boards.get(board).writer != null;
    }

    /** Says at the end that a recording began by so many whole seconds later than was thought. */
    void startedLater(int board, long seconds) {
        Of of = boards.get(board);
        if (of.writer != null && seconds != 0 && !of.givenUp) {
            try {
                of.writer.startedLater(of.begun, seconds);
            } catch (IOException e) {
                giveUp(board, e.getMessage());
            }
        }
    }

    /** Puts the last records and counts in place; after {@link #close} and {@link #startedLater}. */
    void finish() {
        for (int board = 0; board < boards.size(); board++) {
            EdfWriter writer = boards.get(board).writer;
            if (writer == null || boards.get(board).givenUp) {
                continue;
            }
            try {
                writer.close();
            } catch (IOException e) {
                giveUp(board, e.getMessage());
            }
        }
    }

    private void run() {
        for (Waiting next = next(); next != null; next = next()) {
            Of of = boards.get(next.board());
            if (!of.givenUp) {
                write(next.board(), of, next.block());
            }
            synchronized (queue) {
                busySinceNanos = Long.MIN_VALUE;
                queuedBytes -= next.bytes();
            }
        }
    }

    private Waiting next() {
        synchronized (queue) {
            try {
                while (queue.isEmpty() && !closing) {
                    queue.wait();
                }
            } catch (InterruptedException e) {
                return null;
            }
            Waiting next = queue.poll();
            busySinceNanos = next == null ? Long.MIN_VALUE : next.sinceNanos();
            return next;
        }
    }

    private void write(int board, Of of, Block block) {
        try {
            if (of.writer == null) {
                of.writer = open(of.path, of.begun, of.streams, disk);
            }
            long before = of.writer.recordsWritten();
            of.writer.write(block);
            if (of.writer.recordsWritten() > before) {
                of.writer.count();
            }
            alarms.clear(Alarm.Kind.RECORDING_FAILED, board, of.path + " is written again, with all that waited");
        } catch (IOException e) {
            if (of.writer == null || of.writer.waitingBytes() > MOST_WAITING_BYTES / 2) {
                giveUp(board, e.getMessage());
                return;
            }
            boolean full = Disk.full(e, of.path.toAbsolutePath().getParent());
            alarms.raise(
                    Alarm.Kind.RECORDING_FAILED,
                    board,
                    of.path + ": " + (full ? "there is no room left on the disk" : e.getMessage())
                            + "; the recording waits in memory");
        } catch (IllegalArgumentException e) {
            giveUp(board, e.getMessage());
        }
    }

    /**
     * Begins the recording of a board.
     *
     * @throws IllegalArgumentException if its streams can not be told in BDF
     */
    static EdfWriter open(Path path, Session session, List<SampleStream> streams, Disk disk) throws IOException {
        double seconds = EdfWriter.shortRecordSeconds(streams, MOST_RECORD_SECONDS);
        List<SampleStream> printed = streams.stream().map(Recordings::printed).toList();
        return new EdfWriter(() -> disk.create(path), EdfFormat.BDF, session, printed, seconds, LATE_SECONDS);
    }

    /** The same with scales of the same values that the header can print. */
    private static SampleStream printed(SampleStream stream) {
        List<Channel> channels = new ArrayList<>();
        for (Channel channel : stream.montage().channels()) {
            channels.add(new Channel(
                    channel.label(),
                    channel.type(),
                    channel.muscle(),
                    channel.side(),
                    channel.position(),
                    EdfFormat.BDF.fitting(channel.scale())));
        }
        return new SampleStream(stream.index(), stream.rateHz(), stream.startSeconds(), new Montage(channels));
    }

    private void giveUp(int board, String why) {
        Of of = boards.get(board);
        of.givenUp = true;
        alarms.raise(
                Alarm.Kind.RECORDING_FAILED,
                board,
                of.path + " can not be written (" + why + "); it is made of the tape when the session ends");
    }
}
