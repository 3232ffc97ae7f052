package twinge.detect;

import twinge.events.Verdict;

/**
 * What surrounds a burst.
 *
 * @param motionAtOnset movement around the onset in multiples of rest, NaN without a motion sensor
 * @param motionDuring the same while it lasted
 * @param wornChannels EMG channels of the recording
 * @param activeChannels of them active at the same time, this one included
 * @param similarBefore bursts of the same length and height on this channel in the last minute
 * @param beats how many short bursts here, this one included, speak for a heartbeat; see {@link Beats#speakFor}
 * @param steady of how many spikes at a heart's steady pace it is one; 0 for all but a spike
 * @param flaw reason of a flaw that overlaps it, or null
 * @param togetherWithin whether another channel twitched within 10 ms, and not as crosstalk of this one
 * @param bothSidesAtOnce whether the other side's channel rose within 40 ms
 * @param crosstalkOf verdict on a far stronger burst of another channel that covers this one, or null
 */
record Surroundings(
        double motionAtOnset,
        double motionDuring,
        Context.Phase phase,
        int wornChannels,
        int activeChannels,
        int similarBefore,
        int beats,
        int steady,
        Finding.Reason flaw,
        boolean togetherWithin,
        boolean bothSidesAtOnce,
        Verdict crosstalkOf) {}
