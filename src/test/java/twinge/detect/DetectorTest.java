package twinge.detect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import twinge.events.Burst;
import twinge.events.Kind;
import twinge.frames.Block;
import twinge.frames.Channel;
import twinge.frames.SampleStream;
import twinge.frames.Scale;
import twinge.settings.Settings;

/** What the whole chain owes on signals whose every burst is known. */
class DetectorTest {
    private static final double RATE = 1000;
    private static final double REST = 5;

    private static double[] rest(double seconds) {
        return Made.noise(1, (int) (seconds * RATE), REST);
    }

    private static void assertSpan(double onset, double end, double within, Burst burst) {
        assertEquals(onset, burst.onsetSeconds(), within);
        assertEquals(end, burst.endSeconds(), within);
    }

    @Test
    void aContractionHeldForAMinuteIsOneBurstToItsEnd() {
        List<Burst> bursts = Made.bursts(RATE, Made.louder(rest(80), RATE, 10, 70, 20));
        assertEquals(1, bursts.size());
        assertSpan(10, 70, 0.1, bursts.get(0));
        assertEquals(60, bursts.get(0).features().durationSeconds(), 0.1);
        assertEquals(20, bursts.get(0).features().peakTimesRest(), 8, "the highest of many envelopes of 20 times rest");
        assertFalse(bursts.get(0).cut());
    }

    @Test
    void aBurstOnTopOfAHeldContractionIsFound() {
        double[] held = Made.louder(rest(40), RATE, 10, 30, 8);
        List<Burst> bursts = Made.bursts(RATE, Made.louder(held, RATE, 20, 21.5, 8));
        assertEquals(2, bursts.size());
        bursts.sort(Comparator.comparingDouble(Burst::onsetSeconds));
        assertSpan(10, 30, 0.1, bursts.get(0));
        assertSpan(20, 21.5, 0.1, bursts.get(1));
        assertEquals(0, bursts.get(1).features().quietBeforeSeconds(), "the channel was not quiet before it");
    }

    @Test
    void quietBeforeCountsFromTheLastBurstsEnd() {
        double[] two = Made.louder(Made.louder(rest(30), RATE, 5, 6, 20), RATE, 18, 19, 20);
        List<Burst> bursts = Made.bursts(RATE, two);
        assertEquals(2, bursts.size());
        assertEquals(5, bursts.get(0).features().quietBeforeSeconds(), 0.1);
        assertEquals(12, bursts.get(1).features().quietBeforeSeconds(), 0.1);
    }

    @ParameterizedTest(name = "{0} µV at rest in counts of 0.05 µV")
    @ValueSource(doubles = {0, 0.004, 0.02, 0.1})
    void aSignalOfNoneOrFewCountsGivesNoBurst(double rest) {
        assertEquals(List.of(), Made.bursts(RATE, Made.noise(2, 60_000, rest)));
    }

    @ParameterizedTest(name = "{0} µV for ever")
    @ValueSource(doubles = {0, 1234.5, -419_430.4, 419_430.35})
    void aSignalThatNeverChangesGivesNoBurst(double value) {
        double[] flat = new double[60_000];
        Arrays.fill(flat, value);
        List<Finding> findings = Made.findings(RATE, flat);
        assertEquals(List.of(), Made.bursts(findings));
        assertTrue(findings.stream().anyMatch(Finding.Quality.class::isInstance), "and it is told that it is dead");
    }

    @ParameterizedTest(name = "{0} µV")
    @ValueSource(doubles = {-400_000, -300, 0.05, 5000, 200_000})
    void anOffsetOfTheElectrodeChangesNothing(double offset) {
        double[] signal = Made.louder(Made.louder(rest(20), RATE, 6, 8, 15), RATE, 12, 12.4, 30);
        double[] shifted = Arrays.stream(signal).map(x -> x + offset).toArray();
        List<Burst> bursts = Made.bursts(RATE, signal);
        List<Burst> same = Made.bursts(RATE, shifted);
        assertEquals(2, bursts.size());
        assertSame(bursts, same, 1e-3); // the offset moves the rounding of counts
    }

    private static void assertSame(List<Burst> bursts, List<Burst> same, double relative) {
        assertEquals(bursts.size(), same.size());
        for (int i = 0; i < bursts.size(); i++) {
            Burst one = bursts.get(i);
            Burst other = same.get(i);
            assertEquals(one.onsetFrame(), other.onsetFrame());
            assertEquals(one.endFrame(), other.endFrame());
            assertEquals(one.kind(), other.kind());
            double peak = one.features().peakMicrovolts();
            assertEquals(peak, other.features().peakMicrovolts(), relative * peak);
            assertEquals(one.features().medianFrequencyHz(), other.features().medianFrequencyHz(), relative * 100);
        }
    }

    @ParameterizedTest(name = "in {0}")
    @CsvSource({"mV, 1e-3", "V, 1e-6", "nV, 1e3", "\u00b5V, 1"})
    void theUnitOfTheFileMakesNoDifference(String unit, double perMicrovolt) {
        double[] signal = Made.louder(rest(20), RATE, 6, 8, 15);
        SampleStream stream = Made.stream(0, RATE, Made.emg("EMG", Made.scale(0.05 * perMicrovolt, unit)));
        double[] inUnit = Arrays.stream(signal).map(x -> x * perMicrovolt).toArray();
        List<Burst> same = Made.bursts(Made.findings(List.of(stream), Made.blocks(stream, inUnit)));
        List<Burst> bursts = Made.bursts(RATE, signal);
        assertEquals(1, bursts.size());
        assertSame(bursts, same, 1e-9);
    }

    @Test
    void anUncalibratedRecordingGivesTheSameBurstsInTheirOwnUnit() {
        double[] signal = Made.louder(rest(20), RATE, 6, 8, 15);
        SampleStream stream = Made.stream(0, RATE, Made.emg("EMG", new Scale(-32768, 32767, -32768, 32767, "")));
        double[] counts = Arrays.stream(signal).map(x -> 20 * x).toArray();
        Burst burst = Made.bursts(Made.findings(List.of(stream), Made.blocks(stream, counts)))
                .get(0);
        assertSpan(6, 8, 0.1, burst);
        double peak = Made.bursts(RATE, signal).get(0).features().peakMicrovolts();
        assertEquals(20 * peak, burst.features().peakMicrovolts(), 0.2 * peak);
    }

    @ParameterizedTest(name = "{0} frames a second")
    @ValueSource(doubles = {153.846, 200, 250, 499, 500, 512, 1000, 1259.25928, 2000, 2148.148, 4000})
    void burstsAreFoundAtEveryRateInUse(double rate) {
        double[] rest = Made.noise(4, (int) (30 * rate), REST);
        double[] two = Made.louder(Made.louder(rest, rate, 8, 10, 15), rate, 20, 21, 15);
        List<Burst> bursts = Made.bursts(rate, two);
        assertEquals(2, bursts.size());
        assertSpan(8, 10, 0.1, bursts.get(0));
        assertSpan(20, 21, 0.1, bursts.get(1));
        double median = bursts.get(0).features().medianFrequencyHz();
        if (rate < 500) {
            assertTrue(Double.isNaN(median), "too slow to know its median frequency");
        } else {
            double high = Math.min(450, 0.45 * rate); // white noise: the middle of the band, less what the edges lose
            assertEquals((20 + high) / 2, median, 0.1 * high);
        }
    }

    @ParameterizedTest(name = "{0} frames a second")
    @ValueSource(doubles = {20, 40, 60, 100})
    void belowThatNothingBreaks(double rate) {
        double[] signal = Made.louder(Made.noise(4, (int) (60 * rate), REST), rate, 20, 25, 30);
        Made.bursts(rate, signal)
                .forEach(burst ->
                        assertTrue(Double.isNaN(burst.features().medianFrequencyHz()), "no frequency at this rate"));
    }

    @ParameterizedTest(name = "{0} frames a second")
    @ValueSource(doubles = {0.5, 1, 10, 19.9})
    void aRateThatCanNotCarryMuscleIsRefusedWithWords(double rate) {
        SampleStream slow = Made.stream(0, rate, Made.emg("EMG", Made.MICROVOLTS));
        String message = assertThrows(
                        IllegalArgumentException.class, () -> new Detector(List.of(slow), Settings.standard()))
                .getMessage();
        assertTrue(message.contains(rate + " frames a second") && message.contains("at least 20"), message);
    }

    @Test
    void tenHoursOfNothingAreRememberedInTheSameSpaceAsTenMinutes() {
        double rate = 200;
        SampleStream stream = Made.stream(0, rate, Made.emg("EMG", Made.MICROVOLTS));
        Detector detector = Made.detector(stream);
        int frames = 200;
        double[] noise = Made.noise(8, frames, REST);
        int size = 0;
        for (long second = 0; second < 36_000; second++) {
            Block.Builder block = Block.of(stream, second * frames, frames);
            for (int frame = 0; frame < frames; frame++) {
                block.count(0, frame, (int) (noise[frame] / 0.05));
            }
            detector.accept(block.build(), finding -> assertFalse(finding instanceof Finding.BurstFound));
            if (second == 600) {
                size = detector.snapshot().length;
            }
        }
        assertEquals(size, detector.snapshot().length);
    }

    @Test
    void anHourOfBurstsIsRememberedInTheSameSpaceAsAQuarter() {
        double rate = 200;
        SampleStream stream = Made.stream(0, rate, Made.emg("EMG", Made.MICROVOLTS));
        Detector detector = Made.detector(stream);
        double[] signal = Made.louder(Made.noise(8, 2000, REST), rate, 3, 3.7, 15);
        int[] counts = Arrays.stream(signal).mapToInt(x -> (int) (x / 0.05)).toArray();
        List<Integer> sizes = new ArrayList<>();
        for (long part = 0; part < 360; part++) {
            detector.accept(
                    Block.of(stream, part * 2000, 2000).counts(0, counts, 0).build(), finding -> {});
            if (part % 90 == 89) {
                sizes.add(detector.snapshot().length);
            }
        }
        assertEquals(sizes.get(0), sizes.get(3), "bytes by the quarter hour: " + sizes);
    }

    @Test
    void aRecordingWithoutEmgIsRefusedWithWords() {
        SampleStream heart = Made.stream(0, RATE, Channel.of("ECG", Channel.Type.ECG, Made.MICROVOLTS));
        String message = assertThrows(
                        IllegalArgumentException.class, () -> new Detector(List.of(heart), Settings.standard()))
                .getMessage();
        assertTrue(message.contains("none of the channels is EMG"), message);
    }

    @Test
    void whatComesAfterTheEndIsRefused() {
        SampleStream stream = Made.stream(0, RATE, Made.emg("EMG", Made.MICROVOLTS));
        Detector detector = Made.detector(stream);
        detector.finish(finding -> {});
        Block late = Block.of(stream, 0, 1).build();
        assertThrows(IllegalStateException.class, () -> detector.accept(late, finding -> {}));
    }

    @Test
    void aBurstAtTheRecordingsEndIsCutThere() {
        List<Burst> bursts = Made.bursts(RATE, Made.louder(rest(12), RATE, 10, 12, 15));
        assertEquals(1, bursts.size());
        assertTrue(bursts.get(0).cut());
        assertEquals(12, bursts.get(0).endSeconds(), 0.03);
    }

    @Test
    void theEmgMayStandAnywhereAmongTheStreams() {
        SampleStream motion = Made.stream(
                0, 100, Channel.of("ACC", Channel.Type.ACCELERATION, new Scale(-32768, 32767, -16, 16, "g")));
        SampleStream emg = Made.stream(1, RATE, Made.emg("EMG", Made.MICROVOLTS));
        double[] signal = Made.louder(rest(20), RATE, 6, 8, 15);
        List<Block> blocks = new ArrayList<>(Made.blocks(motion, new double[2000]));
        blocks.addAll(Made.blocks(emg, signal));
        List<Finding> findings = Made.findings(List.of(motion, emg), blocks);
        assertEquals(1, Made.bursts(findings).size());
        for (Finding finding : findings) {
            if (finding instanceof Finding.EpisodeEnded ended) {
                double decided = List.of(motion, emg).get(finding.stream()).seconds(finding.decidedFrame());
                assertTrue(decided > ended.episode().endSeconds(), "ended before its end, at " + decided + " s");
                assertTrue(decided <= 20.1, "decided after the recording, at " + decided + " s");
            }
        }
    }

    @ParameterizedTest(name = "of a stream that begins at {0} s")
    @ValueSource(doubles = {0, 4.3})
    void heartbeatsAsLargeAsMuscleRaiseWhatIsWithdrawn(double startSeconds) {
        SampleStream stream = Made.stream(0, RATE, Made.emg("EMG", Made.MICROVOLTS));
        SampleStream later = new SampleStream(0, RATE, startSeconds, stream.montage());
        double[] heart = HeartbeatTest.heart(40_000, HeartbeatTest.beats(66, 0.03, 40_000), 400, 3);
        List<Finding> findings = Made.findings(List.of(later), Made.blocks(later, heart));
        long raised = findings.stream()
                .filter(finding ->
                        finding instanceof Finding.Provisional provisional && provisional.onsetFrame() > 10_000)
                .count();
        assertTrue(raised > 20, "of 33 beats so many are seen at first: " + raised);
        long mistaken = Made.bursts(findings).stream()
                .filter(burst -> burst.onsetFrame() > 10_000 && burst.kind() != Kind.ARTIFACT)
                .count();
        assertEquals(0, mistaken);
    }

    @ParameterizedTest(name = "{0}, seed {1}")
    @CsvSource({"quiet, 1", "quiet, 4", "clonus, 2", "shiver, 1"})
    void whenTheStreamsBeganChangesNoJudgement(String scenario, long seed) {
        Cut.Recorded recorded = Cut.simulated(scenario, seed, 60);
        List<SampleStream> later = recorded.streams().stream()
                .map(each -> new SampleStream(each.index(), each.rateHz(), each.startSeconds() + 4, each.montage()))
                .toList();
        assertEquals(judged(Cut.findings(recorded)), judged(Made.findings(later, recorded.blocks())));
    }

    /** Kinds by channel and onset frame, of bursts before which rest was known for long enough. */
    private static List<String> judged(List<Finding> findings) {
        return Made.bursts(findings).stream()
                .filter(burst -> burst.onsetFrame() > 4000)
                .map(burst -> burst.channel() + " " + burst.onsetFrame() + " " + burst.kind() + " "
                        + Math.round(100 * burst.verdict().probability()))
                .toList();
    }

    @Test
    void aChannelThatIsLostInTheMiddleOfABurstHoldsNothingBack() {
        SampleStream stream =
                Made.stream(0, RATE, Made.emg("left", Made.MICROVOLTS), Made.emg("right", Made.MICROVOLTS));
        double[] left = Made.louder(rest(60), RATE, 9, 30, 15);
        double[] right = Made.louder(Made.noise(5, 60_000, REST), RATE, 20, 22, 15);
        Detector detector = Made.detector(stream);
        List<Finding> findings = new ArrayList<>();
        for (Block block : Made.blocks(stream, left, right)) {
            detector.accept(block.firstFrame() < 10_000 ? block : withoutLeft(stream, block), findings::add);
        }
        assertEquals(2, Made.episodes(findings).size(), "both are told while the left one is still lost");
        Burst cut = Made.bursts(findings).get(0);
        assertTrue(cut.cut());
        assertSpan(9, 10, 0.05, cut);
        detector.finish(findings::add);
        assertTrue(findings.stream()
                .anyMatch(finding -> finding instanceof Finding.Quality quality
                        && quality.reason() == Finding.Reason.GAP
                        && quality.firstFrame() == 10_000
                        && quality.endFrame() == 60_000));
    }

    private static Block withoutLeft(SampleStream stream, Block block) {
        Block.Builder builder = Block.of(stream, block.firstFrame(), block.frames());
        for (int frame = 0; frame < block.frames(); frame++) {
            builder.missing(0, frame).count(1, frame, block.count(1, frame));
        }
        return builder.build();
    }
}
