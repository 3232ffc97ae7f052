package twinge.detect;

/**
 * A burst of one channel as its own channel sees it, before the other channels, the motion sensor and the context have
 * been asked.
 *
 * @param layer 0 for a rise above rest, 1 for a burst on top of activity that already lasted
 * @param coreSeconds from the first to the last sample above four times rest: a twitch's true length
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
