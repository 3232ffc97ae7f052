package twinge.wire;

import java.util.Arrays;

/** Bytes that were heard and are not yet understood. The place of the first moves on as they are taken. */
final class Backlog {
    private byte[] bytes = new byte[1024];
    private int start;
    private int end;

    void add(byte[] from, int at, int length) {
        if (end + length > bytes.length) {
            int kept = end - start;
            byte[] room = kept + length > bytes.length ? new byte[2 * (kept + length)] : bytes;
            System.arraycopy(bytes, start, room, 0, kept);
            bytes = room;
            start = 0;
            end = kept;
        }
        System.arraycopy(from, at, bytes, end, length);
        end += length;
    }

    /** The array that holds them, from {@link #start} on. */
    byte[] array() {
        return bytes;
    }

    int start() {
        return start;
    }

    int length() {
        return end - start;
    }

    /** The byte {@code at} places after the first, 0 to 255. */
    int get(int at) {
        return bytes[start + at] & 0xFF;
    }

    void take(int length) {
        start += length;
    }

    void clear() {
        start = end;
    }

    byte[] copy() {
        return Arrays.copyOfRange(bytes, start, end);
    }
}
