package twinge.detect;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import twinge.events.Evidence;
import twinge.events.Kind;
import twinge.events.Verdict;

class ScoresTest {
    @Test
    void theProbabilityIsTheShareOfTheExponentials() {
        Verdict verdict = new Scores()
                .candidate(Kind.VOLUNTARY, 0)
                .candidate(Kind.ARTIFACT, -3)
                .candidate(Kind.SPASM, -1)
                .add(Kind.SPASM, 2.5, "one")
                .add(Kind.SPASM, 0.5, "two")
                .verdict();
        assertEquals(Kind.SPASM, verdict.kind());
        assertEquals(Math.exp(2) / (Math.exp(2) + 1 + Math.exp(-3)), verdict.probability(), 1e-12);
    }

    @ParameterizedTest(name = "{0} ahead by {1}: {2}")
    @CsvSource({ // ln(0.6 / 0.4) = 0.405, ln(0.7 / 0.3) = 0.847
        "VOLUNTARY, 0.41, VOLUNTARY",
        "VOLUNTARY, 0.40, UNCERTAIN",
        "ARTIFACT, 0.41, ARTIFACT",
        "ARTIFACT, 0.40, UNCERTAIN",
        "SPASM, 0.85, SPASM",
        "SPASM, 0.84, UNCERTAIN",
        "CLONUS, 0.85, CLONUS",
        "CLONUS, 0.84, UNCERTAIN",
        "FASCICULATION, 0.84, UNCERTAIN",
        "CRAMP, 0.84, UNCERTAIN",
    })
    void belowSixtyPerCentOrSeventyOfAnInvoluntaryKindItIsUncertain(Kind kind, double ahead, Kind told) {
        Kind other = kind == Kind.VOLUNTARY ? Kind.ARTIFACT : Kind.VOLUNTARY;
        Verdict verdict =
                new Scores().candidate(other, 0).candidate(kind, ahead).verdict();
        double probability = 1 / (1 + Math.exp(-ahead));
        assertEquals(told, verdict.kind());
        assertEquals(told == kind ? probability : 1 - probability, verdict.probability(), 1e-12);
    }

    @Test
    void evidenceIsThatOfTheToldKindTheWeightiestFirst() {
        Verdict verdict = new Scores()
                .candidate(Kind.VOLUNTARY, 0)
                .candidate(Kind.SPASM, 1)
                .add(Kind.SPASM, 0.5, "lasts {1} s", 2.25)
                .add(Kind.VOLUNTARY, -3, "against another")
                .add(Kind.SPASM, -1.5, "against it")
                .add(Kind.SPASM, 2, "for it, 50 %")
                .add(Kind.SPASM, 0, "nothing")
                .verdict();
        assertEquals(
                List.of(
                        new Evidence("for it, 50 %", 2),
                        new Evidence("against it", -1.5),
                        new Evidence("lasts 2.3 s", 0.5)),
                verdict.evidence());
    }

    @Test
    void whatIsNoCandidateIsNotTold() {
        Verdict verdict = new Scores()
                .candidate(Kind.VOLUNTARY, 0)
                .add(Kind.CRAMP, 50, "no candidate")
                .verdict();
        assertEquals(new Verdict(Kind.VOLUNTARY, 1, List.of()), verdict);
    }
}
