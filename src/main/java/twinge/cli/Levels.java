package twinge.cli;

import twinge.chart.Level;
import twinge.detect.Finding.Trace;

/** What the detector compared, as pictures take it. */
final class Levels {
    private Levels() {}

    static Level of(Trace trace) {
        return new Level(
                trace.stream(),
                trace.channel(),
                trace.firstFrame(),
                trace.framesPerPoint(),
                trace.envelope(),
                trace.baseline(),
                trace.onThreshold(),
                trace.offThreshold());
    }
}
