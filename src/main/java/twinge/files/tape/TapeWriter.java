package twinge.files.tape;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;

/**
 * Puts what {@link TapeEntry} makes at the end of a tape. If the disk does not take it all, the tape still ends after its
 * last whole entry for whoever reads it, and the same entries can be written again later.
 */
public final class TapeWriter implements Closeable {
    private final SeekableByteChannel file;
    private long end;

    /**
     * Begins a tape.
     *
     * @param file empty, for writing; closed with this
     */
    public TapeWriter(SeekableByteChannel file) {
        this.file = file;
    }

    /**
     * Writes {@code length} bytes of whole entries.
     *
     * @throws IOException if the disk does not take them all; nothing of them counts then
     */
    public void append(byte[] entries, int length) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(entries, 0, length);
        file.position(end);
        while (bytes.hasRemaining()) {
            file.write(bytes);
        }
        end += length;
    }

    /** Bytes of whole entries. */
    public long end() {
        return end;
    }

    /** Forces what was written to the disk itself, so that it survives a power failure. May be called from any thread. */
    public void force() throws IOException {
        if (file instanceof FileChannel channel) {
            channel.force(false);
        }
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
