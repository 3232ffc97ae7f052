package twinge.detect;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import twinge.signal.Resumable;

/**
 * Writes a detector's state or reads it back, by the same lines of code, so that the two can not drift apart: each
 * method takes the present value and returns the value that holds from now on.
 */
final class State {
    private final DataInputStream in; // null while writing
    private final DataOutputStream out; // null while reading
    private final ByteArrayOutputStream bytes;

    private State(byte[] from) {
        in = from == null ? null : new DataInputStream(new ByteArrayInputStream(from));
        bytes = from == null ? new ByteArrayOutputStream() : null;
        out = from == null ? new DataOutputStream(bytes) : null;
    }

    static State writing() {
        return new State(null);
    }

    static State reading(byte[] from) {
        return new State(from);
    }

    boolean isReading() {
        return in != null;
    }

    byte[] written() {
        return bytes.toByteArray();
    }

    /** How many bytes are left to read. */
    int left() {
        try {
            return in.available();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    double real(double value) {
        return Double.longBitsToDouble(whole(Double.doubleToRawLongBits(value)));
    }

    boolean flag(boolean value) {
        return count(value ? 1 : 0) != 0;
    }

    int count(int value) {
        try {
            if (isReading()) {
                return in.readInt();
            }
            out.writeInt(value);
            return value;
        } catch (IOException cut) {
            throw cutShort(cut);
        }
    }

    long whole(long value) {
        try {
            if (isReading()) {
                return in.readLong();
            }
            out.writeLong(value);
            return value;
        } catch (IOException cut) {
            throw cutShort(cut);
        }
    }

    String text(String value) {
        byte[] letters = value.getBytes(StandardCharsets.UTF_8);
        int length = count(letters.length);
        try {
            if (isReading()) {
                return new String(in.readNBytes(length), StandardCharsets.UTF_8);
            }
            out.write(letters);
            return value;
        } catch (IOException cut) {
            throw cutShort(cut);
        }
    }

    void reals(double[] values) {
        for (int i = 0; i < values.length; i++) {
            values[i] = real(values[i]);
        }
    }

    void wholes(long[] values) {
        for (int i = 0; i < values.length; i++) {
            values[i] = whole(values[i]);
        }
    }

    void counts(int[] values) {
        for (int i = 0; i < values.length; i++) {
            values[i] = count(values[i]);
        }
    }

    /** A stage of the signal package, which knows its own state. */
    void stage(Resumable stage) {
        byte[] state = new byte[stage.stateSize()];
        if (!isReading()) {
            stage.save(ByteBuffer.wrap(state));
        }
        try {
            if (isReading()) {
                in.readFully(state);
                stage.restore(ByteBuffer.wrap(state));
            } else {
                out.write(state);
            }
        } catch (IOException cut) {
            throw cutShort(cut);
        }
    }

    /** Items one by one; {@code item} gets null while reading. */
    <T> void list(List<T> items, UnaryOperator<T> item) {
        int size = count(items.size());
        if (isReading()) {
            items.clear();
            for (int i = 0; i < size; i++) {
                items.add(item.apply(null));
            }
        } else {
            new ArrayList<>(items).forEach(item::apply);
        }
    }

    private static IllegalArgumentException cutShort(IOException cause) {
        return new IllegalArgumentException(
                "the snapshot is cut short; take it again from the running detector", cause);
    }
}
