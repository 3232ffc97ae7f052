package twinge.score;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MatchingTest {
    private static Matching matching(List<Span> detections, List<Span> labels) {
        return Matching.of(detections, labels, Matching.LEAST_OVERLAP);
    }

    @Test
    void figuresOfASmallSessionAreThoseByHand() {
        List<Span> labels = List.of(new Span(1, 2), new Span(5, 6), new Span(9, 10), new Span(20, 30));
        List<Span> detections = List.of(new Span(1.25, 2), new Span(5.5, 7), new Span(15, 16), new Span(20, 21));
        Matching matching = matching(detections, labels); // overlaps 0.75, 0.25, none, 0.1
        assertEquals(
                List.of(new Matching.Pair(0, 0, 0.75, 0.25), new Matching.Pair(1, 1, 0.25, 0.5)), matching.pairs());
        assertEquals(2, matching.found());
        assertEquals(2, matching.falseAlarms());
        assertEquals(2, matching.missed());
        assertEquals(2 * 0.5 * 0.5 / (0.5 + 0.5), matching.f1(), 1e-12);
    }

    @Test
    void theLargestOverlapIsPairedFirstEvenIfThatLeavesALabelOut() {
        List<Span> labels = List.of(new Span(0, 4), new Span(4, 10));
        List<Span> detections = List.of(new Span(2, 9), new Span(5, 10)); // 2/9 and 5/8 of the second; 5/6
        Matching matching = matching(detections, labels);
        assertEquals(2, matching.found());
        assertEquals(
                List.of(0, 1),
                matching.pairs().stream().map(Matching.Pair::detection).toList());
        assertEquals(
                List.of(0, 1),
                matching.pairs().stream().map(Matching.Pair::label).toList());
        assertEquals(1, Matching.of(detections, labels, 0.3).found(), "2/9 is too little then");
    }

    @Test
    void ofEqualOverlapsTheEarlierDetectionAndLabelArePaired() {
        List<Span> halves = List.of(new Span(0, 1), new Span(1, 2));
        List<Span> whole = List.of(new Span(0, 2));
        assertEquals(
                List.of(new Matching.Pair(0, 0, 0.5, 0)),
                matching(halves, whole).pairs());
        assertEquals(
                List.of(new Matching.Pair(0, 0, 0.5, 0)),
                matching(whole, halves).pairs());
    }

    @Test
    void aLabelThatWasFoundInPiecesCountsOnce() {
        Matching matching = matching(List.of(new Span(0, 4), new Span(4, 10)), List.of(new Span(0, 10)));
        assertEquals(1, matching.found());
        assertEquals(1, matching.falseAlarms());
        assertEquals(0, matching.missed());
        assertEquals(1, matching.pairs().get(0).detection(), "the longer piece");
    }

    @ParameterizedTest(name = "least overlap {0}: {1} found")
    @CsvSource({"0.25, 1", "0.2500001, 0", "0, 1"})
    void theLeastOverlapItselfIsEnough(double least, int found) {
        assertEquals(
                found,
                Matching.of(List.of(new Span(0, 1)), List.of(new Span(0, 4)), least)
                        .found());
    }

    @Test
    void spansThatShareNothingAreNeverPaired() {
        assertEquals(
                0,
                Matching.of(List.of(new Span(0, 1)), List.of(new Span(1, 2)), 0).found());
    }

    @Test
    void nothingFoundWhereNothingWasIsPerfect() {
        assertEquals(1, matching(List.of(), List.of()).f1());
        assertEquals(1, matching(List.of(), List.of()).f1WithOnset(0.1));
    }

    @Test
    void nothingFoundOrNothingThereScoresNought() {
        List<Span> one = List.of(new Span(0, 1));
        assertEquals(0, matching(List.of(), one).f1());
        assertEquals(0, matching(one, List.of()).f1());
        assertEquals(1, matching(List.of(), one).missed());
        assertEquals(1, matching(one, List.of()).falseAlarms());
    }

    @ParameterizedTest(name = "onset {0} s off, {1} s allowed: F1 {2}")
    @CsvSource({"0.125, 0.125, 1", "-0.125, 0.125, 1", "0.125, 0.124, 0", "-0.125, 0.124, 0", "0, 0, 1"})
    void anOnsetAtTheToleranceCountsAndBeyondItDoesNot(double error, double within, double f1) {
        Matching matching = matching(List.of(new Span(4 + error, 6)), List.of(new Span(4, 6)));
        assertEquals(error, matching.pairs().get(0).onsetErrorSeconds());
        assertEquals(f1, matching.f1WithOnset(within));
        assertEquals(1, matching.f1());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void pairsAreOneToOneAndNoFreePairIsBetterThanATakenOne(long seed) {
        Random random = new Random(seed);
        List<Span> detections = spans(random, 30);
        List<Span> labels = spans(random, 25);
        Matching matching = matching(detections, labels);
        Set<Integer> used = new HashSet<>();
        Set<Integer> found = new HashSet<>();
        for (Matching.Pair pair : matching.pairs()) {
            assertTrue(used.add(pair.detection()) & found.add(pair.label()), pair + " is taken twice");
        }
        for (int d = 0; d < detections.size(); d++) {
            for (int l = 0; l < labels.size(); l++) {
                double overlap = detections.get(d).overlap(labels.get(l));
                int detection = d;
                int label = l;
                boolean taken = matching.pairs().stream()
                        .anyMatch(pair ->
                                (pair.detection() == detection || pair.label() == label) && pair.overlap() >= overlap);
                assertTrue(taken || overlap < Matching.LEAST_OVERLAP, "detection " + d + " and label " + l);
            }
        }
    }

    private static List<Span> spans(Random random, int count) {
        List<Span> spans = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            double onset = 20 * random.nextDouble();
            spans.add(new Span(onset, onset + 0.1 + 2 * random.nextDouble()));
        }
        return spans;
    }
}
