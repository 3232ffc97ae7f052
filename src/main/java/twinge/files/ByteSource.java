package twinge.files;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.UUID;

/** The bytes of one recording, from a file or a stream, read once from front to back with a look at the first ones. */
public final class ByteSource implements Closeable {
    private static final int CHUNK = 1 << 18;

    private final Path path; // null for a stream
    private final String name;
    private final long size;
    private final InputStream in;
    private final MessageDigest digest; // of a stream, while it is read; null for a file
    private byte[] ahead = new byte[0];
    private int aheadAt;
    private long position;
    private boolean ended;

    private ByteSource(Path path, String name, long size, InputStream in, MessageDigest digest) {
        this.path = path;
        this.name = name;
        this.size = size;
        this.in = in;
        this.digest = digest;
    }

    /** Opens a file; a named pipe is read as a stream. */
    public static ByteSource of(Path file) throws IOException {
        String name = file.toString();
        if (!Files.exists(file)) {
            throw new NoSuchFileException(name, null, "there is no such file; check the name and the folder");
        }
        if (Files.isDirectory(file)) {
            throw new FileSystemException(name, null, "is a folder; name the recordings in it");
        }
        if (!Files.isReadable(file)) {
            throw new FileSystemException(name, null, "may not be read by you; check its permissions");
        }
        String shown = file.getFileName().toString();
        if (!Files.isRegularFile(file)) {
            return of(Files.newInputStream(file), shown);
        }
        return new ByteSource(file, shown, Files.size(file), Files.newInputStream(file), null);
    }

    /** Takes a stream over; it is closed with this. */
    public static ByteSource of(InputStream in, String name) {
        return new ByteSource(null, name, -1, in, sha256());
    }

    /** What a user calls it. */
    public String name() {
        return name;
    }

    /** Size in bytes, or -1 if it can not be known. */
    public long size() {
        return size;
    }

    /** Bytes handed out so far. */
    public long position() {
        return position;
    }

    /** Whether {@link #again} can be called. */
    public boolean repeatable() {
        return path != null;
    }

    /** The same file from its start. */
    public ByteSource again() throws IOException {
        return of(path);
    }

    /** The first bytes not yet handed out, {@code length} of them or as many as there are. */
    public byte[] peek(int length) throws IOException {
        if (ahead.length - aheadAt < length) {
            byte[] more = Arrays.copyOfRange(ahead, aheadAt, aheadAt + length);
            int have = ahead.length - aheadAt;
            have += fill(more, have, length - have);
            ahead = Arrays.copyOf(more, have);
            aheadAt = 0;
        }
        return Arrays.copyOfRange(ahead, aheadAt, Math.min(ahead.length, aheadAt + length));
    }

    /** Reads until {@code length} bytes are there or the end is met; returns how many there are. */
    public int read(byte[] into, int at, int length) throws IOException {
        int first = Math.min(length, ahead.length - aheadAt);
        System.arraycopy(ahead, aheadAt, into, at, first);
        aheadAt += first;
        if (aheadAt == ahead.length) {
            ahead = new byte[0];
            aheadAt = 0;
        }
        int got = first + fill(into, at + first, length - first);
        position += got;
        return got;
    }

    /**
     * A name for exactly these bytes: a version 8 UUID out of their SHA-256. A file is read through for it.
     *
     * @throws IllegalStateException for a stream that has not been read to its end
     */
    public UUID contentId() throws IOException {
        if (path == null) {
            if (!ended) {
                throw new IllegalStateException(name + " is a stream; its content is known once it is read to its end");
            }
            return uuid(digest);
        }
        MessageDigest whole = sha256();
        byte[] chunk = new byte[CHUNK];
        try (InputStream file = Files.newInputStream(path)) {
            for (int got = file.read(chunk); got >= 0; got = file.read(chunk)) {
                whole.update(chunk, 0, got);
            }
        }
        return uuid(whole);
    }

    @Override
    public void close() throws IOException {
        in.close();
    }

    private int fill(byte[] into, int at, int length) throws IOException {
        int got = 0;
        while (got < length) {
            int now = in.read(into, at + got, Math.min(CHUNK, length - got));
            if (now < 0) {
                ended = true;
                break;
            }
            if (digest != null) {
                digest.update(into, at + got, now);
            }
            got += now;
        }
        return got;
    }

    private static UUID uuid(MessageDigest digest) throws IOException {
        try {
            ByteBuffer hash = ByteBuffer.wrap(((MessageDigest) digest.clone()).digest());
            long high = hash.getLong() & ~0xF000L | 0x8000L;
            long low = hash.getLong() & ~(3L << 62) | 1L << 63;
            return new UUID(high, low);
        } catch (CloneNotSupportedException e) {
            throw new IOException("this Java's SHA-256 can not be asked twice", e);
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256; this one has not", e);
        }
    }
}
