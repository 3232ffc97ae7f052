package twinge.cli;

import java.util.Arrays;
import java.util.Optional;
import twinge.frames.Block;
import twinge.frames.Channel;
import twinge.frames.Scale;

/**
 * What a look at one channel tells before anything is searched for in it: its noise at rest, mains, and how much of the
 * time it shows nothing. Works in steps of one second, so that memory does not grow.
 */
final class SignalCheck {
    private static final double[] MAINS = MainsCheck.MAINS_HZ;

    private final Scale scale;
    private final int second; // frames
    private final double[] values;
    private final int[] counts;
    private final double[][] cosine; // [50 or 60 Hz][frame of the second]
    private final double[][] sine;
    private int filled;
    private long seconds;
    private long flatSeconds;
    private long samples;
    private long atRail;
    private double quietestRms = Double.NaN;
    private final Optional<MainsCheck> mains; // none where it is no EMG
    private final double[] mainsRms = new double[MAINS.length]; // in the quietest second

    SignalCheck(Channel channel, double rateHz) {
        scale = channel.scale();
        boolean emg = channel.type() == Channel.Type.EMG;
        mains = emg ? Optional.of(new MainsCheck(rateHz)) : Optional.empty();
        second = (int) Math.max(2, Math.round(rateHz));
        values = new double[second];
        counts = new int[second];
        cosine = new double[MAINS.length][second];
        sine = new double[MAINS.length][second];
        for (int line = 0; line < MAINS.length; line++) {
            for (int frame = 0; emg && frame < second && rateHz > 2 * MAINS[line]; frame++) {
                double angle = 2 * Math.PI * MAINS[line] * frame / rateHz;
                cosine[line][frame] = StrictMath.cos(angle);
                sine[line][frame] = StrictMath.sin(angle);
            }
        }
    }

    /** Takes one channel of a block; a second with a missing sample is left out. */
    void accept(Block block, int channel) {
        for (int frame = 0; frame < block.frames(); frame++) {
            if (block.missing(channel, frame)) {
                filled = 0;
                mains.ifPresent(MainsCheck::gap);
                continue;
            }
            int count = block.count(channel, frame);
            samples++;
            mains.ifPresent(check -> check.accept(count));
            atRail += count <= scale.digitalMinimum() || count >= scale.digitalMaximum() ? 1 : 0;
            counts[filled++] = count;
            if (filled == second) {
                weigh();
                filled = 0;
            }
        }
    }

    private void weigh() {
        seconds++;
        int first = counts[0];
        if (Arrays.stream(counts).allMatch(count -> count == first)) {
            flatSeconds++;
            return;
        }
        scale.microvolts(counts, 0, second, values, 0);
        double mean = 0;
        for (double value : values) {
            mean += value / second;
        }
        double squares = 0;
        for (double value : values) {
            squares += (value - mean) * (value - mean);
        }
        double rms = Math.sqrt(squares / second);
        if (!(rms >= quietestRms)) {
            quietestRms = rms;
            weighMains(mean);
        }
    }

    private void weighMains(double mean) {
        for (int line = 0; line < MAINS.length; line++) {
            double inPhase = 0;
            double across = 0;
            for (int frame = 0; frame < second; frame++) {
                inPhase += (values[frame] - mean) * cosine[line][frame];
                across += (values[frame] - mean) * sine[line][frame];
            }
            mainsRms[line] = Math.sqrt(2 * (inPhase * inPhase + across * across)) / second;
        }
    }

    /** RMS of the quietest second that is not flat, around its mean, in µV or the channel's own unit. */
    double quietestRms() {
        return quietestRms;
    }

    /** 50 or 60 if that stands out of the spectrum; NaN if neither does, or it is no EMG. */
    double mainsHz() {
        return mainsLine() < 0 ? Double.NaN : MAINS[mainsLine()];
    }

    /** How strong it is in the quietest second, NaN without mains. */
    double mainsRms() {
        return mainsLine() < 0 ? Double.NaN : mainsRms[mainsLine()];
    }

    private int mainsLine() {
        return mains.map(MainsCheck::found).orElse(-1);
    }

    /** Share of the samples that are at the converter's limit. */
    double railShare() {
        return samples == 0 ? Double.NaN : (double) atRail / samples;
    }

    /** Share of the seconds in which nothing changed at all. */
    double flatShare() {
        return seconds == 0 ? Double.NaN : (double) flatSeconds / seconds;
    }
}
