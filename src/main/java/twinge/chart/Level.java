package twinge.chart;

/**
 * What the detector compared on a channel at a point of time, in the channel's unit (µV or counts).
 *
 * @param firstFrame of the point, which spans {@code frames} frames, the same number for all points of a channel
 * @param baseline 0 or NaN if there is none, as for the thresholds
 * @param on threshold at which a burst begins
 * @param off threshold at which it ends
 */
public record Level(
        int stream, int channel, long firstFrame, int frames, double envelope, double baseline, double on, double off) {
    public Level {
        if (frames < 1) {
            throw new IllegalArgumentException("a point of " + frames + " frames");
        }
    }
}
