package twinge.detect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import twinge.events.Calibration;
import twinge.frames.Block;
import twinge.frames.SampleStream;
import twinge.settings.Settings;

/** What a calibration changes. */
class KnownRestTest {
    private static final double RATE = 1000;
    private static final SampleStream STREAM = Made.stream(0, RATE, Made.emg("EMG", Made.MICROVOLTS));

    /** Rest of 3 µV, but worked with from the first moment on for two seconds. */
    private static final double[] TENSE_FROM_THE_START = Made.louder(Made.noise(5, 20_000, 3), RATE, 0, 2, 20);

    private static Optional<Calibration> known(String label, String unit) {
        double detectionRest =
                3 * Math.sqrt((450 - 70) / 500.0); // white noise between 0 and 500 Hz, what the band leaves
        double amplitudeRest = 3 * Math.sqrt((450 - 20) / 500.0);
        return Optional.of(new Calibration(
                new UUID(0, 1),
                "A",
                "made",
                OffsetDateTime.parse("2026-11-22T10:00:00Z"),
                "A",
                Calibration.Effort.NONE,
                List.of(new Calibration.Level(label, "", unit, detectionRest, amplitudeRest, Double.NaN))));
    }

    private static List<Finding> findings(Optional<Calibration> calibration, List<Block> blocks) {
        Detector detector = new Detector(List.of(STREAM), Settings.standard(), calibration);
        List<Finding> findings = new ArrayList<>();
        blocks.forEach(block -> detector.accept(block, findings::add));
        detector.finish(findings::add);
        return findings;
    }

    @Test
    void aContractionAtTheVeryStartIsOne() {
        List<Block> blocks = Made.blocks(STREAM, TENSE_FROM_THE_START);
        assertTrue(Made.bursts(findings(Optional.empty(), blocks)).isEmpty(), "taken for rest");
        var bursts = Made.bursts(findings(known("EMG", "uV"), blocks));
        assertEquals(1, bursts.size());
        assertEquals(2, bursts.get(0).endSeconds(), 0.05);
        assertEquals((20 - 1) * 2, bursts.get(0).features().areaTimesRestSeconds(), 2.5);
    }

    @Test
    void whatWasMeasuredInAnotherUnitOrOfAnotherChannelDoesNotCount() {
        List<Block> blocks = Made.blocks(STREAM, TENSE_FROM_THE_START);
        List<Finding> without = findings(Optional.empty(), blocks);
        assertEquals(without, findings(known("EMG", "count"), blocks));
        assertEquals(without, findings(known("EMG 2", "uV"), blocks));
    }

    @Test
    void aSnapshotKnowsWhatTheCalibrationSaid() {
        List<Block> blocks = Made.blocks(STREAM, TENSE_FROM_THE_START);
        List<Finding> whole = findings(known("EMG", "uV"), blocks);
        for (int at : new int[] {0, 1, 7, 30}) {
            List<Finding> parts = new ArrayList<>();
            Detector first = new Detector(List.of(STREAM), Settings.standard(), known("EMG", "uV"));
            blocks.subList(0, at).forEach(block -> first.accept(block, parts::add));
            Detector second = Detector.resume(first.snapshot(), List.of(STREAM), Settings.standard());
            blocks.subList(at, blocks.size()).forEach(block -> second.accept(block, parts::add));
            second.finish(parts::add);
            assertEquals(whole, parts);
        }
    }

    @Test
    void theAmplitudeOfATraceIsThatOfTheBandFrom20To450Hz() {
        List<Finding> findings = findings(Optional.empty(), Made.blocks(STREAM, Made.noise(3, 20_000, 10)));
        double squares = 0;
        int points = 0;
        for (Finding finding : findings) {
            if (finding instanceof Finding.Trace trace && trace.firstFrame() > 5000) {
                squares += trace.amplitude() * trace.amplitude();
                points++;
            }
        }
        assertEquals(10 * Math.sqrt((450 - 20) / 500.0), Math.sqrt(squares / points), 0.3);
        assertTrue(points > 250);
    }
}
