package twinge.files.edf;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import twinge.files.Annotation;
import twinge.files.Faults;
import twinge.files.Origin;
import twinge.files.ReadOptions;
import twinge.frames.Block;
import twinge.frames.Scale;

/** Where records and gaps lie, for records of 0.5 s with signals of 100 and 24 Hz. */
class RecordClockTest {
    private static final long HALF = 5_000_000; // ticks
    private static final Scale SCALE = new Scale(-100, 100, -1, 1, "uV");

    private final Faults faults = new Faults("test", false);
    private final RecordClock clock = clock(false);
    private final Layout layout = layout(false);
    private final Gaps gaps = new Gaps(layout, faults);

    @Test
    void withoutOnsetsRecordsFollowEachOther() {
        for (int record = 0; record < 1000; record++) {
            assertTrue(clock.place(record, 0, Ticks.NONE));
        }
        assertEquals(999 * 50, clock.frame(0));
        assertEquals(999 * 12, clock.frame(1));
        assertEquals(0, clock.firstOnset());
    }

    @Test
    void timesCountFromTheFirstRecordWhoseFractionIsPartOfTheStart() {
        clock.place(0, 0, 3_945_312);
        clock.place(1, 0, 3_945_312 + HALF);
        assertEquals(3_945_312, clock.firstOnset());
        assertEquals(50, clock.frame(0));
        assertEquals(List.of(), faults.warnings());
    }

    @Test
    void anOnsetRoundedByItsWriterIsNoGap() {
        for (boolean discontinuous : new boolean[] {false, true}) {
            RecordClock clock = clock(discontinuous);
            for (int record = 0; record < 100; record++) {
                assertTrue(clock.place(record, 0, record * HALF + record % 3 * 900 - 900));
            }
            assertEquals(99 * 50, clock.frame(0));
            assertEquals(0, clock.jumps());
        }
    }

    @Test
    void aLaterOnsetIsAGapOnEveryStreamAndFaultyOnlyInAFileThatCallsItselfContinuous() {
        for (boolean discontinuous : new boolean[] {false, true}) {
            RecordClock clock = clock(discontinuous);
            assertTrue(clock.place(0, 0, 0));
            assertFalse(clock.place(1, 700, HALF + 20_000_000)); // 2.5 s
            assertEquals(250, clock.frame(0));
            assertEquals(60, clock.frame(1));
            assertTrue(clock.place(2, 0, 2 * HALF + 20_000_000));
            assertEquals(300, clock.frame(0));
            assertEquals(20_000_000, clock.jumpedTicks());
            assertEquals(1, clock.jumps());
            assertEquals(1, faults.warnings().size(), "told of the continuous one, which is the first, only");
        }
        assertTrue(faults.warnings().get(0).startsWith("byte 700: record 2 begins 2 s after the end"));
    }

    @Test
    void aStepBackIsNotBelievedAndTheRecordsAfterItLieWhereTheyShould() {
        RecordClock clock = clock(true);
        clock.place(0, 0, 0);
        assertTrue(clock.place(1, 0, 1_000_000));
        assertEquals(50, clock.frame(0));
        assertTrue(clock.place(2, 0, 2 * HALF));
        assertEquals(100, clock.frame(0));
        assertTrue(faults.warnings().get(0).contains("record 2 says that it began at 0.1 s instead of 0.5 s"));
    }

    @Test
    void aGapOfSeveralRecordsIsRestoredInEachOfThem() {
        clock.place(0, 0, 0);
        assertTrue(gaps.take(new Annotation(4_000_000, 8_000_000, "BAD_gap"), 0, clock)); // 0.4 to 1.2 s
        assertEquals("40-49", marked(0, 0));
        gaps.forgetBefore(clock);
        assertEquals("50-99", marked(0, 50));
        assertEquals("100-119", marked(0, 100));
        clock.place(1, 0, HALF);
        clock.place(2, 0, 2 * HALF);
        clock.place(3, 0, 3 * HALF);
        gaps.forgetBefore(clock);
        assertEquals("", marked(0, 100));
    }

    @Test
    void aGapOfOneChannelLeavesTheOthersAndAnUnknownChannelOrMomentIsNoGap() {
        clock.place(0, 0, 0);
        assertTrue(gaps.take(new Annotation(0, 1_000_000, "BAD_gap@@EMG slow"), 0, clock));
        assertEquals("", marked(0, 0));
        assertEquals("0-1", marked(1, 0)); // 0.1 s at 24 Hz, 2.4 frames
        assertFalse(gaps.take(new Annotation(0, 1_000_000, "BAD_gap@@nobody"), 0, clock));
        assertFalse(gaps.take(new Annotation(0, -1, "BAD_gap"), 0, clock));
        assertFalse(gaps.take(new Annotation(0, 1_000_000, "BAD_electrode"), 0, clock));
    }

    @Test
    void samplesThatAreNotFlatAreKeptWhateverAnAnnotationSays() {
        clock.place(0, 0, 0);
        gaps.take(new Annotation(0, 1_000_000, "BAD_gap"), 0, clock);
        int[] counts = new int[50];
        counts[5] = 1;
        Block.Builder block = Block.of(layout.list().get(0), 0, 50).counts(0, counts, 0);
        gaps.mark(0, 0, 0, counts, 50, block);
        assertFalse(block.build().anyMissing());
        assertTrue(faults.warnings().get(0).contains("annotated as a gap but are not flat; they are kept"));
    }

    /** First and last missing frame of a flat block of 50 frames. */
    private String marked(int stream, long firstFrame) {
        int[] counts = new int[50];
        Block.Builder builder = Block.of(layout.list().get(stream), firstFrame, 50);
        gaps.mark(stream, 0, firstFrame, counts, 50, builder);
        Block block = builder.build();
        int first = -1;
        int last = -1;
        for (int frame = 0; frame < 50; frame++) {
            if (block.missing(0, frame)) {
                first = first < 0 ? frame : first;
                last = frame;
            }
        }
        return first < 0 ? "" : (firstFrame + first) + "-" + (firstFrame + last);
    }

    private RecordClock clock(boolean discontinuous) {
        return new RecordClock(header(discontinuous), layout(discontinuous), faults);
    }

    private Layout layout(boolean discontinuous) {
        return new Layout(header(discontinuous), ReadOptions.standard(), faults);
    }

    private static Header header(boolean discontinuous) {
        List<Signal> signals = List.of(
                new Signal("EMG fast", "", SCALE, 50, 0),
                new Signal("EMG slow", "", SCALE, 12, 100),
                new Signal("EDF Annotations", "", null, 30, 124));
        return new Header(Origin.unknown("test"), 2, true, discontinuous, 3, HALF, 184, signals);
    }
}
