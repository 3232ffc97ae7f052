package twinge.simulate.board;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/**
 * A SpikerShield or SpikerBox of Backyard Brains. It streams from power-on without being asked; commands are lines of
 * {@code name:value;}. A shield shares one converter among its channels, up to six of them; a box has each at the full rate.
 * Nothing is calibrated: {@value #MICROVOLTS_PER_COUNT} µV a count of ten bits is assumed.
 */
final class SpikerFirmware implements Firmware {
    private static final double MICROVOLTS_PER_COUNT = 3;
    private static final HexFormat HEX = HexFormat.ofDelimiter(" ");
    private static final byte[] OPENING = HEX.parseHex("ff ff 01 01 80 ff");
    private static final byte[] CLOSING = HEX.parseHex("ff ff 01 01 81 ff");
    private static final int LONGEST_COMMAND = 64;
    private static final int MOST_CHANNELS = 6;

    private final String hardware;
    private final double fullRateHz;
    private final int usualChannels;
    private final boolean shield;
    private final Converter converter;
    private final StringBuilder line = new StringBuilder();
    private int channels;
    private boolean streaming;

    private SpikerFirmware(String hardware, double fullRateHz, int channels, int bits, boolean shield) {
        this.hardware = hardware;
        this.fullRateHz = fullRateHz;
        this.usualChannels = channels;
        this.shield = shield;
        this.channels = channels;
        converter = Converter.unsigned(bits, MICROVOLTS_PER_COUNT / (1 << bits - 10));
    }

    /** An Arduino with a shield on it: 10 kHz shared by all channels, one at first. */
    static SpikerFirmware shield(String hardware) {
        return new SpikerFirmware(hardware, 10_000, 1, 10, true);
    }

    static SpikerFirmware box(String hardware, double rateHz, int channels, int bits) {
        return new SpikerFirmware(hardware, rateHz, channels, bits, false);
    }

    @Override
    public void power(Uart uart) {
        channels = usualChannels;
        line.setLength(0);
        if (shield) {
            uart.say("StartUp!\r\n");
        }
        streaming = true;
    }

    @Override
    public boolean streaming() {
        return streaming;
    }

    @Override
    public double rateHz() {
        return shield ? fullRateHz / channels : fullRateHz;
    }

    @Override
    public int channels() {
        return channels;
    }

    @Override
    public void heard(int octet, Uart uart) {
        if (octet == '\n') {
            for (String command : line.toString().strip().split(";")) {
                obey(command.replaceFirst("^conf ", ""), uart);
            }
            line.setLength(0);
        } else if (line.length() < LONGEST_COMMAND) {
            line.append((char) octet);
        }
    }

    private void obey(String command, Uart uart) {
        String name = command.contains(":") ? command.substring(0, command.indexOf(':')) : "";
        String value = command.substring(command.indexOf(':') + 1);
        switch (name) {
            case "b" -> uart.send(message("HWT:" + hardware + ";"));
            case "?" -> {
                if (!shield) {
                    uart.send(message("FWV:1.00;HWT:" + hardware + ";HWV:1.0;"));
                }
            }
            case "max" -> {
                if (!shield) {
                    uart.send(message("MSF:" + Math.round(fullRateHz) + ";MNC:" + usualChannels + ";"));
                }
            }
            case "c" -> {
                if (shield && value.matches("[1-" + MOST_CHANNELS + "]")) {
                    channels = Integer.parseInt(value);
                }
            }
            case "start" -> streaming = true;
            case "h" -> streaming = shield; // a shield streams as long as it has power
            default -> {}
        }
    }

    @Override
    public Frame frame(Wearer wearer, Uart uart) {
        int[] counts = new int[channels];
        for (int channel = 0; channel < channels; channel++) {
            counts[channel] = converter.count(wearer.microvolts(channel));
        }
        return new Frame(encode(counts), counts);
    }

    /** Two bytes of seven bits a channel, the higher first; the first byte of all has its top bit set. */
    static byte[] encode(int... counts) {
        byte[] frame = new byte[2 * counts.length];
        for (int channel = 0; channel < counts.length; channel++) {
            frame[2 * channel] = (byte) (counts[channel] >> 7);
            frame[2 * channel + 1] = (byte) (counts[channel] & 0x7F);
        }
        frame[0] |= (byte) 0x80;
        return frame;
    }

    /** Text between frames. */
    static byte[] message(String text) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes(OPENING);
        bytes.writeBytes(text.getBytes(StandardCharsets.US_ASCII));
        bytes.writeBytes(CLOSING);
        return bytes.toByteArray();
    }
}
