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

    private record Held(long index, int[] counts, boolean trusted, long arrivalNanos) {}

    private final SampleStream stream;
    private final int modulus;
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
        this.stream = stream;
        this.modulus = modulus;
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
        place(index, counts, trusted, arrivalNanos);
    }

    /** A whole frame whose place the board itself tells, from 0 on. One that is not after the last is dropped. */
    void frameAt(long index, int[] counts, boolean trusted, long arrivalNanos) {
        first = 0;
        resuming = false;
        if (index > lastIndex) {
            lastIndex = index;
            follow(index, arrivalNanos);
            ready.add(new Held(index, counts.clone(), trusted, arrivalNanos));
        }
    }

    /** Something that was said, at the place of the next frame. */
    void mark(String text) {
        markers.add(new Marker(lastIndex + 1, 0, text));
    }

    /** Something that was said at a frame, which may lie behind or ahead. */
    void mark(long frame, String text) {
        markers.add(new Marker(frame, 0, text));
    }

    /** Place of a frame that arrives now, by the clock alone; after the last. */
    long due(long arrivalNanos) {
        return resumed(arrivalNanos);
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

    private void place(long index, int[] counts, boolean trusted, long arrivalNanos) {
        double lifted = delay(index, arrivalNanos) - leastDelay();
        if (!holding && lifted > jump()) {
            holding = true;
            heldFloor = lifted;
        }
        lastIndex = index;
        Held frame = new Held(index, counts.clone(), trusted, arrivalNanos);
        if (!holding) {
            follow(index, arrivalNanos);
            ready.add(frame);
            return;
        }
        held.add(frame);
        heldFloor = Math.min(heldFloor, lifted);
        if (heldFloor < 0.5 * jump()) {
            release(0);
        } else if (arrivalNanos - held.getFirst().arrivalNanos() > HOLD_MILLIS * 1e6) {
            release(flooding(arrivalNanos) ? 0 : lostFor(heldFloor));
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
        for (Held frame : held) {
            long index = frame.index() + shift;
            follow(index, frame.arrivalNanos());
            ready.add(new Held(index, frame.counts(), frame.trusted(), frame.arrivalNanos()));
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
                if (each.trusted()) {
                    builder.count(channel, frame, each.counts()[channel]);
                } else {
                    builder.missing(channel, frame);
                }
            }
            frames += each.trusted() ? 1 : 0;
            suspect += each.trusted() ? 0 : 1;
        }
        told = from + run.size();
        out.accept(builder.markers(markers).build());
        markers.clear();
    }
}
