package twinge.wire;

import java.util.Random;

/**
 * What a BITalino sends, written from its firmware's description and apart from the decoder: frames with sequence and CRC,
 * and a ring of 1500 bytes that drops the oldest while Bluetooth stalls.
 */
final class BitalinoBoard {
    static final int[] SIZES = {0, 3, 4, 6, 7, 8, 8};
    private static final int[] TABLE = {0, 3, 6, 5, 12, 15, 10, 9, 11, 8, 13, 14, 7, 4, 1, 2};

    private BitalinoBoard() {}

    /** @param lines I1, I2, O1, O2 as bits 3 to 0 */
    static byte[] frame(int[] counts, int lines, long index) {
        int n = counts.length;
        int[] d = new int[8]; // d[7] is the last byte
        d[6] = lines << 4 | counts[0] >> 6;
        d[5] = (counts[0] & 63) << 2 | (n > 1 ? counts[1] >> 8 : 0);
        d[4] = n > 1 ? counts[1] & 255 : 0;
        d[3] = n > 2 ? counts[2] >> 2 : 0;
        d[2] = (n > 2 ? (counts[2] & 3) << 6 : 0) | (n > 3 ? counts[3] >> 4 : 0);
        d[1] = (n > 3 ? (counts[3] & 15) << 4 : 0) | (n > 4 ? counts[4] >> 2 : 0);
        d[0] = (n > 4 ? (counts[4] & 3) << 6 : 0) | (n > 5 ? counts[5] : 0);
        d[7] = (int) (index & 15) << 4;
        byte[] frame = new byte[SIZES[n]];
        int crc = 0;
        for (int i = 0; i < frame.length; i++) {
            int value = d[8 - frame.length + i];
            crc = TABLE[crc] ^ value >> 4;
            crc = i == frame.length - 1 ? TABLE[crc] : TABLE[crc] ^ value & 15;
            frame[i] = (byte) value;
        }
        frame[frame.length - 1] |= (byte) crc;
        return frame;
    }

    /** EMG-like counts of 10 bits: noise with bursts, and in the last channel the index, so that a place can be checked. */
    static int[] emg(int channels, long index, Random random) {
        int[] counts = new int[channels];
        boolean burst = index % 1000 < 300;
        for (int channel = 0; channel < channels; channel++) {
            int most = channel < 4 ? 1023 : 63;
            double value = (0.5 + random.nextGaussian() * (burst ? 0.12 : 0.01)) * most;
            counts[channel] = (int) Math.max(0, Math.min(most, value));
        }
        return counts;
    }
}
