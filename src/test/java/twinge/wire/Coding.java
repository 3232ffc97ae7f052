package twinge.wire;

import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * How a board writes frames, made for tests and independent of the decoders: with it a link can be damaged and what the
 * decoder says be compared with what was sent. Further boards join by a line in {@link #all}.
 *
 * @param numbered whether a frame's place can be told exactly
 * @param oversampled how many samples the converter filters into one (a sinc filter of the third order); 1: no filter
 */
record Coding(
        String title, String protocol, Wishes wishes, int channels, boolean numbered, int oversampled, Writer writer) {
    /** Writes one frame. */
    interface Writer {
        byte[] frame(long index, int[] counts);
    }

    private static final double GAIN = 2420; // Muscle BioAmp Candy

    static List<Coding> all() {
        return List.of(
                new Coding("Cyton", "cyton", Wishes.none(), 8, true, 8, Coding::cyton),
                new Coding("Cyton with Daisy", "cyton-daisy", Wishes.none(), 16, true, 16, Coding::daisy),
                new Coding(
                        "SpikerBox, 3 channels",
                        "spikerbox",
                        wishes("MUSCLESS", List.of(1, 2, 3)),
                        3,
                        false,
                        1,
                        Coding::spiker),
                new Coding("Chords, 6 channels", "chords", wishes("UNO-R3", List.of()), 6, true, 1, Coding::chords));
    }

    static Wishes wishes(String model, List<Integer> channels) {
        return new Wishes(
                Optional.of(model),
                OptionalDouble.empty(),
                channels,
                OptionalDouble.of(GAIN),
                OptionalDouble.empty(),
                false);
    }

    private static byte[] cyton(long index, int[] counts) {
        byte[] frame = new byte[33];
        frame[0] = (byte) 0xA0;
        frame[1] = (byte) index;
        for (int channel = 0; channel < 8; channel++) {
            frame[2 + 3 * channel] = (byte) (counts[channel] >> 16);
            frame[3 + 3 * channel] = (byte) (counts[channel] >> 8);
            frame[4 + 3 * channel] = (byte) counts[channel];
        }
        if (index % 10 == 0) {
            frame[30] = 0x1F;
            frame[31] = 0x40;
        }
        frame[32] = (byte) 0xC0;
        return frame;
    }

    private static byte[] daisy(long index, int[] counts) {
        ByteArrayOutputStream both = new ByteArrayOutputStream();
        both.writeBytes(cyton(2 * index, java.util.Arrays.copyOfRange(counts, 8, 16)));
        both.writeBytes(cyton(2 * index + 1, counts));
        return both.toByteArray();
    }

    private static byte[] spiker(long index, int[] counts) {
        byte[] frame = new byte[2 * counts.length];
        for (int channel = 0; channel < counts.length; channel++) {
            frame[2 * channel] = (byte) (counts[channel] >> 7);
            frame[2 * channel + 1] = (byte) (counts[channel] & 0x7F);
        }
        frame[0] |= (byte) 0x80;
        return frame;
    }

    private static byte[] chords(long index, int[] counts) {
        byte[] frame = new byte[2 * counts.length + 4];
        frame[0] = (byte) 0xC7;
        frame[1] = 0x7C;
        frame[2] = (byte) index;
        for (int channel = 0; channel < counts.length; channel++) {
            frame[3 + 2 * channel] = (byte) (counts[channel] >> 8);
            frame[4 + 2 * channel] = (byte) counts[channel];
        }
        frame[frame.length - 1] = 1;
        return frame;
    }

    @Override
    public String toString() {
        return title;
    }
}
