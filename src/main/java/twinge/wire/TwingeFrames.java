package twinge.wire;

import java.util.List;
import java.util.zip.CRC32;

/**
 * Finds the messages of the twinge protocol among bytes: what lies between two zeros is unstuffed, and is a message if its
 * checksum and its length are right.
 *
 * <p>What is none is looked at once more: a data message has a known length, so one that begins or ends the stretch is
 * found there. So a damaged or lost zero costs no frame, and neither does a byte too many beside it.
 */
final class TwingeFrames {
    /** Takes a message, from its type to before its checksum. */
    interface Taker {
        void message(byte[] message, int length);
    }

    static final int DATA = 0x10;
    private static final int MOST_DATA_TYPES = 16;
    private static final int CHECKSUM_BYTES = 4;
    private static final int MOST_BYTES = 2100; // two of the longest frames, joined by a damaged zero

    private final long schema;
    private final List<TwingeHello.Stream> streams;
    private final Taker taker;
    private final byte[] stretch = new byte[MOST_BYTES];
    private final byte[] message = new byte[MOST_BYTES];
    private final CRC32 checksum = new CRC32();
    private int length;
    private boolean tooLong;
    private long discarded;

    /** @param hello the layout by which data is read, or null: data is not read */
    TwingeFrames(TwingeHello hello, Taker taker) {
        this.taker = taker;
        schema = hello == null ? 0 : hello.schema();
        streams = hello == null ? List.of() : hello.streams();
    }

    /** Bytes that belonged to no message. */
    long discarded() {
        return discarded;
    }

    void accept(byte[] bytes, int from, int count) {
        for (int i = from; i < from + count; i++) {
            if (bytes[i] == 0) {
                end();
            } else if (length < MOST_BYTES) {
                stretch[length++] = bytes[i];
            } else {
                tooLong = true;
                discarded++;
            }
        }
    }

    /** What was begun is void. */
    void restart() {
        discarded += length;
        length = 0;
        tooLong = false;
    }

    private void end() {
        if (length > 0) {
            discarded += 1 + length;
            if (tooLong || !take(0, length)) {
                edges();
            } else {
                discarded--; // the zero that ends it
            }
        }
        length = 0;
        tooLong = false;
    }

    private void edges() {
        int whole = length;
        int begins = tooLong ? 0 : edge(0, whole, true);
        edge(begins, whole, false);
    }

    /** Looks for data at one edge of a stretch; returns where what is left of it begins. */
    private int edge(int from, int to, boolean atStart) {
        for (TwingeHello.Stream stream : streams) {
            int unstuffed = stream.messageBytes() + CHECKSUM_BYTES;
            for (int stuffed = unstuffed + 1; stuffed <= unstuffed + 1 + unstuffed / 254; stuffed++) {
                int begin = atStart ? from : to - stuffed;
                if (begin >= from && begin + stuffed <= to && take(begin, begin + stuffed)) {
                    return begin + stuffed;
                }
            }
        }
        return from;
    }

    private boolean take(int from, int to) {
        int size = Cobs.decode(stretch, from, to, message) - CHECKSUM_BYTES;
        if (size < 1 || !lengthIsRight(message[0] & 0xFF, size)) {
            return false;
        }
        checksum.reset();
        if (isData(message[0] & 0xFF)) {
            for (int shift = 0; shift < 32; shift += 8) {
                checksum.update((int) (schema >> shift));
            }
        }
        checksum.update(message, 0, size);
        if (checksum.getValue() != checksum(message, size)) {
            return false;
        }
        discarded -= to - from;
        taker.message(message, size);
        return true;
    }

    static boolean isData(int type) {
        return type >= DATA && type < DATA + MOST_DATA_TYPES;
    }

    /** The checksum that a message carries behind its {@code size} bytes. */
    static long checksum(byte[] message, int size) {
        return (message[size] & 0xFFL)
                | (message[size + 1] & 0xFFL) << 8
                | (message[size + 2] & 0xFFL) << 16
                | (message[size + 3] & 0xFFL) << 24;
    }

    private boolean lengthIsRight(int type, int size) {
        if (isData(type)) {
            return type - DATA < streams.size()
                    && size == streams.get(type - DATA).messageBytes();
        }
        return switch (type) {
            case TwingeHello.TYPE -> size >= 9;
            case TwingeMessages.STATS -> size == 20;
            case TwingeMessages.EVENT -> size == 11;
            case TwingeMessages.TEXT -> size >= 2 && size <= 201;
            case TwingeMessages.PONG -> size == 9;
            case TwingeMessages.ACK -> size >= 2 && size <= 66;
            case TwingeMessages.MARK -> size >= 10 && size <= 73;
            default -> false;
        };
    }
}
