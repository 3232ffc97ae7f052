package twinge.serial;

import com.fazecast.jSerialComm.SerialPort;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The serial ports there are. On Linux the kernel's own folders tell, which costs no library; elsewhere the serial library
 * asks the system. Pseudo-terminals are in no list: they, and links to ports, are named by the user.
 */
public final class Ports {
    private final Machine machine;
    private final List<String> alsoLookAt;

    Ports(Machine machine, List<String> alsoLookAt) {
        this.machine = machine;
        this.alsoLookAt = List.copyOf(alsoLookAt);
    }

    /** The ports of this computer. */
    public static Ports here() {
        return new Ports(Machine.here(), List.of());
    }

    /** The same, with paths that no list has (a pseudo-terminal), separated as in the variable PATH. */
    public static Ports with(String morePaths) {
        List<String> paths = Arrays.stream(morePaths.split(File.pathSeparator))
                .filter(path -> !path.isBlank())
                .toList();
        return new Ports(Machine.here(), paths);
    }

    /** All there are, USB first, then by path. */
    public List<Port> all() throws IOException {
        List<Port> found = new ArrayList<>(machine.isLinux() ? new KernelPorts(machine).all() : fromLibrary());
        for (String path : alsoLookAt) {
            if (Files.exists(machine.at(path))) {
                found.add(new Port(path, "", Port.Kind.OTHER, Optional.empty()));
            }
        }
        found.sort(Comparator.comparing(Port::kind).thenComparing(Port::path));
        return found;
    }

    /**
     * A port that the user named, with what is known of it.
     *
     * @throws PortTrouble if there is none of this name; says which there are
     */
    public Port named(String path) throws IOException {
        List<Port> all = all();
        if (!machine.isLinux()) {
            return all.stream()
                    .filter(port -> port.path().equals(path) || port.path().endsWith(File.separator + path))
                    .findFirst()
                    .orElse(new Port(path, "", Port.Kind.OTHER, Optional.empty()));
        }
        if (!Files.exists(machine.at(path))) {
            throw new PortTrouble(PortTrouble.Cause.MISSING, path + " does not exist. " + whichThereAre(all));
        }
        String device = device(path);
        return all.stream()
                .filter(port -> device(port.path()).equals(device))
                .findFirst()
                .map(port -> new Port(path, port.title(), port.kind(), port.usb()))
                .orElse(new Port(path, "", Port.Kind.OTHER, Optional.empty()));
    }

    /**
     * The same device as before, wherever it is now: by its serial number; without one by chip and socket, or by the chip
     * if it is the only one; what is no USB device by the name it was given.
     */
    Optional<Port> again(Port known) throws IOException {
        if (known.usb().isEmpty()) {
            return machine.isLinux() && !Files.exists(machine.at(known.path())) ? Optional.empty() : Optional.of(known);
        }
        Port.Usb usb = known.usb().get();
        List<Port> sameChip = all().stream()
                .filter(port -> port.usb().isPresent())
                .filter(port -> port.usb().get().chip().equals(usb.chip())
                        && port.usb().get().serialNumber().equals(usb.serialNumber())
                        && port.usb().get().ending().equals(usb.ending()))
                .toList();
        Optional<Port> sameSocket = sameChip.stream()
                .filter(port -> port.usb().get().location().equals(usb.location()))
                .findFirst();
        return sameSocket.isPresent() || sameChip.size() != 1 ? sameSocket : Optional.of(sameChip.get(0));
    }

    static String whichThereAre(List<Port> ports) {
        return ports.isEmpty()
                ? "There are no serial ports here. Is the board plugged in, and is the cable a data cable?"
                : "Ports here: " + ports.stream().map(Port::words).collect(Collectors.joining(", ")) + ".";
    }

    /** Where a path leads in the end, as the machine itself would write it. */
    String device(String path) {
        try {
            Path real = machine.at(path).toRealPath();
            Path root = machine.root().toRealPath();
            return real.startsWith(root) ? "/" + root.relativize(real) : real.toString();
        } catch (IOException e) {
            return path;
        }
    }

    Machine machine() {
        return machine;
    }

    private static List<Port> fromLibrary() throws PortTrouble {
        NativeLibrary.prepare();
        try {
            return Arrays.stream(SerialPort.getCommPorts()).map(Ports::port).toList();
        } catch (LinkageError e) {
            throw NativeLibrary.trouble(e);
        }
    }

    private static Port port(SerialPort found) {
        boolean usb = found.getVendorID() > 0;
        return new Port(
                found.getSystemPortPath(),
                found.getPortDescription(),
                usb ? Port.Kind.USB : Port.Kind.OTHER,
                usb
                        ? Optional.of(new Port.Usb(
                                found.getVendorID(),
                                found.getProductID(),
                                found.getSerialNumber().equals("Unknown") ? "" : found.getSerialNumber(),
                                found.getPortLocation()))
                        : Optional.empty());
    }
}
