package twinge.detect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import twinge.detect.Context.Phase;
import twinge.detect.Finding.Reason;
import twinge.events.Evidence;
import twinge.events.Kind;
import twinge.events.Verdict;

/** Each piece of evidence alone moves the judgement the way it should, from a clear case of each kind. */
class VerdictsTest {
    /** All that is known of a burst or a train, to be changed one by one. */
    private static final class Case {
        double seconds = 3;
        double rise = 0.2;
        double timesRest = 10;
        double medianHz = 80;
        double quietBefore = 10;
        double core = 3;
        double onset = 20;
        double motion = 1;
        Phase phase = Phase.REST;
        int worn = 4;
        int active = 1;
        int similar;
        int beats;
        int steady;
        Reason flaw;
        boolean together;
        boolean bothSides;
        Verdict crosstalkOf;
        double beatHz;
        double strength = 0.8;
        double variation = 0.05;
        double beatSeconds = 0.07;

        Verdict verdict() {
            Surroundings around = new Surroundings(
                    motion,
                    motion,
                    phase,
                    worn,
                    active,
                    similar,
                    beats,
                    steady,
                    flaw,
                    together,
                    bothSides,
                    crosstalkOf);
            if (beatHz > 0) {
                return Verdicts.ofTrain(20, beatHz, strength, variation, beatSeconds, timesRest, bothSides, around);
            }
            return Verdicts.of(
                    new Activity(
                            0,
                            0,
                            0,
                            Math.round(1000 * onset),
                            Math.round(1000 * (onset + seconds)),
                            onset,
                            onset + seconds,
                            false,
                            rise,
                            100,
                            timesRest,
                            timesRest * seconds,
                            medianHz,
                            medianHz,
                            Double.NaN,
                            0.2,
                            quietBefore,
                            core,
                            0,
                            Double.NaN,
                            Double.NaN),
                    around);
        }
    }

    private static Case clear(Kind kind) {
        Case clear = new Case();
        switch (kind) {
            case FASCICULATION -> {
                clear.seconds = 0.06;
                clear.core = 0.01;
            }
            case CRAMP -> {
                clear.seconds = 20;
                clear.rise = 3;
            }
            case CLONUS -> clear.beatHz = 5;
            case VOLUNTARY -> {
                clear.rise = 0.6;
                clear.motion = 9;
                clear.phase = Phase.SET;
                clear.similar = 3;
            }
            case ARTIFACT -> clear.flaw = Reason.RAIL;
            default -> {}
        }
        return clear;
    }

    /** Probability of a kind, as far as a verdict tells it. */
    private static double support(Kind kind, Verdict verdict) {
        if (verdict.kind() == kind) {
            return verdict.probability();
        }
        return verdict.kind() == Kind.UNCERTAIN ? 0.5 : 0;
    }

    @ParameterizedTest
    @EnumSource(
            value = Kind.class,
            names = {"VOLUNTARY", "SPASM", "CRAMP", "FASCICULATION", "CLONUS", "ARTIFACT"})
    void aClearCaseIsToldWithEvidence(Kind kind) {
        Verdict verdict = clear(kind).verdict();
        assertEquals(kind, verdict.kind());
        assertTrue(verdict.probability() > 0.85, "only " + verdict.probability());
        assertTrue(verdict.evidence().stream().mapToDouble(Evidence::weight).sum() > 0);
    }

    private static Arguments less(Kind kind, String what, Consumer<Case> change, String words) {
        return arguments(kind, what, change, words);
    }

    static Stream<Arguments> doubts() {
        return Stream.of(
                less(Kind.SPASM, "half a second", c -> c.seconds = 0.5, ""),
                less(Kind.SPASM, "barely above rest", c -> c.timesRest = 4, "only 4.0 times rest"),
                less(Kind.SPASM, "slow", c -> c.rise = 0.5, "takes 0.5 s to rise"),
                less(Kind.SPASM, "moving", c -> c.motion = 8, "goes with a movement of 8 times rest"),
                less(Kind.SPASM, "no motion sensor", c -> c.motion = Double.NaN, ""),
                less(Kind.SPASM, "nothing declared", c -> c.phase = Phase.UNKNOWN, ""),
                less(Kind.SPASM, "in a set", c -> c.phase = Phase.SET, ""),
                less(Kind.SPASM, "both sides", c -> c.bothSides = true, "both sides rise within 40 ms"),
                less(Kind.SPASM, "white", c -> c.medianHz = 230, "median frequency 230 Hz: noise of the electrode"),
                less(Kind.SPASM, "at once", c -> c.onset = 1, "rest was known for only 1.0 s before it"),
                less(Kind.SPASM, "one of many", c -> c.similar = 3, ""),
                less(Kind.SPASM, "at the limit", c -> c.flaw = Reason.RAIL, "the converter's limit was reached"),
                less(Kind.FASCICULATION, "in work", c -> c.quietBefore = 0.1, ""),
                less(Kind.FASCICULATION, "long", c -> c.core = 0.2, ""),
                less(Kind.FASCICULATION, "everywhere", c -> c.together = true, ""),
                less(Kind.FASCICULATION, "on the heart", c -> c.beats = 3, ""),
                less(
                        Kind.FASCICULATION,
                        "at a heart's pace",
                        c -> c.steady = 6,
                        "one of 6 at the steady pace of a heart"),
                less(Kind.FASCICULATION, "moving", c -> c.motion = 8, "goes with a movement of 8 times rest"),
                less(Kind.FASCICULATION, "in a set", c -> c.phase = Phase.SET, "in a declared set"),
                less(Kind.FASCICULATION, "loose", c -> c.flaw = Reason.NOISE, "noise"),
                less(
                        Kind.FASCICULATION,
                        "a knock",
                        c -> {
                            c.medianHz = 39;
                            c.rise = 0.03;
                        },
                        ""),
                less(Kind.CRAMP, "at once", c -> c.rise = 0.5, "rises within 0.50 s"),
                less(Kind.CRAMP, "ever higher", c -> c.rise = 15, ""),
                less(Kind.CRAMP, "everywhere", c -> c.active = 3, "on several channels"),
                less(Kind.CRAMP, "moving", c -> c.motion = 8, "goes with a movement of 8 times rest"),
                less(Kind.CRAMP, "in a set", c -> c.phase = Phase.SET, ""),
                less(Kind.CRAMP, "seven seconds", c -> c.seconds = 7, "lasts 7.0 s"),
                less(Kind.CLONUS, "weakly", c -> c.strength = 0.6, "beats 5.0 times a second"),
                less(Kind.CLONUS, "unsteady", c -> c.variation = 0.15, "steady to 15 %"),
                less(Kind.CLONUS, "spikes", c -> c.beatSeconds = 0.03, ""),
                less(Kind.CLONUS, "small", c -> c.timesRest = 3, "each beat is only 3.0 times rest"),
                less(Kind.CLONUS, "fast", c -> c.beatHz = 10, "faster than clonus: 10.0 Hz"),
                less(Kind.CLONUS, "both sides", c -> c.bothSides = true, "both sides beat: shivering or shaking"),
                less(Kind.CLONUS, "moving", c -> c.motion = 8, "goes with a movement of 8 times rest"),
                less(Kind.CLONUS, "in a set", c -> c.phase = Phase.SET, "in a declared set"),
                less(Kind.CLONUS, "dry", c -> c.flaw = Reason.NOISE, "the electrode gives noise"),
                less(Kind.VOLUNTARY, "still", c -> c.motion = 1, "no movement of the trunk"),
                less(Kind.VOLUNTARY, "in a rest", c -> c.phase = Phase.REST, ""),
                less(Kind.VOLUNTARY, "the first", c -> c.similar = 0, "in a declared set"),
                less(Kind.VOLUNTARY, "fast", c -> c.rise = 0.1, "3 like it in the last minute"));
    }

    @ParameterizedTest(name = "{0}, {1}")
    @MethodSource("doubts")
    void aDoubtAloneMakesTheKindLessLikelyAndIsSaid(Kind kind, String what, Consumer<Case> change, String words) {
        Case doubted = clear(kind);
        change.accept(doubted);
        Verdict verdict = doubted.verdict();
        assertTrue(
                support(kind, verdict) < clear(kind).verdict().probability(),
                () -> "with it " + verdict + ", without " + clear(kind).verdict());
        assertTrue(
                verdict.evidence().stream().anyMatch(each -> each.words().contains(words)) || words.isEmpty(),
                () -> words + " is not in " + verdict.evidence());
    }

    @Test
    void theWordsOfATwitchCarryItsNumbers() {
        List<String> words = clear(Kind.FASCICULATION).verdict().evidence().stream()
                .map(Evidence::words)
                .toList();
        assertEquals(
                List.of(
                        "lasts 60 ms",
                        "in a muscle quiet for 10.0 s",
                        "in a declared rest",
                        "no movement of the trunk"),
                words);
    }

    /** The prior odds of a spasm are e^-3; its evidence adds up in the exponent. */
    @Test
    void theWeightsToldAreTheWeightsCounted() {
        Verdict verdict = clear(Kind.SPASM).verdict();
        double sum =
                -3 + verdict.evidence().stream().mapToDouble(Evidence::weight).sum();
        double voluntary = Math.exp(Verdicts.VOLUNTARY - 0.25 + 0.3); // the trunk is still; it stops by itself
        assertEquals(
                Math.exp(sum) / (Math.exp(sum) + voluntary + Math.exp(-0.7) + Math.exp(-3)),
                verdict.probability(),
                1e-12);
    }

    @Test
    void aShortThumpIsAKnockAndALongOneIsNot() {
        Case thump = clear(Kind.SPASM);
        thump.seconds = 0.3;
        thump.medianHz = 39;
        thump.rise = 0.03;
        assertEquals(Kind.ARTIFACT, thump.verdict().kind());
        assertEquals(
                "median frequency only 39 Hz: a knock on the electrode",
                thump.verdict().evidence().get(0).words());
        thump.seconds = 3;
        assertEquals(Kind.SPASM, thump.verdict().kind());
        thump.seconds = 0.3;
        thump.rise = 0.1;
        assertNotEquals(Kind.ARTIFACT, thump.verdict().kind(), "muscle does not rise at once");
    }

    @ParameterizedTest
    @EnumSource(
            value = Kind.class,
            names = {"VOLUNTARY", "SPASM", "CLONUS", "FASCICULATION", "ARTIFACT", "UNCERTAIN"})
    void crosstalkIsOfTheKindOfTheStrongerBurstAndNoSurer(Kind kind) {
        Case faint = clear(Kind.VOLUNTARY);
        faint.phase = Phase.UNKNOWN;
        faint.similar = 0;
        faint.motion = Double.NaN;
        faint.crosstalkOf = new Verdict(kind, 0.8, List.of());
        Verdict verdict = faint.verdict();
        assertEquals(kind, verdict.kind());
        assertTrue(verdict.probability() < 0.8);
        assertEquals(
                "in step with a burst over three times as strong on another channel",
                verdict.evidence().get(0).words());
    }

    @ParameterizedTest(name = "{0} s")
    @ValueSource(doubles = {0.03, 0.2, 0.9, 2, 7, 30})
    void everyVerdictSaysWhy(double seconds) {
        for (double rise : new double[] {0.02, 0.8}) {
            for (double motion : new double[] {1, 3, 9, Double.NaN}) {
                Case plain = new Case();
                plain.seconds = seconds;
                plain.core = seconds < 0.1 ? 0.01 : seconds;
                plain.rise = rise;
                plain.motion = motion;
                plain.phase = Phase.UNKNOWN;
                Verdict verdict = plain.verdict();
                assertFalse(verdict.evidence().isEmpty(), verdict::toString);
            }
        }
    }

    @Test
    void workWithoutContextIsVoluntaryBecauseOfWhatItIsLike() {
        Case work = new Case();
        work.phase = Phase.UNKNOWN;
        work.motion = Double.NaN;
        work.seconds = 1.2;
        work.rise = 0.5;
        assertEquals(Kind.VOLUNTARY, work.verdict().kind());
        assertEquals(
                List.of("stops by itself after 1.2 s", "takes 0.5 s to rise"),
                work.verdict().evidence().stream().map(Evidence::words).toList());
    }

    @ParameterizedTest
    @EnumSource(Reason.class)
    void everyReasonHasWordsOfItsOwn(Reason reason) {
        long same = Stream.of(Reason.values())
                .filter(other -> Verdicts.words(other).equals(Verdicts.words(reason)))
                .count();
        assertEquals(1, same, Verdicts.words(reason));
    }
}
