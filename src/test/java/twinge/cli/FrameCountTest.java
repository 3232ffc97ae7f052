package twinge.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import twinge.frames.Block;
import twinge.frames.Channel;
import twinge.frames.Montage;
import twinge.frames.SampleStream;
import twinge.frames.Scale;

class FrameCountTest {
    private static final SampleStream STREAM = new SampleStream(
            0,
            100,
            0,
            new Montage(List.of(
                    Channel.of("L", Channel.Type.EMG, Scale.step(1, "uV")),
                    Channel.of("R", Channel.Type.EMG, Scale.step(1, "uV")))));

    private final FrameCount count = new FrameCount(STREAM);

    private static Block.Builder block(long first, int frames) {
        return Block.of(STREAM, first, frames);
    }

    @Test
    void aWholeRecordingHasNothingToTell() {
        count.accept(block(0, 60).build());
        count.accept(block(60, 40).build());
        assertEquals(100, count.frames());
        assertEquals(1.0, count.seconds());
        assertEquals(List.of(), count.losses());
    }

    @Test
    void aJumpBetweenBlocksIsAGapWithItsPlaceAndLength() {
        count.accept(block(0, 6000).build());
        count.accept(block(6120, 80).build()); // 1.2 s lost after one minute
        count.accept(block(6250, 50).build()); // 0.5 s lost
        assertEquals(
                List.of("170 of 6300 frames lost in 2 gaps, longest 1.2 s at 00:01:00; bursts are cut at the gaps"),
                count.losses());
    }

    @Test
    void framesMissingOnAllChannelsAreOneGapAcrossBlocks() {
        Block.Builder one = block(0, 10);
        Block.Builder two = block(10, 10);
        for (int frame = 5; frame < 15; frame++) {
            Block.Builder part = frame < 10 ? one : two;
            part.missing(0, frame % 10).missing(1, frame % 10);
        }
        count.accept(one.build());
        count.accept(two.build());
        count.accept(block(20, 5).missing(0, 4).missing(1, 4).build()); // the last one is beyond the end
        assertEquals(1, count.gaps());
        assertEquals(10, count.lost());
        assertEquals(24, count.frames());
        assertEquals(0.1, count.longestGapSeconds());
    }

    @Test
    void samplesMissingOnOneChannelAreNoLostFrames() {
        count.accept(block(0, 10).missing(1, 3).missing(1, 4).build());
        assertEquals(0, count.lost());
        assertEquals(List.of("2 single samples are missing on channels of 100 Hz"), count.losses());
    }

    @Test
    void aBlockOfNoFramesAfterAGapTellsThatNothingCame() {
        count.accept(block(0, 10).build());
        count.accept(block(20, 0).build());
        count.accept(block(25, 5).build());
        assertEquals(1, count.gaps());
        assertEquals(15, count.lost());
        assertEquals(30, count.frames());
    }

    @Test
    void timesOfDayAreCountedInHoursMinutesAndSeconds() {
        assertEquals("27:46:39", FrameCount.clock(99_999.9));
    }
}
