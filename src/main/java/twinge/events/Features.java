package twinge.events;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What was measured of a burst. A value that the signal cannot carry (a median frequency of a 200 Hz recording) is NaN.
 *
 * @param durationSeconds onset to end
 * @param riseSeconds onset to the envelope's first crossing of its mean over the burst
 * @param peakMicrovolts highest RMS envelope of the 20 Hz path; counts where the channel is uncalibrated
 * @param peakTimesRest the same in multiples of the resting level
 * @param areaTimesRestSeconds envelope above rest, summed over the burst, in multiples of rest times seconds
 * @param medianFrequencyHz frequency that halves the power
 * @param meanFrequencyHz centroid of the power
 * @param medianFrequencySlopeHzPerSecond its course over the burst
 * @param rhythmHz rate of a steady repetition around the burst, 0 if there is none
 * @param rhythmStrength highest autocorrelation of the envelope between 3 and 12 Hz, 0 to 1
 * @param intervalVariation standard deviation over mean of the intervals between the bursts of that rhythm
 * @param levelVariation standard deviation over mean of the envelope between rise and fall
 * @param repetitions bursts in the same train or series, this one included
 * @param activeChannels channels raised at the same time, this one included
 * @param channelDelaySeconds median delay, whichever is first, between its rise and that on each channel where a burst
 *     began within 0.25 s of it: where the envelopes from 0.15 s before its onset to 0.35 s after correlate best, within 0.15 s.
 *     A rise less than a third as high and within 10 ms may be crosstalk and is no other burst; the weaker one of such a pair
 *     has the delay to the stronger one, nearly 0. For a train, over its last three seconds. NaN where it began alone
 * @param asymmetry (left - right) / (left + right) of the areas under the envelope and above rest, from its onset to its
 *     end, on this channel and its mirror, -1 to 1: the same muscle and position on the other side, be a burst there or not.
 *     In µV, of uncalibrated channels in multiples of rest. For a train, over the whole train. NaN without sides or a mirror,
 *     and where either channel was flat, at its limit or lost for a tenth of that time
 * @param motionTimesRest movement during the burst in multiples of its resting level; NaN without a motion sensor
 * @param quietBeforeSeconds how long the channel had been quiet
 */
public record Features(
        double durationSeconds,
        double riseSeconds,
        double peakMicrovolts,
        double peakTimesRest,
        double areaTimesRestSeconds,
        double medianFrequencyHz,
        double meanFrequencyHz,
        double medianFrequencySlopeHzPerSecond,
        double rhythmHz,
        double rhythmStrength,
        double intervalVariation,
        double levelVariation,
        int repetitions,
        int activeChannels,
        double channelDelaySeconds,
        double asymmetry,
        double motionTimesRest,
        double quietBeforeSeconds) {

    /** Every value by its field's name, in the order of the fields. */
    public Map<String, Double> values() {
        Map<String, Double> values = new LinkedHashMap<>();
        values.put("durationSeconds", durationSeconds);
        values.put("riseSeconds", riseSeconds);
        values.put("peakMicrovolts", peakMicrovolts);
        values.put("peakTimesRest", peakTimesRest);
        values.put("areaTimesRestSeconds", areaTimesRestSeconds);
        values.put("medianFrequencyHz", medianFrequencyHz);
        values.put("meanFrequencyHz", meanFrequencyHz);
        values.put("medianFrequencySlopeHzPerSecond", medianFrequencySlopeHzPerSecond);
        values.put("rhythmHz", rhythmHz);
        values.put("rhythmStrength", rhythmStrength);
        values.put("intervalVariation", intervalVariation);
        values.put("levelVariation", levelVariation);
        values.put("repetitions", (double) repetitions);
        values.put("activeChannels", (double) activeChannels);
        values.put("channelDelaySeconds", channelDelaySeconds);
        values.put("asymmetry", asymmetry);
        values.put("motionTimesRest", motionTimesRest);
        values.put("quietBeforeSeconds", quietBeforeSeconds);
        return values;
    }
}
