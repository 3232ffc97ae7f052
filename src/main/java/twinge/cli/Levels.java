package twinge.cli;

import twinge.detect.Finding.Trace;

/** A picture that takes what the detector compared; every kind of picture does so in the same way. */
interface Levels {
    void level(
            int stream,
            int channel,
            long firstFrame,
            int framesPerPoint,
            double envelope,
            double baseline,
            double onThreshold,
            double offThreshold);

    default void take(Trace trace) {
        level(
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
