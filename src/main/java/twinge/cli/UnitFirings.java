package twinge.cli;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import twinge.simulate.FiringListener;
import twinge.simulate.Scenario;

/** Writes when each motor unit of a simulated recording fired, tab-separated, in the order in which they are played. */
final class UnitFirings implements FiringListener, Closeable {
    private static final int DECIMALS = 6;

    private final Scenario scenario;
    private final ResultsWriter out;

    UnitFirings(Path file, Scenario scenario) throws IOException {
        this.scenario = scenario;
        out = new ResultsWriter(file.toString(), Files.newOutputStream(file));
        line(out, "onset", "unit", "channel");
    }

    @Override
    public void fired(int channel, int unit, double seconds) {
        line(
                out,
                Cell.digits(seconds, DECIMALS),
                Integer.toString(unit),
                scenario.sites().get(channel).label());
    }

    private static void line(ResultsWriter out, String... cells) {
        char[] line = (String.join("\t", cells) + "\n").toCharArray();
        out.write(line, 0, line.length);
    }

    @Override
    public void close() {
        out.close();
    }
}
