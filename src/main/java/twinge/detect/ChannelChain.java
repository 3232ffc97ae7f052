package twinge.detect;

import java.util.Optional;
import twinge.events.Calibration;
import twinge.frames.Channel;
import twinge.frames.SampleStream;
import twinge.settings.Key;
import twinge.settings.Settings;

/**
 * One EMG channel from counts to bursts: flaws and heartbeat are looked for in the raw signal, conditioning parts it into two
 * paths, both go into bins of 10 ms, and from bin to bin resting level, bursts and rhythm are followed.
 */
final class ChannelChain {
    private static final double SETTLE_SECONDS = 0.1;
    private static final double START_SECONDS = 30; // by then a heart is known, muscle at work or not

    private final SampleStream stream;
    private final int channel;
    private final long settleFrames;
    private final long startFrames;
    private final double onTimes;
    private final double offTimes;
    private final Channel about;
    private final boolean calibrated;
    private final FlawWatch flaws;
    private final Loudness muscle;
    private final Heartbeat heartbeat;
    private final Conditioner conditioner;
    private final AmplitudePath amplitudePath;
    private final Samples detectionSamples;
    private final Envelope envelope;
    private final Baseline baseline;
    private final BurstFinder bursts;
    private final Rhythm rhythm;
    private final int binFrames;
    private final int settledBins;
    private double[] amplitude = {};
    private double[] detection = {};
    private long nextFrame;
    private long settledFrame;
    private long activeUntilBin;
    private long quietBins; // a bit for each of the last 64 bins, the latest the lowest
    private double binEnergy;
    private int binCount;
    private int binFlawed;

    ChannelChain(SampleStream stream, int channel, Settings settings) {
        this(stream, channel, settings, Optional.empty());
    }

    /** @param known the levels of this channel from a calibration */
    ChannelChain(SampleStream stream, int channel, Settings settings, Optional<Calibration.Level> known) {
        this.stream = stream;
        this.channel = channel;
        about = stream.montage().channel(channel);
        calibrated = about.calibrated();
        double rate = stream.rateHz();
        settleFrames = Math.round(SETTLE_SECONDS * rate);
        settledFrame = settleFrames;
        startFrames = Math.round(START_SECONDS * rate);
        onTimes = settings.get(Key.ON_THRESHOLD);
        offTimes = settings.get(Key.OFF_THRESHOLD);
        envelope = new Envelope(settings.get(Key.ENVELOPE), rate);
        binFrames = envelope.binFrames();
        settledBins = AmplitudePath.settledBins(rate, binFrames);
        flaws = new FlawWatch(stream.index(), channel, about, rate, settings);
        muscle = new Loudness(rate / binFrames);
        heartbeat = new Heartbeat(rate, binFrames, muscle);
        conditioner = new Conditioner(rate, settings);
        detectionSamples = new Samples((int) Math.ceil(rate));
        amplitudePath = new AmplitudePath(rate, binFrames, detectionSamples);
        double gain = Math.abs(about.scale().gain())
                * (about.calibrated() ? about.scale().microvoltsPerUnit() : 1);
        baseline = new Baseline(rate / binFrames, 0.3 * gain);
        known.ifPresent(level -> baseline.begin(level.detectionRest(), level.amplitudeRest()));
        bursts = new BurstFinder(stream, channel, settings, envelope, amplitudePath, detectionSamples, baseline);
        rhythm = new Rhythm(rate, binFrames);
    }

    /** Takes consecutive counts, the first of which is at {@code firstFrame}. */
    void accept(int[] counts, int length, long firstFrame, Signs signs) {
        if (amplitude.length < length) {
            amplitude = new double[length];
            detection = new double[length];
        }
        if (firstFrame != nextFrame) {
            gap(firstFrame, signs);
        }
        about.scale().microvolts(counts, 0, length, amplitude, 0);
        binFlawed += flaws.counts(counts, length, firstFrame, signs);
        heartbeat.accept(stream.index(), channel, amplitude, length, firstFrame, signs);
        double[] lines = flaws.raw(amplitude, length, firstFrame, heartbeat.height(firstFrame < startFrames), signs);
        if (lines != null) {
            conditioner.notch(lines);
        }
        conditioner.filter(amplitude, detection, 0, length);
        amplitudePath.add(firstFrame, amplitude, length);
        detectionSamples.add(firstFrame, detection, 0, length);
        for (int i = 0; i < length; ) {
            int rest = (int) (binFrames - (firstFrame + i) % binFrames);
            int end = Math.min(length, i + rest);
            gather(i, end);
            if (end - i == rest) {
                binEnds((firstFrame + end) / binFrames - 1, signs);
            }
            i = end;
        }
        nextFrame = firstFrame + length;
        long beat = amplitudePath.hear(heartbeat, muscle);
        if (beat >= 0) {
            signs.takenOff(stream.index(), channel, beat);
        }
        flaws.close(nextFrame, signs);
    }

    /** Samples were lost up to before a frame: what is open is cut where they end, and filters start anew. */
    void gap(long resumesAt, Signs signs) {
        if (nextFrame > 0) {
            bursts.cut(signs);
        }
        flaws.gap(nextFrame, resumesAt, signs);
        conditioner.gap();
        muscle.clear();
        heartbeat.gap();
        rhythm.gap();
        envelope.clear();
        amplitudePath.gap();
        clearBin();
        quietBins = 0;
        settledFrame = resumesAt + settleFrames;
        nextFrame = resumesAt;
    }

    /**
     * Nothing has come up to a frame, and nothing may come any more: what is open is cut now, so that it holds back no
     * other channel's episodes.
     */
    void lost(long upTo, Signs signs) {
        if (nextFrame > 0) {
            gap(upTo, signs);
            flaws.close(upTo, signs);
        }
    }

    /** The recording has ended. */
    void finish(Signs signs) {
        bursts.cut(signs);
        flaws.finish(nextFrame, signs);
    }

    /** The amplitude path as the bursts are measured on it. */
    AmplitudePath amplitudePath() {
        return amplitudePath;
    }

    private void gather(int from, int to) {
        double energy = binEnergy;
        for (int i = from; i < to; i++) {
            double z = detection[i];
            energy += z * z;
        }
        binEnergy = energy;
        binCount += to - from;
        amplitudePath.gather(amplitude, from, to);
    }

    private void binEnds(long bin, Signs signs) {
        boolean whole = binCount == binFrames && bin * binFrames >= settledFrame;
        int flawed = binFlawed;
        double meanSquare = binEnergy / Math.max(1, binCount);
        clearBin();
        amplitudePath.binEnds(bin, whole);
        if (!whole) {
            return;
        }
        envelope.add(bin, meanSquare);
        if (!baseline.ready()) {
            baseline.learn(bin, envelope.level(), amplitudePath.level(bin, envelope.bins()));
            return;
        }
        muscle.next(bin, envelope.fast(), baseline.detection());
        bursts.next(bin, envelope, flawed, signs);
        if (flawed == 0) {
            double middleFrame = (bin + 1) * binFrames - 0.5 * envelope.bins() * binFrames;
            double aboveRest = aboveRest(amplitudePath.level(bin, envelope.bins()));
            signs.level(stream.index(), channel, middleFrame, binFrames, envelope.level(), aboveRest);
        }
        learn(bin, !bursts.isRaised() && flawed == 0);
        double beat = envelope.beat();
        double rest = baseline.detection();
        double height = beat > 2 * rest ? amplitudePath.level(bin, 3) : 0;
        rhythm.next(stream.index(), channel, bin, beat, rest, height, bin < activeUntilBin, signs);
        if ((bin + 1) % envelope.bins() == 0) {
            trace((bin + 1) * binFrames, rest, signs);
        }
    }

    /** In µV, or in multiples of rest where the channel is not calibrated. */
    private double aboveRest(double level) {
        double rest = baseline.amplitude();
        return calibrated ? level - rest : level / rest - 1;
    }

    /** Quiet teaches the resting levels: of the detection path now, of the amplitude path once that has settled. */
    private void learn(long bin, boolean quiet) {
        quietBins = quietBins << 1 | (quiet ? 1 : 0);
        if (!quiet) {
            activeUntilBin = bin + 2 * Math.round(stream.rateHz() / binFrames);
        } else if (baseline.wants(bin)) {
            baseline.learn(bin, envelope.level());
            if ((quietBins >> settledBins & 1) != 0) {
                baseline.learnAmplitude(amplitudePath.level(bin - settledBins, envelope.bins()));
            }
        }
    }

    private void trace(long endFrame, double rest, Signs signs) {
        int frames = envelope.bins() * binFrames;
        signs.trace(new Finding.Trace(
                stream.index(),
                channel,
                endFrame - frames,
                frames,
                envelope.level(),
                rest,
                onTimes * rest,
                offTimes * rest,
                amplitudePath.level(endFrame / binFrames - 1, envelope.bins()),
                baseline.amplitude(),
                endFrame));
    }

    private void clearBin() {
        binEnergy = 0;
        binCount = 0;
        binFlawed = 0;
    }

    void state(State io) {
        flaws.state(io);
        muscle.state(io);
        heartbeat.state(io);
        conditioner.state(io);
        amplitudePath.state(io);
        detectionSamples.state(io);
        envelope.state(io);
        baseline.state(io);
        bursts.state(io);
        rhythm.state(io);
        nextFrame = io.whole(nextFrame);
        settledFrame = io.whole(settledFrame);
        activeUntilBin = io.whole(activeUntilBin);
        quietBins = io.whole(quietBins);
        binEnergy = io.real(binEnergy);
        binCount = io.count(binCount);
        binFlawed = io.count(binFlawed);
    }
}
