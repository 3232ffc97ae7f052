package twinge.chart;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import twinge.frames.Block;
import twinge.frames.Channel;
import twinge.frames.SampleStream;
import twinge.signal.Butterworth;
import twinge.signal.Cascade;
import twinge.signal.MovingRms;

/** What is kept of one channel until the session is drawn. Its memory does not grow with the session. */
final class Row {
    private final SampleStream stream;
    private final int index;
    private final long origin;
    private final double highPassHz;
    private final Optional<Cascade> highPass;
    private final Strip trace = new Strip();
    private final Strip rails = new Strip();
    private final Levels levels;
    private final Levels ownLevels;
    private final Optional<MovingRms> envelope;
    private final int envelopeLag;
    private final Shades shades = new Shades();
    private double[] values = new double[0];
    private long nextFrame = -1; // the frame after the last one present, -1 before the first
    private long present;

    /**
     * @param origin frame at which the picture begins; none before it is taken
     * @param highPassHz takes offset and sway off the drawn trace, 0 to leave them in
     * @param envelopeSeconds window of an envelope of its own, for want of a detector's; 0 for none
     */
    Row(SampleStream stream, int index, long origin, double highPassHz, double envelopeSeconds) {
        this.stream = stream;
        this.index = index;
        this.origin = origin;
        this.highPassHz = highPassHz;
        levels = new Levels(origin);
        ownLevels = new Levels(origin);
        int window = (int) Math.max(1, Math.round(envelopeSeconds * stream.rateHz()));
        envelope = envelopeSeconds > 0 ? Optional.of(new MovingRms(window)) : Optional.empty();
        envelopeLag = (window - 1) / 2;
        highPass = highPassHz > 0 && highPassHz < stream.rateHz() / 2
                ? Optional.of(new Cascade(Butterworth.highPass(2, highPassHz, stream.rateHz())))
                : Optional.empty();
    }

    void accept(Block block) {
        int from = (int) Math.min(block.frames(), Math.max(0, origin - block.firstFrame()));
        while (from < block.frames()) {
            int to = from;
            while (to < block.frames() && !block.missing(index, to)) {
                to++;
            }
            if (to > from) {
                take(block, from, to);
            }
            from = to + 1;
        }
    }

    private void take(Block block, int from, int to) {
        int length = to - from;
        if (values.length < length) {
            values = new double[length];
        }
        block.microvoltsTo(channel().scale(), index, from, length, values, 0);
        boolean afterGap = block.firstFrame() + from != nextFrame;
        if (afterGap) {
            highPass.ifPresent(filter -> filter.settle(values[0]));
            envelope.ifPresent(MovingRms::reset);
        }
        highPass.ifPresent(filter -> filter.filter(values, 0, length));
        for (int i = 0; i < length; i++) {
            long frame = block.firstFrame() + from + i - origin;
            trace.accept(frame, values[i]);
            int count = block.count(index, from + i);
            if (count <= channel().scale().digitalMinimum()
                    || count >= channel().scale().digitalMaximum()) {
                rails.accept(frame, 1);
            }
        }
        envelope.ifPresent(rms -> {
            rms.apply(values, 0, length, values, 0);
            for (int i = 0; i < length; i++) {
                long frame = block.firstFrame() + from + i - envelopeLag;
                ownLevels.accept(envelopeAt(Math.max(origin, frame), values[i]));
            }
        });
        nextFrame = block.firstFrame() + to;
        present += length;
    }

    private Level envelopeAt(long frame, double envelope) {
        return new Level(stream.index(), index, frame, 1, envelope, Double.NaN, Double.NaN, Double.NaN);
    }

    SampleStream stream() {
        return stream;
    }

    int index() {
        return index;
    }

    Channel channel() {
        return stream.montage().channel(index);
    }

    /** Time of index 0 of its strips. */
    double startSeconds() {
        return stream.seconds(origin);
    }

    /** What its values are in. */
    String unit() {
        return channel().calibrated() ? "\u00b5V" : "counts";
    }

    /** What was done to the drawn trace. */
    String treatment() {
        return highPass.isPresent()
                ? "traces high-passed at " + ScaleBar.number(highPassHz) + " Hz"
                : "traces as measured, each around its median";
    }

    Strip trace() {
        return trace;
    }

    /** Holds a value for each frame at which the converter's limit was reached. */
    Strip rails() {
        return rails;
    }

    /** What the detector compared; its own envelope if nothing came from a detector. */
    Levels levels() {
        return levels.any() ? levels : ownLevels;
    }

    /** Takes the point if it is one of this channel. */
    void level(Level level) {
        if (level.stream() == stream.index() && level.channel() == index) {
            levels.accept(level);
        }
    }

    Shades shades() {
        return shades;
    }

    double endSeconds() {
        return stream.seconds(origin + trace.endFrame());
    }

    /** Time for which there are no samples. */
    double lostSeconds() {
        return (trace.endFrame() - present) / stream.rateHz();
    }

    /** The resting place of the trace: the median of the middles of its bins. */
    double offset() {
        double[] middles = new double[trace.bins()];
        int filled = 0;
        for (int bin = 0; bin < trace.bins(); bin++) {
            if (trace.lowest(bin, bin + 1) <= trace.highest(bin, bin + 1)) {
                middles[filled++] = (trace.lowest(bin, bin + 1) + trace.highest(bin, bin + 1)) / 2;
            }
        }
        Arrays.sort(middles, 0, filled);
        return filled == 0 ? 0 : middles[filled / 2];
    }

    /** Takes the stretch if it is one of this channel. */
    void quality(int ofStream, int channel, long firstFrame, long endFrame, String reason) {
        if (ofStream == stream.index() && channel == index) {
            shades.add(stream.seconds(firstFrame), stream.seconds(endFrame), Picture.visible(reason));
        }
    }

    /** How far the trace gets from its resting place within a span, flagged stretches left out if anything is left then. */
    double reach(Span within) {
        double offset = offset();
        double trusted = 0;
        double any = 0;
        List<Shades.Shade> flagged = shades.list(0);
        for (int bin = 0; bin < trace.bins(); bin++) {
            double from = stream.seconds(origin + bin * trace.framesPerBin());
            double to = stream.seconds(origin + (bin + 1) * trace.framesPerBin());
            double here = Math.max(trace.highest(bin, bin + 1) - offset, offset - trace.lowest(bin, bin + 1));
            if (to <= within.from() || from >= within.to()) {
                continue;
            }
            any = Math.max(any, here);
            if (here > trusted && flagged.stream().noneMatch(shade -> shade.from() < to && from < shade.to())) {
                trusted = here;
            }
        }
        return trusted > 0 ? trusted : any;
    }
}
