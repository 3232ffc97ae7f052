package twinge.simulate.board;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.OptionalInt;

/** The outer end of a virtual board's line: what another program reads and writes. */
interface Line extends Closeable {
    /** What the other program writes. */
    InputStream heard();

    /** What it will read. */
    OutputStream told();

    /** The speed it has set; empty if that can not be known, or is none of the usual ones. */
    OptionalInt speed() throws IOException;

    /** Whether any program has it open; true where that can not be known. */
    boolean listened();

    /** Over two streams, standard input and output for instance, which have no speed. */
    static Line over(InputStream heard, OutputStream told) {
        return new Line() {
            @Override
            public InputStream heard() {
                return heard;
            }

            @Override
            public OutputStream told() {
                return told;
            }

            @Override
            public OptionalInt speed() {
                return OptionalInt.empty();
            }

            @Override
            public boolean listened() {
                return true;
            }

            @Override
            public void close() throws IOException {
                told.flush();
            }
        };
    }
}
