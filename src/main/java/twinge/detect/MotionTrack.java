package twinge.detect;

import java.util.Arrays;
import twinge.frames.Channel;
import twinge.frames.SampleStream;

/**
 * How much the wearer moves, from the accelerometer and gyroscope of one stream: RMS of the change of each axis in steps
 * of 100 ms, in multiples of its resting level, remembered for some minutes.
 */
final class MotionTrack {
    static final double STEP_SECONDS = 0.1;
    private static final int MEMORY = 4096;
    /** Accelerations below this are sensor noise and breathing: 0.01 g, or 1 degree a second. */
    private static final double LEAST = 0.01;

    private static final double UNKNOWN = -1;

    private final SampleStream stream;
    private final double[] slow;
    private final double[] restPerChannel;
    private final boolean[] moving;
    private final double[] levels = new double[MEMORY];
    private final double[] sums;
    private long step = -1;
    private long latest = -1;
    private int count;
    private boolean started;

    MotionTrack(SampleStream stream) {
        this.stream = stream;
        int channels = stream.montage().size();
        slow = new double[channels];
        sums = new double[channels];
        restPerChannel = new double[channels];
        moving = new boolean[channels];
        for (int channel = 0; channel < channels; channel++) {
            moving[channel] = isMotion(stream.montage().channel(channel));
        }
        Arrays.fill(levels, Double.NaN);
        Arrays.fill(restPerChannel, UNKNOWN);
    }

    static boolean isMotion(Channel channel) {
        return channel.type() == Channel.Type.ACCELERATION || channel.type() == Channel.Type.ROTATION;
    }

    static boolean carriesMotion(SampleStream stream) {
        return stream.montage().channels().stream().anyMatch(MotionTrack::isMotion);
    }

    /** Takes one frame's values, each in the channel's own unit. */
    void accept(long frame, double[] values, int length) {
        long now = (long) Math.floor(stream.seconds(frame) / STEP_SECONDS);
        if (now != step && count > 0) {
            close();
        }
        step = now;
        double follow = Math.min(1, 2 * Math.PI * 0.5 / stream.rateHz()); // takes off gravity and posture, below 0.5 Hz
        for (int channel = 0; channel < length; channel++) {
            if (!started) {
                slow[channel] = values[channel];
            }
            slow[channel] += follow * (values[channel] - slow[channel]);
            double change = values[channel] - slow[channel];
            sums[channel] += change * change;
        }
        started = true;
        count++;
    }

    private void close() {
        double level = 0;
        for (int channel = 0; channel < sums.length; channel++) {
            if (moving[channel]) {
                boolean rotation = stream.montage().channel(channel).type() == Channel.Type.ROTATION;
                double least = rotation ? 100 * LEAST : LEAST;
                double rms = Math.sqrt(sums[channel] / count);
                double rest = restPerChannel[channel];
                rest = rest == UNKNOWN ? rms : rest + (rms < rest ? 0.2 : 0.002) * (rms - rest);
                restPerChannel[channel] = rest;
                level = Math.max(level, rms / Math.max(least, rest));
            }
            sums[channel] = 0;
        }
        count = 0;
        for (long lost = Math.max(latest + 1, step - MEMORY + 1); latest >= 0 && lost < step; lost++) {
            levels[(int) (lost % MEMORY)] = Double.NaN;
        }
        latest = step;
        levels[(int) (step % MEMORY)] = level;
    }

    /** Highest level in multiples of rest between two times, or NaN if nothing is known of them. */
    double highest(double fromSeconds, double toSeconds) {
        long from = Math.max((long) Math.floor(fromSeconds / STEP_SECONDS), Math.max(0, latest - MEMORY + 1));
        long to = Math.min((long) Math.floor(toSeconds / STEP_SECONDS), latest);
        double highest = Double.NaN;
        for (long at = from; at <= to; at++) {
            double level = levels[(int) (at % MEMORY)];
            if (!Double.isNaN(level) && !(level <= highest)) {
                highest = level;
            }
        }
        return highest;
    }

    void state(State io) {
        io.reals(slow);
        io.reals(restPerChannel);
        io.reals(levels);
        io.reals(sums);
        step = io.whole(step);
        latest = io.whole(latest);
        count = io.count(count);
        started = io.flag(started);
    }
}
