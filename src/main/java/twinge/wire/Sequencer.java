package twinge.wire;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;
import twinge.frames.Block;
import twinge.frames.Marker;
import twinge.frames.SampleStream;

/**
 * Gives each frame of a stream its place and hands them on as blocks: a counter that wraps tells small losses, and the
 * clock tells how often it has wrapped meanwhile.
 *
 * <p>The clock's side: a frame can not arrive before it was taken, so its delay (arrival - place / rate) has a floor, the
 * least delay of the last one to two seconds. A stall lifts the delay and the flood after it brings it down again; frames
 * lost for good lift it for ever, by whole turns of the counter. So when the delay jumps, frames are held back until it has
 * come down (nothing was lost), or for {@value #HOLD_MILLIS} ms at the board's own pace (then what it stays lifted by was
 * lost). Lesser lifts than such a jump count when two seconds running keep a floor that is higher by a turn; the loss is then
 * told late, at the frame reached, at most three seconds after it.
 */
final class Sequencer {
    private static final int HOLD_MILLIS = 300;
    private static final double JUMP_NANOS = 100e6;
    private static final double STRETCH_SECONDS = 1;
    private static final double FLOODING = 1.15; // this many times the rate, or faster

    /** Gets each frame with what came along with it, in order, once its place is sure and before it is handed on. */
    interface Companion {
        /** @param counts those of the stream's channels, and after them what else was given */
        void placed(long index, int[] counts, boolean suspect);
    }

    /** @param missing channels not to be delivered, one bit a channel */
    private record Held(long index, int[] counts, long missing, boolean suspect, long arrivalNanos) {
        Held later(long frames) {
            return new Held(index + frames, counts, missing, suspect, arrivalNanos);
        }
    }

    private static final long ALL = -1;

    private final SampleStream stream;
    private final int modulus;
    private final Companion companion;
    private final double periodNanos;
    private final Deque<Held> held = new ArrayDeque<>();
    private final List<Held> ready = new ArrayList<>();
    private final List<Marker> markers = new ArrayList<>();
    private long first = Long.MIN_VALUE; // counter of the first frame
    private int lastCounter;
    private long lastIndex = -1;
    private long told; // the frame after the last handed on
    private double floor = Double.POSITIVE_INFINITY; // of the stretch before
    private double lower = Double.POSITIVE_INFINITY; // of the stretch under way
    private double candidate = Double.POSITIVE_INFINITY; // a lifted floor, to be seen again before it counts
    private long stretchEnds;
    private boolean holding;
    private double heldFloor;
    private boolean resuming;
    private long frames;
    private long lost;
    private long suspect;
    private long gaps;
    private long longestGap;

    /** @param modulus after how many frames the counter begins again; 0: there is none */
    Sequencer(SampleStream stream, int modulus) {
        this(stream, modulus, (index, counts, suspect) -> {});
    }

    Sequencer(SampleStream stream, int modulus, Companion companion) {
        this.stream = stream;
        this.modulus = modulus;
        this.companion = companion;
        periodNanos = 1e9 / stream.rateHz();
        stretchEnds = Math.round(STRETCH_SECONDS * stream.rateHz());
    }

    /**
     * A whole frame.
     *
     * @param counter as it came; of no meaning where there is none
     * @param counts copied
     * @param trusted false: it is delivered as missing and counted as suspect
     */
    void frame(int counter, int[] counts, boolean trusted, long arrivalNanos) {
        frame(counter, counts, trusted ? 0 : ALL, !trusted, arrivalNanos);
    }

    /**
     * A frame that is there in part.
     *
     * @param missing channels not to be delivered, one bit a channel
     * @param suspect whether that is because they are not to be trusted; otherwise they did not come, and the frame counts
     *     as lost
     */
    void frame(int counter, int[] counts, long missing, boolean suspect, long arrivalNanos) {
        long index;
        if (first == Long.MIN_VALUE) {
            first = counter;
            index = 0;
        } else if (resuming) {
            index = resumed(arrivalNanos);
        } else {
            index = lastIndex + (modulus == 0 ? 1 : turn(counter - lastCounter));
        }
        resuming = false;
        lastCounter = counter;
        place(new Held(index, counts.clone(), missing, suspect, arrivalNanos));
    }

    /** A whole frame whose place the board itself tells, from 0 on. One that is not after the last is dropped. */
    void frameAt(long index, int[] counts, boolean trusted, long arrivalNanos) {
        frameAt(index, counts, trusted ? 0 : ALL, !trusted, arrivalNanos);
    }

    void frameAt(long index, int[] counts, long missing, boolean suspect, long arrivalNanos) {
        first = 0;
        resuming = false;
        if (index > lastIndex) {
            release(0);
            lastCounter += (int) (index - lastIndex); // so that counting can go on if the board stops telling
            lastIndex = index;
            follow(index, arrivalNanos);
            ready.add(new Held(index, counts.clone(), missing, suspect, arrivalNanos));
        }
    }

    /** So many frames without a counter were seen to be damaged beyond use. */
    void skip(long frames) {
        lastIndex += first == Long.MIN_VALUE ? 0 : frames;
    }

    /** Something that was said, at the place of the next frame. */
    void mark(String text) {
        mark(lastIndex + 1, text);
    }

    /** Something that was said, at a frame. */
    void mark(long index, String text) {
        markers.add(new Marker(index, 0, text));
    }

    /** The link was lost and is there again; the board may have started anew, so the clock alone tells what was missed. */
    void reopened() {
        release(0);
        resuming = first != Long.MIN_VALUE;
    }

    /** Place of the last frame, -1 before the first; may still change while frames are held back. */
    long lastIndex() {
        return lastIndex;
    }

    /** Hands on what has its place, consecutive frames in one block. */
    void drain(Consumer<Block> out) {
        for (Held frame : ready) {
            companion.placed(frame.index(), frame.counts(), frame.suspect() && frame.missing() == ALL);
        }
        int from = 0;
        for (int to = 1; to <= ready.size(); to++) {
            if (to == ready.size() || ready.get(to).index() != ready.get(to - 1).index() + 1) {
                block(ready.subList(from, to), out);
                from = to;
            }
        }
        ready.clear();
        if (!markers.isEmpty() && held.isEmpty()) {
            out.accept(Block.of(stream, told, 0).markers(markers).build());
            markers.clear();
        }
    }

    void finish(Consumer<Block> out) {
        release(0);
        drain(out);
    }

    Tally tally(long bytes, long bytesDiscarded, long deviceDropped) {
        return new Tally(frames, lost, suspect, gaps, longestGap, bytes, bytesDiscarded, deviceDropped);
    }

    private int turn(int difference) {
        int turned = Math.floorMod(difference, modulus);
        return turned == 0 ? modulus : turned;
    }

    private double delay(long index, long arrivalNanos) {
        return arrivalNanos - index * periodNanos;
    }

    private double leastDelay() {
        return Math.min(floor, lower);
    }

    /** A delay lifted by less than this is jitter. */
    private double jump() {
        return Math.max(JUMP_NANOS, 0.6 * modulus * periodNanos);
    }

    private long resumed(long arrivalNanos) {
        return Math.max(lastIndex + 1, Math.round((arrivalNanos - leastDelay()) / periodNanos));
    }

    private void place(Held frame) {
        double lifted = delay(frame.index(), frame.arrivalNanos()) - leastDelay();
        if (!holding && lifted > jump()) {
            holding = true;
            heldFloor = lifted;
        }
        lastIndex = frame.index();
        if (!holding) {
            follow(frame.index(), frame.arrivalNanos());
            ready.add(frame);
            return;
        }
        held.add(frame);
        heldFloor = Math.min(heldFloor, lifted);
        if (heldFloor < 0.5 * jump()) {
            release(0);
        } else if (frame.arrivalNanos() - held.getFirst().arrivalNanos() > HOLD_MILLIS * 1e6) {
            release(flooding(frame.arrivalNanos()) ? 0 : lostFor(heldFloor));
        }
    }

    private boolean flooding(long arrivalNanos) {
        double expected = (arrivalNanos - held.getFirst().arrivalNanos()) / periodNanos;
        return held.size() > FLOODING * expected + 1;
    }

    /** What a delay that stays lifted means: whole turns of the counter, or frames where there is none. */
    private long lostFor(double liftedNanos) {
        long unit = Math.max(1, modulus);
        return Math.round(liftedNanos / (unit * periodNanos)) * unit;
    }

    private void release(long shift) {
        holding = false;
        if (held.isEmpty()) {
            return;
        }
        lastIndex += shift;
        long from = held.getFirst().index();
        markers.replaceAll(
                marker -> marker.frame() < from ? marker : new Marker(marker.frame() + shift, 0, marker.text()));
        for (Held frame : held) {
            Held placed = frame.later(shift);
            follow(placed.index(), placed.arrivalNanos());
            ready.add(placed);
        }
        held.clear();
    }

    /** Keeps the floor; see above for what it means when it stays lifted for two stretches. */
    private void follow(long index, long arrivalNanos) {
        lower = Math.min(lower, delay(index, arrivalNanos));
        if (index < stretchEnds) {
            return;
        }
        stretchEnds = index + Math.round(STRETCH_SECONDS * stream.rateHz());
        double turnNanos = modulus * periodNanos;
        boolean lifted = modulus > 0 && lower - floor > 0.75 * turnNanos;
        if (lifted && Math.abs(lower - candidate) < 0.25 * turnNanos) {
            long late = lostFor(lower - floor);
            lastIndex += late;
            lower -= late * periodNanos;
            lifted = false;
        }
        candidate = lifted ? lower : Double.POSITIVE_INFINITY;
        floor = lifted ? floor : lower;
        lower = Double.POSITIVE_INFINITY;
    }

    private void block(List<Held> run, Consumer<Block> out) {
        long from = run.get(0).index();
        if (from > told) {
            lost += from - told;
            gaps++;
            longestGap = Math.max(longestGap, from - told);
        }
        int channels = stream.montage().size();
        Block.Builder builder = Block.of(stream, from, run.size());
        for (int frame = 0; frame < run.size(); frame++) {
            Held each = run.get(frame);
            for (int channel = 0; channel < channels; channel++) {
                if ((each.missing() & 1L << channel) == 0) {
                    builder.count(channel, frame, each.counts()[channel]);
                } else {
                    builder.missing(channel, frame);
                }
            }
            frames += each.missing() == 0 ? 1 : 0;
            suspect += each.suspect() ? 1 : 0;
            lost += each.missing() != 0 && !each.suspect() ? 1 : 0;
        }
        told = from + run.size();
        out.accept(builder.markers(markers).build());
        markers.clear();
    }
}
