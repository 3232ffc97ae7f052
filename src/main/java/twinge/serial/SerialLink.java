package twinge.serial;

import com.fazecast.jSerialComm.SerialPort;
import com.fazecast.jSerialComm.SerialPortInvalidPortException;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import twinge.wire.Link;

/**
 * An open serial port: 8 data bits, no parity, one stop bit, no flow control, locked against other programs that respect
 * locks.
 *
 * <p>One thread reads; the library's read comes back after a tenth of a second at the latest, and with less than nothing
 * when the device is gone, while its own "is open" stays true (measured, feasibility 1.3). So closing waits for the
 * reader to come back before it closes: a port that is closed under a reader would be read through a stale handle. The
 * device of a port that is gone is let go at once, so that it can come back under the same name.
 */
public final class SerialLink implements Link {
    /** Speeds outside would be accepted by the library and mean nothing. */
    public static final int SLOWEST_BAUD = 300;

    public static final int FASTEST_BAUD = 12_000_000;

    /** No command of any board is near this; more is a mistake, and a board that reads slowly would stall the writer. */
    private static final int LONGEST_WRITE = 1024;

    private static final int READ_MILLIS = 100; // less would turn into 0, a busy loop
    private static final int CLOSE_MILLIS = 1000;

    private final Ports ports;
    private final Port asked;
    private final ReentrantLock reading = new ReentrantLock(true);
    private final ReentrantLock writing = new ReentrantLock(true);
    private volatile int baud;
    private volatile Port at;
    private volatile SerialPort open; // null while the board is gone
    private volatile boolean closed;

    private SerialLink(Ports ports, Port port, int baud) {
        this.ports = ports;
        this.asked = port;
        this.at = port;
        this.baud = baud;
    }

    /**
     * Opens a port.
     *
     * @throws PortTrouble if that fails; says why and what to do
     */
    public static SerialLink open(Ports ports, Port port, int baud) throws IOException {
        requireBaud(baud);
        SerialLink link = new SerialLink(ports, port, baud);
        link.open = opened(ports, port, baud);
        return link;
    }

    /** @throws IllegalArgumentException for a speed that no board has */
    public static void requireBaud(int baud) {
        if (baud < SLOWEST_BAUD || baud > FASTEST_BAUD) {
            throw new IllegalArgumentException("a speed of " + baud + " baud; boards speak at " + SLOWEST_BAUD + " to "
                    + FASTEST_BAUD + ", most at 115200");
        }
    }

    @Override
    public String name() {
        return at.path() + " at " + baud + " baud";
    }

    /** The port as it was last found. */
    public Port port() {
        return at;
    }

    public int baud() {
        return baud;
    }

    @Override
    public int read(byte[] into) {
        reading.lock();
        try {
            SerialPort port = open;
            if (closed || port == null) {
                return -1;
            }
            int count = port.readBytes(into, into.length);
            if (count < 0) {
                letGo();
                return -1;
            }
            return count;
        } finally {
            reading.unlock();
        }
    }

    @Override
    public void write(byte[] bytes) throws IOException {
        if (bytes.length > LONGEST_WRITE) {
            throw new IllegalArgumentException("a command of " + bytes.length + " bytes; the longest that is sent to a"
                    + " board is " + LONGEST_WRITE);
        }
        writing.lock();
        try {
            SerialPort port = open;
            if (closed || port == null) {
                throw new IOException(name() + " is " + (closed ? "closed" : "gone; plug the board in again"));
            }
            if (bytes.length > 0 && port.writeBytes(bytes, bytes.length) != bytes.length) {
                throw new IOException(name() + " takes no more bytes (system error " + port.getLastErrorCode()
                        + "); plug the board in again");
            }
        } finally {
            writing.unlock();
        }
    }

    /** Another speed on the open port; bytes that were on their way belong to the old one and may still come. */
    void baud(int other) throws IOException {
        requireBaud(other);
        reading.lock();
        try {
            SerialPort port = open;
            if (port == null || !port.setBaudRate(other)) {
                throw new PortTrouble(PortTrouble.Cause.FAILED, name() + " can not be set to " + other + " baud");
            }
            baud = other;
        } finally {
            reading.unlock();
        }
    }

    @Override
    public boolean reopen() throws IOException {
        reading.lock();
        writing.lock();
        try {
            if (closed) {
                throw new IOException(name() + " is closed");
            }
            letGo();
            Optional<Port> found = ports.again(asked);
            if (found.isEmpty()) {
                return false;
            }
            open = opened(ports, found.get(), baud);
            at = found.get();
            return true;
        } catch (PortTrouble trouble) {
            if (trouble.kind() == PortTrouble.Cause.NO_LIBRARY) {
                throw trouble;
            }
            return false; // it has just come back: rights are set and its old self let go a moment later
        } finally {
            writing.unlock();
            reading.unlock();
        }
    }

    @Override
    public void close() {
        closed = true;
        boolean alone = lock(reading);
        boolean silent = lock(writing); // a board that takes no bytes can hold a writer; closing then frees it
        try {
            letGo();
        } finally {
            if (silent) {
                writing.unlock();
            }
            if (alone) {
                reading.unlock();
            }
        }
    }

    private static boolean lock(ReentrantLock lock) {
        try {
            return lock.tryLock(CLOSE_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private synchronized void letGo() {
        SerialPort port = open;
        open = null;
        if (port != null) {
            port.closePort();
        }
    }

    private static SerialPort opened(Ports ports, Port port, int baud) throws PortTrouble {
        NativeLibrary.prepare();
        try {
            // A new object each time: an old one would hold on to the device that a link led to before.
            SerialPort serial =
                    SerialPort.getCommPort(ports.machine().at(port.path()).toString());
            serial.setComPortParameters(baud, 8, SerialPort.ONE_STOP_BIT, SerialPort.NO_PARITY);
            serial.setFlowControl(SerialPort.FLOW_CONTROL_DISABLED);
            serial.setComPortTimeouts(SerialPort.TIMEOUT_READ_SEMI_BLOCKING, READ_MILLIS, 0);
            if (!serial.openPort()) { // its error code may be set even where this went well
                throw new Obstacle(ports, port).trouble(serial.getLastErrorCode());
            }
            return serial;
        } catch (SerialPortInvalidPortException e) {
            throw new PortTrouble(PortTrouble.Cause.MISSING, port.path() + " does not exist");
        } catch (LinkageError e) {
            throw NativeLibrary.trouble(e);
        }
    }
}
