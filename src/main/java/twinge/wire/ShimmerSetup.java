package twinge.wire;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/** What a Shimmer3 is told so that its ExG unit measures EMG: the registers of its ADS1292R chips, rate and sensors. */
final class ShimmerSetup {
    private static final int[] GAINS = {6, 1, 2, 3, 4, 8, 12}; // by their code
    private static final int OFF = 0xE1;

    private ShimmerSetup() {}

    static List<byte[]> commands(Wishes wishes) {
        int divider = Shimmer.divider(wishes);
        Set<String> words = Shimmer.words(wishes);
        boolean coarse = words.contains("16bit");
        int sensors = (Shimmer.chip(wishes, 1) ? coarse ? 0x100000 : 0x10 : 0)
                | (Shimmer.chip(wishes, 2) ? coarse ? 0x080000 : 0x08 : 0)
                | (words.contains("acceleration") ? 0x80 : 0)
                | (words.contains("rotation") ? 0x40 : 0)
                | (words.contains("battery") ? 0x2000 : 0);
        List<byte[]> commands = new ArrayList<>();
        commands.add(bytes(0x05, divider & 0xFF, divider >> 8));
        commands.add(bytes(0x08, sensors & 0xFF, sensors >> 8 & 0xFF, sensors >> 16));
        int gain = code(Shimmer.gain(wishes)) << 4;
        int rate = rateCode(ShimmerFrame.CLOCK_HZ / (double) divider);
        commands.add(chip(0, rate, gain | 9, gain, 0x20, 3));
        boolean second = Shimmer.chip(wishes, 2);
        commands.add(chip(1, rate, second ? gain : OFF, second ? gain : OFF, 0, 1));
        return commands;
    }

    private static byte[] chip(int chip, int rate, int first, int second, int drive, int respiration) {
        return bytes(0x61, chip, 0, 10, rate, 0xA0, 0x10, first, second, drive, 0, 0, 2, respiration);
    }

    private static byte[] bytes(int... values) {
        byte[] bytes = new byte[values.length];
        for (int i = 0; i < values.length; i++) {
            bytes[i] = (byte) values[i];
        }
        return bytes;
    }

    private static int code(double gain) {
        int code = 0;
        while (GAINS[code] != gain) {
            code++;
        }
        return code;
    }

    /** The chip converts at 125 x 2^code samples a second; the least that is not below the rate of the frames. */
    private static int rateCode(double rateHz) {
        int code = 0;
        while (code < 6 && 125 << code < rateHz) {
            code++;
        }
        return code;
    }

    /** Firmware from BtStream 0.7.3 and LogAndStream 0.5.4 on has a clock of three bytes, older of two. */
    static int clockBytes(int[] version) {
        int release = version[1] << 16 | version[2] << 8 | version[3];
        return release >= (version[0] == 1 ? 0x000703 : 0x000504) ? 3 : 2;
    }

    /** What must have been wished for a board to send what it sends. */
    static Wishes wishes(Board board) {
        ShimmerFrame frame = ShimmerFrame.of(board);
        List<Integer> signals = frame.signals();
        StringBuilder words = new StringBuilder("crc" + frame.crcBytes());
        words.append(signals.contains(0x23) || signals.contains(0x25) ? "+16bit" : "");
        words.append(signals.contains(0x00) ? "+acceleration" : "");
        words.append(signals.contains(0x0A) ? "+rotation" : "");
        words.append(signals.contains(0x03) ? "+battery" : "");
        List<Integer> channels = new ArrayList<>();
        channels.addAll(signals.contains(0x1D) ? List.of(1, 2) : List.of());
        channels.addAll(signals.contains(0x20) ? List.of(3, 4) : List.of());
        return new Wishes(
                Optional.of(words.toString()),
                OptionalDouble.of(board.streams().get(0).rateHz()),
                channels,
                OptionalDouble.of(Double.parseDouble(board.option("gain", "12"))),
                OptionalDouble.empty(),
                false);
    }
}
