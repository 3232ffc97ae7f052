package twinge.simulate;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.CRC32;

/**
 * What a board with our own firmware sends, as {@code firmware-protocol/twinge/README.md} tells it. Shares nothing with
 * the decoder, so that one proves the other.
 */
public final class TwingeEncoder {
    /** Flags of a data frame. */
    public static final int DROPPED = 1;

    public static final int TEST = 2;
    public static final int ELECTRODE_OFF = 4;

    private static final int MAJOR = 1;
    private static final int MINOR = 0;

    private final String firmware;
    private final String model;
    private final String serialNumber;
    private final int clockPpm;
    private final List<TwingeStream> streams;
    private final long schema;

    /** @param clockPpm how far its clock may be off, millionths */
    public TwingeEncoder(String firmware, String model, String serialNumber, int clockPpm, List<TwingeStream> streams) {
        this.firmware = firmware;
        this.model = model;
        this.serialNumber = serialNumber;
        this.clockPpm = clockPpm;
        this.streams = List.copyOf(streams);
        CRC32 hash = new CRC32();
        hash.update(MAJOR);
        hash.update(0);
        hash.update(layout());
        schema = hash.getValue();
    }

    public List<TwingeStream> streams() {
        return streams;
    }

    /** Who the board is and what it sends. */
    public byte[] hello(boolean streaming, boolean booted) {
        Message message = new Message(0x01).u8(MAJOR).u8(MINOR).u8(0).u8(0);
        message.tag(0x01, firmware).tag(0x02, model);
        if (!serialNumber.isEmpty()) {
            message.tag(0x03, serialNumber);
        }
        message.u8(0x04).u8(2).u16(clockPpm);
        message.u8(0x05).u8(1).u8((streaming ? 1 : 0) | (booted ? 2 : 0));
        return message.raw(layout()).u32(schema).frame();
    }

    /**
     * One frame of data.
     *
     * @param sequence counts this stream's frames; 16 bits of it travel
     * @param sample count of sampling instants at its first; 32 bits of it travel
     * @param micros the board's clock then; 32 bits of it travel
     * @param counts {@code [sample][channel]}
     */
    public byte[] data(int stream, int flags, long sequence, long sample, long micros, int[][] counts) {
        TwingeStream layout = streams.get(stream);
        if (counts.length != layout.samplesPerFrame()) {
            throw new IllegalArgumentException(counts.length + " samples in a frame of " + layout.samplesPerFrame());
        }
        Message message = new Message(0x10 + stream)
                .u8(flags)
                .u16((int) sequence)
                .u32(sample)
                .u32(micros);
        for (int[] each : counts) {
            for (int channel = 0; channel < each.length; channel++) {
                int bytes = (layout.inputs().get(channel).bits() + 7) / 8;
                for (int shift = 0; shift < 8 * bytes; shift += 8) {
                    message.u8(each[channel] >> shift);
                }
            }
        }
        return message.seeded(schema).frame();
    }

    public byte[] stats(int stream, long micros, long sampled, long dropped, long overruns, int supplyMillivolts) {
        return new Message(0x02)
                .u8(stream)
                .u32(micros)
                .u32(sampled)
                .u32(dropped)
                .u32(overruns)
                .u16(supplyMillivolts)
                .frame();
    }

    public byte[] event(int code, int argument, long sample, long micros) {
        return new Message(0x03).u8(code).u8(argument).u32(sample).u32(micros).frame();
    }

    public byte[] text(String text) {
        return new Message(0x04).text(text).frame();
    }

    public byte[] pong(long nonce, long micros) {
        return new Message(0x05).u32(nonce).u32(micros).frame();
    }

    /** @param error 0: done; 1 unknown, 2 argument, 3 too long, 4 busy */
    public byte[] ack(int error, String command) {
        return new Message(0x06).u8(error).text(command).frame();
    }

    public byte[] mark(long sample, long micros, String text) {
        return new Message(0x07).u32(sample).u32(micros).text(text).frame();
    }

    private byte[] layout() {
        Message tags = new Message();
        for (int index = 0; index < streams.size(); index++) {
            TwingeStream stream = streams.get(index);
            tags.u8(0x40).u8(7).u8(index).u32(stream.rateMillihertz());
            tags.u8(stream.samplesPerFrame()).u8(stream.inputs().size());
            for (TwingeStream.Input input : stream.inputs()) {
                tags.u8(0x41).u8(18 + input.label().getBytes(StandardCharsets.UTF_8).length);
                tags.u8(index).u8(input.number()).u8(input.kind()).u8(input.bits());
                tags.u8(input.signed() ? 1 : 0).u8(input.unit());
                tags.u32(input.rangeMillionths()).u32(input.gainThousandths()).u32(input.zero());
                tags.text(input.label());
            }
        }
        return tags.bytes.toByteArray();
    }

    /** Bytes under way, little-endian. */
    private static final class Message {
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        private final CRC32 checksum = new CRC32();

        private Message() {}

        private Message(int type) {
            u8(type);
        }

        private Message u8(int value) {
            bytes.write(value);
            return this;
        }

        private Message u16(int value) {
            return u8(value).u8(value >> 8);
        }

        private Message u32(long value) {
            return u16((int) value).u16((int) (value >> 16));
        }

        private Message raw(byte[] more) {
            bytes.writeBytes(more);
            return this;
        }

        private Message text(String text) {
            return raw(text.getBytes(StandardCharsets.UTF_8));
        }

        private Message tag(int tag, String text) {
            return u8(tag).u8(text.getBytes(StandardCharsets.UTF_8).length).text(text);
        }

        private Message seeded(long schema) {
            for (int shift = 0; shift < 32; shift += 8) {
                checksum.update((int) (schema >> shift));
            }
            return this;
        }

        private byte[] frame() {
            checksum.update(bytes.toByteArray());
            return stuffed(u32(checksum.getValue()).bytes.toByteArray());
        }

        /** COBS: each run of up to 254 bytes without a zero goes behind its length plus one; a zero ends it all. */
        private static byte[] stuffed(byte[] body) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            int from = 0;
            boolean open = true;
            while (open) {
                int to = from;
                while (to < body.length && to - from < 254 && body[to] != 0) {
                    to++;
                }
                out.write(to - from + 1);
                out.write(body, from, to - from);
                boolean zero = to < body.length && to - from < 254;
                open = zero || to < body.length;
                from = zero ? to + 1 : to;
            }
            out.write(0);
            return out.toByteArray();
        }
    }
}
