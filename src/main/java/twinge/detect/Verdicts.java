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
    /** What none of the kinds explains has odds of its own: without any evidence nothing is told but that. */
    static final double UNKNOWN = -0.7;

    /** Most bursts are meant, but that alone is no reason to say so. */
    static final double VOLUNTARY = -0.3;

    /** Movement above this many times rest is movement, below {@link #STILL} there is none. */
    private static final double MOVING = 4;

    private static final double STILL = 2.5;
    private static final double QUIET_SECONDS = 0.5;
    private static final double SUDDEN_SECONDS = 0.3;
    private static final double WEAK_TIMES_REST = 5;
    private static final double STOPS_SECONDS = 10;
    private static final int FEWEST_BEATS = 4;
    private static final double MOST_BEAT = 6;
    private static final double MOST_BEAT_AT_WORK = 3; // steps and reps, too, come at a steady pace
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

    private Verdicts() {}

    static Verdict of(Activity burst, Surroundings around) {
        Scores scores = new Scores()
                .candidate(Kind.VOLUNTARY, VOLUNTARY)
                .candidate(Kind.UNCERTAIN, UNKNOWN)
                .candidate(Kind.ARTIFACT, -3);
        if (burst.isTwitch()) {
            twitch(scores, burst, around);
        } else {
            sustained(scores, burst, around);
        }
        artifact(scores, burst, around);
        voluntary(scores, burst, around);
        return asSureAs(around.crosstalkOf(), scores.verdict());
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
            String form = "median frequency only {0} Hz: a knock on the electrode";
            scores.add(Kind.ARTIFACT, 6, form, burst.medianFrequencyHz());
            scores.add(Kind.FASCICULATION, -4, form, burst.medianFrequencyHz());
        }
        if (around.crosstalkOf() != null) {
            scores.candidate(around.crosstalkOf().kind(), 0);
            scores.add(
                    around.crosstalkOf().kind(),
                    5,
                    "in step with a burst over three times as strong on another channel");
        }
        double most = isWork(around) ? MOST_BEAT_AT_WORK : MOST_BEAT;
        if (around.beats() > 0 && burst.isBrief()) {
            double weight = Math.min(most, 2 * around.beats());
            scores.add(Kind.ARTIFACT, weight, "falls on a steady heartbeat");
            scores.add(Kind.FASCICULATION, -weight / 2, "falls on a steady heartbeat");
        }
        if (around.steady() >= FEWEST_BEATS) {
            double weight = Math.min(most, 2 * (around.steady() - FEWEST_BEATS + 1));
            scores.add(Kind.ARTIFACT, weight, "one of {0} at the steady pace of a heart", around.steady());
            scores.add(Kind.FASCICULATION, -weight, "one of {0} at the steady pace of a heart", around.steady());
        }
    }

    /** Crosstalk is of a kind only if the burst that it comes from is. */
    private static Verdict asSureAs(Verdict stronger, Verdict verdict) {
        return stronger == null || stronger.kind() != verdict.kind()
                ? verdict
                : new Verdict(verdict.kind(), verdict.probability() * stronger.probability(), verdict.evidence());
    }

    private static boolean isWork(Surroundings around) {
        return around.phase() == Context.Phase.SET || around.motionAtOnset() > MOVING;
    }

    private static void twitch(Scores scores, Activity burst, Surroundings around) {
        scores.candidate(Kind.FASCICULATION, -0.5);
        scores.add(Kind.FASCICULATION, 1, "lasts {0} ms", burst.seconds() * 1000);
        if (burst.quietBeforeSeconds() >= QUIET_SECONDS) {
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
            scores.add(Kind.SPASM, burst.seconds() >= 10 ? 1.2 : 0.8, "lasts {1} s", burst.seconds());
        } else {
            scores.add(Kind.SPASM, -2, "lasts only {2} s", burst.seconds());
        }
        if (burst.peakTimesRest() < WEAK_TIMES_REST) {
            scores.add(Kind.SPASM, -1.5, "only {1} times rest", burst.peakTimesRest());
        }
        if (burst.riseSeconds() < SUDDEN_SECONDS) {
            scores.add(Kind.SPASM, 1, "rises within {2} s", burst.riseSeconds());
        } else {
            scores.add(Kind.SPASM, -1, "takes {1} s to rise", burst.riseSeconds());
        }
        moved(scores, Kind.SPASM, around.motionAtOnset(), 1.75, -2.5);
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
            moved(scores, Kind.CRAMP, around.motionAtOnset(), 1.6, -2);
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
        if (burst.isTwitch()) {
            if (burst.quietBeforeSeconds() < QUIET_SECONDS) {
                scores.add(Kind.VOLUNTARY, 0.5, "only {2} s after other activity", burst.quietBeforeSeconds());
            }
        } else {
            meant(scores, burst);
        }
        moved(scores, Kind.VOLUNTARY, around.motionAtOnset(), -0.25, 1);
        if (around.phase() == Context.Phase.SET) {
            scores.add(Kind.VOLUNTARY, 1, "in a declared set");
        }
        if (around.similarBefore() > 0 && (burst.seconds() >= SHORTEST_REP_SECONDS || isWork(around))) {
            scores.add(
                    Kind.VOLUNTARY,
                    Math.min(1.5, 0.5 * around.similarBefore()),
                    "{0} like it in the last minute",
                    around.similarBefore());
        }
    }

    /** What a contraction that is meant is like. */
    private static void meant(Scores scores, Activity burst) {
        if (!burst.cut() && burst.seconds() < STOPS_SECONDS) {
            String form = burst.seconds() < 1 ? "lasts only {2} s" : "stops by itself after {1} s";
            scores.add(Kind.VOLUNTARY, burst.seconds() < 1 ? 0.45 : 0.3, form, burst.seconds());
        }
        if (burst.riseSeconds() >= SUDDEN_SECONDS) {
            scores.add(Kind.VOLUNTARY, 0.3, "takes {1} s to rise", burst.riseSeconds());
        }
        if (burst.peakTimesRest() < WEAK_TIMES_REST) {
            scores.add(Kind.VOLUNTARY, 0.2, "only {1} times rest", burst.peakTimesRest());
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
