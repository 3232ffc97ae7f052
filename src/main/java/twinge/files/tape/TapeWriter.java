package twinge.files.tape;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;

/**
 * Puts what {@link TapeEntry} makes at the end of a tape. If the disk does not take it all, the tape still ends after its
 * last whole entry for whoever reads it, and the same entries can be written again later.
 */
public final class TapeWriter implements Closeable {
    private volatile FileChannel file;
    private long end;

    /**
     * Begins a tape.
     *
     * @param file empty, for reading and writing; closed with this
     */
    public TapeWriter(FileChannel file) {
        this.file = file;
    }

    /**
     * Writes {@code length} bytes of whole entries.
     *
     * @throws IOException if the disk does not take them all; nothing of them counts then
     */
    public void append(byte[] entries, int length) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(entries, 0, length);
        while (bytes.hasRemaining()) {
            file.write(bytes, end + bytes.position());
        }
        end += length;
    }

    /** Bytes of whole entries. */
    public long end() {
        return end;
    }

    /** Forces what was written to the disk itself, so that it survives a power failure. May be called from any thread. */
    public void force() throws IOException {
        file.force(false);
    }

    /**
     * Copies the tape to another file and goes on there; the old one is closed. For when its name was removed.
     *
     * @param other empty, for reading and writing; closed if it does not take the copy
     */
    public void moveTo(FileChannel other) throws IOException {
        boolean moved = false;
        try {
            for (long at = 0; at < end; ) {
                at += file.transferTo(at, end - at, other);
            }
            moved = true;
        } finally {
            if (!moved) {
                other.close();
            }
        }
        FileChannel old = file;
        file = other;
        old.close();
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
