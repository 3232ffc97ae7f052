package twinge.detect;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import twinge.events.Burst;
import twinge.events.Episode;
import twinge.frames.Block;
import twinge.frames.Channel;
import twinge.frames.Montage;
import twinge.frames.SampleStream;
import twinge.frames.Scale;
import twinge.settings.Settings;

/** Made-up signals whose every event is known, in µV, and what the detector says of them. */
final class Made {
    /** 24 bits of 0.05 µV. */
    static final Scale MICROVOLTS = scale(0.05, "uV");

    private Made() {}

    static Scale scale(double gain, String unit) {
        return new Scale(-8_388_608, 8_388_607, -8_388_608 * gain, 8_388_607 * gain, unit);
    }

    /** White noise of an RMS. */
    static double[] noise(long seed, int frames, double rms) {
        Random random = new Random(seed);
        double[] noise = new double[frames];
        for (int frame = 0; frame < frames; frame++) {
            noise[frame] = rms * random.nextGaussian();
        }
        return noise;
    }

    /** The same noise, so many times larger from one time to before another. */
    static double[] louder(double[] signal, double rateHz, double fromSeconds, double toSeconds, double times) {
        double[] louder = signal.clone();
        for (int frame = 0; frame < louder.length; frame++) {
            double seconds = frame / rateHz;
            louder[frame] *= seconds >= fromSeconds && seconds < toSeconds ? times : 1;
        }
        return louder;
    }

    static double[] sum(double[] one, double[] other) {
        return IntStream.range(0, one.length)
                .mapToDouble(frame -> one[frame] + other[frame])
                .toArray();
    }

    /** {@code amplitude * sin} at a frequency. */
    static double[] tone(int frames, double rateHz, double hertz, double amplitude) {
        return IntStream.range(0, frames)
                .mapToDouble(frame -> amplitude * StrictMath.sin(2 * Math.PI * hertz * frame / rateHz))
                .toArray();
    }

    static SampleStream stream(int index, double rateHz, Channel... channels) {
        return new SampleStream(index, rateHz, 0, new Montage(List.of(channels)));
    }

    static Channel emg(String label, Scale scale) {
        return Channel.of(label, Channel.Type.EMG, scale);
    }

    /** Signals of one rate, each of one channel, in blocks of about a tenth of a second. */
    static List<Block> blocks(SampleStream stream, double[]... units) {
        List<Block> blocks = new ArrayList<>();
        int step = Math.max(1, (int) (stream.rateHz() / 10));
        for (int from = 0; from < units[0].length; from += step) {
            int frames = Math.min(step, units[0].length - from);
            Block.Builder builder = Block.of(stream, from, frames);
            for (int channel = 0; channel < units.length; channel++) {
                Scale scale = stream.montage().channel(channel).scale();
                for (int frame = 0; frame < frames; frame++) {
                    double count = (units[channel][from + frame] - scale.offset()) / scale.gain();
                    builder.count(channel, frame, (int) Math.rint(count));
                }
            }
            blocks.add(builder.build());
        }
        return blocks;
    }

    static List<Finding> findings(List<SampleStream> streams, List<Block> blocks) {
        return Cut.findings(streams, blocks);
    }

    /** What is found in one calibrated channel. */
    static List<Finding> findings(double rateHz, double[] microvolts) {
        SampleStream stream = stream(0, rateHz, emg("EMG", MICROVOLTS));
        return findings(List.of(stream), blocks(stream, microvolts));
    }

    static List<Burst> bursts(double rateHz, double[] microvolts) {
        return bursts(findings(rateHz, microvolts));
    }

    static List<Burst> bursts(List<Finding> findings) {
        List<Burst> bursts = new ArrayList<>();
        for (Finding finding : findings) {
            if (finding instanceof Finding.BurstFound found) {
                bursts.add(found.burst());
            }
        }
        return bursts;
    }

    static List<Episode> episodes(List<Finding> findings) {
        List<Episode> episodes = new ArrayList<>();
        for (Finding finding : findings) {
            if (finding instanceof Finding.EpisodeEnded ended) {
                episodes.add(ended.episode());
            }
        }
        return episodes;
    }

    static Detector detector(SampleStream... streams) {
        return new Detector(List.of(streams), Settings.standard());
    }
}
