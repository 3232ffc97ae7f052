package twinge.wire;

/** Bytes that came and are not understood yet, read by their distance from the oldest. Also counts what became of them. */
final class Intake {
    private byte[] bytes = new byte[1024];
    private int start;
    private int end;
    private long taken;
    private long discarded;

    void add(byte[] from, int at, int length) {
        if (end + length > bytes.length) {
            byte[] into = size() + length <= bytes.length ? bytes : new byte[2 * (size() + length)];
            System.arraycopy(bytes, start, into, 0, size());
            end -= start;
            start = 0;
            bytes = into;
        }
        System.arraycopy(from, at, bytes, end, length);
        end += length;
        taken += length;
    }

    int size() {
        return end - start;
    }

    /** A byte as 0 to 255. */
    int at(int distance) {
        return bytes[start + distance] & 0xFF;
    }

    /** Two bytes, the high one first. */
    int word(int distance) {
        return at(distance) << 8 | at(distance + 1);
    }

    /** The oldest bytes were understood. */
    void use(int length) {
        start += length;
    }

    /** The oldest bytes belong to nothing. */
    void discard(int length) {
        start += length;
        discarded += length;
    }

    /** So many of the discarded ones did belong to something after all. */
    void reclaim(int length) {
        discarded -= length;
    }

    long taken() {
        return taken;
    }

    long discarded() {
        return discarded;
    }
}
