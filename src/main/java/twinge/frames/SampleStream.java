package twinge.frames;

import java.util.Objects;

/**
 * Channels on one clock. A recording has one stream a rate: EMG at 1000 Hz, the motion sensor at 148 Hz.
 *
 * @param index place of this stream in its recording, from 0
 * @param rateHz frames a second, decided once and then fixed
 * @param startSeconds time of frame 0, counted from the start of the recording
 */
public record SampleStream(int index, double rateHz, double startSeconds, Montage montage) {
    public SampleStream {
        Objects.requireNonNull(montage, "montage");
        if (index < 0) {
            throw new IllegalArgumentException("stream index " + index);
        }
        if (!(rateHz > 0 && rateHz <= 1e6)) {
            throw new IllegalArgumentException("a rate of " + rateHz + " Hz; it must be above 0 and at most 1 MHz");
        }
        if (!Double.isFinite(startSeconds)) {
            throw new IllegalArgumentException("a start at " + startSeconds + " s");
        }
    }

    /** When a frame was taken, seconds from the start of the recording. */
    public double seconds(long frame) {
        return startSeconds + frame / rateHz;
    }

    /** The frame nearest to a time given in seconds from the start of the recording. */
    public long frameAt(double seconds) {
        return Math.round((seconds - startSeconds) * rateHz);
    }
}
