package twinge.files.edf;

/** Samples as bytes, little-endian two's complement of two or three bytes. */
final class Samples {
    private Samples() {}

    /** Reads {@code length} samples from {@code from} on into {@code into[at...]}. */
    static void decode(byte[] bytes, int from, int sampleBytes, int[] into, int at, int length) {
        if (sampleBytes == 2) {
            decode16(bytes, from, into, at, length);
        } else {
            decode24(bytes, from, into, at, length);
        }
    }

    static void encode(int sample, byte[] bytes, int at, int sampleBytes) {
        for (int i = 0; i < sampleBytes; i++) {
            bytes[at + i] = (byte) (sample >> 8 * i);
        }
    }

    private static void decode16(byte[] bytes, int from, int[] into, int at, int length) {
        for (int i = 0, b = from; i < length; i++, b += 2) {
            into[at + i] = bytes[b] & 255 | bytes[b + 1] << 8;
        }
    }

    private static void decode24(byte[] bytes, int from, int[] into, int at, int length) {
        for (int i = 0, b = from; i < length; i++, b += 3) {
            into[at + i] = bytes[b] & 255 | (bytes[b + 1] & 255) << 8 | bytes[b + 2] << 16;
        }
    }
}
