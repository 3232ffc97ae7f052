package twinge.files.csv;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import twinge.files.ByteSource;

/** The text of a source as bytes of an ASCII-compatible encoding, without its byte order mark; UTF-16 is turned to UTF-8. */
final class TextBytes {
    private final ByteSource source;
    private final Reader utf16; // null if the bytes can be taken as they are
    private byte[] turned = new byte[0];
    private int turnedAt;

    TextBytes(ByteSource source) throws IOException {
        this.source = source;
        byte[] first = source.peek(64);
        Charset charset = utf16(first);
        if (charset != null) {
            skip(begins(first, 0xFF, 0xFE) || begins(first, 0xFE, 0xFF) ? 2 : 0);
            utf16 = new InputStreamReader(new SourceStream(source), charset);
        } else {
            skip(begins(first, 0xEF, 0xBB, 0xBF) ? 3 : 0);
            utf16 = null;
        }
    }

    /** Reads until {@code length} bytes are there or the end is met; returns how many there are. */
    int read(byte[] into, int at, int length) throws IOException {
        if (utf16 == null) {
            return source.read(into, at, length);
        }
        int got = 0;
        while (got < length) {
            if (turnedAt == turned.length) {
                char[] chars = new char[4096];
                int now = utf16.read(chars);
                if (now < 0) {
                    break;
                }
                turned = new String(chars, 0, now).getBytes(StandardCharsets.UTF_8);
                turnedAt = 0;
            }
            int part = Math.min(length - got, turned.length - turnedAt);
            System.arraycopy(turned, turnedAt, into, at + got, part);
            turnedAt += part;
            got += part;
        }
        return got;
    }

    private void skip(int bytes) throws IOException {
        source.read(new byte[bytes], 0, bytes);
    }

    /** By the mark, or by every other byte being 0 as in ASCII text of two bytes a character. */
    private static Charset utf16(byte[] first) {
        if (begins(first, 0xFF, 0xFE)) {
            return StandardCharsets.UTF_16LE;
        }
        if (begins(first, 0xFE, 0xFF)) {
            return StandardCharsets.UTF_16BE;
        }
        int[] zeros = new int[2];
        for (int i = 0; i < first.length; i++) {
            zeros[i % 2] += first[i] == 0 ? 1 : 0;
        }
        int half = first.length / 2;
        if (half < 4 || zeros[0] + zeros[1] != half || zeros[0] * zeros[1] != 0) {
            return null;
        }
        return zeros[1] == half ? StandardCharsets.UTF_16LE : StandardCharsets.UTF_16BE;
    }

    private static boolean begins(byte[] bytes, int... mark) {
        for (int i = 0; i < mark.length; i++) {
            if (i >= bytes.length || (bytes[i] & 255) != mark[i]) {
                return false;
            }
        }
        return true;
    }

    private static final class SourceStream extends InputStream {
        private final ByteSource source;

        SourceStream(ByteSource source) {
            this.source = source;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 255;
        }

        @Override
        public int read(byte[] into, int at, int length) throws IOException {
            int got = source.read(into, at, length);
            return got == 0 && length > 0 ? -1 : got;
        }
    }
}
