package twinge.live;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import twinge.wire.Link;

/** A link whose other end is the test. */
final class MemoryLink implements Link {
    private static final byte[] UNPLUG = new byte[0];

    private final BlockingQueue<byte[]> sent = new LinkedBlockingQueue<>();
    private final ByteArrayOutputStream heard = new ByteArrayOutputStream();
    private volatile boolean there = true;
    private volatile boolean open = true;

    /** The board sends bytes that are read together. */
    void send(byte[] bytes) {
        sent.add(bytes.clone());
    }

    /** The board is pulled out after what it has sent. */
    void unplug() {
        there = false;
        sent.add(UNPLUG);
    }

    void plug() {
        there = true;
    }

    synchronized byte[] heard() {
        return heard.toByteArray();
    }

    boolean isOpen() {
        return open;
    }

    /** How many reads are still to be had. */
    int waiting() {
        return sent.size();
    }

    @Override
    public String name() {
        return "memory";
    }

    @Override
    public int read(byte[] into) {
        try {
            byte[] next = open ? sent.poll(20, TimeUnit.MILLISECONDS) : UNPLUG;
            if (next == null) {
                return 0;
            }
            if (next == UNPLUG) {
                return -1;
            }
            System.arraycopy(next, 0, into, 0, next.length);
            return next.length;
        } catch (InterruptedException e) {
            return -1;
        }
    }

    @Override
    public synchronized void write(byte[] bytes) throws IOException {
        if (!there) {
            throw new IOException("the board is gone");
        }
        heard.writeBytes(bytes);
    }

    @Override
    public boolean reopen() {
        return there;
    }

    @Override
    public void close() {
        open = false;
    }
}
