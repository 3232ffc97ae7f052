package twinge.wire;

/**
 * The frame of a BITalino: packed from its end, the last byte holds sequence and CRC. The first four inputs have 10 bits,
 * the fifth and sixth only the upper 6 of their 10 ({@code firmware-protocol/bitalino}).
 */
final class BitalinoFrame {
    static final int MAXIMUM_CHANNELS = 6;
    static final int SEQUENCE = 16;
    static final int WIDE_CHANNELS = 4;
    private static final int[] BYTES = {0, 3, 4, 6, 7, 8, 8};

    /** Bits of the first byte that no input fills; the board sends them as 0, and so they check like the CRC does. */
    private static final int[] UNUSED = {0, 0x03, 0x00, 0x3F, 0x0F, 0x3F, 0x00};

    private static final int[] SHIFT = {42, 32, 22, 12, 6, 0};

    private BitalinoFrame() {}

    static int bytes(int channels) {
        return BYTES[channels];
    }

    static int bits(int channel) {
        return channel < WIDE_CHANNELS ? 10 : 6;
    }

    static boolean sound(byte[] bytes, int at, int channels) {
        int last = at + BYTES[channels] - 1;
        return (bytes[at] & UNUSED[channels]) == 0 && remainder(bytes, at, BYTES[channels]) == (bytes[last] & 15);
    }

    static int sequence(byte[] bytes, int at, int channels) {
        return (bytes[at + BYTES[channels] - 1] & 0xFF) >> 4;
    }

    /** The lines I1, I2, O1, O2 as bits 3 to 0. */
    static int lines(byte[] bytes, int at, int channels) {
        return (bytes[at + BYTES[channels] - 2] & 0xFF) >> 4;
    }

    static int[] counts(byte[] bytes, int at, int channels) {
        int[] counts = new int[channels];
        int missing = BYTES[MAXIMUM_CHANNELS] - BYTES[channels]; // a shorter frame lacks the bytes in front
        long packed = 0; // least byte first
        for (int i = 0; i < BYTES[channels]; i++) {
            packed |= (bytes[at + i] & 0xFFL) << 8 * (missing + i);
        }
        for (int channel = 0; channel < channels; channel++) {
            counts[channel] = (int) (packed >>> SHIFT[channel]) & (1 << bits(channel)) - 1;
        }
        return counts;
    }

    /** CRC-4, x^4 + x + 1, over the frame with its last four bits as 0. */
    static int remainder(byte[] bytes, int at, int length) {
        int crc = 0;
        for (int i = 0; i < length; i++) {
            int value = bytes[at + i] & (i == length - 1 ? 0xF0 : 0xFF);
            crc = step(step(crc) ^ value >> 4) ^ value & 15;
        }
        return crc;
    }

    private static int step(int crc) {
        int wide = crc << 4;
        for (int bit = 7; bit >= 4; bit--) {
            if ((wide & 1 << bit) != 0) {
                wide ^= 0x13 << bit - 4;
            }
        }
        return wide;
    }
}
