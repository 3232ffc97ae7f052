package twinge.simulate.board;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A Shimmer3 with its ExG unit, LogAndStream 0.16.9, over Bluetooth. Every command is answered by FF and what was asked
 * for; while it streams the answers come between packets.
 *
 * <p>At first it samples both channels of the first chip with 24 bits at 1024 Hz, gain 12, without a CRC. With a CRC, answers
 * carry one too.
 */
final class ShimmerFirmware implements Firmware {
    private static final double CLOCK_HZ = 32_768;
    private static final int ACKNOWLEDGE = 0xFF;
    private static final int IN_STREAM = 0x8A;
    private static final int[] GAINS = {6, 1, 2, 3, 4, 8, 12};
    private static final int USUAL_DIVIDER = 32;
    private static final int USUAL_SENSORS = 0x10;

    /** Two chips' ten registers as for EMG: 1 kHz, gain 12 on both channels of the first, the second off. */
    private static final int[][] USUAL_REGISTERS = {
        {0x02, 0xA0, 0x10, 0x69, 0x60, 0x20, 0x00, 0x00, 0x02, 0x03},
        {0x02, 0xA0, 0x10, 0xE1, 0xE1, 0x00, 0x00, 0x00, 0x02, 0x01}
    };

    /** What can be enabled: the bit for it, and the signals that it adds in the order in which they are sent. */
    private enum Sensor {
        LOW_NOISE_ACCELERATION(0x80, 0x00, 0x01, 0x02),
        BATTERY(0x2000, 0x03),
        GYROSCOPE(0x40, 0x0A, 0x0B, 0x0C),
        WIDE_ACCELERATION(0x1000, 0x04, 0x05, 0x06),
        EXG1_24(0x10, 0x1D, 0x1E, 0x1F),
        EXG2_24(0x08, 0x20, 0x21, 0x22),
        EXG1_16(0x100000, 0x1D, 0x23, 0x24),
        EXG2_16(0x080000, 0x20, 0x25, 0x26);

        private final int bit;
        private final int[] signals;

        Sensor(int bit, int... signals) {
            this.bit = bit;
            this.signals = signals;
        }
    }

    private final int[][] registers = new int[2][];
    private final List<Integer> command = new ArrayList<>();
    private int divider;
    private int sensors;
    private int crcBytes;
    private boolean prefix; // FF before answers in the stream
    private boolean streaming;

    ShimmerFirmware() {
        usual();
    }

    private void usual() {
        divider = USUAL_DIVIDER;
        sensors = USUAL_SENSORS;
        crcBytes = 0;
        prefix = true;
        streaming = false;
        registers[0] = USUAL_REGISTERS[0].clone();
        registers[1] = USUAL_REGISTERS[1].clone();
        command.clear();
    }

    @Override
    public void power(Uart uart) {
        usual();
    }

    @Override
    public boolean streaming() {
        return streaming;
    }

    @Override
    public double rateHz() {
        return CLOCK_HZ / divider;
    }

    @Override
    public int channels() {
        return (int) signals().stream().filter(ShimmerFirmware::isExg).count();
    }

    private static boolean isExg(int signal) {
        return signal >= 0x1E && signal <= 0x26 && signal != 0x20;
    }

    private List<Integer> signals() {
        List<Integer> ids = new ArrayList<>();
        for (Sensor sensor : Sensor.values()) {
            if ((sensors & sensor.bit) != 0) {
                Arrays.stream(sensor.signals).forEach(ids::add);
            }
        }
        return ids;
    }

    @Override
    public void heard(int octet, Uart uart) {
        command.add(octet);
        if (command.size() == length()) {
            obey(command.stream().mapToInt(Integer::intValue).toArray(), uart);
            command.clear();
        }
    }

    /** Of the command that has begun. */
    private int length() {
        return switch (command.get(0)) {
            case 0x05 -> 3;
            case 0x08, 0x63 -> 4;
            case 0x61 -> command.size() < 4 ? Integer.MAX_VALUE : 4 + command.get(3);
            case 0x8B, 0xA3 -> 2;
            default -> 1;
        };
    }

    private void obey(int[] said, Uart uart) {
        switch (said[0]) {
            case 0x01 -> answer(uart, inquiry());
            case 0x03 -> answer(uart, 0x04, divider & 255, divider >> 8);
            case 0x05 -> {
                divider = Math.max(1, said[1] | said[2] << 8);
                answer(uart);
            }
            case 0x07 -> {
                answer(uart);
                streaming = true;
            }
            case 0x08 -> {
                sensors = said[1] | said[2] << 8 | said[3] << 16;
                answer(uart);
            }
            case 0x20 -> {
                streaming = false;
                answer(uart);
            }
            case 0x2E -> answer(uart, 0x2F, 3, 0, 0, 0, 16, 9);
            case 0x3F -> answer(uart, 0x25, 3);
            case 0x61 -> setRegisters(said, uart);
            case 0x63 -> answer(uart, getRegisters(said));
            case 0x72 -> inStream(uart, 0x71, streaming ? 0x11 : 0x01); // status: docked no, streaming
            case 0x8B -> {
                answer(uart); // with the CRC of before
                crcBytes = Math.min(2, said[1]);
            }
            case 0x95 -> inStream(uart, 0x94, 0x40, 0x0B, 0x80);
            case 0xA3 -> {
                answer(uart);
                prefix = said[1] != 0;
            }
            default -> {} // what it does not know it does not answer
        }
    }

    private int[] inquiry() {
        List<Integer> ids = signals();
        int[] bytes = new int[9 + ids.size()];
        bytes[0] = 0x02;
        bytes[1] = divider & 255;
        bytes[2] = divider >> 8;
        bytes[7] = ids.size();
        bytes[8] = 1; // samples in a packet
        for (int i = 0; i < ids.size(); i++) {
            bytes[9 + i] = ids.get(i);
        }
        return bytes;
    }

    private void setRegisters(int[] said, Uart uart) {
        boolean fits = said[1] < 2 && said[2] + said[3] <= registers[0].length;
        for (int i = 0; fits && i < said[3]; i++) {
            registers[said[1]][said[2] + i] = said[4 + i];
        }
        answer(uart);
    }

    private int[] getRegisters(int[] said) {
        boolean fits = said[1] < 2 && said[2] + said[3] <= registers[0].length;
        int[] bytes = new int[fits ? 2 + said[3] : 2];
        bytes[0] = 0x62;
        bytes[1] = fits ? said[3] : 0;
        for (int i = 2; i < bytes.length; i++) {
            bytes[i] = registers[said[1]][said[2] + i - 2];
        }
        return bytes;
    }

    private void answer(Uart uart, int... bytes) {
        int[] whole = new int[1 + bytes.length];
        whole[0] = ACKNOWLEDGE;
        System.arraycopy(bytes, 0, whole, 1, bytes.length);
        uart.send(checked(octets(whole)));
    }

    private void inStream(Uart uart, int... bytes) {
        int[] marked = new int[1 + bytes.length];
        marked[0] = IN_STREAM;
        System.arraycopy(bytes, 0, marked, 1, bytes.length);
        if (prefix) {
            answer(uart, marked);
        } else {
            uart.send(checked(octets(marked)));
        }
    }

    private static byte[] octets(int[] values) {
        byte[] bytes = new byte[values.length];
        for (int i = 0; i < values.length; i++) {
            bytes[i] = (byte) values[i];
        }
        return bytes;
    }

    @Override
    public Frame frame(Wearer wearer, Uart uart) {
        ByteArrayOutputStream packet = new ByteArrayOutputStream();
        long ticks = uart.micros() * 32_768 / 1_000_000;
        packet.write(0);
        packet.write((int) ticks);
        packet.write((int) (ticks >> 8));
        packet.write((int) (ticks >> 16));
        List<Integer> counts = new ArrayList<>();
        for (int signal : signals()) {
            if (isExg(signal)) {
                int input = counts.size();
                boolean wide = signal <= 0x22;
                int count = converter(signal, wide).count(wearer.microvolts(input));
                counts.add(count);
                if (wide) {
                    packet.write(count >> 16);
                }
                packet.write(count >> 8);
                packet.write(count);
            } else {
                other(signal, wearer, packet);
            }
        }
        return new Frame(
                checked(packet.toByteArray()),
                counts.stream().mapToInt(Integer::intValue).toArray());
    }

    private Converter converter(int signal, boolean wide) {
        int chip = signal >= 0x25 || signal == 0x21 || signal == 0x22 ? 1 : 0;
        boolean second = signal == 0x1F || signal == 0x22 || signal == 0x24 || signal == 0x26;
        int code = registers[chip][second ? 4 : 3] >> 4 & 7;
        double gain = GAINS[Math.min(code, GAINS.length - 1)];
        return wide
                ? Converter.signed(24, 2.42e6 / gain / ((1 << 23) - 1))
                : Converter.signed(16, 2.42e6 / (gain * 2) / ((1 << 15) - 1));
    }

    /** Statuses, lower byte first for the converter's own and the wide accelerometer, higher first for the gyroscope. */
    private static void other(int signal, Wearer wearer, ByteArrayOutputStream packet) {
        if (signal == 0x1D || signal == 0x20) {
            packet.write(0x80);
            return;
        }
        int value = switch (signal) {
            case 0x00, 0x01, 0x02 -> 2047 + (int) Math.round(83 * 9.81 * wearer.acceleration(signal) / 1.2);
            case 0x03 -> 2800;
            case 0x04, 0x05, 0x06 -> (int) Math.round(16_384 * wearer.acceleration(signal - 4));
            default -> 0;
        };
        boolean highFirst = signal >= 0x0A && signal <= 0x0C;
        packet.write(highFirst ? value >> 8 : value);
        packet.write(highFirst ? value : value >> 8);
    }

    private byte[] checked(byte[] bytes) {
        byte[] checked = Arrays.copyOf(bytes, bytes.length + crcBytes);
        int crc = crc(bytes);
        for (int i = 0; i < crcBytes; i++) {
            checked[bytes.length + i] = (byte) (crc >> 8 * i);
        }
        return checked;
    }

    /** CRC-CCITT from 0xB0CA; an odd length is filled up by a zero byte. */
    static int crc(byte[] bytes) {
        int crc = 0xB0CA;
        for (int i = 0; i < bytes.length + bytes.length % 2; i++) {
            crc = (crc >> 8 | crc << 8) & 0xFFFF;
            crc ^= i < bytes.length ? bytes[i] & 255 : 0;
            crc ^= (crc & 0xFF) >> 4;
            crc = (crc ^ crc << 12) & 0xFFFF;
            crc = (crc ^ (crc & 0xFF) << 5) & 0xFFFF;
        }
        return crc;
    }
}
