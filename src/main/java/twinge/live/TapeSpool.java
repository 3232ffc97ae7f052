package twinge.live;

import java.util.ArrayDeque;
import java.util.Deque;
import twinge.files.tape.TapeEntry;

/** What is still to be put on the tape of one board. Putting never waits; what there is no room for is counted and told. */
final class TapeSpool {
    /** Hours of a slow board, half an hour of a fast one. */
    static final long MOST_BYTES = 64L << 20;

    private static final int BATCH_BYTES = 1 << 18;

    private record Waiting(byte[] entry, long sinceNanos) {}

    private final long mostBytes;
    private final Deque<Waiting> queue = new ArrayDeque<>();
    private long queuedBytes;
    private long droppedBytes;
    private long droppedEntries;
    private long droppedInAll;

    TapeSpool(long mostBytes) {
        this.mostBytes = mostBytes;
    }

    /**
     * Takes an entry.
     *
     * @param boardBytes how many of it are the board's own
     * @param nanos the time now, since the session began
     * @return whether there was room
     */
    synchronized boolean put(byte[] entry, long boardBytes, long nanos) {
        if (queuedBytes + entry.length > mostBytes) {
            droppedBytes += boardBytes;
            droppedEntries++;
            droppedInAll++;
            return false;
        }
        if (droppedEntries > 0) {
            add(TapeEntry.dropped(nanos, droppedBytes, droppedEntries), nanos);
            droppedBytes = 0;
            droppedEntries = 0;
        }
        add(entry, nanos);
        return true;
    }

    private void add(byte[] entry, long nanos) {
        queue.add(new Waiting(entry, nanos));
        queuedBytes += entry.length;
    }

    /** The next entries in one piece, some hundred kilobytes at most; they stay until {@link #written}. */
    synchronized byte[] batch() {
        int length = 0;
        int entries = 0;
        for (Waiting each : queue) {
            if (entries > 0 && length + each.entry().length > BATCH_BYTES) {
                break;
            }
            length += each.entry().length;
            entries++;
        }
        byte[] batch = new byte[length];
        int at = 0;
        for (Waiting each : queue) {
            if (at == length) {
                break;
            }
            System.arraycopy(each.entry(), 0, batch, at, each.entry().length);
            at += each.entry().length;
        }
        return batch;
    }

    /** Forgets the entries of the last batch. */
    synchronized void written(int length) {
        for (int left = length; left > 0; ) {
            int entry = queue.remove().entry().length;
            left -= entry;
            queuedBytes -= entry;
        }
    }

    synchronized boolean isEmpty() {
        return queue.isEmpty();
    }

    /** How long the oldest entry has waited. */
    synchronized long waitingNanos(long nowNanos) {
        return queue.isEmpty() ? 0 : nowNanos - queue.peek().sinceNanos();
    }

    /** How many entries there was no room for. */
    synchronized long droppedInAll() {
        return droppedInAll;
    }
}
