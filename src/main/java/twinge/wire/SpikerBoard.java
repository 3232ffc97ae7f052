package twinge.wire;

import java.util.List;
import java.util.Optional;

/**
 * A board of Backyard Brains that streams over a serial line.
 *
 * @param hardware as it says after {@code HWT:}
 * @param totalHz frames a second, of one channel if they share the converter
 * @param shared whether its channels share {@code totalHz} or each has it
 * @param channels it has by itself
 */
record SpikerBoard(String hardware, double totalHz, boolean shared, int channels, int bits) {
    static final int MOST_CHANNELS = 6;

    private static final List<SpikerBoard> TABLE = List.of(
            new SpikerBoard("MUSCLESS", 10_000, true, 1, 10),
            new SpikerBoard("HEARTSS", 10_000, true, 1, 10),
            new SpikerBoard("PLANTSS", 10_000, true, 1, 10),
            new SpikerBoard("NEURONSS", 10_000, true, 1, 10),
            new SpikerBoard("MUSCUSB1", 10_000, true, 1, 10),
            new SpikerBoard("HBLEOSB", 10_000, true, 1, 10),
            new SpikerBoard("MSBPCDC", 10_000, false, 2, 10),
            new SpikerBoard("NSBPCDC", 10_000, false, 2, 10),
            new SpikerBoard("HBSBPRO", 1000, false, 2, 10),
            new SpikerBoard("HUMANSB", 5000, false, 2, 14),
            new SpikerBoard("NRNSBPRO", 20_000, false, 2, 14),
            new SpikerBoard("HHIBOX", 10_000, false, 1, 10),
            new SpikerBoard("UNIBOX", 42_661, false, 2, 14),
            new SpikerBoard("EXTCLAW", 896, false, 3, 10));

    static List<SpikerBoard> all() {
        return TABLE;
    }

    static Optional<SpikerBoard> named(String hardware) {
        return TABLE.stream().filter(board -> board.hardware.equals(hardware)).findFirst();
    }

    double rateHz(int streamed) {
        return shared ? totalHz / streamed : totalHz;
    }
}
