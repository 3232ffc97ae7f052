package twinge.serial;

import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/**
 * A serial port of this computer.
 *
 * @param path how it was named or found: {@code /dev/ttyACM0}, a link to it, {@code COM3}
 * @param title what the device calls itself, empty if nothing is known: {@code Arduino Uno}
 * @param usb the USB device behind it, if it is one
 */
public record Port(String path, String title, Kind kind, Optional<Usb> usb) {
    /** What it is, as far as the system tells. */
    public enum Kind {
        USB,
        BLUETOOTH,
        /** A port of the computer's own board; no consumer sensor sits there, so it is only asked if it is named. */
        BUILT_IN,
        /** A pseudo-terminal or whatever else was named. */
        OTHER
    }

    /**
     * By what a USB device is known again.
     *
     * @param serialNumber its own, empty if it has none (most CH340 chips)
     * @param location the socket and, behind the colon, which of its ports: {@code 1-1.4:1.0}
     */
    public record Usb(int vendor, int product, String serialNumber, String location) {
        public Usb {
            Objects.requireNonNull(serialNumber, "serialNumber");
            Objects.requireNonNull(location, "location");
        }

        /** {@code 2341:0043} */
        public String chip() {
            return String.format(Locale.ROOT, "%04x:%04x", vendor, product);
        }

        /** Which of the device's ports it is, empty if not known. */
        String ending() {
            int colon = location.indexOf(':');
            return colon < 0 ? "" : location.substring(colon);
        }
    }

    public Port {
        Objects.requireNonNull(title, "title");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(usb, "usb");
        if (path.isBlank()) {
            throw new IllegalArgumentException("a port needs a path");
        }
    }

    /** {@code /dev/ttyACM0 (Arduino Uno)} */
    public String words() {
        return title.isEmpty() ? path : path + " (" + title + ")";
    }
}
