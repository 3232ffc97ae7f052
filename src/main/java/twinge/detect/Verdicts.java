package twinge.detect;

import twinge.events.Kind;
import twinge.events.Verdict;

/**
 * Weighs what is known of a burst. No published figure separates involuntary from voluntary trunk EMG, so behaviour and
 * context are scored: what starts without a movement, is not asked for, does not repeat like an exercise and does not stop
 * at rest. The weights are set by judgement and checked on generated sessions; the sources of each cue are in the
 * documentation.
 */
final class Verdicts {
    /** What none of the kinds explains has odds of its own: without any evidence voluntary work is two in three. */
    static final double UNKNOWN = -0.7;

    /** Movement above this many times rest is movement, below {@link #STILL} there is none. */
    private static final double MOVING = 4;

    private static final double STILL = 2.5;
    private static final double REST_NEEDED_SECONDS = 3;

    /** Shorter bursts that repeat are an exercise only where there is movement or a declared set; at rest twitches do. */
    private static final double SHORTEST_REP_SECONDS = 0.3;

    /** Trunk muscle measures 55 to 100 Hz, a wrist tremor 149 Hz; broadband noise above 20 Hz lies higher. */
    private static final double NOISE_MEDIAN_HZ = 175;

    /** Even a tired trunk muscle stays above this. */
    private static final double KNOCK_MEDIAN_HZ = 45;

    private static final double KNOCK_RISE_SECONDS = 0.05;

    /** Clonus beats for 50 to 100 ms; a single unit's potential of 5 to 15 ms looks 30 to 40 ms long in the envelope. */
    private static final double SHORTEST_BEAT_SECONDS = 0.042;

    /**
     * What surrounds a burst.
     *
     * @param motionAtOnset movement around the onset in multiples of rest, NaN without a motion sensor
     * @param motionDuring the same while it lasted
     * @param wornChannels EMG channels of the recording
     * @param activeChannels of them active at the same time, this one included
     * @param similarBefore bursts of the same length and height on this channel in the last minute
     * @param onHeartbeat whether it lies on a steady heartbeat
     * @param flaw reason of a flaw that overlaps it, or null
     * @param togetherWithin whether another channel twitched within 10 ms
     * @param bothSidesAtOnce whether the other side's channel rose within 40 ms
     * @param crosstalkOf kind of a far stronger burst of another channel that covers this one, or null
     */
    record Surroundings(
            double motionAtOnset,
            double motionDuring,
            Context.Phase phase,
            int wornChannels,
            int activeChannels,
            int similarBefore,
            boolean onHeartbeat,
            Finding.Reason flaw,
            boolean togetherWithin,
            boolean bothSidesAtOnce,
            Kind crosstalkOf) {}

    private Verdicts() {}

    static Verdict of(Activity burst, Surroundings around) {
        Scores scores = new Scores()
                .candidate(Kind.VOLUNTARY, 0)
                .candidate(Kind.UNCERTAIN, UNKNOWN)
                .candidate(Kind.ARTIFACT, -3);
        artifact(scores, burst, around);
        if (isTwitch(burst)) {
            twitch(scores, burst, around);
        } else {
            sustained(scores, burst, around);
        }
        voluntary(scores, burst, around);
        return scores.verdict();
    }

    private static boolean isTwitch(Activity burst) {
        return burst.coreSeconds() > 0 && burst.coreSeconds() <= Judge.LONGEST_TWITCH_SECONDS;
    }

    private static void artifact(Scores scores, Activity burst, Surroundings around) {
        if (around.flaw() != null) {
            scores.add(Kind.ARTIFACT, 8, words(around.flaw()));
        }
        if (burst.seconds() > 0.2 && burst.medianFrequencyHz() > NOISE_MEDIAN_HZ) {
            scores.add(
                    Kind.ARTIFACT,
                    5,
                    "median frequency {0} Hz: noise of the electrode, not muscle",
                    burst.medianFrequencyHz());
        }
        if (burst.seconds() < 0.5
                && burst.riseSeconds() < KNOCK_RISE_SECONDS
                && burst.medianFrequencyHz() < KNOCK_MEDIAN_HZ) {
            scores.add(
                    Kind.ARTIFACT,
                    6,
                    "median frequency only {0} Hz: a knock on the electrode",
                    burst.medianFrequencyHz());
        }
        if (around.crosstalkOf() != null
                && (around.crosstalkOf().involuntary() || around.crosstalkOf() == Kind.ARTIFACT)) {
            scores.candidate(around.crosstalkOf(), 0);
            scores.add(around.crosstalkOf(), 5, "in step with a burst over three times as strong on another channel");
        }
        if (around.onHeartbeat() && burst.seconds() < 0.3) {
            scores.add(Kind.ARTIFACT, 6, "falls on a steady heartbeat");
        }
    }

    private static void twitch(Scores scores, Activity burst, Surroundings around) {
        scores.candidate(Kind.FASCICULATION, -0.5);
        scores.add(Kind.FASCICULATION, 1, "lasts {0} ms", burst.coreSeconds() * 1000);
        if (burst.quietBeforeSeconds() >= 0.5) {
            scores.add(Kind.FASCICULATION, 1, "in a muscle quiet for {1} s", burst.quietBeforeSeconds());
        } else {
            scores.add(Kind.FASCICULATION, -2, "only {2} s after other activity", burst.quietBeforeSeconds());
        }
        if (around.togetherWithin()) {
            scores.add(Kind.FASCICULATION, -3, "another channel twitches in the same 10 ms");
            scores.add(Kind.ARTIFACT, 2.5, "another channel twitches in the same 10 ms");
        }
        if (around.activeChannels() > 1) {
            scores.add(Kind.FASCICULATION, -2, "other channels are active, too");
        }
        moved(scores, Kind.FASCICULATION, around.motionAtOnset(), 0.5, -2);
        phase(scores, Kind.FASCICULATION, around.phase(), 1, -2);
    }

    private static void sustained(Scores scores, Activity burst, Surroundings around) {
        scores.candidate(Kind.SPASM, -3);
        if (burst.medianFrequencyHz() > NOISE_MEDIAN_HZ) {
            scores.add(Kind.SPASM, -3, "the spectrum of noise");
        }
        if (burst.seconds() >= 1) {
            scores.add(Kind.SPASM, burst.seconds() >= 10 ? 1.5 : 0.8, "lasts {1} s", burst.seconds());
        } else {
            scores.add(Kind.SPASM, -2, "lasts only {2} s", burst.seconds());
        }
        if (burst.peakTimesRest() < 5) {
            scores.add(Kind.SPASM, -1.5, "only {1} times rest", burst.peakTimesRest());
        }
        if (burst.riseSeconds() < 0.3) {
            scores.add(Kind.SPASM, 1, "rises within {2} s", burst.riseSeconds());
        } else {
            scores.add(Kind.SPASM, -1, "takes {1} s to rise", burst.riseSeconds());
        }
        moved(scores, Kind.SPASM, around.motionAtOnset(), 1.8, -2.5);
        phase(scores, Kind.SPASM, around.phase(), 2, -1.5);
        if (around.bothSidesAtOnce()) {
            scores.add(Kind.SPASM, -1, "both sides rise within 40 ms");
        }
        if (burst.seconds() >= 6) {
            scores.candidate(Kind.CRAMP, -3.5);
            scores.add(Kind.CRAMP, burst.seconds() >= 10 ? 1.5 : 0.8, "lasts {1} s", burst.seconds());
            if (burst.riseSeconds() > Math.max(12, 0.5 * burst.seconds())) {
                scores.add(Kind.CRAMP, -1.5, "reaches its height only after {0} s", burst.riseSeconds());
            } else if (burst.riseSeconds() > 1) {
                scores.add(Kind.CRAMP, 1.5, "builds up over {1} s", burst.riseSeconds());
            } else {
                scores.add(Kind.CRAMP, -1, "rises within {2} s", burst.riseSeconds());
            }
            moved(scores, Kind.CRAMP, around.motionAtOnset(), 1.8, -2);
            phase(scores, Kind.CRAMP, around.phase(), 2, -1.5);
            if (around.wornChannels() > 1) {
                boolean alone = around.activeChannels() == 1;
                scores.add(Kind.CRAMP, alone ? 1 : -0.7, alone ? "on one channel alone" : "on several channels");
            }
        }
    }

    private static void voluntary(Scores scores, Activity burst, Surroundings around) {
        if (burst.onsetSeconds() < REST_NEEDED_SECONDS) {
            for (Kind kind : new Kind[] {Kind.SPASM, Kind.CRAMP}) {
                scores.add(kind, -2, "rest was known for only {1} s before it", burst.onsetSeconds());
            }
        }
        if (around.motionAtOnset() > MOVING) {
            scores.add(Kind.VOLUNTARY, 1, "goes with a movement of {0} times rest", around.motionAtOnset());
        }
        if (around.phase() == Context.Phase.SET) {
            scores.add(Kind.VOLUNTARY, 1, "in a declared set");
        }
        boolean work = around.phase() == Context.Phase.SET || around.motionAtOnset() > MOVING;
        if (around.similarBefore() > 0 && (burst.seconds() >= SHORTEST_REP_SECONDS || work)) {
            scores.add(
                    Kind.VOLUNTARY,
                    Math.min(1.5, 0.5 * around.similarBefore()),
                    "{0} like it in the last minute",
                    around.similarBefore());
        }
    }

    /** A train of pulses. */
    static Verdict ofTrain(
            int pulses,
            double rateHz,
            double strength,
            double intervalVariation,
            double pulseSeconds,
            double heightTimesRest,
            boolean bothSides,
            Surroundings around) {
        Scores scores = new Scores()
                .candidate(Kind.VOLUNTARY, 0)
                .candidate(Kind.UNCERTAIN, UNKNOWN)
                .candidate(Kind.ARTIFACT, -3)
                .candidate(Kind.CLONUS, -2);
        if (around.flaw() != null) {
            scores.add(Kind.ARTIFACT, 6, words(around.flaw()));
        }
        scores.add(Kind.CLONUS, 5 * (strength - 0.5), "beats {1} times a second", rateHz);
        scores.add(
                Kind.CLONUS,
                Math.max(-1.5, Math.min(1.5, 30 * (0.14 - intervalVariation))),
                "steady to {0} %",
                100 * intervalVariation);
        scores.add(Kind.CLONUS, pulses >= 8 ? 1 : 0.3, "{0} beats in a row", pulses);
        if (pulseSeconds < SHORTEST_BEAT_SECONDS) {
            scores.add(Kind.CLONUS, -3, "each beat lasts {0} ms: a single motor unit firing on", 1000 * pulseSeconds);
        }
        if (heightTimesRest < 4.5) {
            scores.add(Kind.CLONUS, -2, "each beat is only {1} times rest", heightTimesRest);
        }
        if (rateHz > 9) {
            scores.add(Kind.CLONUS, -1, "faster than clonus: {1} Hz", rateHz);
        }
        if (bothSides) {
            scores.add(Kind.CLONUS, -1.5, "both sides beat: shivering or shaking");
            scores.add(Kind.VOLUNTARY, 0.5, "both sides beat: shivering or shaking");
        }
        moved(scores, Kind.CLONUS, around.motionAtOnset(), 0.3, -1);
        phase(scores, Kind.CLONUS, around.phase(), 0.5, -0.5);
        return scores.verdict();
    }

    private static void moved(Scores scores, Kind kind, double motion, double ifStill, double ifMoving) {
        if (motion < STILL) {
            scores.add(kind, ifStill, "no movement of the trunk");
        } else if (motion > MOVING) {
            scores.add(kind, ifMoving, "goes with a movement of {0} times rest", motion);
        }
    }

    private static void phase(Scores scores, Kind kind, Context.Phase phase, double ifRest, double ifSet) {
        if (phase == Context.Phase.REST) {
            scores.add(kind, ifRest, "in a declared rest");
        } else if (phase == Context.Phase.SET) {
            scores.add(kind, ifSet, "in a declared set");
        }
    }

    static String words(Finding.Reason reason) {
        return switch (reason) {
            case RAIL -> "the converter's limit was reached";
            case FLAT -> "the signal did not change at all";
            case MAINS -> "mains hum";
            case NOISE -> "the electrode gives noise";
            case SWAY -> "electrode or cable sways";
            case GAP -> "samples were lost";
        };
    }
}
