package twinge.files.edf;

import java.io.IOException;
import java.util.Arrays;
import java.util.Locale;
import twinge.files.ByteSource;
import twinge.files.Faults;
import twinge.frames.MalformedInput;

/** Reads whole data records, some at a time into one array, and accounts for those promised but not there. */
final class RecordBuffer {
    private static final int STEP = 1 << 20;

    private final ByteSource source;
    private final Header header;
    private final Faults faults;
    private final int atOnce;
    private byte[] bytes = new byte[0];
    private int whole;
    private long recordsRead;
    private boolean ended;
    private boolean compared;

    /** @param atOnce records to read at a time */
    RecordBuffer(ByteSource source, Header header, int atOnce, Faults faults) {
        this.source = source;
        this.header = header;
        this.atOnce = atOnce;
        this.faults = faults;
        if (source.size() >= 0) {
            long there = Math.max(0, source.size() - header.bytes());
            compare(there / header.recordBytes(), there % header.recordBytes());
        }
    }

    byte[] bytes() {
        return bytes;
    }

    /** Records read by the last {@link #fill}. */
    int records() {
        return whole;
    }

    /** Index in the file of the first of them. */
    long firstRecord() {
        return recordsRead - whole;
    }

    /** Where a record of the file begins. */
    long byteOffset(long record) {
        return header.bytes() + record * header.recordBytes();
    }

    /**
     * Reads on; false at the end.
     *
     * @throws MalformedInput when reading strictly a stream that does not end with the last promised record
     */
    boolean fill() throws IOException {
        int wanted = atOnce * header.recordBytes();
        int got = 0;
        while (got < wanted && !ended) {
            int step = Math.min(wanted - got, STEP);
            if (bytes.length < got + step) {
                bytes = Arrays.copyOf(bytes, Math.min(wanted, Math.max(got + step, 2 * bytes.length)));
            }
            int now = source.read(bytes, got, step);
            got += now;
            ended = now < step;
        }
        whole = got / header.recordBytes();
        recordsRead += whole;
        if (ended && !compared) {
            compare(recordsRead, got % header.recordBytes());
        }
        return whole > 0;
    }

    private void compare(long there, long trailing) {
        compared = true;
        String found = there + " whole records" + (trailing == 0 ? "" : " and " + trailing + " trailing bytes");
        if (there == 0) {
            faults.told(
                    "number of records",
                    header.bytes(),
                    "the file holds no data records" + (trailing == 0 ? "" : ", only " + trailing + " bytes of one")
                            + ", so there is nothing to read",
                    "record or copy it again");
        } else if (header.records() >= 0 && there < header.records()) {
            faults.mended(
                    "number of records",
                    236,
                    "truncated: the header promises " + header.records()
                            + " records, the file holds " + found
                            + String.format(Locale.ROOT, " (%.1f %%)", 100.0 * there / header.records()),
                    "those are read");
        } else if (header.records() < 0) {
            faults.mended(
                    "number of records",
                    236,
                    "number of records is not stated: it was still being written or its"
                            + " recorder died; the file holds " + found,
                    "the whole records are read");
        } else if (there != header.records() || trailing != 0) {
            faults.mended(
                    "number of records",
                    236,
                    "number of records reads " + header.records() + ", the file holds " + found,
                    "the whole records are read");
        }
    }
}
