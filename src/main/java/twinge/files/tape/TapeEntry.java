package twinge.files.tape;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** What can be put on a tape, each as the bytes that stand there. Times are nanoseconds since the session began. */
public final class TapeEntry {
    private TapeEntry() {}

    /** What every tape begins with. */
    public static byte[] begin(TapeHeader header) {
        byte[] text = HeaderJson.write(header).getBytes(StandardCharsets.UTF_8);
        if (text.length > TapeRecord.MOST_CONTENT) {
            throw new IllegalArgumentException(
                    "a header of " + text.length + " bytes; there is room for " + TapeRecord.MOST_CONTENT);
        }
        byte[] record = new TapeRecord(TapeRecord.Type.HEADER, text).encoded();
        return ByteBuffer.allocate(TapeScanner.MAGIC.length + record.length)
                .put(TapeScanner.MAGIC)
                .put(record)
                .array();
    }

    /** Bytes of the board that were read together; at most a mebibyte less 8. */
    public static byte[] bytes(long nanos, byte[] bytes, int from, int length) {
        return TapeRecord.of(TapeRecord.Type.BYTES, nanos, bytes, from, length).encoded();
    }

    /** @param frame of the first stream */
    public static byte[] mark(long nanos, long frame, String text) {
        return TapeRecord.placed(TapeRecord.Type.MARK, nanos, frame, text).encoded();
    }

    public static byte[] label(long nanos, TapeLabel label) {
        String said = label.word().replace('\0', ' ') + '\0' + label.author();
        return TapeRecord.placed(TapeRecord.Type.LABEL, nanos, label.frame(), said)
                .encoded();
    }

    public static byte[] reopened(long nanos, String words) {
        return TapeRecord.of(TapeRecord.Type.REOPENED, nanos, words).encoded();
    }

    public static byte[] decision(long nanos, String words) {
        return TapeRecord.of(TapeRecord.Type.DECISION, nanos, words).encoded();
    }

    /** @param values numbers and texts by name */
    public static byte[] fact(long nanos, Map<String, ?> values) {
        return TapeRecord.of(TapeRecord.Type.FACT, nanos, JsonText.write(values))
                .encoded();
    }

    public static byte[] anchor(WallAnchor anchor) {
        return Anchors.write(anchor).encoded();
    }

    /** Says that entries had to be left out before this one. */
    public static byte[] dropped(long nanos, long bytes, long entries) {
        ByteBuffer rest = ByteBuffer.allocate(16).order(ByteOrder.LITTLE_ENDIAN);
        rest.putLong(bytes).putLong(entries);
        return TapeRecord.of(TapeRecord.Type.DROPPED, nanos, rest.array(), 0, 16)
                .encoded();
    }

    public static byte[] end(long nanos) {
        return TapeRecord.of(TapeRecord.Type.END, nanos, "").encoded();
    }
}
