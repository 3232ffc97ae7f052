package twinge.files.csv;

import java.io.IOException;
import java.util.Arrays;

/** Cuts text into lines inside one reused array; a line longer than the array is cut off and told. */
final class Lines {
    /** How much of the beginning may be looked at before reading. */
    static final int HEAD = 1 << 16;

    private static final int SIZE = 1 << 18;

    private final TextBytes text;
    private final byte[] bytes = new byte[SIZE];
    private final byte terminator;
    private int from;
    private int to;
    private int next;
    private int filled;
    private long number;
    private boolean ended;
    private boolean cut;
    private boolean terminated;

    Lines(TextBytes text) throws IOException {
        this.text = text;
        filled = text.read(bytes, 0, HEAD);
        ended = filled < HEAD;
        terminator = (byte) (indexOf((byte) '\n') < 0 && indexOf((byte) '\r') >= 0 ? '\r' : '\n');
    }

    /** The first bytes, at most {@link #HEAD}; only before the first {@link #next}. */
    byte[] head() {
        return Arrays.copyOf(bytes, filled);
    }

    /** Whether the head is all there is. */
    boolean headIsAll() {
        return ended;
    }

    byte terminator() {
        return terminator;
    }

    /** Goes to the next line; false at the end. */
    boolean next() throws IOException {
        from = next;
        cut = false;
        int end = find(from);
        while (end < 0 && !ended) {
            end = more();
        }
        if (end < 0 && from == filled) {
            return false;
        }
        terminated = end >= 0;
        to = terminated ? end : filled;
        next = terminated ? end + 1 : filled;
        if (to > from && bytes[to - 1] == '\r') {
            to--;
        }
        number++;
        return true;
    }

    byte[] bytes() {
        return bytes;
    }

    int from() {
        return from;
    }

    int to() {
        return to;
    }

    /** From 1. */
    long number() {
        return number;
    }

    /** Whether the line was too long to be held; what is given is its end. */
    boolean cut() {
        return cut;
    }

    /** Whether a line end follows; only the last line may lack it. */
    boolean terminated() {
        return terminated;
    }

    /** Moves the begun line to the front and reads on; returns its end, or -1. */
    private int more() throws IOException {
        int begun = filled - from;
        if (begun > SIZE / 2) {
            cut = true;
            begun = 0;
        }
        System.arraycopy(bytes, filled - begun, bytes, 0, begun);
        from = 0;
        int wanted = SIZE - begun;
        int got = text.read(bytes, begun, wanted);
        ended = got < wanted;
        filled = begun + got;
        return find(begun);
    }

    private int find(int start) {
        for (int i = start; i < filled; i++) {
            if (bytes[i] == terminator) {
                return i;
            }
        }
        return -1;
    }

    private int indexOf(byte wanted) {
        for (int i = 0; i < filled; i++) {
            if (bytes[i] == wanted) {
                return i;
            }
        }
        return -1;
    }
}
