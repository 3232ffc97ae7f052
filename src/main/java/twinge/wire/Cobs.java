package twinge.wire;

/**
 * Consistent overhead byte stuffing (Cheshire and Baker, IEEE/ACM Transactions on Networking 7(2), 1999): a body of any
 * bytes becomes one without zeros, so that a zero can stand between bodies and nowhere else.
 */
final class Cobs {
    private Cobs() {}

    /**
     * Undoes the stuffing of {@code bytes[from]} to before {@code bytes[to]}, none of which is zero.
     *
     * @param into at least as long as what is undone
     * @return length of the body, or -1 if it is cut
     */
    static int decode(byte[] bytes, int from, int to, byte[] into) {
        int length = 0;
        int at = from;
        while (at < to) {
            int run = (bytes[at] & 0xFF) - 1;
            at++;
            if (at + run > to) {
                return -1;
            }
            System.arraycopy(bytes, at, into, length, run);
            length += run;
            at += run;
            if (run < 254 && at < to) {
                into[length++] = 0;
            }
        }
        return length;
    }
}
