package twinge.detect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import twinge.events.Burst;
import twinge.events.Kind;
import twinge.score.Matching;
import twinge.score.Span;

/** A loose cable and a bad electrode, both real. */
class RealFlawsTest {
    @BeforeEach
    void needsRecordings() {
        assumeTrue(RealRecords.present(), "no labelled recordings at " + RealRecords.folder());
    }

    @Test
    void cableSpikesAreArtifactsWithTheirReasonAndTheShrugsAroundAreFound() {
        RealRecords.Row row = RealRecords.row("trapezius_s13_stand30_L");
        List<Burst> bursts = LabelledRecordsTest.bursts(LabelledRecordsTest.findings(row));
        List<Burst> spikes = bursts.stream()
                .filter(burst -> burst.onsetSeconds() < 141 && burst.endSeconds() > 136)
                .toList();
        assertFalse(spikes.isEmpty());
        for (Burst burst : spikes) {
            assertEquals(Kind.ARTIFACT, burst.kind(), burst::toString);
            assertEquals(
                    "the converter's limit was reached",
                    burst.verdict().evidence().get(0).words());
        }
        List<Span> labels = RealRecords.labels(row, false);
        List<Span> found = bursts.stream()
                .filter(burst -> burst.kind() != Kind.ARTIFACT)
                .map(RealRecords::span)
                .toList();
        Matching matching = Matching.of(found, labels, Matching.LEAST_OVERLAP);
        assertTrue(matching.found() >= 0.9 * labels.size(), () -> matching.found() + " of " + labels.size());
    }

    @Test
    void aBadElectrodeIsFlaggedOverMostOfItsTimeWithReasons() {
        RealRecords.Row row = RealRecords.row("trapezius_s1_stand10_L");
        assertTrue(flaggedShare(row) >= 0.8, () -> "flagged over " + flaggedShare(row));
    }

    @Test
    void whatABadElectrodeMakesIsAnArtifactAndIsToldWhileItLasts() {
        List<Finding> findings = LabelledRecordsTest.findings(RealRecords.row("trapezius_s1_stand10_L"));
        for (Burst burst : LabelledRecordsTest.bursts(findings)) {
            assertEquals(Kind.ARTIFACT, burst.kind(), burst::toString);
        }
        long first = findings.stream()
                .filter(finding -> finding instanceof Finding.Quality flaw && flaw.reason() == Finding.Reason.NOISE)
                .mapToLong(Finding::decidedFrame)
                .min()
                .orElseThrow();
        assertTrue(first < 15 * 1200, () -> "told after " + first / 1200 + " s");
    }

    @Test
    void aGoodElectrodeIsNot() {
        for (String name :
                List.of("trapezius_s8_walk2_L", "trapezius_s11_walk3_L", "plux_emg_fatigue", "bitalino_sample")) {
            assertTrue(
                    flaggedShare(RealRecords.row(name)) < 0.1,
                    () -> name + " over " + flaggedShare(RealRecords.row(name)));
        }
    }

    /** Share of the record's time that is not to be trusted; mains hum that is notched out does not count. */
    private static double flaggedShare(RealRecords.Row row) {
        long frames = RealRecords.counts(row, RealRecords.stream(row))[0].length;
        boolean[] flagged = new boolean[(int) frames];
        List<Finding.Quality> told = new ArrayList<>();
        for (Finding finding : LabelledRecordsTest.findings(row)) {
            if (finding instanceof Finding.Quality quality && quality.reason() != Finding.Reason.MAINS) {
                told.add(quality);
                java.util.Arrays.fill(
                        flagged, (int) quality.firstFrame(), (int) Math.min(frames, quality.endFrame()), true);
            }
        }
        assertTrue(told.stream().noneMatch(quality -> quality.words().isBlank()), "every flag has its reason in words");
        int count = 0;
        for (boolean each : flagged) {
            count += each ? 1 : 0;
        }
        return count / (double) frames;
    }
}
