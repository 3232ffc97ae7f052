package twinge.files.tape;

import java.io.IOException;
import java.util.Arrays;
import twinge.files.ByteSource;
import twinge.files.Faults;

/** Finds the records of a tape, one after the other, and the next good one after damage. */
final class TapeScanner {
    /** The first bytes of every tape: a mark that copying as text would break, and the version of the records. */
    static final byte[] MAGIC = {(byte) 0x89, 'T', 'W', 'I', 'N', 'G', 'E', '\r', '\n', 0x1A, '\n', 1};

    private static final int CHUNK = 1 << 16;

    private final ByteSource source;
    private final Faults faults;
    private byte[] bytes = new byte[CHUNK];
    private int from;
    private int end;
    private long offset; // of bytes[from] in the file
    private boolean atEnd;

    TapeScanner(ByteSource source, Faults faults) throws IOException {
        this.source = source;
        this.faults = faults;
        byte[] first = new byte[MAGIC.length];
        int length = source.read(first, 0, first.length);
        if (!begins(first)) {
            throw faults.refusal(0, "this is no tape of Twinge (" + length + " bytes read)", "name another file");
        }
        offset = MAGIC.length;
    }

    /** Whether a file that begins with these bytes is a tape. */
    static boolean begins(byte[] first) {
        return first.length >= MAGIC.length && Arrays.equals(Arrays.copyOf(first, MAGIC.length), MAGIC);
    }

    /** The next good record, or null at the end; what was skipped is told. */
    TapeRecord next() throws IOException {
        long damagedFrom = -1;
        while (true) {
            TapeRecord record = here();
            if (record != null) {
                if (damagedFrom >= 0) {
                    faults.mended(
                            "damaged stretches",
                            damagedFrom,
                            (offset - damagedFrom) + " bytes are damaged",
                            "they are skipped, and what the board sent in them is lost");
                }
                skip(TapeRecord.HEAD_BYTES + record.content().length);
                return record;
            }
            if (from == end && !ensure(1)) {
                if (damagedFrom >= 0) {
                    faults.mended(
                            "torn tails",
                            damagedFrom,
                            "the last " + (offset - damagedFrom) + " bytes are of a record that was not finished",
                            "they are cut off");
                }
                return null;
            }
            damagedFrom = damagedFrom < 0 ? offset : damagedFrom;
            skip(1);
        }
    }

    /** Where the next record is looked for. */
    long offset() {
        return offset;
    }

    private TapeRecord here() throws IOException {
        if (!ensure(TapeRecord.HEAD_BYTES)) {
            return null;
        }
        int length = TapeRecord.lengthAt(bytes, from);
        return length == 0 || !ensure(length) ? null : TapeRecord.at(bytes, from, length);
    }

    private void skip(int count) {
        from += count;
        offset += count;
    }

    /** Makes so many bytes stand from {@code from} on, if there are so many. */
    private boolean ensure(int count) throws IOException {
        if (end - from >= count) {
            return true;
        }
        if (atEnd) {
            return false;
        }
        int capacity = Math.max(bytes.length, count + CHUNK);
        byte[] moved = capacity > bytes.length ? new byte[capacity] : bytes;
        System.arraycopy(bytes, from, moved, 0, end - from);
        end -= from;
        from = 0;
        bytes = moved;
        int read = source.read(bytes, end, bytes.length - end);
        atEnd = read < bytes.length - end;
        end += read;
        return end >= count;
    }
}
