package twinge.log;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;
import java.util.zip.ZipException;
import twinge.frames.Block;
import twinge.frames.Channel;
import twinge.frames.MalformedInput;
import twinge.frames.Marker;
import twinge.frames.Montage;
import twinge.frames.SampleStream;
import twinge.frames.Scale;

/**
 * An excerpt as bytes: {@code TWXC}, a version byte, the CRC-32 of the rest, then deflated (RFC 1950) big-endian fields.
 *
 * <p>Version 1: from and to (seconds, doubles), whether something is left out and from where to where; the streams, each
 * with rate, start and channels; the blocks, each with stream, first frame, frames, for each channel the differences from
 * count to count (the first from 0) as {@linkplain #writeDifference variable-length numbers}, a bit for each missing
 * sample if there are any, and the markers. Lengths are ints, texts their length in bytes and UTF-8.
 */
final class ExcerptCodec {
    private static final int MAGIC = 'T' << 24 | 'W' << 16 | 'X' << 8 | 'C';
    private static final int VERSION = 1;

    /** Bytes before the deflated fields. */
    private static final int HEAD = 9;

    /** No byte deflates to less than this part of one (RFC 1951: 258 bytes in two bits), and a count is a byte or more. */
    private static final int MOST_COUNTS_A_BYTE = 1032;

    private ExcerptCodec() {}

    static byte[] encode(Excerpt excerpt) {
        ByteArrayOutputStream fields = new ByteArrayOutputStream();
        try (DataOutputStream out =
                new DataOutputStream(new BufferedOutputStream(new DeflaterOutputStream(fields), 1 << 16))) {
            write(out, excerpt);
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory failed", e);
        }
        byte[] deflated = fields.toByteArray();
        return ByteBuffer.allocate(HEAD + deflated.length)
                .putInt(MAGIC)
                .put((byte) VERSION)
                .putInt(checksum(deflated, 0))
                .put(deflated)
                .array();
    }

    /** @param source what messages call the bytes */
    static Excerpt decode(byte[] bytes, String source) {
        check(bytes, source);
        try (InputStream fields = new InflaterInputStream(new ByteArrayInputStream(bytes, HEAD, bytes.length - HEAD))) {
            return read(new DataInputStream(new BufferedInputStream(fields)), bytes.length);
        } catch (EOFException | ZipException | IllegalArgumentException e) {
            throw new MalformedInput(
                    source, -1, "this excerpt is damaged (" + e.getMessage() + "); replay the recording again");
        } catch (IOException e) {
            throw new UncheckedIOException("reading from memory failed", e);
        }
    }

    private static void check(byte[] bytes, String source) {
        if (bytes.length < HEAD || ByteBuffer.wrap(bytes).getInt() != MAGIC) {
            throw new MalformedInput(source, 0, "this is no excerpt of a signal; replay the recording again");
        }
        if (bytes[4] != VERSION) {
            throw new MalformedInput(
                    source,
                    4,
                    "this excerpt is version " + bytes[4] + ", this program reads " + VERSION + "; use a newer Twinge");
        }
        if (ByteBuffer.wrap(bytes).getInt(5) != checksum(bytes, HEAD)) {
            throw new MalformedInput(source, 5, "this excerpt is damaged; replay the recording again");
        }
    }

    private static int checksum(byte[] bytes, int from) {
        CRC32 checksum = new CRC32();
        checksum.update(bytes, from, bytes.length - from);
        return (int) checksum.getValue();
    }

    private static void write(DataOutputStream out, Excerpt excerpt) throws IOException {
        writeSpan(out, new Excerpt.Span(excerpt.fromSeconds(), excerpt.toSeconds()));
        out.writeBoolean(excerpt.leftOut().isPresent());
        if (excerpt.leftOut().isPresent()) {
            writeSpan(out, excerpt.leftOut().get());
        }
        out.writeInt(excerpt.streams().size());
        for (SampleStream stream : excerpt.streams()) {
            writeStream(out, stream);
        }
        out.writeInt(excerpt.blocks().size());
        for (Block block : excerpt.blocks()) {
            writeBlock(out, block);
        }
    }

    private static Excerpt read(DataInputStream in, int bytes) throws IOException {
        Excerpt.Span span = readSpan(in);
        Optional<Excerpt.Span> leftOut = in.readBoolean() ? Optional.of(readSpan(in)) : Optional.empty();
        List<SampleStream> streams = new ArrayList<>();
        for (int left = in.readInt(); left > 0; left--) {
            streams.add(readStream(in, streams.size()));
        }
        List<Block> blocks = new ArrayList<>();
        long mostCounts = (long) bytes * MOST_COUNTS_A_BYTE;
        for (int left = in.readInt(); left > 0; left--) {
            Block block = readBlock(in, streams, mostCounts);
            mostCounts -= (long) block.frames() * block.channels();
            blocks.add(block);
        }
        return new Excerpt(span.fromSeconds(), span.toSeconds(), leftOut, streams, blocks);
    }

    private static void writeSpan(DataOutputStream out, Excerpt.Span span) throws IOException {
        out.writeDouble(span.fromSeconds());
        out.writeDouble(span.toSeconds());
    }

    private static Excerpt.Span readSpan(DataInputStream in) throws IOException {
        return new Excerpt.Span(in.readDouble(), in.readDouble());
    }

    private static void writeStream(DataOutputStream out, SampleStream stream) throws IOException {
        out.writeDouble(stream.rateHz());
        out.writeDouble(stream.startSeconds());
        out.writeInt(stream.montage().size());
        for (Channel channel : stream.montage().channels()) {
            writeText(out, channel.label());
            writeText(out, channel.type().name());
            writeText(out, channel.muscle());
            writeText(out, channel.side().name());
            writeText(out, channel.position());
            out.writeInt(channel.scale().digitalMinimum());
            out.writeInt(channel.scale().digitalMaximum());
            out.writeDouble(channel.scale().physicalMinimum());
            out.writeDouble(channel.scale().physicalMaximum());
            writeText(out, channel.scale().unit());
        }
    }

    private static SampleStream readStream(DataInputStream in, int index) throws IOException {
        double rateHz = in.readDouble();
        double startSeconds = in.readDouble();
        List<Channel> channels = new ArrayList<>();
        for (int left = in.readInt(); left > 0; left--) {
            channels.add(new Channel(
                    readText(in),
                    Channel.Type.valueOf(readText(in)),
                    readText(in),
                    Channel.Side.valueOf(readText(in)),
                    readText(in),
                    new Scale(in.readInt(), in.readInt(), in.readDouble(), in.readDouble(), readText(in))));
        }
        return new SampleStream(index, rateHz, startSeconds, new Montage(channels));
    }

    private static void writeBlock(DataOutputStream out, Block block) throws IOException {
        out.writeInt(block.stream());
        out.writeLong(block.firstFrame());
        out.writeInt(block.frames());
        int[] counts = new int[block.frames()];
        for (int channel = 0; channel < block.channels(); channel++) {
            block.copyTo(channel, 0, block.frames(), counts, 0);
            int before = 0;
            for (int count : counts) {
                writeDifference(out, count - before);
                before = count;
            }
        }
        out.writeBoolean(block.anyMissing());
        if (block.anyMissing()) {
            for (int channel = 0; channel < block.channels(); channel++) {
                for (int frame = 0; frame < block.frames(); frame++) {
                    out.writeBoolean(block.missing(channel, frame));
                }
            }
        }
        out.writeInt(block.markers().size());
        for (Marker marker : block.markers()) {
            out.writeLong(marker.frame());
            out.writeDouble(marker.durationSeconds());
            writeText(out, marker.text());
        }
    }

    private static Block readBlock(DataInputStream in, List<SampleStream> streams, long mostCounts) throws IOException {
        int index = in.readInt();
        if (index < 0 || index >= streams.size()) {
            throw new IllegalArgumentException("a block of stream " + index);
        }
        SampleStream stream = streams.get(index);
        long firstFrame = in.readLong();
        int frames = in.readInt();
        int channels = stream.montage().size();
        if ((long) frames * channels > mostCounts) {
            throw new IllegalArgumentException("a block of " + frames + " frames");
        }
        Block.Builder block = Block.of(stream, firstFrame, frames);
        for (int channel = 0; channel < channels; channel++) {
            int count = 0;
            for (int frame = 0; frame < frames; frame++) {
                count += readDifference(in);
                block.count(channel, frame, count);
            }
        }
        if (in.readBoolean()) {
            for (int channel = 0; channel < channels; channel++) {
                for (int frame = 0; frame < frames; frame++) {
                    if (in.readBoolean()) {
                        block.missing(channel, frame);
                    }
                }
            }
        }
        List<Marker> markers = new ArrayList<>();
        for (int left = in.readInt(); left > 0; left--) {
            markers.add(new Marker(in.readLong(), in.readDouble(), readText(in)));
        }
        return block.markers(markers).build();
    }

    /** Seven bits a byte, the lowest first, the highest bit says that more follow; the sign is folded into the lowest bit. */
    private static void writeDifference(DataOutputStream out, int difference) throws IOException {
        int left = difference << 1 ^ difference >> 31;
        while ((left & ~0x7f) != 0) {
            out.writeByte(left | 0x80);
            left >>>= 7;
        }
        out.writeByte(left);
    }

    private static int readDifference(DataInputStream in) throws IOException {
        int folded = 0;
        for (int shift = 0; shift < 35; shift += 7) {
            int next = in.readUnsignedByte();
            folded |= (next & 0x7f) << shift;
            if (next < 0x80) {
                return folded >>> 1 ^ -(folded & 1);
            }
        }
        throw new IllegalArgumentException("a difference of more than 32 bits");
    }

    private static void writeText(DataOutputStream out, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    private static String readText(DataInputStream in) throws IOException {
        int length = in.readInt();
        byte[] bytes = in.readNBytes(length);
        if (bytes.length < length) {
            throw new EOFException("a text of " + length + " bytes");
        }
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
