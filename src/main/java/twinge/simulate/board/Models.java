package twinge.simulate.board;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;

/** The boards that can be had without hardware. */
public final class Models {
    private static final int BOOTLOADER_MILLIS = 1600; // of an Arduino that resets when its port is opened

    private static final List<Model> ALL = new ArrayList<>();

    static {
        line("cyton", "cyton", "OpenBCI Cyton", 115_200, 0, () -> new CytonFirmware(false));
        line("cyton-daisy", "cyton-daisy", "OpenBCI Cyton with Daisy", 115_200, 0, () -> new CytonFirmware(true));
        line("bitalino", "bitalino", "BITalino (r)evolution", 115_200, 0, BitalinoFirmware::new);
        chordsOnAvr("UNO-R3", 6);
        chordsOnAvr("UNO-CLONE", 6);
        chordsOnAvr("NANO-CLASSIC", 8);
        chordsOnAvr("NANO-CLONE", 8);
        chordsOnAvr("MEGA-2560-R3", 16);
        chordsOnAvr("MEGA-2560-CLONE", 16);
        chords("UNO-R4", 6, 500, 14, 5);
        chords("RPI-PICO-RP2040", 3, 500, 12, 3.3);
        chords("GIGA-R1", 6, 500, 16, 3.3);
        chords("STM32F4-BLACK-PILL", 8, 500, 12, 3.3);
        chords("STM32G4-CORE-BOARD", 16, 500, 12, 3.3);
        chords("NPG-LITE", 3, 500, 12, 3.3);
        chords("ESP32-S3", 16, 250, 12, 3.3);
    }

    private Models() {}

    /** A board whose line has a speed. */
    private static void line(
            String name, String protocol, String title, int baud, int bootMillis, Supplier<Firmware> firmware) {
        ALL.add(new Model(name, protocol, title, baud, true, bootMillis, firmware));
    }

    /** Older builds of this firmware for AVR run at 230400 baud, newer ones at 115200. */
    private static void chordsOnAvr(String id, int channels) {
        line(
                chordsName(id),
                "chords",
                "Chords on " + id,
                115_200,
                BOOTLOADER_MILLIS,
                () -> new ChordsFirmware(id, channels, 250, 10, 5));
    }

    private static void chords(String id, int channels, double rateHz, int bits, double referenceVolts) {
        ALL.add(new Model(
                chordsName(id),
                "chords",
                "Chords on " + id,
                230_400,
                false,
                0,
                () -> new ChordsFirmware(id, channels, rateHz, bits, referenceVolts)));
    }

    private static String chordsName(String id) {
        return "chords-" + id.toLowerCase(Locale.ROOT);
    }

    public static List<Model> all() {
        return List.copyOf(ALL);
    }

    /** The board of a name; {@code chords} alone is the one on an Uno R3. */
    public static Optional<Model> named(String name) {
        String full = name.equals("chords") ? "chords-uno-r3" : name;
        return ALL.stream().filter(model -> model.name().equals(full)).findFirst();
    }
}
