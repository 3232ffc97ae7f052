package twinge.serial;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Finds out why a port did not open. */
final class Obstacle {
    // errno of Linux
    private static final int NO_ENTRY = 2;
    private static final int INPUT_OUTPUT = 5;
    private static final int NO_DEVICE_HERE = 6;
    private static final int TRY_AGAIN = 11;
    private static final int ACCESS = 13;
    private static final int BUSY = 16;
    private static final int NO_DEVICE = 19;
    private static final int NO_TERMINAL = 25;

    private final Ports ports;
    private final Port port;

    Obstacle(Ports ports, Port port) {
        this.ports = ports;
        this.port = port;
    }

    PortTrouble trouble(int error) {
        Path path = ports.machine().at(port.path());
        if (ports.machine().isLinux() && !Files.exists(path)) {
            return new PortTrouble(PortTrouble.Cause.MISSING, port.path() + " does not exist. " + others());
        }
        if (ports.machine().isLinux() && error == NO_TERMINAL || Files.isDirectory(path) || Files.isRegularFile(path)) {
            return new PortTrouble(PortTrouble.Cause.NO_PORT, port.path() + " is no serial port. " + others());
        }
        // The same port twice in one program gives NO_ENTRY although it is there (measured).
        List<Holders.Holder> holders = new Holders(ports.machine()).of(ports.device(port.path()));
        if (!ports.machine().isLinux()) {
            return new PortTrouble(
                    PortTrouble.Cause.FAILED,
                    port.words() + " can not be opened (system error " + error
                            + "). Close other programs that use it, and plug the board in again");
        }
        return switch (error) {
            case ACCESS ->
                new PortTrouble(PortTrouble.Cause.PERMISSION, new Rights(ports.machine()).words(port, ports));
            case TRY_AGAIN, BUSY, NO_ENTRY ->
                new PortTrouble(PortTrouble.Cause.BUSY, port.words() + Holders.words(holders));
            case INPUT_OUTPUT, NO_DEVICE_HERE, NO_DEVICE ->
                new PortTrouble(
                        PortTrouble.Cause.FAILED,
                        port.words() + " has no device behind it (system error " + error
                                + "). Plug the board out and in again, then: twinge ports");
            default ->
                new PortTrouble(
                        PortTrouble.Cause.FAILED,
                        port.words() + " can not be opened (system error " + error
                                + "). Plug the board out and in again; if that does not help, report this");
        };
    }

    private String others() {
        try {
            return Ports.whichThereAre(ports.all());
        } catch (IOException e) {
            return "Try: twinge ports";
        }
    }
}
