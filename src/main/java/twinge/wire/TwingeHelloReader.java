package twinge.wire;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.CRC32;
import twinge.wire.TwingeHello.Input;
import twinge.wire.TwingeHello.Stream;

/** Reads a HELLO: tags that are not known are passed over by their length, one that contradicts itself is refused. */
final class TwingeHelloReader {
    private static final int FIXED_BYTES = 5; // type, major, minor, incompatible, compatible
    private static final int SCHEMA_BYTES = 4;
    private static final int STREAM = 0x40; // this tag and all above are the schema
    private static final int CHANNEL = 0x41;
    private static final int CHANNEL_FIXED_BYTES = 18;
    private static final int MOST_STREAMS = 16;
    private static final int MOST_MESSAGE_BYTES = 1020;

    private final Map<Integer, byte[]> said = new HashMap<>();
    private final List<ByteBuffer> streams = new ArrayList<>();
    private final List<List<Input>> inputs = new ArrayList<>();
    private final CRC32 schema = new CRC32();

    private TwingeHelloReader() {}

    /** @param message from the type to before the checksum, which was right */
    static Optional<TwingeHello> read(byte[] message, int length) {
        if (length < FIXED_BYTES + SCHEMA_BYTES || message[0] != TwingeHello.TYPE) {
            return Optional.empty();
        }
        return new TwingeHelloReader().all(Arrays.copyOf(message, length));
    }

    private Optional<TwingeHello> all(byte[] message) {
        schema.update(message[1]);
        schema.update(message[3]);
        int end = message.length - SCHEMA_BYTES;
        int at = FIXED_BYTES;
        while (at + 2 <= end && at + 2 + (message[at + 1] & 0xFF) <= end) {
            int next = at + 2 + (message[at + 1] & 0xFF);
            if (!tag(message[at] & 0xFF, Arrays.copyOfRange(message, at + 2, next))) {
                return Optional.empty();
            }
            if ((message[at] & 0xFF) >= STREAM) {
                schema.update(message, at, next - at);
            }
            at = next;
        }
        long told = little(message).getInt(end) & 0xFFFFFFFFL;
        List<Stream> layout = layout();
        if (at != end || told != schema.getValue() || layout.isEmpty()) {
            return Optional.empty();
        }
        byte[] state = said.getOrDefault(5, new byte[0]);
        int flags = state.length == 0 ? 0 : state[0];
        return Optional.of(new TwingeHello(
                message[1] & 0xFF,
                message[3] & 0xFF,
                told,
                text(1),
                text(2),
                text(3),
                (flags & 1) != 0,
                (flags & 2) != 0,
                layout,
                HexFormat.of().formatHex(message)));
    }

    private boolean tag(int tag, byte[] value) {
        if (tag == STREAM) {
            streams.add(little(value));
            inputs.add(new ArrayList<>());
            return value.length >= 7 && value[0] == streams.size() - 1 && streams.size() <= MOST_STREAMS;
        }
        if (tag == CHANNEL) {
            return value.length >= CHANNEL_FIXED_BYTES && value[0] == streams.size() - 1 && input(value);
        }
        said.put(tag, value);
        return true;
    }

    private boolean input(byte[] value) {
        ByteBuffer in = little(value);
        Input input = new Input(
                value[1] & 0xFF,
                value[2] & 0xFF,
                value[3] & 0xFF,
                value[4] != 0,
                value[5] & 0xFF,
                in.getInt(6) & 0xFFFFFFFFL,
                in.getInt(10) & 0xFFFFFFFFL,
                in.getInt(14),
                printable(value, CHANNEL_FIXED_BYTES, value.length));
        inputs.get(inputs.size() - 1).add(input);
        return input.bits() >= 1 && input.bits() <= (input.signed() ? 32 : 31);
    }

    /** The streams, or none if one of them is not what it announced. */
    private List<Stream> layout() {
        List<Stream> layout = new ArrayList<>();
        for (int i = 0; i < streams.size(); i++) {
            ByteBuffer stream = streams.get(i);
            long rateMillihertz = stream.getInt(1) & 0xFFFFFFFFL;
            int samples = stream.get(5) & 0xFF;
            int channels = stream.get(6) & 0xFF;
            if (rateMillihertz == 0
                    || rateMillihertz > 1_000_000_000
                    || samples == 0
                    || channels == 0
                    || channels != inputs.get(i).size()) {
                return List.of();
            }
            layout.add(new Stream(rateMillihertz, samples, inputs.get(i)));
            if (layout.get(i).messageBytes() > MOST_MESSAGE_BYTES) {
                return List.of();
            }
        }
        return layout;
    }

    private String text(int tag) {
        byte[] value = said.getOrDefault(tag, new byte[0]);
        return printable(value, 0, value.length);
    }

    /** Text of a board as it may be shown: whatever could steer a terminal becomes a question mark. */
    static String printable(byte[] bytes, int from, int to) {
        String text = new String(bytes, from, to - from, StandardCharsets.UTF_8);
        StringBuilder shown = new StringBuilder();
        text.codePoints()
                .map(each -> Character.isISOControl(each) || Character.getType(each) == Character.FORMAT ? '?' : each)
                .forEach(shown::appendCodePoint);
        return shown.toString();
    }

    private static ByteBuffer little(byte[] bytes) {
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }
}
