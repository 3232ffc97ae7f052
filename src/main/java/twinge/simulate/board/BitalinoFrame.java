package twinge.simulate.board;

/**
 * A frame of a BITalino: fields packed from the last byte backwards, the very last bits a sequence of four and a checksum of
 * four (polynomial x^4 + x + 1). A1 to A4 have ten bits, A5 and A6 six.
 */
final class BitalinoFrame {
    private static final int[] LENGTHS = {3, 4, 6, 7, 8, 8};

    private BitalinoFrame() {}

    /**
     * One moment.
     *
     * @param ports I1 I2 O1 O2, the first highest, 0 to 15
     * @param counts of one to six channels
     */
    static byte[] encode(int sequence, int ports, int... counts) {
        int length = LENGTHS[counts.length - 1];
        byte[] frame = new byte[length];
        frame[length - 1] = (byte) (sequence << 4);
        frame[length - 2] = (byte) (ports << 4);
        for (int channel = 0; channel < counts.length; channel++) {
            place(frame, channel, counts[channel]);
        }
        frame[length - 1] |= (byte) checksum(frame);
        return frame;
    }

    private static void place(byte[] frame, int channel, int count) {
        int length = frame.length;
        switch (channel) {
            case 0 -> {
                frame[length - 2] |= (byte) (count >> 6);
                frame[length - 3] |= (byte) (count << 2);
            }
            case 1 -> {
                frame[length - 3] |= (byte) (count >> 8);
                frame[length - 4] |= (byte) count;
            }
            case 2 -> {
                frame[length - 5] |= (byte) (count >> 2);
                frame[length - 6] |= (byte) (count << 6);
            }
            case 3 -> {
                frame[length - 6] |= (byte) (count >> 4);
                frame[length - 7] |= (byte) (count << 4);
            }
            case 4 -> {
                frame[length - 7] |= (byte) (count >> 2);
                frame[length - 8] |= (byte) (count << 6);
            }
            default -> frame[length - 8] |= (byte) count;
        }
    }

    /** Over bytes whose lowest four bits are 0. */
    static int checksum(byte[] bytes) {
        int rest = 0;
        for (byte octet : bytes) {
            for (int bit = 7; bit >= 0; bit--) {
                rest <<= 1;
                rest ^= (rest & 0x10) != 0 ? 0x13 : 0;
                rest ^= octet >> bit & 1;
            }
        }
        return rest & 15;
    }
}
