package twinge.serial;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Why this user may not open a port: the group that may ({@code dialout} on Debian, {@code uucp} on Arch), and whether the
 * user has been added to it but has not logged in since, which {@code /etc/group} knows and the process does not.
 */
final class Rights {
    /** A line of {@code /etc/group}. */
    private record Group(String name, long number, List<String> members) {}

    private final Machine machine;

    Rights(Machine machine) {
        this.machine = machine;
    }

    String words(Port port, Ports ports) {
        String refused = "cannot open " + port.words() + ": permission denied. ";
        Path device = machine.at(ports.device(port.path()));
        Optional<Group> group = group(device);
        if (group.isEmpty() || !groupMayUse(device)) {
            return refused + "Only " + owner(device) + " may use it (" + mode(device)
                    + "); a udev rule that gives it to a group of yours mends that: "
                    + "echo 'SUBSYSTEM==\"tty\", ATTRS{idVendor}==\"" + vendor(port)
                    + "\", TAG+=\"uaccess\"' | sudo tee /etc/udev/rules.d/60-twinge.rules, then plug it in again";
        }
        String name = group.get().name();
        String user = user();
        if (inProcess(group.get().number())) {
            return refused + "You are in its group \"" + name + "\", so something else forbids it (a sandbox, such as "
                    + "snap or flatpak, or a container): run twinge outside of it";
        }
        if (group.get().members().contains(user)) {
            return refused + "You have been added to its group \"" + name + "\", but after you logged in. "
                    + "Log out and in again (or restart the computer)";
        }
        return refused + "It belongs to group \"" + name + "\" and you are not in it. Run: sudo usermod -aG " + name
                + " $USER, then log out and in. (You do not need sudo for twinge.)";
    }

    private Optional<Group> group(Path device) {
        try {
            long number = ((Number) Files.getAttribute(device, "unix:gid")).longValue();
            return groups().filter(group -> group.number() == number).findFirst();
        } catch (IOException | UnsupportedOperationException e) {
            return Optional.empty();
        }
    }

    private java.util.stream.Stream<Group> groups() {
        return machine.text(machine.at("/etc/group"))
                .lines()
                .map(line -> line.split(":", -1))
                .filter(fields -> fields.length == 4 && fields[2].matches("[0-9]{1,10}"))
                .map(fields -> new Group(fields[0], Long.parseLong(fields[2]), Arrays.asList(fields[3].split(","))));
    }

    private boolean inProcess(long group) {
        return status("Groups").contains(Long.toString(group)) || status("Gid").contains(Long.toString(group));
    }

    /** The user's name by the process's effective number, in {@code /etc/passwd}. */
    private String user() {
        List<String> numbers = status("Uid");
        String effective = numbers.size() > 1 ? numbers.get(1) : "";
        return machine.text(machine.at("/etc/passwd"))
                .lines()
                .map(line -> line.split(":", -1))
                .filter(fields -> fields.length > 2 && fields[2].equals(effective))
                .map(fields -> fields[0])
                .findFirst()
                .orElse(System.getProperty("user.name"));
    }

    private List<String> status(String field) {
        return machine.text(machine.at("/proc/self/status"))
                .lines()
                .filter(line -> line.startsWith(field + ":"))
                .flatMap(line ->
                        Arrays.stream(line.substring(field.length() + 1).strip().split("\\s+")))
                .toList();
    }

    private static boolean groupMayUse(Path device) {
        try {
            Set<PosixFilePermission> mode = Files.getPosixFilePermissions(device);
            return mode.contains(PosixFilePermission.GROUP_READ) && mode.contains(PosixFilePermission.GROUP_WRITE);
        } catch (IOException | UnsupportedOperationException e) {
            return false;
        }
    }

    private static String mode(Path device) {
        try {
            return PosixFilePermissions.toString(Files.getPosixFilePermissions(device));
        } catch (IOException | UnsupportedOperationException e) {
            return "mode unknown";
        }
    }

    private static String owner(Path device) {
        try {
            return Files.getOwner(device).getName();
        } catch (IOException | UnsupportedOperationException e) {
            return "its owner";
        }
    }

    private static String vendor(Port port) {
        return port.usb().map(usb -> usb.chip().substring(0, 4)).orElse("XXXX");
    }
}
