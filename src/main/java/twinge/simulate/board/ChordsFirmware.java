package twinge.simulate.board;

import java.nio.ByteBuffer;

/**
 * Upside Down Labs' Chords firmware behind a BioAmp of gain 2420. Its commands are read as Arduino's {@code readString}
 * does: all that comes until there is a second of silence. Whatever comes, it stops streaming at once.
 */
final class ChordsFirmware implements Firmware {
    private static final double AMPLIFIER = 2420;
    private static final long READ_STRING_MICROS = 1_000_000;

    private final String id;
    private final int channels;
    private final double rateHz;
    private final Converter converter;
    private final StringBuilder command = new StringBuilder();
    private long readUntil = Long.MAX_VALUE;
    private boolean streaming;
    private int counter;
    private int firstCounter;

    ChordsFirmware(String id, int channels, double rateHz, int bits, double referenceVolts) {
        this.id = id;
        this.channels = channels;
        this.rateHz = rateHz;
        converter = Converter.unsigned(bits, referenceVolts * 1e6 / AMPLIFIER / (1 << bits));
    }

    @Override
    public void power(Uart uart) {
        streaming = false;
        command.setLength(0);
        readUntil = Long.MAX_VALUE;
        counter = firstCounter; // it counts on over STOP and START, and begins anew only here
    }

    @Override
    public boolean streaming() {
        return streaming;
    }

    @Override
    public double rateHz() {
        return rateHz;
    }

    @Override
    public int channels() {
        return channels;
    }

    @Override
    public void wrapsAfter(int frames) {
        firstCounter = Math.floorMod(-frames, 256);
    }

    @Override
    public void heard(int octet, Uart uart) {
        streaming = false;
        command.append((char) octet);
        readUntil = uart.micros() + READ_STRING_MICROS;
    }

    @Override
    public long wakeMicros() {
        return readUntil;
    }

    @Override
    public void wake(Uart uart) {
        readUntil = Long.MAX_VALUE;
        switch (command.toString().strip()) {
            case "WHORU" -> uart.say(id + "\r\n");
            case "START" -> streaming = true;
            case "STATUS" -> uart.say("STOP\r\n"); // to be asked has stopped it
            default -> streaming = false;
        }
        command.setLength(0);
    }

    @Override
    public Frame frame(Wearer wearer, Uart uart) {
        int[] counts = new int[channels];
        for (int channel = 0; channel < channels; channel++) {
            counts[channel] = converter.count(wearer.microvolts(channel));
        }
        byte[] bytes = encode(counter, counts);
        counter = counter + 1 & 255;
        return new Frame(bytes, counts);
    }

    /** C7 7C, counter, the channels in 16 bits, higher byte first, and 01. */
    static byte[] encode(int counter, int... counts) {
        ByteBuffer frame = ByteBuffer.allocate(2 * counts.length + 4)
                .put((byte) 0xC7)
                .put((byte) 0x7C)
                .put((byte) counter);
        for (int count : counts) {
            frame.putShort((short) count);
        }
        return frame.put((byte) 1).array();
    }
}
