package twinge.detect;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import twinge.events.Burst;
import twinge.events.Kind;
import twinge.frames.Block;
import twinge.frames.SampleStream;
import twinge.score.Matching;
import twinge.score.Span;
import twinge.settings.Settings;

/** What the default settings find on real, labelled recordings; the table is printed, the least acceptable is asserted. */
class LabelledRecordsTest {
    @BeforeEach
    void needsRecordings() {
        assumeTrue(RealRecords.present(), "no labelled recordings at " + RealRecords.folder());
    }

    static List<Finding> findings(RealRecords.Row row) {
        SampleStream stream = RealRecords.stream(row);
        Detector detector = new Detector(List.of(stream), Settings.standard());
        List<Finding> findings = new ArrayList<>();
        for (Block block : RealRecords.blocks(stream, RealRecords.counts(row, stream), 250)) {
            detector.accept(block, findings::add);
        }
        detector.finish(findings::add);
        return findings;
    }

    static List<Burst> bursts(List<Finding> findings) {
        List<Burst> bursts = new ArrayList<>();
        for (Finding finding : findings) {
            if (finding instanceof Finding.BurstFound found && found.burst().channel() == 0) {
                bursts.add(found.burst());
            }
        }
        return bursts;
    }

    @Test
    void labelledBurstsAreFoundWithFewFalseAlarmsAndExactOnsets() {
        int found = 0;
        int falseAlarms = 0;
        int missed = 0;
        int exact = 0;
        double minutes = 0;
        List<Double> errors = new ArrayList<>();
        StringBuilder table =
                new StringBuilder("record                     labels found false   F1  FA/min onset_ms kinds\n");
        for (RealRecords.Row row : RealRecords.labelled()) {
            List<Finding> findings = findings(row);
            List<Burst> bursts = bursts(findings);
            List<Span> labels = RealRecords.labels(row, false);
            List<Span> ignored = RealRecords.labels(row, true);
            List<Span> spans = new ArrayList<>();
            for (Burst burst : bursts) {
                Span span = RealRecords.span(burst);
                if (burst.kind() != Kind.ARTIFACT && ignored.stream().noneMatch(each -> each.overlap(span) > 0)) {
                    spans.add(span);
                }
            }
            Matching matching = Matching.of(spans, labels, Matching.LEAST_OVERLAP);
            double seconds = RealRecords.counts(row, RealRecords.stream(row))[0].length / row.rateHz();
            for (Span span : ignored) {
                seconds -= span.seconds();
            }
            double[] own = matching.pairs().stream()
                    .mapToDouble(p -> Math.abs(p.onsetErrorSeconds()))
                    .sorted()
                    .toArray();
            Arrays.stream(own).forEach(errors::add);
            found += matching.found();
            falseAlarms += matching.falseAlarms();
            missed += matching.missed();
            minutes += seconds / 60;
            exact += (int) Arrays.stream(own).filter(e -> e <= 0.1).count();
            TreeMap<Kind, Integer> kinds = new TreeMap<>();
            bursts.forEach(burst -> kinds.merge(burst.kind(), 1, Integer::sum));
            table.append(String.format(
                    Locale.ROOT,
                    "%-26s %6d %5d %5d %.2f %7.1f %8.0f %s%n",
                    row.name(),
                    labels.size(),
                    matching.found(),
                    matching.falseAlarms(),
                    matching.f1(),
                    matching.falseAlarms() / (seconds / 60),
                    own.length == 0 ? Double.NaN : own[own.length / 2] * 1000,
                    kinds));
        }
        double f1 = 2.0 * found / (2.0 * found + falseAlarms + missed);
        double onset = errors.stream().sorted().toList().get(errors.size() / 2) * 1000;
        table.append(String.format(
                Locale.ROOT,
                "pooled: F1 %.3f, F1 with onset %.3f, sensitivity %.3f, %.2f false alarms a minute, median onset error %.1f ms%n",
                f1,
                2.0 * exact / (2.0 * found + falseAlarms + missed),
                found / (double) (found + missed),
                falseAlarms / minutes,
                onset));
        System.out.print(table);
        assertTrue(f1 >= 0.70, table::toString);
        assertTrue(falseAlarms / minutes <= 9, table::toString);
        assertTrue(onset <= 20, table::toString);
    }
}
