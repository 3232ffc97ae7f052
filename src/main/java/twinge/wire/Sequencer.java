package twinge.wire;

import java.util.ArrayList;
import java.util.Arrays;
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
 * lost for good lift it for ever, by whole turns of the counter. So frames are held back when the delay jumps, and when
 * the counter jumps (or bytes are missing) while the delay is lifted by half a turn or more. They are released as soon as a
 * frame comes with less than half a turn of delay: then no turn was lost. Otherwise they wait until the delay has not
 * sunk for {@value #SETTLED_MILLIS} ms; what it stays lifted by was lost, where the counter jumped. A flood that goes on
 * for {@value #HOLD_MILLIS} ms with no jump of the counter in it is not waited for, and neither is a lift below the jump that nothing announced: it counts when
 * two seconds running keep a floor that is higher by a turn. Such a loss is told late, at the frame reached.
 */
final class Sequencer {
    private static final int SETTLED_MILLIS = 300;
    private static final int STANDS_MILLIS = 20; // at the end, when nothing more will come
    private static final int HOLD_MILLIS = 3000;
    private static final long SILENCE_NANOS = 50_000_000;
    private static final double SINKS_NANOS = 2e6;
    private static final double JUMP_NANOS = 100e6;
    private static final double EARLY_NANOS = 5e9;

    private static final long ALL = -1;

    /** Gets each frame with what came along with it, in order, once its place is sure and before it is handed on. */
    interface Companion {
        /** @param counts those of the stream's channels, and after them what else was given */
        void placed(long index, int[] counts, boolean suspect);
    }

    /**
     * @param missing channels not to be delivered, one bit a channel
     * @param lifted its delay above the floor, ns
     * @param broken whether the counter jumped before it
     */
    private record Held(
            long index, int[] counts, long missing, boolean suspect, long arrivalNanos, double lifted, boolean broken) {
        Held at(long place) {
            return new Held(place, counts, missing, suspect, arrivalNanos, lifted, broken);
        }
    }

    private final SampleStream stream;
    private final int modulus;
    private final int ticks;
    private final Companion companion;
    private final double periodNanos; // of a tick
    private final List<Held> held = new ArrayList<>();
    private final List<Held> ready = new ArrayList<>(); // their index is the frame
    private final List<Marker> markers = new ArrayList<>();
    private final List<Integer> heldBefore = new ArrayList<>(); // how many frames were held when each marker came
    private long first = Long.MIN_VALUE; // counter of the first frame
    private int lastCounter;
    private long lastIndex;
    private long readyTo; // the frame after the last that has its place
    private long told; // the frame after the last handed on
    private final DelayFloor floor;
    private boolean holding;
    private long heldSince;
    private boolean heldBroken;
    private double heldFloor;
    private long sankAt;
    private double sankTo;
    private boolean resuming;
    private int damaged;
    private long frames;
    private long lost;
    private long suspect;
    private long gaps;
    private long longestGap;

    /** @param modulus after how many frames the counter begins again; 0: there is none */
    Sequencer(SampleStream stream, int modulus) {
        this(stream, modulus, 1, (index, counts, suspect) -> {});
    }

    Sequencer(SampleStream stream, int modulus, Companion companion) {
        this(stream, modulus, 1, companion);
    }

    /** @param ticks of the counter in a frame, where it is the board's clock; {@code modulus} is in ticks then */
    Sequencer(SampleStream stream, int modulus, int ticks, Companion companion) {
        this.stream = stream;
        this.modulus = modulus;
        this.ticks = ticks;
        this.companion = companion;
        lastIndex = -ticks;
        periodNanos = 1e9 / stream.rateHz() / ticks;
        floor = new DelayFloor(Math.round(stream.rateHz() * ticks), modulus * periodNanos);
    }

    /** How many damaged frames' bytes lie before the next frame; -1: bytes are missing, or it can not be told. */
    void damaged(int frames) {
        damaged = frames;
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
        boolean broken = false;
        if (first == Long.MIN_VALUE) {
            first = counter;
            index = 0;
        } else if (resuming) {
            index = resumed(arrivalNanos);
        } else if (modulus == 0) {
            index = lastIndex + 1 + Math.max(0, damaged);
        } else {
            int step = turn(counter - lastCounter);
            long expected = (1L + Math.max(0, damaged)) * ticks;
            int off = Math.floorMod(step - expected, modulus);
            off -= off > modulus / 2 ? modulus : 0;
            broken = damaged < 0 || Math.abs(off) > ticks / 4;
            index = lastIndex + (broken ? step : expected + off);
        }
        damaged = 0;
        resuming = false;
        lastCounter = counter;
        place(new Held(index, counts.clone(), missing, suspect, arrivalNanos, 0, broken));
    }

    /** A whole frame whose place the board itself tells, from 0 on. One that is not after the last is dropped. */
    void frameAt(long index, int[] counts, boolean trusted, long arrivalNanos) {
        frameAt(index, counts, trusted ? 0 : ALL, !trusted, arrivalNanos);
    }

    void frameAt(long index, int[] counts, long missing, boolean suspect, long arrivalNanos) {
        first = 0;
        resuming = false;
        damaged = 0;
        long tick = index * ticks;
        if (tick > lastIndex) {
            release(0);
            lastCounter += (int) (tick - lastIndex); // so that counting can go on if the board stops telling
            lastIndex = tick;
            follow(tick, arrivalNanos);
            ready(new Held(tick, counts.clone(), missing, suspect, arrivalNanos, 0, false));
        }
    }

    /** So many frames without a counter were seen to be damaged beyond use. */
    void skip(long frames) {
        lastIndex += first == Long.MIN_VALUE ? 0 : frames * ticks;
    }

    /** Something that was said, at the place of the next frame. */
    void mark(String text) {
        markers.add(new Marker(lastIndex + ticks, 0, text));
        heldBefore.add(held.size());
    }

    /** Something that was said at a frame, which may lie behind or ahead. */
    void mark(long frame, String text) {
        int before = 0;
        while (before < held.size() && held.get(before).index() <= frame * ticks) {
            before++;
        }
        markers.add(new Marker(frame * ticks, 0, text));
        heldBefore.add(before);
    }

    /** Whether a frame with this counter would come seconds before it can have been taken: then the counter is wrong. */
    boolean early(int counter, long arrivalNanos) {
        return first != Long.MIN_VALUE
                && !resuming
                && delay(lastIndex + turn(counter - lastCounter), arrivalNanos) < floor.least() - EARLY_NANOS;
    }

    /** Place of a frame that arrives now, by the clock alone; after the last. */
    long due(long arrivalNanos) {
        return resumed(arrivalNanos) / ticks;
    }

    /** The link was lost and is there again; the board may have started anew, so the clock alone tells what was missed. */
    void reopened() {
        release(settledLoss());
        resuming = first != Long.MIN_VALUE;
    }

    /** Place of the last frame, -1 before the first; may still change while frames are held back. */
    long lastIndex() {
        return Math.floorDiv(lastIndex, ticks);
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
            out.accept(Block.of(stream, told, 0).markers(takeMarkers()).build());
        }
    }

    void finish(Consumer<Block> out) {
        release(settledLoss());
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

    private double turnNanos() {
        return modulus * periodNanos;
    }

    /** A delay lifted by less than this is jitter. */
    private double jump() {
        return Math.max(JUMP_NANOS, 0.6 * turnNanos());
    }

    /** A delay lifted by less than this leaves no room for a lost turn. */
    private double settled() {
        return modulus == 0 ? 0.5 * JUMP_NANOS : 0.5 * turnNanos();
    }

    private long resumed(long arrivalNanos) {
        long index = Math.round((arrivalNanos - floor.least()) / periodNanos / ticks) * ticks;
        return Math.max(lastIndex + ticks, index);
    }

    private void place(Held next) {
        long arrivalNanos = next.arrivalNanos();
        double lifted = delay(next.index(), arrivalNanos) - floor.least();
        boolean broken = next.broken();
        boolean began = !holding && (lifted > jump() || broken && lifted > settled());
        lastIndex = next.index();
        if (!holding && !began) {
            follow(lastIndex, arrivalNanos);
            ready(next);
            return;
        }
        if (began) {
            holding = true;
            heldBroken = false;
            heldSince = arrivalNanos;
        }
        long silence =
                held.isEmpty() ? 0 : arrivalNanos - held.get(held.size() - 1).arrivalNanos();
        sankAt += silence > SILENCE_NANOS ? silence : 0; // another stall tells nothing about where the delay settles
        if (began || broken || lifted < sankTo - SINKS_NANOS) {
            sankAt = arrivalNanos;
            sankTo = lifted;
        }
        heldBroken |= broken;
        heldFloor = began || broken ? lifted : Math.min(heldFloor, lifted);
        held.add(new Held(lastIndex, next.counts(), next.missing(), next.suspect(), arrivalNanos, lifted, broken));
        if (lifted < settled()) {
            release(0);
        } else if (arrivalNanos - sankAt > SETTLED_MILLIS * 1e6) {
            release(lostFor(heldFloor));
        } else if (arrivalNanos - heldSince > HOLD_MILLIS * 1e6 && !heldBroken) {
            release(0);
        }
    }

    /** What was lost before the frames that are held, if no more will come: nothing while the delay still sank. */
    private long settledLoss() {
        boolean stands = holding && held.get(held.size() - 1).arrivalNanos() - sankAt > STANDS_MILLIS * 1e6;
        return stands ? lostFor(heldFloor) : 0;
    }

    /** What a delay that stays lifted means: whole turns of the counter, or frames where there is none. */
    private long lostFor(double liftedNanos) {
        long unit = modulus == 0 ? ticks : modulus;
        return Math.max(0, Math.round(liftedNanos / (unit * periodNanos)) * unit);
    }

    /**
     * Gives the held frames their place: the last of them lies {@code shift} further than it seemed, and those before it
     * as much as their own least delay allows, beginning where the counter first jumped, or at once if it did not.
     */
    private void release(long shift) {
        holding = false;
        long[] shifts = shifts(shift);
        for (int i = 0; i < held.size(); i++) {
            Held frame = held.get(i).at(held.get(i).index() + shifts[i]);
            follow(frame.index(), frame.arrivalNanos());
            ready(frame);
        }
        for (int i = 0; i < markers.size() && !held.isEmpty(); i++) {
            int before = heldBefore.get(i);
            Marker marker = markers.get(i);
            long shifted = marker.frame() + (before == 0 ? 0 : shifts[before - 1]);
            markers.set(i, new Marker(shifted, 0, marker.text()));
            heldBefore.set(i, 0);
        }
        lastIndex += held.isEmpty() ? 0 : shift;
        held.clear();
    }

    private long[] shifts(long shift) {
        long[] shifts = new long[held.size()];
        boolean anyBroken = held.stream().anyMatch(Held::broken);
        long allowed = shift;
        double least = Double.POSITIVE_INFINITY;
        for (int i = shifts.length - 1; i >= 0; i--) {
            least = Math.min(least, held.get(i).lifted());
            shifts[i] = allowed;
            if (held.get(i).broken()) {
                allowed = Math.min(allowed, lostFor(least));
                Arrays.fill(shifts, i, Math.min(shifts.length, i + segment(i)), allowed);
                least = Double.POSITIVE_INFINITY;
            }
        }
        for (int i = 0; anyBroken && i < shifts.length && !held.get(i).broken(); i++) {
            shifts[i] = 0;
        }
        return shifts;
    }

    /** How many frames follow without another jump of the counter, the one at {@code from} included. */
    private int segment(int from) {
        int to = from + 1;
        while (to < held.size() && !held.get(to).broken()) {
            to++;
        }
        return to - from;
    }

    private void ready(Held frame) {
        long place = Math.round((double) frame.index() / ticks);
        if (place >= readyTo) { // two readings of a clock may mean one frame
            readyTo = place + 1;
            ready.add(frame.at(place));
        }
    }

    private void follow(long index, long arrivalNanos) {
        double liftedNanos = floor.follow(index, delay(index, arrivalNanos));
        if (liftedNanos > 0) {
            long late = lostFor(liftedNanos);
            lastIndex += late;
            floor.told(late * periodNanos);
        }
    }

    private List<Marker> takeMarkers() {
        List<Marker> taken = new ArrayList<>();
        for (Marker marker : markers) {
            taken.add(new Marker(Math.round((double) marker.frame() / ticks), 0, marker.text()));
        }
        markers.clear();
        heldBefore.clear();
        return taken;
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
        out.accept(builder.markers(held.isEmpty() ? takeMarkers() : List.of()).build());
    }
}
