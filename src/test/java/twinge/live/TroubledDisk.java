package twinge.live;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CountDownLatch;

/**
 * A disk that can be full or not answer, and that remembers what was written since it was last forced, so that a power failure
 * can be played: of those writes any may be lost, in part too, whatever their order.
 */
final class TroubledDisk implements Disk {
    private record Write(long at, byte[] bytes, long nanos) {}

    /** What a file surely holds, and what may or may not have reached it. */
    private static final class Image {
        private byte[] sure = new byte[0];
        private final List<Write> unsure = new ArrayList<>();

        private byte[] written() {
            long end = sure.length;
            for (Write write : unsure) {
                end = Math.max(end, write.at() + write.bytes().length);
            }
            byte[] all = Arrays.copyOf(sure, (int) end);
            unsure.forEach(write -> System.arraycopy(write.bytes(), 0, all, (int) write.at(), write.bytes().length));
            return all;
        }
    }

    private final Map<Path, Image> images = new LinkedHashMap<>();
    private long room = Long.MAX_VALUE;
    private CountDownLatch hanging = new CountDownLatch(0);

    @Override
    public FileChannel create(Path file) throws IOException {
        synchronized (images) {
            images.put(file, new Image());
        }
        return new Watched(file, Disk.real().create(file));
    }

    /** From now on only so many bytes more can be written. */
    synchronized void roomFor(long bytes) {
        room = bytes;
    }

    /** From now on no write and no force comes back, until {@link #answer}. */
    synchronized void hang() {
        hanging = new CountDownLatch(1);
    }

    synchronized void answer() {
        hanging.countDown();
    }

    /** How long a file is, of what was written to it. */
    long bytesOf(Path file) {
        synchronized (images) {
            return images.get(file).written().length;
        }
    }

    /** What a file holds that the disk was made to keep. */
    byte[] sure(Path file) {
        synchronized (images) {
            return images.get(file).sure;
        }
    }

    /** How long ago the oldest write was that the disk was not made to keep yet. */
    long unsureNanos() {
        long now = System.nanoTime();
        synchronized (images) {
            return images.values().stream()
                    .flatMap(image -> image.unsure.stream())
                    .mapToLong(write -> now - write.nanos())
                    .max()
                    .orElse(0);
        }
    }

    /** Writes to another folder what the files may hold after the power has failed now. */
    void failPower(Path into, Random dice) throws IOException {
        synchronized (images) {
            for (Map.Entry<Path, Image> each : images.entrySet()) {
                byte[] bytes = each.getValue().sure;
                for (Write write : each.getValue().unsure) {
                    int kind = dice.nextInt(3);
                    if (kind > 0) {
                        int length = kind == 1 ? write.bytes().length : dice.nextInt(write.bytes().length + 1);
                        bytes = with(bytes, write, length);
                    }
                }
                Files.write(into.resolve(each.getKey().getFileName()), bytes);
            }
        }
    }

    private static byte[] with(byte[] bytes, Write write, int length) {
        if (length == 0) {
            return bytes;
        }
        byte[] changed = Arrays.copyOf(bytes, (int) Math.max(bytes.length, write.at() + length));
        System.arraycopy(write.bytes(), 0, changed, (int) write.at(), length);
        return changed;
    }

    private void await() throws IOException {
        CountDownLatch latch;
        synchronized (this) {
            latch = hanging;
        }
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }

    /** How many of these bytes there is room for. */
    private synchronized int take(int wanted) throws IOException {
        if (room == 0) {
            throw new IOException("No space left on device");
        }
        int taken = (int) Math.min(room, wanted);
        room -= room == Long.MAX_VALUE ? 0 : taken;
        return taken;
    }

    private final class Watched extends FileChannel {
        private final Path path;
        private final FileChannel file;

        Watched(Path path, FileChannel file) {
            this.path = path;
            this.file = file;
        }

        @Override
        public int write(ByteBuffer from, long position) throws IOException {
            await();
            byte[] bytes = new byte[take(from.remaining())];
            from.get(bytes);
            synchronized (images) {
                images.get(path).unsure.add(new Write(position, bytes, System.nanoTime()));
            }
            return file.write(ByteBuffer.wrap(bytes), position);
        }

        @Override
        public void force(boolean metaData) throws IOException {
            await();
            synchronized (images) {
                Image image = images.get(path);
                image.sure = image.written();
                image.unsure.clear();
            }
        }

        @Override
        public int read(ByteBuffer into) throws IOException {
            return file.read(into);
        }

        @Override
        public long read(ByteBuffer[] into, int offset, int length) throws IOException {
            return file.read(into, offset, length);
        }

        @Override
        public int write(ByteBuffer from) {
            throw new UnsupportedOperationException("sessions write at a place");
        }

        @Override
        public long write(ByteBuffer[] from, int offset, int length) {
            throw new UnsupportedOperationException("sessions write at a place");
        }

        @Override
        public long position() throws IOException {
            return file.position();
        }

        @Override
        public FileChannel position(long to) throws IOException {
            file.position(to);
            return this;
        }

        @Override
        public long size() throws IOException {
            return file.size();
        }

        @Override
        public FileChannel truncate(long size) throws IOException {
            file.truncate(size);
            return this;
        }

        @Override
        public long transferTo(long position, long count, WritableByteChannel target) throws IOException {
            return file.transferTo(position, count, target);
        }

        @Override
        public long transferFrom(ReadableByteChannel source, long position, long count) throws IOException {
            return file.transferFrom(source, position, count);
        }

        @Override
        public int read(ByteBuffer into, long position) throws IOException {
            return file.read(into, position);
        }

        @Override
        public MappedByteBuffer map(MapMode mode, long position, long size) throws IOException {
            return file.map(mode, position, size);
        }

        @Override
        public FileLock lock(long position, long size, boolean shared) throws IOException {
            return file.lock(position, size, shared);
        }

        @Override
        public FileLock tryLock(long position, long size, boolean shared) throws IOException {
            return file.tryLock(position, size, shared);
        }

        @Override
        protected void implCloseChannel() throws IOException {
            file.close();
        }
    }
}
