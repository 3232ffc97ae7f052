package twinge.frames;

import java.util.Arrays;
import java.util.List;

/**
 * Consecutive frames of one stream, as counts. Immutable; made by a {@link Builder}, which gives its arrays away once.
 *
 * <p>Samples that were lost are marked, not invented: their count reads 0 and {@link #missing} is true. Frames lost
 * between two blocks show as a jump of {@link #firstFrame}. A block of no frames says that its stream has nothing before
 * that frame.
 */
public final class Block {
    private final int stream;
    private final long firstFrame;
    private final int channels;
    private final int frames;
    private final int[] counts; // [channel * frames + frame]
    private final long[] missing; // one bit a count in the same order, or null if nothing is missing
    private final List<Marker> markers;

    private Block(Builder made) {
        stream = made.stream;
        firstFrame = made.firstFrame;
        channels = made.channels;
        frames = made.frames;
        counts = made.counts;
        missing = made.missing;
        markers = made.markers;
    }

    /** Fills a block of {@code channels} by {@code frames}; all counts begin at 0 and present. */
    public static Builder of(SampleStream stream, long firstFrame, int frames) {
        return new Builder(stream.index(), firstFrame, stream.montage().size(), frames);
    }

    /** Index of the stream it belongs to. */
    public int stream() {
        return stream;
    }

    /** Index of its first frame, counted from the start of the stream. */
    public long firstFrame() {
        return firstFrame;
    }

    /** The frame after its last. */
    public long endFrame() {
        return firstFrame + frames;
    }

    public int channels() {
        return channels;
    }

    public int frames() {
        return frames;
    }

    /** Markers in the order in which they were met; their frames may lie outside this block. */
    public List<Marker> markers() {
        return markers;
    }

    /** The count at a frame of this block, {@code frame} from 0; 0 where it is missing. */
    public int count(int channel, int frame) {
        return counts[channel * frames + frame];
    }

    public boolean anyMissing() {
        return missing != null;
    }

    public boolean missing(int channel, int frame) {
        int bit = channel * frames + frame;
        return missing != null && (missing[bit >> 6] & 1L << bit) != 0;
    }

    /** Copies {@code length} counts of a channel, from a frame of this block on, to {@code into[at...]}. */
    public void copyTo(int channel, int from, int length, int[] into, int at) {
        System.arraycopy(counts, channel * frames + from, into, at, length);
    }

    /** Writes {@code length} values of a channel in µV (see {@link Scale#microvolts}) to {@code into[at...]}. */
    public void microvoltsTo(Scale scale, int channel, int from, int length, double[] into, int at) {
        scale.microvolts(counts, channel * frames + from, length, into, at);
    }

    /** The frames from {@code from} to before {@code to} as a block of their own; the markers go with the first frame. */
    public Block slice(int from, int to) {
        Builder part = new Builder(stream, firstFrame + from, channels, to - from);
        for (int channel = 0; channel < channels; channel++) {
            copyTo(channel, from, to - from, part.counts, channel * part.frames);
            for (int frame = from; missing != null && frame < to; frame++) {
                if (missing(channel, frame)) {
                    part.missing(channel, frame - from);
                }
            }
        }
        if (from == 0) {
            part.markers(markers);
        }
        return part.build();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Block that
                && stream == that.stream
                && firstFrame == that.firstFrame
                && channels == that.channels
                && frames == that.frames
                && Arrays.equals(counts, that.counts)
                && Arrays.equals(missing, that.missing)
                && markers.equals(that.markers);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(counts) + Long.hashCode(firstFrame);
    }

    @Override
    public String toString() {
        return "Block[stream " + stream + ", frames " + firstFrame + " to " + endFrame() + ", " + channels
                + " channels]";
    }

    /** Takes counts until {@link #build} hands them over. */
    public static final class Builder {
        private final int stream;
        private final long firstFrame;
        private final int channels;
        private final int frames;
        private int[] counts;
        private long[] missing;
        private List<Marker> markers = List.of();

        private Builder(int stream, long firstFrame, int channels, int frames) {
            if (firstFrame < 0 || frames < 0 || channels < 1) {
                throw new IllegalArgumentException(
                        "a block of " + channels + " channels and " + frames + " frames from frame " + firstFrame);
            }
            this.stream = stream;
            this.firstFrame = firstFrame;
            this.channels = channels;
            this.frames = frames;
            counts = new int[Math.multiplyExact(channels, frames)];
        }

        public Builder count(int channel, int frame, int count) {
            counts[channel * frames + frame] = count;
            return this;
        }

        /** Sets all counts of a channel from {@code from[at...]}. */
        public Builder counts(int channel, int[] from, int at) {
            System.arraycopy(from, at, counts, channel * frames, frames);
            return this;
        }

        /** Marks a sample as lost. */
        public Builder missing(int channel, int frame) {
            if (missing == null) {
                missing = new long[(counts.length + 63) / 64];
            }
            int bit = channel * frames + frame;
            missing[bit >> 6] |= 1L << bit;
            counts[bit] = 0;
            return this;
        }

        public Builder markers(List<Marker> met) {
            markers = List.copyOf(met);
            return this;
        }

        /** The finished block; the builder can not be used afterwards. */
        public Block build() {
            Block block = new Block(this);
            counts = null;
            missing = null;
            return block;
        }
    }
}
