package twinge.wire;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A board that runs Upside Down Labs' Chords firmware. What it sends does not say how many channels of how many bits it
 * is; its name does, by this table (README of Chords-Arduino-Firmware).
 *
 * @param name as it answers to {@code WHORU}
 * @param volts the converter's reference
 */
record ChordsBoard(String name, double rateHz, int channels, int bits, double volts) {
    private static final List<ChordsBoard> TABLE = List.of(
            new ChordsBoard("UNO-R3", 250, 6, 10, 5),
            new ChordsBoard("UNO-CLONE", 250, 6, 10, 5),
            new ChordsBoard("GENUINO-UNO", 250, 6, 10, 5),
            new ChordsBoard("UNO-R4", 500, 6, 14, 5),
            new ChordsBoard("NANO-CLASSIC", 250, 8, 10, 5),
            new ChordsBoard("NANO-CLONE", 250, 8, 10, 5),
            new ChordsBoard("MEGA-2560-R3", 250, 16, 10, 5),
            new ChordsBoard("MEGA-2560-CLONE", 250, 16, 10, 5),
            new ChordsBoard("RPI-PICO-RP2040", 500, 3, 12, 3.3),
            new ChordsBoard("GIGA-R1", 500, 6, 16, 3.3),
            new ChordsBoard("STM32F4-BLACK-PILL", 500, 8, 12, 3.3),
            new ChordsBoard("STM32G4-CORE-BOARD", 500, 16, 12, 3.3),
            new ChordsBoard("NPG-LITE", 500, 3, 12, 2.5),
            new ChordsBoard("ESP32-S3", 250, 16, 12, 3.3));

    static List<ChordsBoard> all() {
        return TABLE;
    }

    static Optional<ChordsBoard> named(String name) {
        return TABLE.stream().filter(board -> board.name.equals(name)).findFirst();
    }

    static String names() {
        return TABLE.stream().map(ChordsBoard::name).collect(Collectors.joining(", "));
    }

    int frameBytes() {
        return frameBytes(channels);
    }

    static int frameBytes(int channels) {
        return 2 * channels + 4;
    }

    /** Where frames of so many channels lie in the bytes. */
    static FrameFinder.Shape shape(int channels) {
        return new FrameFinder.Shape() {
            @Override
            public int head() {
                return 2;
            }

            @Override
            public boolean begins(Intake intake, int at) {
                return intake.word(at) == 0xC77C;
            }

            @Override
            public boolean fits(Intake intake, int at) {
                return intake.word(at) == 0xC77C && intake.at(at + frameBytes(channels) - 1) == 0x01;
            }
        };
    }
}
