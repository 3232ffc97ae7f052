package twinge.serial;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The ports that the Linux kernel shows in {@code /sys/class/tty}: each with a link {@code device} to what drives it, in
 * or above whose folder a USB device has the files {@code idVendor}, {@code idProduct}, {@code serial} and {@code product}
 * (kernel documentation, ABI/stable/sysfs-bus-usb and ABI/testing/sysfs-tty).
 */
final class KernelPorts {
    private static final String NO_SUCH_CHIP = "0"; // /sys/class/tty/ttyS*/type where no UART answered

    private final Machine machine;

    KernelPorts(Machine machine) {
        this.machine = machine;
    }

    List<Port> all() {
        List<Port> ports = new ArrayList<>();
        for (Path entry : machine.in(machine.at("/sys/class/tty"))) {
            String name = entry.getFileName().toString();
            boolean bluetooth = name.startsWith("rfcomm");
            boolean driven = Files.exists(entry.resolve("device"));
            if ((driven || bluetooth)
                    && !machine.text(entry.resolve("type")).equals(NO_SUCH_CHIP)
                    && Files.exists(machine.at("/dev/" + name))) {
                ports.add(port(entry, "/dev/" + name, bluetooth));
            }
        }
        return ports;
    }

    private Port port(Path entry, String path, boolean bluetooth) {
        Optional<Path> interfaceFolder = real(entry.resolve("device"));
        for (Path folder = interfaceFolder.orElse(null); folder != null; folder = folder.getParent()) {
            if (Files.exists(folder.resolve("idVendor"))) {
                return usb(path, folder, interfaceFolder.get());
            }
        }
        return new Port(path, "", bluetooth ? Port.Kind.BLUETOOTH : Port.Kind.BUILT_IN, Optional.empty());
    }

    private Port usb(String path, Path device, Path below) {
        Path first = device.relativize(below).getName(0);
        String location = first.toString().startsWith(device.getFileName() + ":")
                ? first.toString()
                : device.getFileName().toString();
        String maker = machine.text(device.resolve("manufacturer"));
        String product = machine.text(device.resolve("product"));
        String title = product.startsWith(maker) || maker.isEmpty() ? product : maker + " " + product;
        Port.Usb usb = new Port.Usb(
                hexadecimal(device.resolve("idVendor")),
                hexadecimal(device.resolve("idProduct")),
                machine.text(device.resolve("serial")),
                location);
        return new Port(path, Printable.line(title), Port.Kind.USB, Optional.of(usb));
    }

    private int hexadecimal(Path file) {
        String digits = machine.text(file);
        return digits.matches("[0-9a-fA-F]{1,4}") ? Integer.parseInt(digits, 16) : 0;
    }

    private static Optional<Path> real(Path link) {
        try {
            return Optional.of(link.toRealPath());
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
