package twinge.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import twinge.frames.Block;
import twinge.frames.Channel;
import twinge.frames.Montage;
import twinge.frames.SampleStream;
import twinge.frames.Scale;

class SequencerTest {
    private static final SampleStream EMG = new SampleStream(
            0, 250, 0, new Montage(List.of(Channel.of("EMG1", Channel.Type.EMG, Scale.step(1, "uV")))));

    private final List<Block> blocks = new ArrayList<>();

    /** Frames of a counter of 8 bits, 250 a second, each telling its own true index. */
    private void send(Sequencer to, long fromIndex, long toIndex, long firstArrivalMillis, double millisEach) {
        for (long index = fromIndex; index < toIndex; index++) {
            long arrival = Math.round((firstArrivalMillis + (index - fromIndex) * millisEach) * 1e6);
            to.frame((int) (index & 255), new int[] {(int) index}, true, arrival);
            to.drain(blocks::add);
        }
    }

    private void everyFrameLiesAtItsTrueIndex() {
        for (Block block : blocks) {
            for (int frame = 0; frame < block.frames(); frame++) {
                assertEquals(block.count(0, frame), block.firstFrame() + frame);
            }
        }
    }

    @ParameterizedTest(name = "{0} frames lost at once")
    @ValueSource(longs = {1, 100, 255, 256, 257, 512, 1000, 2560})
    void aLossIsExactThoughTheCounterWraps(long lost) {
        Sequencer sequencer = new Sequencer(EMG, 256);
        send(sequencer, 0, 2000, 0, 4);
        send(sequencer, 2000 + lost, 5000 + lost, 4 * (2000 + lost), 4);
        sequencer.finish(blocks::add);
        everyFrameLiesAtItsTrueIndex();
        assertEquals(lost, sequencer.tally(0, 0, 0).lost());
        assertEquals(5000, sequencer.tally(0, 0, 0).frames());
    }

    @ParameterizedTest(name = "a stall of {0} ms")
    @ValueSource(longs = {50, 500, 1100, 3000, 8000})
    void whatComesLateInAFloodIsNotLost(long stallMillis) {
        Sequencer sequencer = new Sequencer(EMG, 256);
        send(sequencer, 0, 1000, 0, 4);
        long behind = stallMillis / 4;
        send(sequencer, 1000, 1000 + behind, 4000 + stallMillis, 0.2);
        send(sequencer, 1000 + behind, 6000, 4 * (1000 + behind) + behind / 5, 4);
        sequencer.finish(blocks::add);
        everyFrameLiesAtItsTrueIndex();
        assertEquals(0, sequencer.tally(0, 0, 0).lost());
    }

    @Test
    void aClockThatRunsHalfAPercentSlowLosesNothing() {
        Sequencer sequencer = new Sequencer(EMG, 256);
        send(sequencer, 0, 100_000, 0, 4.02);
        sequencer.finish(blocks::add);
        everyFrameLiesAtItsTrueIndex();
        assertEquals(0, sequencer.tally(0, 0, 0).lost());
    }

    @Test
    void afterALostLinkTheClockTellsWhatWasMissedEvenIfTheBoardCountsAnew() {
        Sequencer sequencer = new Sequencer(EMG, 256);
        send(sequencer, 0, 1000, 0, 4);
        sequencer.reopened();
        for (int index = 0; index < 100; index++) {
            sequencer.frame(index, new int[] {1750 + index}, true, (7000 + 4L * index) * 1_000_000);
        }
        sequencer.finish(blocks::add);
        everyFrameLiesAtItsTrueIndex();
        assertEquals(750, sequencer.tally(0, 0, 0).lost());
    }

    @Test
    void withoutACounterASilenceIsCountedByTheClock() {
        Sequencer sequencer = new Sequencer(EMG, 0);
        for (int index = 0; index < 1000; index++) {
            sequencer.frame(0, new int[] {index}, true, 4_000_000L * index);
        }
        for (int index = 1500; index < 2500; index++) {
            sequencer.frame(0, new int[] {index}, true, 4_000_000L * index);
        }
        sequencer.finish(blocks::add);
        everyFrameLiesAtItsTrueIndex();
        assertEquals(500, sequencer.tally(0, 0, 0).lost());
    }

    @Test
    void whatIsNotToBeTrustedIsMissingAndNotLost() {
        Sequencer sequencer = new Sequencer(EMG, 256);
        sequencer.frame(0, new int[] {0}, true, 0);
        sequencer.frame(1, new int[] {9_999_999}, false, 4_000_000);
        sequencer.frame(2, new int[] {2}, true, 8_000_000);
        sequencer.finish(blocks::add);
        assertEquals(1, blocks.size());
        assertEquals(true, blocks.get(0).missing(0, 1));
        assertEquals(new Tally(2, 0, 1, 0, 0, 0, 0, 0), sequencer.tally(0, 0, 0));
    }
}
