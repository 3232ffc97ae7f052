package twinge.detect;

import twinge.events.Burst;
import twinge.events.Features;
import twinge.events.Verdict;
import twinge.frames.SampleStream;

/** Writes down what was measured of a burst, once it is judged. */
final class Bursts {
    private Bursts() {}

    static Burst of(Activity a, Surroundings around, Verdict verdict) {
        Features features = new Features(
                a.seconds(),
                a.riseSeconds(),
                a.peak(),
                a.peakTimesRest(),
                a.areaTimesRestSeconds(),
                a.medianFrequencyHz(),
                a.meanFrequencyHz(),
                a.medianFrequencySlope(),
                0,
                0,
                Double.NaN,
                a.levelVariation(),
                around.similarBefore() + 1,
                around.activeChannels(),
                a.channelDelaySeconds(),
                a.asymmetry(),
                around.motionAtOnset(),
                a.quietBeforeSeconds());
        return new Burst(
                a.stream(),
                a.channel(),
                a.onsetFrame(),
                a.endFrame(),
                a.onsetSeconds(),
                a.endSeconds(),
                a.cut(),
                features,
                verdict);
    }

    /** One beat of a train, with what was measured of the whole train. */
    static Burst of(
            SampleStream stream,
            int channel,
            Signs.Pulse pulse,
            double hertz,
            double strength,
            double variation,
            int pulses,
            double delaySeconds,
            double asymmetry,
            Surroundings around,
            Verdict verdict) {
        double start = stream.seconds(pulse.onsetFrame());
        double end = stream.seconds(pulse.endFrame());
        Features features = new Features(
                end - start,
                Double.NaN,
                pulse.peak(),
                pulse.peakTimesRest(),
                Double.NaN,
                Double.NaN,
                Double.NaN,
                Double.NaN,
                hertz,
                strength,
                variation,
                Double.NaN,
                pulses,
                around.activeChannels(),
                delaySeconds,
                asymmetry,
                around.motionAtOnset(),
                Double.NaN);
        return new Burst(
                stream.index(), channel, pulse.onsetFrame(), pulse.endFrame(), start, end, false, features, verdict);
    }
}
