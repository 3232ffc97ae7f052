package twinge.simulate.board;

import java.nio.ByteBuffer;

/** A Cyton's 33 bytes: A0, counter, eight times 24 bits and six auxiliary bytes, highest byte first, and C0 to C6. */
final class CytonFrame {
    private static final int LENGTH = 33;

    private CytonFrame() {}

    static byte[] encode(int counter, int[] counts, byte[] auxiliary, int stop) {
        ByteBuffer frame = ByteBuffer.allocate(LENGTH).put((byte) 0xA0).put((byte) counter);
        for (int count : counts) {
            frame.put((byte) (count >> 16)).putShort((short) count);
        }
        return frame.put(auxiliary).put((byte) stop).array();
    }

    /** Three numbers of 16 bits as six auxiliary bytes. */
    static byte[] words(int... words) {
        ByteBuffer bytes = ByteBuffer.allocate(6);
        for (int word : words) {
            bytes.putShort((short) word);
        }
        return bytes.array();
    }
}
