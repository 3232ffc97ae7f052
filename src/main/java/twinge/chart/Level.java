package twinge.chart;

/**
 * What the detector compared on a channel at a point of time, in the channel's unit (µV or counts).
 *
 * @param firstFrame of the point, which spans {@code framesPerPoint} frames, the same number for all points of a channel
 * @param baseline 0 or NaN if there is none, as for the thresholds
 */
public record Level(
        int stream,
        int channel,
        long firstFrame,
        int framesPerPoint,
        double envelope,
        double baseline,
        double onThreshold,
        double offThreshold) {
    public Level {
        if (framesPerPoint < 1) {
            throw new IllegalArgumentException("a point of " + framesPerPoint + " frames");
        }
    }
}
