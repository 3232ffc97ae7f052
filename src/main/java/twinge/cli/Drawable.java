package twinge.cli;

import java.util.function.Consumer;
import twinge.chart.Level;
import twinge.detect.Finding;
import twinge.detect.Finding.Quality;
import twinge.detect.Finding.Reason;
import twinge.detect.Finding.Trace;

/** What the detector compared and flagged, as every kind of picture takes it. */
final class Drawable {
    /** Takes a flagged stretch of a channel. */
    interface Flags {
        void flag(int stream, int channel, long firstFrame, long endFrame, String reason);
    }

    private Drawable() {}

    /** Hands on a finding that pictures draw under the trace; the others are left. */
    static void handOn(Finding finding, Consumer<Level> levels, Flags flags) {
        if (finding instanceof Trace trace) {
            levels.accept(new Level(
                    trace.stream(),
                    trace.channel(),
                    trace.firstFrame(),
                    trace.framesPerPoint(),
                    trace.envelope(),
                    trace.baseline(),
                    trace.onThreshold(),
                    trace.offThreshold()));
        } else if (finding instanceof Quality flagged
                && flagged.reason() != Reason.MAINS) { // hum is taken out, not a reason to doubt
            flags.flag(
                    flagged.stream(),
                    flagged.channel(),
                    flagged.firstFrame(),
                    flagged.endFrame(),
                    QualityNotes.word(flagged));
        }
    }
}
