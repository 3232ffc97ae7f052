package twinge.detect;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import twinge.events.Calibration;
import twinge.frames.Block;
import twinge.frames.Channel;
import twinge.frames.Marker;
import twinge.frames.Montage;
import twinge.frames.SampleStream;
import twinge.settings.Settings;

/**
 * Finds bursts in the EMG channels of a recording's streams, judges them and groups them into episodes, as they come.
 *
 * <p>Whatever the blocks, the work is done in time slices of 40 ms that sit on multiples of 40 ms from the start of the
 * recording and begin once every stream has reached their end. So the cutting into blocks and the order in which the
 * streams' blocks come make no difference to any bit of what is found. Causal: a finding depends on nothing after its
 * {@link Finding#decidedFrame}.
 */
public final class Detector {
    private static final double SLICE_SECONDS = 0.04;
    private static final int SNAPSHOT_VERSION = 3;
    /** Below this even an envelope of muscle is lost, and a rhythm of 3 to 12 Hz can not be followed. */
    private static final double LOWEST_RATE_HZ = 20;

    private final List<SampleStream> streams;
    private final List<Pending> pending = new ArrayList<>();
    private final List<List<ChannelChain>> chains = new ArrayList<>(); // [stream][channel], null where it is no EMG
    private final List<MotionTrack> tracks = new ArrayList<>(); // [stream], null where it carries no motion
    private final List<Pending.Heard> markers = new ArrayList<>();
    private final Judge judge;
    private final int[][][] counts; // [stream][channel][frame of the slice]
    private final boolean[][][] present;
    private final double[] values;
    private long slice;
    private boolean finished;

    /**
     * @param streams of one board or recording, in the order of their indices
     * @throws IllegalArgumentException if none of their channels is EMG, or one has fewer than 20 frames a second
     */
    public Detector(List<SampleStream> streams, Settings settings) {
        this(streams, settings, Optional.empty());
    }

    /**
     * @param calibration of this wearer, these sites and this board: what it says of rest is where learning begins, channel
     *     by channel, found by label and unit
     * @throws IllegalArgumentException as above
     */
    public Detector(List<SampleStream> streams, Settings settings, Optional<Calibration> calibration) {
        this.streams = List.copyOf(streams);
        List<MotionTrack> moving = new ArrayList<>();
        judge = new Judge(this.streams, moving, new Context());
        counts = new int[streams.size()][][];
        present = new boolean[streams.size()][][];
        int widest = 1;
        boolean anyEmg = false;
        for (SampleStream stream : this.streams) {
            int index = stream.index();
            if (index != pending.size()) {
                throw new IllegalArgumentException("stream " + index + " stands at place " + pending.size());
            }
            pending.add(new Pending(stream));
            Montage montage = stream.montage();
            int longest = (int) Math.ceil(SLICE_SECONDS * stream.rateHz()) + 2;
            counts[index] = new int[montage.size()][longest];
            present[index] = new boolean[montage.size()][longest];
            widest = Math.max(widest, montage.size());
            List<ChannelChain> of = new ArrayList<>();
            for (int channel = 0; channel < montage.size(); channel++) {
                boolean emg = montage.channel(channel).type() == Channel.Type.EMG;
                if (emg && stream.rateHz() < LOWEST_RATE_HZ) {
                    throw new IllegalArgumentException(montage.channel(channel).label() + " has " + stream.rateHz()
                            + " frames a second; EMG needs at least 20: take the raw recording, or name the"
                            + " channels that are EMG");
                }
                of.add(
                        emg
                                ? new ChannelChain(
                                        stream,
                                        channel,
                                        settings,
                                        Placement.level(montage.channel(channel), calibration))
                                : null);
                if (emg) {
                    judge.hears(index, channel);
                    anyEmg = true;
                }
            }
            chains.add(of);
            MotionTrack track = MotionTrack.carriesMotion(stream) ? new MotionTrack(stream) : null;
            tracks.add(track);
            if (track != null) {
                moving.add(track);
            }
        }
        if (!anyEmg) {
            throw new IllegalArgumentException("none of the channels is EMG; name those that are");
        }
        values = new double[widest];
    }

    /** Takes the next block of any of the streams and tells what it finds out. */
    public void accept(Block block, Consumer<Finding> out) {
        if (finished) {
            throw new IllegalStateException("the recording has been finished; a new one needs a new detector");
        }
        SampleStream stream = streams.get(block.stream());
        pending.get(block.stream()).add(block);
        double came = stream.seconds(block.firstFrame());
        for (Marker marker : block.markers()) {
            double at = stream.seconds(marker.frame());
            markers.add(new Pending.Heard(marker, at, Math.max(at, came)));
        }
        judge.tellTo(out);
        while (complete()) {
            work();
        }
    }

    /** Closes what is open: the recording has ended. */
    public void finish(Consumer<Finding> out) {
        judge.tellTo(out);
        while (anyLeft()) {
            work();
        }
        chains.forEach(of -> of.forEach(chain -> {
            if (chain != null) {
                chain.finish(judge);
            }
        }));
        judge.finish(slice * SLICE_SECONDS);
        finished = true;
    }

    /**
     * Everything that this detector knows, to be taken up by {@link #resume} with the same streams and settings: what it
     * finds from there on has the same bits as if nothing had happened.
     */
    public byte[] snapshot() {
        State io = State.writing();
        io.count(SNAPSHOT_VERSION);
        state(io);
        return io.written();
    }

    /**
     * Takes up a snapshot.
     *
     * @throws IllegalArgumentException if it is of another version or of other streams
     */
    public static Detector resume(byte[] snapshot, List<SampleStream> streams, Settings settings) {
        State io = State.reading(snapshot);
        int version = io.count(0);
        if (version != SNAPSHOT_VERSION) {
            throw new IllegalArgumentException("a snapshot of version " + version + ", this program reads version "
                    + SNAPSHOT_VERSION + "; replay the recording from its start");
        }
        Detector detector = new Detector(streams, settings);
        detector.state(io);
        if (io.left() != 0) {
            throw new IllegalArgumentException("the snapshot is " + io.left()
                    + " bytes longer than these streams need; it is of another recording");
        }
        return detector;
    }

    private void state(State io) {
        for (int stream = 0; stream < streams.size(); stream++) {
            pending.get(stream).state(io);
            for (ChannelChain chain : chains.get(stream)) {
                if (chain != null) {
                    chain.state(io);
                }
            }
            if (tracks.get(stream) != null) {
                tracks.get(stream).state(io);
            }
        }
        io.list(markers, marker -> Pending.Heard.state(io, marker));
        judge.state(io);
        slice = io.whole(slice);
        finished = io.flag(finished);
    }

    /** The first frame of a stream at or after the beginning of a slice. */
    private long firstFrame(SampleStream stream, long ofSlice) {
        return Math.max(
                0, (long) Math.ceil((ofSlice * SLICE_SECONDS - stream.startSeconds()) * stream.rateHz() - 1e-6));
    }

    private boolean complete() {
        for (SampleStream stream : streams) {
            if (pending.get(stream.index()).known() < firstFrame(stream, slice + 1)) {
                return false;
            }
        }
        return true;
    }

    private boolean anyLeft() {
        return streams.stream().anyMatch(stream -> pending.get(stream.index()).known() > firstFrame(stream, slice));
    }

    /** Works one slice off: motion and markers first, then each channel, then the judge. */
    private void work() {
        double end = (slice + 1) * SLICE_SECONDS;
        hearMarkers(end);
        for (SampleStream stream : streams) {
            int index = stream.index();
            long from = firstFrame(stream, slice);
            long to = firstFrame(stream, slice + 1);
            pending.get(index).take(from, to, counts[index], present[index]);
            if (tracks.get(index) != null) {
                follow(stream, from, (int) (to - from));
            }
        }
        for (SampleStream stream : streams) {
            long from = firstFrame(stream, slice);
            long to = firstFrame(stream, slice + 1);
            for (int channel = 0; channel < stream.montage().size(); channel++) {
                ChannelChain chain = chains.get(stream.index()).get(channel);
                if (chain != null) {
                    feed(chain, stream.index(), channel, from, (int) (to - from));
                }
            }
        }
        slice++;
        judge.advance(end);
    }

    private void feed(ChannelChain chain, int stream, int channel, long from, int length) {
        boolean[] here = present[stream][channel];
        boolean any = false;
        for (int i = 0; i < length; ) {
            if (!here[i]) {
                i++;
                continue;
            }
            any = true;
            int end = i;
            while (end < length && here[end]) {
                end++;
            }
            if (i == 0) {
                chain.accept(counts[stream][channel], end, from, judge);
            } else {
                int[] rest = new int[end - i];
                System.arraycopy(counts[stream][channel], i, rest, 0, end - i);
                chain.accept(rest, end - i, from + i, judge);
            }
            i = end;
        }
        if (!any && length > 0) {
            chain.lost(from + length, judge);
        }
    }

    private void follow(SampleStream stream, long from, int length) {
        Montage montage = stream.montage();
        for (int i = 0; i < length; i++) {
            boolean all = true;
            for (int channel = 0; channel < montage.size(); channel++) {
                all &= present[stream.index()][channel][i];
                values[channel] = montage.channel(channel).scale().physical(counts[stream.index()][channel][i]);
            }
            if (all) {
                tracks.get(stream.index()).accept(from + i, values, montage.size());
            }
        }
    }

    private void hearMarkers(double end) {
        if (markers.isEmpty()) {
            return;
        }
        List<Pending.Heard> heard = new ArrayList<>();
        for (Pending.Heard marker : markers) {
            if (marker.heardSeconds() < end) {
                heard.add(marker);
            }
        }
        markers.removeAll(heard);
        heard.sort(Comparator.comparingDouble(Pending.Heard::atSeconds));
        heard.forEach(marker -> judge.accept(marker.marker(), marker.atSeconds()));
    }
}
