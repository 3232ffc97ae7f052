package twinge.live;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.LongSupplier;
import twinge.files.tape.TapeEntry;
import twinge.files.tape.TapeHeader;
import twinge.files.tape.TapeWriter;

/**
 * Writes the tapes of all boards, within milliseconds of what comes, on a thread of its own. What the disk does not take
 * waits and is tried again four times a second; a tape whose name was removed is put back from the file still open.
 */
final class TapeDeck {
    private static final long RETRY_MILLIS = 250;
    private static final long LOOK_NANOS = 400_000_000L;

    private static final class Reel {
        private final int board;
        private final Path path;
        private final TapeSpool spool;
        private final TapeWriter writer;
        private Object key;

        private Reel(int board, Path path, TapeSpool spool, TapeWriter writer, Object key) {
            this.board = board;
            this.path = path;
            this.spool = spool;
            this.writer = writer;
            this.key = key;
        }
    }

    private final Disk disk;
    private final SessionFolder folder;
    private final Alarms alarms;
    private final LongSupplier sessionNanos;
    private final long mostBytes;
    private final List<Reel> reels = new ArrayList<>();
    private final Thread thread = new Thread(this::run, "tape");
    private final Object bell = new Object();
    private boolean rung;
    private volatile boolean closing;
    private volatile long patienceEndsNanos;
    private long lookedNanos;

    TapeDeck(Disk disk, SessionFolder folder, Alarms alarms, LongSupplier sessionNanos, long mostBytes) {
        this.disk = disk;
        this.folder = folder;
        this.alarms = alarms;
        this.sessionNanos = sessionNanos;
        this.mostBytes = mostBytes;
        thread.setDaemon(true);
    }

    /** Begins the tape of the next board; when this has returned its header is on the disk. */
    void begin(TapeHeader header) throws IOException {
        int board = reels.size();
        Path path = folder.tapeFile(board);
        TapeWriter writer = new TapeWriter(disk.create(path));
        boolean begun = false;
        try {
            byte[] begin = TapeEntry.begin(header);
            writer.append(begin, begin.length);
            writer.force();
            begun = true;
        } finally {
            if (!begun) {
                writer.close();
            }
        }
        reels.add(new Reel(board, path, new TapeSpool(mostBytes), writer, key(path)));
    }

    void start() {
        thread.start();
    }

    /** Puts an entry on a board's tape; comes back at once. */
    void put(int board, byte[] entry, long boardBytes, long nanos) {
        if (!reels.get(board).spool.put(entry, boardBytes, nanos)) {
            alarms.raise(
                    Alarm.Kind.NOT_RECORDED,
                    board,
                    "the tape has had to wait for so long that what comes now is not recorded; make room, or end the"
                            + " session");
        }
        synchronized (bell) {
            rung = true;
            bell.notifyAll();
        }
    }

    /** How long the oldest entry of any board has waited. */
    long waitingNanos() {
        long now = sessionNanos.getAsLong();
        return reels.stream()
                .mapToLong(reel -> reel.spool.waitingNanos(now))
                .max()
                .orElse(0);
    }

    /** Whether all entries of a board are on its tape. */
    boolean complete(int board) {
        return reels.get(board).spool.isEmpty() && reels.get(board).spool.droppedInAll() == 0;
    }

    /** Forces all tapes to the disk itself; waits as long as that takes. */
    void force() {
        for (Reel reel : reels) {
            try {
                reel.writer.force();
            } catch (IOException e) {
                if (!closing) {
                    failed(reel, e);
                }
            }
        }
    }

    /** Writes what waits, for at most that long, and closes the tapes; returns whether all of it could be written. */
    boolean close(long patienceMillis) throws InterruptedException {
        patienceEndsNanos = System.nanoTime() + patienceMillis * 1_000_000;
        closing = true;
        synchronized (bell) {
            rung = true;
            bell.notifyAll();
        }
        thread.join(patienceMillis + RETRY_MILLIS);
        boolean whole = !thread.isAlive();
        for (Reel reel : reels) {
            whole &= reel.spool.isEmpty() && reel.spool.droppedInAll() == 0;
        }
        return whole;
    }

    private void run() {
        boolean failing = false;
        while (true) {
            rest(failing);
            failing = false;
            boolean anyLeft = false;
            for (Reel reel : reels) {
                failing |= !write(reel);
                anyLeft |= !reel.spool.isEmpty();
            }
            look();
            if (closing && (!anyLeft || System.nanoTime() - patienceEndsNanos > 0)) {
                break;
            }
        }
        for (Reel reel : reels) {
            try (TapeWriter writer = reel.writer) {
                writer.force();
            } catch (IOException e) {
                failed(reel, e);
            }
        }
    }

    private void rest(boolean failing) {
        synchronized (bell) {
            try {
                if (failing || !rung) {
                    bell.wait(RETRY_MILLIS);
                }
            } catch (InterruptedException e) {
                closing = true;
            }
            rung = false;
        }
    }

    /** Writes what waits for a board; returns whether the disk took it. */
    private boolean write(Reel reel) {
        try {
            for (byte[] batch = reel.spool.batch(); batch.length > 0; batch = reel.spool.batch()) {
                reel.writer.append(batch, batch.length);
                reel.spool.written(batch.length);
            }
        } catch (IOException e) {
            failed(reel, e);
            return false;
        }
        String again = "the tape is written again, with all that waited";
        alarms.clear(Alarm.Kind.DISK_FULL, reel.board, again);
        alarms.clear(Alarm.Kind.DISK_FAILED, reel.board, again);
        alarms.clear(
                Alarm.Kind.NOT_RECORDED, reel.board, "the tape is written again, but for what did not fit meanwhile");
        return true;
    }

    private void failed(Reel reel, IOException failure) {
        if (Disk.full(failure, folder.path())) {
            alarms.raise(
                    Alarm.Kind.DISK_FULL,
                    reel.board,
                    reel.path + ": there is no room left on the disk; make room. What comes waits in memory");
        } else {
            alarms.raise(
                    Alarm.Kind.DISK_FAILED,
                    reel.board,
                    reel.path + ": the tape can not be written (" + failure.getMessage()
                            + "); look at the disk. What comes waits in memory");
        }
    }

    /** Looks from time to time whether the tapes still lie where they should. */
    private void look() {
        long now = System.nanoTime();
        if (now - lookedNanos < LOOK_NANOS) {
            return;
        }
        lookedNanos = now;
        for (Reel reel : reels) {
            try {
                Object key = key(reel.path);
                if (key != null && Objects.equals(key, reel.key)) {
                    continue;
                }
                alarms.raise(
                        Alarm.Kind.FOLDER_GONE, reel.board, reel.path + " was removed or moved away; it is put back");
                Files.createDirectories(
                        folder.path(),
                        Disk.attributes(folder.path().toAbsolutePath().getRoot(), "rwx------"));
                reel.writer.moveTo(disk.create(reel.path));
                reel.key = key(reel.path);
                alarms.clear(Alarm.Kind.FOLDER_GONE, reel.board, reel.path + " is there again, whole");
            } catch (IOException e) {
                alarms.raise(
                        Alarm.Kind.FOLDER_GONE,
                        reel.board,
                        reel.path + " is gone and can not be put back (" + e.getMessage()
                                + "); do not end the session before its folder can be written again");
            }
        }
    }

    /** What tells a file from another of the same name; null if there is none. */
    private static Object key(Path path) throws IOException {
        if (!Files.exists(path)) {
            return null;
        }
        Object key = Files.readAttributes(path, BasicFileAttributes.class).fileKey();
        return key == null ? path : key;
    }
}
