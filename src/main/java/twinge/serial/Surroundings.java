package twinge.serial;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What stands between a board and its port that opening the port does not show: other readers, and chips without a port. */
public final class Surroundings {
    /**
     * USB chips that boards have for their serial port, by vendor and product (the kernel's drivers ch341.c, cp210x.c,
     * ftdi_sio_ids.h, cdc-acm.c; Arduino's boards.txt), with the driver that makes a port of them.
     */
    private static final Map<String, String> CHIPS = Map.ofEntries(
            Map.entry("1a86:7523", "CH340 ch341"),
            Map.entry("1a86:5523", "CH341 ch341"),
            Map.entry("1a86:55d4", "CH9102 cdc_acm"),
            Map.entry("10c4:ea60", "CP2102 cp210x"),
            Map.entry("10c4:ea70", "CP2105 cp210x"),
            Map.entry("0403:6001", "FT232R ftdi_sio"),
            Map.entry("0403:6015", "FT231X ftdi_sio"),
            Map.entry("0403:6010", "FT2232 ftdi_sio"),
            Map.entry("067b:2303", "PL2303 pl2303"),
            Map.entry("2341:0043", "Arduino Uno cdc_acm"),
            Map.entry("2341:0001", "Arduino Uno cdc_acm"),
            Map.entry("2341:0069", "Arduino Uno R4 cdc_acm"),
            Map.entry("2341:1002", "Arduino Uno R4 WiFi cdc_acm"),
            Map.entry("2e8a:000a", "Raspberry Pi Pico cdc_acm"),
            Map.entry("303a:1001", "ESP32-S3 cdc_acm"),
            Map.entry("16c0:0483", "Teensy cdc_acm"));

    private static final List<String> KERNEL_LOGS =
            List.of("/var/log/kern.log", "/var/log/messages", "/var/log/syslog");

    private final Ports ports;
    private final Machine machine;

    public Surroundings(Ports ports) {
        this.ports = ports;
        machine = ports.machine();
    }

    /** One sentence for each chip of a board that is plugged in and has no port, with what to do about it. */
    public List<String> chipsWithoutPort() {
        List<String> sentences = new ArrayList<>();
        for (Path device : machine.in(machine.at("/sys/bus/usb/devices"))) {
            String chip = machine.text(device.resolve("idVendor")) + ":" + machine.text(device.resolve("idProduct"));
            if (CHIPS.containsKey(chip) && !hasPort(device)) {
                String[] words = CHIPS.get(chip).split(" (?=[^ ]+$)");
                sentences.add(sentence(words[0] + ", " + chip, words[1]));
            }
        }
        return sentences;
    }

    /** Other programs that have the port open, and so may take a part of its bytes. */
    public List<String> otherReaders(Port port) {
        return new Holders(machine)
                .othersOf(ports.device(port.path())).stream()
                        .map(Holders.Holder::words)
                        .toList();
    }

    private String sentence(String chip, String driver) {
        if (braille(driver)) {
            return "brltty (support for braille displays) has taken this USB chip (" + chip + "). brltty 6.5 does not"
                    + " take it any more: update it, or, where nobody uses a braille display on this computer, stop it"
                    + " with: sudo systemctl mask --now brltty-udev.service brltty.service, then plug the board in"
                    + " again. Where one is used, exclude this chip in brltty's udev rules instead";
        }
        return "a board's USB chip is plugged in (" + chip + ") but has no port: its driver is not at work."
                + " Run: sudo modprobe " + driver + ", then plug the board in again";
    }

    /** Whether brltty runs and holds a USB device, or the kernel has said that it took one from this driver. */
    private boolean braille(String driver) {
        for (Path process : machine.processes()) {
            if (machine.text(process.resolve("comm")).equals("brltty")) {
                return true;
            }
        }
        String logs =
                KERNEL_LOGS.stream().map(log -> machine.text(machine.at(log))).collect(Collectors.joining("\n"));
        return logs.lines().anyMatch(line -> line.contains("claimed by " + driver) && line.contains("'brltty'"));
    }

    /** A driver of a serial chip makes a folder tty... (usbserial) or tty/ttyACM... (CDC) below the chip's interface. */
    private boolean hasPort(Path device) {
        String name = device.getFileName().toString();
        return machine.in(device).stream()
                .filter(below -> below.getFileName().toString().startsWith(name + ":"))
                .flatMap(below -> machine.in(below).stream())
                .anyMatch(below -> below.getFileName().toString().startsWith("tty"));
    }
}
