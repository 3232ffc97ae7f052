package twinge.simulate.board;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;

/** The boards that can be had without hardware. */
public final class Models {
    private static final int BOOTLOADER_MILLIS = 1600; // of an Arduino that resets when its port is opened

    private static final int UNO_AT_230400 = 222_222; // the nearest its clock can make

    private static final List<Model> ALL = new ArrayList<>();

    static {
        line("cyton", "cyton", "OpenBCI Cyton", 115_200, 0, () -> new CytonFirmware(false));
        line("cyton-daisy", "cyton-daisy", "OpenBCI Cyton with Daisy", 115_200, 0, () -> new CytonFirmware(true));
        line("bitalino", "bitalino", "BITalino (r)evolution", 115_200, 0, BitalinoFirmware::new);
        line(
                "spikershield",
                "spikerbox",
                "Backyard Brains Muscle SpikerShield",
                UNO_AT_230400,
                BOOTLOADER_MILLIS,
                () -> SpikerFirmware.shield("MUSCLESS"));
        usb(
                "spikerbox-pro",
                "spikerbox",
                "Muscle SpikerBox Pro over CDC",
                500_000,
                () -> SpikerFirmware.box("MSBPCDC", 10_000, 2, 10));
        usb(
                "human-spikerbox",
                "spikerbox",
                "Human SpikerBox",
                500_000,
                () -> SpikerFirmware.box("HUMANSB", 5000, 2, 14));
        usb("shimmer3", "shimmer3", "Shimmer3 ExG over Bluetooth", 115_200, ShimmerFirmware::new);
        lines("lines", "plain numbers, raw, 500 a second", 115_200, LinesFirmware.Shape.RAW);
        lines("lines-envelope", "signal,envelope", 115_200, LinesFirmware.Shape.SIGNAL_AND_ENVELOPE);
        lines("lines-myoware", "MyoWare 2.0, one envelope, 20 a second", 115_200, LinesFirmware.Shape.MYOWARE);
        lines("lines-myoware-multi", "MyoWare 2.0, four with tabs between", 115_200, LinesFirmware.Shape.MYOWARE_MULTI);
        lines("lines-volts", "volts with two decimals", 9600, LinesFirmware.Shape.VOLTS);
        lines("lines-bargraph", "three lines a value", 9600, LinesFirmware.Shape.BAR_GRAPH);
        lines("lines-plotter", "label:value,label:value", 115_200, LinesFirmware.Shape.PLOTTER);
        lines("lines-millis", "millis,value,value", 115_200, LinesFirmware.Shape.MILLIS);
        lines("lines-micros", "micros;value", 115_200, LinesFirmware.Shape.MICROS);
        chordsOnAvr("UNO-R3", 6);
        chordsOnAvr("UNO-CLONE", 6);
        chordsOnAvr("GENUINO-UNO", 6);
        chordsOnAvr("NANO-CLASSIC", 8);
        chordsOnAvr("NANO-CLONE", 8);
        chordsOnAvr("MEGA-2560-R3", 16);
        chordsOnAvr("MEGA-2560-CLONE", 16);
        chords("UNO-R4", 6, 500, 14, 5);
        chords("RPI-PICO-RP2040", 3, 500, 12, 3.3);
        chords("GIGA-R1", 6, 500, 16, 3.3);
        chords("STM32F4-BLACK-PILL", 8, 500, 12, 3.3);
        chords("STM32G4-CORE-BOARD", 16, 500, 12, 3.3);
        chords("NPG-LITE", 3, 500, 12, 2.5);
        chords("ESP32-S3", 16, 250, 12, 3.3);
    }

    private Models() {}

    /** A board whose line has a speed. */
    private static void line(
            String name, String protocol, String title, int baud, int bootMillis, Supplier<Firmware> firmware) {
        ALL.add(new Model(name, protocol, title, baud, true, bootMillis, firmware));
    }

    /** A board whose line has no speed of its own. */
    private static void usb(String name, String protocol, String title, int baud, Supplier<Firmware> firmware) {
        ALL.add(new Model(name, protocol, title, baud, false, 0, firmware));
    }

    private static void lines(String name, String title, int baud, LinesFirmware.Shape shape) {
        line(name, "lines", "Arduino: " + title, baud, BOOTLOADER_MILLIS, () -> new LinesFirmware(shape));
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
        usb(
                chordsName(id),
                "chords",
                "Chords on " + id,
                230_400,
                () -> new ChordsFirmware(id, channels, rateHz, bits, referenceVolts));
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
