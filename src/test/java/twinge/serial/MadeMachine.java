package twinge.serial;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;

/** Folders that look like a Linux machine's, filled by the test. */
final class MadeMachine {
    private final Path root;

    MadeMachine(Path root) throws IOException {
        this.root = root;
        Files.createDirectories(root.resolve("proc/self"));
        Files.createDirectories(root.resolve("sys/class/tty"));
        Files.createDirectories(root.resolve("dev"));
    }

    Ports ports() {
        return new Ports(new Machine(root), List.of());
    }

    MadeMachine text(String file, String text) throws IOException {
        Path path = root.resolve(file.substring(1));
        Files.createDirectories(path.getParent());
        Files.writeString(path, text + "\n");
        return this;
    }

    /** A device file of this user's group, with rights such as {@code rw-rw----}. */
    MadeMachine device(String path, String rights) throws IOException {
        text(path, "");
        Files.setPosixFilePermissions(root.resolve(path.substring(1)), PosixFilePermissions.fromString(rights));
        return this;
    }

    /** The number of the group that files made here belong to. */
    int group() throws IOException {
        return (int) Files.getAttribute(root, "unix:gid");
    }

    MadeMachine link(String from, String to) throws IOException {
        Path path = root.resolve(from.substring(1));
        Files.createDirectories(path.getParent());
        Files.createSymbolicLink(path, to.startsWith("/sys") ? root.resolve(to.substring(1)) : Path.of(to));
        return this;
    }

    /** A USB serial device in a socket, as usbserial drivers show it. */
    MadeMachine usb(String socket, String vendor, String product, String serial, String title) throws IOException {
        String folder = "/sys/devices/pci0/usb1/" + socket;
        text(folder + "/idVendor", vendor);
        text(folder + "/idProduct", product);
        text(folder + "/product", title);
        if (!serial.isEmpty()) {
            text(folder + "/serial", serial);
        }
        text(folder + "/" + socket + ":1.0/bInterfaceNumber", "00");
        return link("/sys/bus/usb/devices/" + socket, folder);
    }

    /** The port that its driver makes. */
    MadeMachine port(String socket, String name) throws IOException {
        String device = "/sys/devices/pci0/usb1/" + socket + "/" + socket + ":1.0/" + name;
        text(device + "/port_number", "0");
        text("/sys/class/tty/" + name + "/dev", "188:0");
        link("/sys/class/tty/" + name + "/device", device);
        return device("/dev/" + name, "rw-rw----");
    }

    void unplug(String socket, String name) throws IOException {
        Files.delete(root.resolve("dev/" + name));
        Files.delete(root.resolve("sys/class/tty/" + name + "/device"));
        Files.delete(root.resolve("sys/bus/usb/devices/" + socket));
    }
}
