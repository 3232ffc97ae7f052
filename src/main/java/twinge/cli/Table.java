package twinge.cli;

import java.io.Closeable;
import java.io.IOException;

/** Results on their way out, one row at a time, each with a cell for every column; what is beyond them is left out. */
interface Table extends Closeable {
    void row(Cell... cells) throws IOException;
}
