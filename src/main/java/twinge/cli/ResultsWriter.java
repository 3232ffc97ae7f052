package twinge.cli;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;

/** Text of results in UTF-8; a failure to write says that it is the results that are lost. */
final class ResultsWriter extends Writer {
    private static final int BUFFER_CHARACTERS = 1 << 15;

    private interface Step {
        void run() throws IOException;
    }

    private final String place;
    private final Writer out;

    /** @param place what a user calls the destination */
    ResultsWriter(String place, OutputStream out) {
        this.place = place;
        this.out = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8), BUFFER_CHARACTERS);
    }

    @Override
    public void write(char[] text, int from, int length) {
        doing(() -> out.write(text, from, length));
    }

    @Override
    public void flush() {
        doing(out::flush);
    }

    @Override
    public void close() {
        doing(out::close);
    }

    private void doing(Step step) {
        try {
            step.run();
        } catch (IOException e) {
            throw new ResultsLost(place, e);
        }
    }
}
