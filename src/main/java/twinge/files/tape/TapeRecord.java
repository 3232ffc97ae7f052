package twinge.files.tape;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32C;

/**
 * One record of a tape. On disk: {@code 54 77}, the type, the length of its content in three bytes, the CRC-32C of type,
 * length and content in four, the content. All numbers are little-endian; times are nanoseconds since the session began.
 *
 * @param type what the content is
 * @param content at most {@value #MOST_CONTENT} bytes
 */
record TapeRecord(Type type, byte[] content) {
    /** Before the content. */
    static final int HEAD_BYTES = 10;

    static final int MOST_CONTENT = 1 << 20;
    private static final byte FIRST = 0x54;
    private static final byte SECOND = 0x77;

    /** What a record holds. */
    enum Type {
        /** JSON: whose tape it is, the board, the wall time at time 0. */
        HEADER('H'),
        /** Time of arrival (8 bytes), then the bytes as they were read together. */
        BYTES('B'),
        /** Time (8), frame of the first stream (8), text. */
        MARK('M'),
        /** Time (8), frame of the first stream (8), word, a zero byte, author. */
        LABEL('L'),
        /** Time (8), words: the link was lost and is there again. */
        REOPENED('R'),
        /** Time (8), words: what the detector decided there, for checking. */
        DECISION('D'),
        /** Time (8), JSON: something measured. */
        FACT('F'),
        /** Time (8), seconds of the epoch (8), nanoseconds (4), seconds ahead of UTC (4): what the wall clock says. */
        ANCHOR('A'),
        /** Time (8), bytes (8), records (8): so much of the board's is not on the tape before this record. */
        DROPPED('X'),
        /** Time (8): the session was ended in order. */
        END('E');

        private final byte code;

        Type(char code) {
            this.code = (byte) code;
        }

        private static Type of(byte code) {
            for (Type type : values()) {
                if (type.code == code) {
                    return type;
                }
            }
            return null;
        }
    }

    static TapeRecord of(Type type, long nanos, byte[] rest, int from, int length) {
        ByteBuffer content = little(8 + length);
        content.putLong(nanos).put(rest, from, length);
        return new TapeRecord(type, content.array());
    }

    static TapeRecord of(Type type, long nanos, String rest) {
        byte[] bytes = rest.getBytes(StandardCharsets.UTF_8);
        return of(type, nanos, bytes, 0, Math.min(bytes.length, MOST_CONTENT - 8));
    }

    static TapeRecord placed(Type type, long nanos, long frame, String rest) {
        byte[] bytes = rest.getBytes(StandardCharsets.UTF_8);
        ByteBuffer content = little(16 + Math.min(bytes.length, MOST_CONTENT - 16));
        content.putLong(nanos).putLong(frame).put(bytes, 0, content.remaining());
        return new TapeRecord(type, content.array());
    }

    /** As it stands on disk. */
    byte[] encoded() {
        ByteBuffer bytes = little(HEAD_BYTES + content.length);
        bytes.put(FIRST).put(SECOND).put(type.code);
        bytes.put((byte) content.length).put((byte) (content.length >> 8)).put((byte) (content.length >> 16));
        bytes.putInt(crc(bytes.array(), 2, content, 0, content.length)).put(content);
        return bytes.array();
    }

    /**
     * How many bytes the record that begins there has, if one may; 0 if none does.
     *
     * @param length bytes there are, at least {@link #HEAD_BYTES}
     */
    static int lengthAt(byte[] bytes, int at) {
        if (bytes[at] != FIRST || bytes[at + 1] != SECOND || Type.of(bytes[at + 2]) == null) {
            return 0;
        }
        int content = bytes[at + 3] & 255 | (bytes[at + 4] & 255) << 8 | (bytes[at + 5] & 255) << 16;
        return content > MOST_CONTENT ? 0 : HEAD_BYTES + content;
    }

    /** The record of that many bytes, or null if its checksum does not hold or it is too short for its type. */
    static TapeRecord at(byte[] bytes, int at, int length) {
        int stated = little(bytes).getInt(at + 6);
        if (crc(bytes, at + 2, bytes, at + HEAD_BYTES, length - HEAD_BYTES) != stated) {
            return null;
        }
        byte[] content = new byte[length - HEAD_BYTES];
        System.arraycopy(bytes, at + HEAD_BYTES, content, 0, content.length);
        Type type = Type.of(bytes[at + 2]);
        return content.length < least(type) ? null : new TapeRecord(type, content);
    }

    private static int least(Type type) {
        return switch (type) {
            case HEADER -> 0;
            case MARK, LABEL -> 16;
            case ANCHOR, DROPPED -> 24;
            default -> 8;
        };
    }

    long nanos() {
        return little(content).getLong(0);
    }

    long longAt(int at) {
        return little(content).getLong(at);
    }

    int intAt(int at) {
        return little(content).getInt(at);
    }

    String text(int from) {
        return new String(content, from, content.length - from, StandardCharsets.UTF_8);
    }

    /** Over type and length, which follow each other, and the content. */
    private static int crc(byte[] head, int at, byte[] content, int from, int length) {
        CRC32C crc = new CRC32C();
        crc.update(head, at, 4);
        crc.update(content, from, length);
        return (int) crc.getValue();
    }

    private static ByteBuffer little(int length) {
        return ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
    }

    private static ByteBuffer little(byte[] bytes) {
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }
}
