package twinge.detect;

import twinge.frames.SampleStream;

/**
 * A burst of one channel as its own channel sees it, before the other channels, the motion sensor and the context have
 * been asked.
 *
 * @param layer 0 for a rise above rest, 1 for a burst on top of activity that already lasted
 * @param coreSeconds the shortest stretch that carries four fifths of its energy; its whole length where that is no twitch's
 * @param channelDelaySeconds how far apart it and the bursts on other channels begin; NaN until compared, and if alone
 * @param asymmetry of the areas on either side while it lasted; NaN until compared, and where there is no other side
 * @param flawedShare share of its frames at the converter's limit or in leaps that no muscle makes
 */
record Activity(
        int stream,
        int channel,
        int layer,
        long onsetFrame,
        long endFrame,
        double onsetSeconds,
        double endSeconds,
        boolean cut,
        double riseSeconds,
        double peak,
        double peakTimesRest,
        double areaTimesRestSeconds,
        double medianFrequencyHz,
        double meanFrequencyHz,
        double medianFrequencySlope,
        double levelVariation,
        double quietBeforeSeconds,
        double coreSeconds,
        double flawedShare,
        double channelDelaySeconds,
        double asymmetry) {

    /** An R wave of 40 ms with filters and envelope. */
    private static final double SPIKE_SECONDS = 0.12;

    double seconds() {
        return endSeconds - onsetSeconds;
    }

    /** A stretch of this activity, with everything else as measured over the whole. */
    Activity part(long from, long to, double fromSeconds, double toSeconds) {
        return new Activity(
                stream,
                channel,
                layer,
                from,
                to,
                fromSeconds,
                toSeconds,
                cut,
                riseSeconds,
                peak,
                peakTimesRest,
                areaTimesRestSeconds,
                medianFrequencyHz,
                meanFrequencyHz,
                medianFrequencySlope,
                levelVariation,
                quietBeforeSeconds,
                coreSeconds,
                flawedShare,
                channelDelaySeconds,
                asymmetry);
    }

    /** Whether it is as short as a single motor unit's potential. */
    boolean isTwitch() {
        return coreSeconds <= Judge.LONGEST_TWITCH_SECONDS;
    }

    /** No longer than a heartbeat, filters and envelope included. */
    boolean isBrief() {
        return seconds() < 0.3;
    }

    /** Whether it is short enough, after the filters, for a heart's R wave. */
    boolean mayBeBeat() {
        return seconds() <= SPIKE_SECONDS || isBrief() && coreSeconds <= 2 * Judge.LONGEST_TWITCH_SECONDS;
    }

    /** A twitch ends with its potential, not when filters and envelope have rung off; all else as measured until then. */
    Activity endingAt(long frame, SampleStream stream) {
        return part(onsetFrame, frame, onsetSeconds, stream.seconds(frame));
    }

    /** The same with what the other channels tell. */
    Activity compared(double delaySeconds, double asymmetryOfSides) {
        return new Activity(
                stream,
                channel,
                layer,
                onsetFrame,
                endFrame,
                onsetSeconds,
                endSeconds,
                cut,
                riseSeconds,
                peak,
                peakTimesRest,
                areaTimesRestSeconds,
                medianFrequencyHz,
                meanFrequencyHz,
                medianFrequencySlope,
                levelVariation,
                quietBeforeSeconds,
                coreSeconds,
                flawedShare,
                delaySeconds,
                asymmetryOfSides);
    }

    static Activity state(State io, Activity a) {
        boolean w = a != null;
        return new Activity(
                io.count(w ? a.stream : 0),
                io.count(w ? a.channel : 0),
                io.count(w ? a.layer : 0),
                io.whole(w ? a.onsetFrame : 0),
                io.whole(w ? a.endFrame : 0),
                io.real(w ? a.onsetSeconds : 0),
                io.real(w ? a.endSeconds : 0),
                io.flag(w && a.cut),
                io.real(w ? a.riseSeconds : 0),
                io.real(w ? a.peak : 0),
                io.real(w ? a.peakTimesRest : 0),
                io.real(w ? a.areaTimesRestSeconds : 0),
                io.real(w ? a.medianFrequencyHz : 0),
                io.real(w ? a.meanFrequencyHz : 0),
                io.real(w ? a.medianFrequencySlope : 0),
                io.real(w ? a.levelVariation : 0),
                io.real(w ? a.quietBeforeSeconds : 0),
                io.real(w ? a.coreSeconds : 0),
                io.real(w ? a.flawedShare : 0),
                io.real(w ? a.channelDelaySeconds : 0),
                io.real(w ? a.asymmetry : 0));
    }
}
