package twinge.files.edf;

import twinge.files.Annotation;
import twinge.files.Faults;

/**
 * Says at which frame of each stream a data record begins. Records follow each other without a gap unless one states a
 * later onset; an onset before the end of the record before is not believed.
 */
final class RecordClock {
    private static final long ROUNDING_TICKS = 2_000; // 0.2 ms: writers print onsets rounded

    private final Header header;
    private final Layout layout;
    private final Faults faults;
    private final long[] anchorFrames;
    private long firstOnset = Ticks.NONE;
    private long anchorOnset;
    private long recordsSinceAnchor;
    private int jumps;
    private long jumpedTicks;

    RecordClock(Header header, Layout layout, Faults faults) {
        this.header = header;
        this.layout = layout;
        this.faults = faults;
        anchorFrames = new long[layout.streams()];
    }

    /**
     * Places the next record.
     *
     * @param onset as the record states it, or {@link Ticks#NONE}
     * @return whether it follows the record before without a gap
     */
    boolean place(long record, long byteOffset, long onset) {
        if (firstOnset == Ticks.NONE) {
            begin(byteOffset, onset);
            return true;
        }
        recordsSinceAnchor++;
        long expected = onset();
        if (onset == Ticks.NONE) {
            return true;
        }
        long later = onset - expected;
        if (later >= leastJump()) {
            jump(record, byteOffset, onset, later);
            return false;
        }
        if (later < -leastJump() || !header.discontinuous() && Math.abs(later) > ROUNDING_TICKS) {
            faults.mended(
                    "record onsets",
                    byteOffset,
                    "record " + (record + 1) + " says that it began at "
                            + Ticks.print(onset) + " s instead of " + Ticks.print(expected)
                            + " s",
                    "it is joined to the record before");
        }
        return true;
    }

    /** When the record placed last began, in the file's own time. */
    long onset() {
        return anchorOnset + recordsSinceAnchor * header.recordTicks();
    }

    /** The frame of a stream at which the record placed last began. */
    long frame(int stream) {
        return anchorFrames[stream] + recordsSinceAnchor * layout.framesPerRecord(stream);
    }

    /** When frame 0 was taken, in the file's own time; 0 before the first record. */
    long firstOnset() {
        return firstOnset == Ticks.NONE ? 0 : firstOnset;
    }

    int jumps() {
        return jumps;
    }

    long jumpedTicks() {
        return jumpedTicks;
    }

    private void begin(long byteOffset, long onset) {
        firstOnset = onset == Ticks.NONE ? 0 : onset;
        anchorOnset = firstOnset;
        if (firstOnset < 0 || firstOnset >= Annotation.TICKS && !header.discontinuous()) {
            faults.mended(
                    "record onsets",
                    byteOffset,
                    "the first record begins at " + Ticks.print(firstOnset) + " s; EDF+ wants 0 to below 1 s",
                    "times are counted from there");
        }
    }

    private void jump(long record, long byteOffset, long onset, long later) {
        if (!header.discontinuous()) {
            faults.mended(
                    "record onsets",
                    byteOffset,
                    "record " + (record + 1) + " begins " + Ticks.print(later)
                            + " s after the end of the record before, in a file that calls itself continuous",
                    "read as a gap");
        }
        for (int stream = 0; stream < anchorFrames.length; stream++) {
            long stated = Math.round((onset - firstOnset) * layout.framesPerTick(stream));
            anchorFrames[stream] = Math.max(frame(stream), stated);
        }
        anchorOnset = onset;
        recordsSinceAnchor = 0;
        jumps++;
        jumpedTicks += later;
    }

    /** Shorter steps are rounding: three quarters of a frame, or two frames and 5 ms where there should be no gap. */
    private long leastJump() {
        double frame = layout.shortestFrameTicks();
        return (long) (header.discontinuous() ? Math.max(1, 0.75 * frame) : Math.max(50_000, 2 * frame));
    }
}
