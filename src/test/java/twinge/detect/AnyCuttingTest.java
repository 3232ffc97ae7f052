package twinge.detect;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import twinge.frames.Block;
import twinge.frames.Marker;
import twinge.settings.Settings;

/** Live, replay and cluster find the same, to the bit: however the frames are cut, wherever the work is put away and taken up. */
class AnyCuttingTest {
    private static final String[] REAL = {"trapezius_s13_stand30_L", "trapezius_s1_stand10_L", "plux_emg_bursts"};

    /** A sample recording or a real one, whole. */
    private static Cut.Recorded recorded(String name) {
        if (name.startsWith("real ")) {
            assumeTrue(RealRecords.present(), "no labelled recordings at " + RealRecords.folder());
            return Cut.real(REAL[Integer.parseInt(name.substring(5))], 0, 1e6);
        }
        return Cut.sample(name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"lifting", "rest", "quiet", "real 0", "real 1", "real 2"})
    void anyCuttingIntoBlocksGivesTheSameBits(String name) {
        Cut.Recorded recorded = recorded(name);
        List<Finding> whole = Cut.findings(recorded);
        assertFalse(whole.isEmpty());
        for (int most : new int[] {1, 3, 33, 150}) {
            List<Block> pieces = Cut.cut(recorded.blocks(), most, 100L + most);
            assertEquals(whole, Cut.findings(recorded.streams(), pieces), "pieces of at most " + most + " frames");
        }
    }

    @ParameterizedTest
    @CsvSource({"lifting, 0.5", "lifting, 20", "quiet, 3"})
    void aStreamThatComesLateChangesNothing(String name, double seconds) {
        Cut.Recorded recorded = recorded(name);
        assertEquals(Cut.findings(recorded), Cut.findings(recorded.streams(), Cut.lagging(recorded, seconds)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"lifting", "rest", "quiet", "real 0", "real 1", "real 2"})
    void puttingAwayAndTakingUpAtEveryBlockGivesTheSameBits(String name) {
        Cut.Recorded recorded = recorded(name);
        List<Finding> findings = new ArrayList<>();
        Detector detector = new Detector(recorded.streams(), Settings.standard());
        for (Block block : Cut.cut(recorded.blocks(), 400, 5)) {
            byte[] snapshot = detector.snapshot();
            detector = Detector.resume(snapshot, recorded.streams(), Settings.standard());
            assertArrayEquals(snapshot, detector.snapshot(), "a snapshot of what a snapshot gave");
            detector.accept(block, findings::add);
        }
        Detector last = Detector.resume(detector.snapshot(), recorded.streams(), Settings.standard());
        last.finish(findings::add);
        assertEquals(Cut.findings(recorded), findings);
    }

    @ParameterizedTest
    @ValueSource(strings = {"lifting", "rest", "quiet", "real 0", "real 1", "real 2"})
    void nothingFoundDependsOnWhatComesLater(String name) {
        Cut.Recorded recorded = recorded(name);
        List<Finding> whole = Cut.findings(recorded);
        Detector detector = new Detector(recorded.streams(), Settings.standard());
        List<Finding> half = new ArrayList<>();
        recorded.blocks().subList(0, recorded.blocks().size() / 2).forEach(block -> detector.accept(block, half::add));
        assertEquals(whole.subList(0, half.size()), half);
        assertTrue(half.size() > whole.size() / 4, "half a recording gives about half of what there is to find");
    }

    @ParameterizedTest
    @ValueSource(strings = {"lifting", "rest", "quiet", "real 0", "real 1", "real 2"})
    void aGapAnywhereIsAccountedForAndCutsWhatIsOpen(String name) {
        Cut.Recorded recorded = recorded(name);
        double rate = recorded.streams().get(0).rateHz();
        double end = recorded.blocks().get(recorded.blocks().size() - 1).endFrame()
                / recorded.streams()
                        .get(recorded.blocks().get(recorded.blocks().size() - 1).stream())
                        .rateHz();
        List<Finding> whole = Cut.findings(recorded);
        for (int trial = 0; trial < 9; trial++) {
            double from = (end - 5) * (trial + 0.37) / 9;
            double to = from + (trial % 3 == 0 ? 0.005 : trial % 3 == 1 ? 0.3 : 4);
            List<Block> jumping = Cut.without(recorded, from, to, false);
            List<Finding> findings = Cut.findings(recorded.streams(), jumping);
            long first = (long) Math.ceil(from * rate);
            long resumes = (long) Math.ceil(to * rate);
            assertTrue(
                    findings.stream()
                            .anyMatch(finding -> finding instanceof Finding.Quality quality
                                    && quality.reason() == Finding.Reason.GAP
                                    && quality.firstFrame() <= first
                                    && quality.endFrame() >= resumes),
                    "the gap from " + from + " s is told");
            for (Finding finding : findings) {
                if (finding instanceof Finding.BurstFound found && found.burst().stream() == 0) {
                    boolean across =
                            found.burst().onsetFrame() < first && found.burst().endFrame() > resumes;
                    assertFalse(across, "a burst across the gap at " + from);
                }
            }
            int before = (int) whole.stream()
                    .takeWhile(finding -> decidedSeconds(recorded, finding) < from)
                    .count();
            assertEquals(
                    whole.subList(0, before), findings.subList(0, before), "what was found before the gap at " + from);
            assertEquals(
                    findings,
                    Cut.findings(recorded.streams(), Cut.cut(jumping, 90, trial)),
                    "any cutting, with a gap at " + from);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"lifting", "real 2"})
    void framesMarkedAsLostAndFramesLeftOutAreTheSame(String name) {
        Cut.Recorded recorded = recorded(name);
        List<Block> left = Cut.without(recorded, 12.3456, 12.789, false);
        List<Block> marked = Cut.without(recorded, 12.3456, 12.789, true);
        assertEquals(Cut.findings(recorded.streams(), left), Cut.findings(recorded.streams(), marked));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 5, 1000})
    void aSnapshotThatIsNoneOrOfOtherStreamsIsRefused(int length) {
        Cut.Recorded recorded = recorded("lifting");
        Detector detector = new Detector(recorded.streams(), Settings.standard());
        detector.accept(recorded.blocks().get(0), finding -> {});
        byte[] cutShort = java.util.Arrays.copyOf(detector.snapshot(), length);
        assertThrows(
                IllegalArgumentException.class,
                () -> Detector.resume(cutShort, recorded.streams(), Settings.standard()));
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 99})
    void blocksOutOfOrderAreRefused(long frame) {
        Cut.Recorded recorded = recorded("lifting");
        Detector detector = new Detector(recorded.streams(), Settings.standard());
        Block block = Block.of(recorded.streams().get(0), 0, 100)
                .markers(List.of(new Marker(0, 0, "set start")))
                .build();
        detector.accept(block, finding -> {});
        Block again = Block.of(recorded.streams().get(0), frame, 1).build();
        assertThrows(IllegalArgumentException.class, () -> detector.accept(again, finding -> {}));
    }

    private static double decidedSeconds(Cut.Recorded recorded, Finding finding) {
        return recorded.streams().get(finding.stream()).seconds(finding.decidedFrame());
    }
}
