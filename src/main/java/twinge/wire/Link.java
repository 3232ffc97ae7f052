package twinge.wire;

import java.io.Closeable;
import java.io.IOException;

/** The way to a board: bytes in, bytes out. One thread reads; any thread may write or close. */
public interface Link extends Closeable {
    /** What a user calls it: {@code /dev/ttyACM0 at 115200 baud}. */
    String name();

    /**
     * Waits for bytes, a tenth of a second at most.
     *
     * @return how many were put into {@code into[0...]}; 0 if none came; -1 if the board is gone (unplugged) or this is closed
     */
    int read(byte[] into) throws IOException;

    /** Sends bytes. @throws IOException if the board is gone */
    void write(byte[] bytes) throws IOException;

    /**
     * After the board was gone: looks for the same device, by what identifies it and not by its name alone, and opens it
     * again. Comes back at once.
     *
     * @return false if it is not there yet
     */
    boolean reopen() throws IOException;
}
