package twinge.cli;

import java.io.IOException;
import java.io.UncheckedIOException;

/** Results can not be written: unlike a bad input file, this ends the run. */
final class ResultsLost extends UncheckedIOException {
    private static final long serialVersionUID = 1L;

    ResultsLost(String place, IOException cause) {
        super(place, cause);
    }
}
