package twinge.cli;

import java.io.Closeable;
import java.io.IOException;

/** Results on their way out, one row at a time, each with as many cells as the table has columns. */
interface Table extends Closeable {
    void row(Cell... cells) throws IOException;
}
