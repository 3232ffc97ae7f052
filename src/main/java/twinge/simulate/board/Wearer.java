package twinge.simulate.board;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.stream.IntStream;
import twinge.frames.Block;
import twinge.frames.Channel;
import twinge.frames.FrameSource;
import twinge.frames.SampleStream;
import twinge.frames.Scale;
import twinge.simulate.Dice;

/**
 * Whoever wears the electrodes: a recording, read forward, with a value at any moment.
 *
 * <p>The first stream that holds EMG is played; a recording whose rate is the board's goes through untouched, any other is
 * resampled (see {@link Resampler}). A missing sample holds the last value. Channels of no voltage fill {@value
 * #UNCALIBRATED_MICROVOLTS} µV either way with the whole range of their counts. Inputs beyond the recording's channels are
 * shorted and have the noise of that, {@value #SHORTED_MICROVOLTS} µV. Acceleration is what the recording's sensor last
 * had, or gravity alone.
 */
final class Wearer {
    private static final double UNCALIBRATED_MICROVOLTS = 1500;
    private static final double SHORTED_MICROVOLTS = 1;

    private final FrameSource recording;
    private final SampleStream emg;
    private final int[] inputs;
    private final double[] microvoltsPerCount;
    private final double[] zero;
    private final double[] taken;
    private final double[] now;
    private final Resampler resampler;
    private final Motion motion;
    private final Dice noise;
    private Block block; // of EMG, under way
    private long next; // frame of EMG
    private boolean ended;

    Wearer(FrameSource recording, double boardRateHz, long seed) {
        this.recording = recording;
        noise = Dice.of(seed, "shorted inputs");
        emg = recording.streams().stream()
                .filter(stream -> ofType(stream, Channel.Type.EMG).length > 0)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("the recording has no EMG channel that could be worn"));
        inputs = ofType(emg, Channel.Type.EMG);
        microvoltsPerCount = new double[inputs.length];
        zero = new double[inputs.length];
        for (int i = 0; i < inputs.length; i++) {
            Channel channel = emg.montage().channel(inputs[i]);
            Scale scale = channel.scale();
            double range = (double) scale.digitalMaximum() - scale.digitalMinimum();
            microvoltsPerCount[i] = channel.calibrated()
                    ? scale.gain() * scale.microvoltsPerUnit()
                    : 2 * UNCALIBRATED_MICROVOLTS / range;
            zero[i] = channel.calibrated() ? -scale.offset() / scale.gain() : scale.digitalMinimum() + range / 2;
        }
        taken = new double[inputs.length];
        now = new double[inputs.length];
        resampler = new Resampler(inputs.length, emg.rateHz(), boardRateHz);
        motion = new Motion(recording.streams());
    }

    static int[] ofType(SampleStream stream, Channel.Type type) {
        return IntStream.range(0, stream.montage().size())
                .filter(channel -> stream.montage().channel(channel).type() == type)
                .toArray();
    }

    /** Moves on to a moment, never back. @return whether the recording still lasts */
    boolean to(double seconds) {
        while (!ended && !resampler.covers(seconds)) {
            take();
        }
        resampler.at(seconds, now);
        motion.to(seconds);
        return !ended || seconds * emg.rateHz() < next;
    }

    /** What an input has now, in µV. */
    double microvolts(int input) {
        return input < now.length ? now[input] : SHORTED_MICROVOLTS * noise.gaussian();
    }

    /** What the motion sensor has now along an axis, in g. */
    double acceleration(int axis) {
        return motion.g(axis);
    }

    /** The next frame of EMG, if need be of those that the recording left out. */
    private void take() {
        while (block == null || next >= block.endFrame()) {
            block = read();
            if (block == null) {
                ended = true;
                return;
            }
        }
        for (int i = 0; next >= block.firstFrame() && i < inputs.length; i++) {
            int frame = (int) (next - block.firstFrame());
            if (!block.missing(inputs[i], frame)) {
                taken[i] = (block.count(inputs[i], frame) - zero[i]) * microvoltsPerCount[i];
            }
        }
        next++;
        resampler.add(taken);
    }

    private Block read() {
        try {
            Block read = recording.next();
            while (read != null && read.stream() != emg.index()) {
                motion.add(read);
                read = recording.next();
            }
            return read;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
