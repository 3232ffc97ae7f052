package twinge.events;

import java.util.Objects;

/**
 * A stretch of raised muscle activity on one channel.
 *
 * @param stream index of the recording's stream, from 0
 * @param channel index into that stream's montage, from 0
 * @param onsetFrame first frame above the threshold, counted from the start of the stream
 * @param endFrame first frame after the burst
 * @param onsetSeconds the onset from the start of the recording
 * @param endSeconds the end from the start of the recording
 * @param cut whether it was closed by a gap or the end of the recording, not by the muscle
 */
public record Burst(
        int stream,
        int channel,
        long onsetFrame,
        long endFrame,
        double onsetSeconds,
        double endSeconds,
        boolean cut,
        Features features,
        Verdict verdict) {
    public Burst {
        Objects.requireNonNull(features, "features");
        Objects.requireNonNull(verdict, "verdict");
        if (endFrame <= onsetFrame) {
            throw new IllegalArgumentException("a burst from frame " + onsetFrame + " cannot end at " + endFrame);
        }
    }

    public double seconds() {
        return endSeconds - onsetSeconds;
    }

    public Kind kind() {
        return verdict.kind();
    }
}
