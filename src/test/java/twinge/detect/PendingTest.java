package twinge.detect;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import twinge.frames.Block;
import twinge.frames.SampleStream;

class PendingTest {
    private static final SampleStream STREAM =
            Made.stream(0, 1000, Made.emg("one", Made.MICROVOLTS), Made.emg("two", Made.MICROVOLTS));

    private final Pending pending = new Pending(STREAM);
    private final int[][] counts = new int[2][10];
    private final boolean[][] present = new boolean[2][10];

    /** The frame's number on the first channel, its negative on the second. */
    private static Block.Builder block(long first, int frames) {
        Block.Builder builder = Block.of(STREAM, first, frames);
        for (int frame = 0; frame < frames; frame++) {
            builder.count(0, frame, (int) first + frame).count(1, frame, (int) -first - frame);
        }
        return builder;
    }

    @Test
    void framesComeOutAsTheyWentInHoweverTheyWereCut() {
        pending.add(block(0, 3).build());
        pending.add(block(3, 12).build());
        pending.take(0, 5, counts, present);
        assertArrayEquals(new int[] {0, 1, 2, 3, 4, 0, 0, 0, 0, 0}, counts[0]);
        pending.take(5, 12, counts, present);
        assertArrayEquals(new int[] {-5, -6, -7, -8, -9, -10, -11, 0, 0, 0}, counts[1]);
        assertTrue(present[1][6]);
        assertEquals(15, pending.known());
    }

    @Test
    void whatIsMissingIsNotPresent() {
        pending.add(block(0, 2).build());
        pending.add(block(4, 3).missing(1, 1).build()); // 2 and 3 lost, 5 on the second channel
        pending.take(0, 8, counts, present);
        assertArrayEquals(new boolean[] {true, true, false, false, true, true, true, false, false, false}, present[0]);
        assertArrayEquals(new boolean[] {true, true, false, false, true, false, true, false, false, false}, present[1]);
    }

    @Test
    void aBlockOfNoFramesSaysThatNothingCameBeforeIt() {
        pending.add(Block.of(STREAM, 500, 0).build());
        assertEquals(500, pending.known());
        pending.take(0, 5, counts, present);
        assertArrayEquals(new boolean[10], present[0]);
    }

    @Test
    void aBlockOfAnotherMontageIsRefusedWithBothSizes() {
        SampleStream narrow = Made.stream(0, 1000, Made.emg("one", Made.MICROVOLTS));
        Block block = Block.of(narrow, 0, 5).build();
        String message = assertThrows(IllegalArgumentException.class, () -> pending.add(block))
                .getMessage();
        assertTrue(message.contains("1 channels") && message.contains("of 2"), message);
    }
}
