package twinge.detect;

import java.util.ArrayList;
import java.util.List;
import twinge.frames.Channel;
import twinge.frames.SampleStream;
import twinge.settings.Key;
import twinge.settings.Settings;

/**
 * One EMG channel from counts to bursts: conditioning, envelope in bins of 10 ms, resting level, double threshold, onset
 * refinement, and what can be measured of a burst on this channel alone.
 */
final class ChannelChain {
    private static final double BIN_SECONDS = 0.01;
    private static final double SETTLE_SECONDS = 0.1;
    /** One bin alone must be this many times higher than the on-threshold, four envelopes this much. */
    private static final double ONE_BIN_TIMES = 1.7;

    private static final double LONG_TIMES = 0.9;
    private static final int LAYERS = 2;

    private final SampleStream stream;
    private final int channel;
    private final int binFrames;
    private final int envelopeBins;
    private final long settleFrames;
    private final double onTimes;
    private final double offTimes;
    private final double shortestSeconds;
    private final Channel about;
    private final boolean calibrated;
    private final Conditioner conditioner;
    private final RailWatch rails;
    private final SpectrumWatch spectrum;
    private final Heartbeat heartbeat;
    private final FlawSpans flaws;
    private final Samples amplitudeSamples;
    private final Samples detectionSamples;
    private final Bins detectionBins;
    private final Bins amplitudeBins;
    private final Bins envelopes; // squares of the detection path's envelope
    private final Baseline baseline;
    private final Rhythm rhythm;
    private final OnsetRefiner refiner;
    private final Layer[] layers = new Layer[LAYERS];
    private final OpenBurst[] open = new OpenBurst[LAYERS];
    private final BurstSpectrum[] burstSpectra = new BurstSpectrum[LAYERS];
    private final List<RailWatch.Flaw> found = new ArrayList<>();
    private double[] amplitude = {};
    private double[] detection = {};
    private long nextFrame;
    private long settledFrame;
    private long lastEndFrame = Long.MIN_VALUE / 2;
    private long activeUntilBin;
    private double binDetection;
    private double binAmplitude;
    private double binPeak;
    private int binCount;
    private int binFlawed;

    ChannelChain(SampleStream stream, int channel, Settings settings) {
        this.stream = stream;
        this.channel = channel;
        about = stream.montage().channel(channel);
        calibrated = about.calibrated();
        double rate = stream.rateHz();
        binFrames = Math.max(1, (int) Math.round(BIN_SECONDS * rate));
        envelopeBins = Math.max(1, (int) Math.round(settings.get(Key.ENVELOPE) * rate / binFrames));
        settleFrames = Math.round(SETTLE_SECONDS * rate);
        settledFrame = settleFrames;
        onTimes = settings.get(Key.ON_THRESHOLD);
        offTimes = settings.get(Key.OFF_THRESHOLD);
        shortestSeconds = settings.get(Key.MINIMUM_BURST);
        conditioner = new Conditioner(rate, settings);
        rails = new RailWatch(about.scale(), rate);
        spectrum = new SpectrumWatch(rate, settings.get(Key.MAINS));
        heartbeat = new Heartbeat(rate, binFrames);
        flaws = new FlawSpans(stream.index(), channel, rate);
        amplitudeSamples = new Samples((int) Math.ceil(2 * rate));
        detectionSamples = new Samples((int) Math.ceil(rate));
        detectionBins = new Bins();
        amplitudeBins = new Bins();
        envelopes = new Bins();
        double gain = Math.abs(about.scale().gain())
                * (about.calibrated() ? about.scale().microvoltsPerUnit() : 1);
        baseline = new Baseline(rate / binFrames, 0.3 * gain);
        rhythm = new Rhythm(rate, binFrames);
        refiner = new OnsetRefiner(rate);
        int binsToFall = Math.max(1, (int) Math.round(settings.get(Key.MERGE_GAP) * rate / binFrames));
        int binsToRise = Math.max(1, (int) Math.round(settings.get(Key.RISE) * rate / binFrames));
        for (int layer = 0; layer < LAYERS; layer++) {
            layers[layer] = new Layer(binsToRise, binsToFall);
            burstSpectra[layer] = new BurstSpectrum(rate);
        }
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
        watch(counts, length, firstFrame, signs);
        conditioner.filter(amplitude, detection, 0, length);
        amplitudeSamples.add(firstFrame, amplitude, 0, length);
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
        flaws.close(nextFrame, signs);
    }

    /** Samples were lost up to before a frame: what is open is cut where they end, and filters start anew. */
    void gap(long resumesAt, Signs signs) {
        if (nextFrame > 0) {
            cutOpen(signs);
            flaws.add(Finding.Reason.GAP, nextFrame, resumesAt, "samples lost", nextFrame, signs);
        }
        conditioner.gap();
        rails.gap();
        spectrum.gap();
        heartbeat.gap();
        rhythm.gap();
        detectionBins.clear();
        amplitudeBins.clear();
        envelopes.clear();
        clearBin();
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
        cutOpen(signs);
        flaws.finish(nextFrame, signs);
    }

    private void watch(int[] counts, int length, long firstFrame, Signs signs) {
        found.clear();
        rails.look(counts, length, found);
        for (RailWatch.Flaw flaw : found) {
            binFlawed += flaw.to() - flaw.from();
            flaws.add(
                    flaw.reason(),
                    firstFrame + flaw.from(),
                    firstFrame + flaw.to(),
                    words(flaw.reason()),
                    firstFrame + length,
                    signs);
        }
        heartbeat.accept(stream.index(), channel, amplitude, length, firstFrame, signs);
        double loud = calibrated
                ? 20
                : 0.03 * (rails.halfRange() * Math.abs(about.scale().gain()));
        SpectrumWatch.Report report = spectrum.accept(amplitude, length, loud);
        if (report != null) {
            report(report, firstFrame + length, signs);
        }
    }

    private void report(SpectrumWatch.Report report, long frame, Signs signs) {
        long from = frame - report.frames();
        if (report.newLinesHz() != null) {
            conditioner.notch(report.newLinesHz());
        }
        if (report.mainsDecibels() > 10) {
            String words = Words.number(report.mainsHz(), 0) + " Hz mains is " + Words.number(report.mainsDecibels(), 0)
                    + " dB above its neighbours";
            flaws.add(Finding.Reason.MAINS, from, frame, words, frame, signs);
        }
        if (report.noisy()) {
            flaws.add(Finding.Reason.NOISE, from, frame, report.words(), frame, signs);
        }
    }

    private static String words(Finding.Reason reason) {
        return switch (reason) {
            case RAIL -> "at the converter's limit";
            default -> "no change at all";
        };
    }

    private void gather(int from, int to) {
        double sumDetection = binDetection;
        double sumAmplitude = binAmplitude;
        double peak = binPeak;
        for (int i = from; i < to; i++) {
            double z = detection[i];
            double y = amplitude[i];
            sumDetection += z * z;
            sumAmplitude += y * y;
            peak = Math.max(peak, Math.abs(z));
        }
        binDetection = sumDetection;
        binAmplitude = sumAmplitude;
        binPeak = peak;
        binCount += to - from;
    }

    private void binEnds(long bin, Signs signs) {
        long endFrame = (bin + 1) * binFrames;
        boolean whole = binCount == binFrames && endFrame - binFrames >= settledFrame;
        double peak = binPeak;
        int flawed = binFlawed;
        double z = binDetection / Math.max(1, binCount);
        double y = binAmplitude / Math.max(1, binCount);
        clearBin();
        if (!whole) {
            return;
        }
        detectionBins.add(bin, z);
        amplitudeBins.add(bin, y);
        double fast = Math.sqrt(z);
        double level = detectionBins.rms(envelopeBins);
        envelopes.add(bin, level * level);
        double slow = envelopes.rms(4, envelopeBins);
        if (!baseline.ready()) {
            baseline.learn(bin, level, amplitudeBins.rms(envelopeBins));
            return;
        }
        decide(bin, fast, level, slow, peak, flawed, signs);
        if (flawed == 0) {
            double middleFrame = endFrame - 0.5 * envelopeBins * binFrames;
            double aboveRest = aboveRest(amplitudeBins.rms(envelopeBins));
            signs.level(stream.index(), channel, middleFrame, binFrames, level, aboveRest);
        }
        boolean quiet = !layers[0].isRaised() && flawed == 0;
        if (quiet && baseline.wants(bin)) {
            baseline.learn(bin, level, amplitudeBins.rms(envelopeBins));
        } else if (!quiet) {
            activeUntilBin = bin + 2 * Math.round(stream.rateHz() / binFrames);
        }
        double beat = detectionBins.rms(3);
        double rest = baseline.detection();
        double height = beat > 2 * rest ? amplitudeBins.rms(3) : 0;
        rhythm.next(stream.index(), channel, bin, beat, rest, height, bin < activeUntilBin, signs);
        if ((bin + 1) % envelopeBins == 0) {
            signs.trace(new Finding.Trace(
                    stream.index(),
                    channel,
                    endFrame - (long) envelopeBins * binFrames,
                    envelopeBins * binFrames,
                    level,
                    rest,
                    onTimes * rest,
                    offTimes * rest,
                    endFrame));
        }
    }

    /** In µV, or in multiples of rest where the channel is not calibrated. */
    private double aboveRest(double level) {
        double rest = baseline.amplitude();
        return about.calibrated() ? level - rest : level / rest - 1;
    }

    private void decide(long bin, double fast, double level, double slow, double peak, int flawed, Signs signs) {
        double rest = baseline.detection();
        boolean raised =
                level > onTimes * rest || fast > ONE_BIN_TIMES * onTimes * rest || slow > LONG_TIMES * onTimes * rest;
        step(0, layers[0].next(bin, raised, level < offTimes * rest), bin, rest, signs);
        if (open[0] != null && baseline.knowsActive()) {
            double under = baseline.recentFloor();
            boolean high = level > baseline.stepUp() * under;
            step(1, layers[1].next(bin, high, level < 2 * (open[1] == null ? under : openFloor())), bin, under, signs);
        } else if (open[0] == null) {
            layers[1].clear();
        }
        if (open[0] != null) {
            baseline.active(bin, level);
        }
        int inner = open[1] != null ? 1 : 0;
        OpenBurst burst = open[inner];
        if (burst != null) {
            burst.add(bin, amplitudeBins.rms(envelopeBins), peak, layers[inner].lowSince(bin) <= bin);
            burst.railFrames += flawed;

            burstSpectra[inner].accept(amplitudeSamples, burst.onsetFrame, (bin + 1) * binFrames);
        }
    }

    /** The inner burst ends when it falls to what was under it, or to what is under it by now. */
    private double openFloor() {
        return Math.max(open[1].restDetection, 0.65 * baseline.recentFloor());
    }

    private void step(int layer, Layer.Step step, long bin, double rest, Signs signs) {
        long decided = (bin + 1) * binFrames;
        if (step == Layer.Step.ROSE) {
            OpenBurst burst = new OpenBurst();
            long crossed = layers[layer].startBin() * binFrames;
            burst.restDetection = rest;
            burst.restAmplitude = baseline.amplitude();
            burst.onsetFrame = refiner.refine(detectionSamples, crossed, rest, Math.max(0, lastEndFrame));
            long quietSince = layer > 0 ? burst.onsetFrame : Math.max(0, lastEndFrame);
            burst.quietBeforeSeconds = (burst.onsetFrame - quietSince) / stream.rateHz();
            open[layer] = burst;
            if (layer == 0) {
                baseline.rose();
            }
            burstSpectra[layer].begin();
            signs.began(stream.index(), channel, layer, burst.onsetFrame, decided);
        } else if (step == Layer.Step.FELL) {
            if (layer == 0 && open[1] != null) {
                end(1, bin - layers[0].binsToFall() + 1, false, decided, signs);
                layers[1].clear();
            }
            end(layer, bin - layers[layer].binsToFall() + 1, false, decided, signs);
        }
    }

    private void end(int layer, long lowBin, boolean cut, long decided, Signs signs) {
        OpenBurst burst = open[layer];
        open[layer] = null;
        long tail = cut ? 0 : (long) envelopeBins * binFrames / 2;
        long low = Math.min(lowBin * binFrames, nextFrame) - tail;
        long endFrame = Math.max(burst.onsetFrame + 1, low);
        double rate = stream.rateHz();
        double core = burst.coreBins() * binFrames / rate;
        double seconds = (endFrame - burst.onsetFrame) / rate;
        boolean twitch = core > 0 && core <= Judge.LONGEST_TWITCH_SECONDS;
        if (seconds < shortestSeconds && !twitch) {
            signs.vanished(stream.index(), channel, layer, burst.onsetFrame, decided);
            return;
        }
        lastEndFrame = endFrame;
        BurstSpectrum.Result bands = burstSpectra[layer].result(amplitudeSamples, burst.onsetFrame, endFrame);
        double rest = burst.restAmplitude;
        double rise = Math.max(0, (burst.riseBin() + 1) * binFrames - burst.onsetFrame) / rate;
        signs.ended(
                new Activity(
                        stream.index(),
                        channel,
                        layer,
                        burst.onsetFrame,
                        endFrame,
                        stream.seconds(burst.onsetFrame),
                        stream.seconds(endFrame),
                        cut,
                        rise,
                        burst.peak(),
                        rest > 0 ? burst.peak() / rest : 0,
                        rest > 0 ? Math.max(0, burst.meanLevel() / rest - 1) * seconds : 0,
                        bands.medianHz(),
                        bands.meanHz(),
                        bands.medianSlope(),
                        burst.levelVariation(),
                        burst.quietBeforeSeconds,
                        core,
                        burst.railFrames / (double) Math.max(1, endFrame - burst.onsetFrame),
                        Double.NaN,
                        Double.NaN),
                decided);
    }

    private void cutOpen(Signs signs) {
        for (int layer = LAYERS - 1; layer >= 0; layer--) {
            if (open[layer] != null) {
                end(layer, (nextFrame + binFrames - 1) / binFrames, true, nextFrame, signs);
            }
            layers[layer].clear();
        }
    }

    private void clearBin() {
        binDetection = 0;
        binAmplitude = 0;
        binPeak = 0;
        binCount = 0;
        binFlawed = 0;
    }

    void state(State io) {
        conditioner.state(io);
        rails.state(io);
        spectrum.state(io);
        heartbeat.state(io);
        flaws.state(io);
        amplitudeSamples.state(io);
        detectionSamples.state(io);
        detectionBins.state(io);
        amplitudeBins.state(io);
        envelopes.state(io);
        baseline.state(io);
        rhythm.state(io);
        for (int layer = 0; layer < LAYERS; layer++) {
            layers[layer].state(io);
            burstSpectra[layer].state(io);
            boolean present = io.flag(open[layer] != null);
            if (io.isReading()) {
                open[layer] = present ? new OpenBurst() : null;
            }
            if (present) {
                open[layer].state(io);
            }
        }
        nextFrame = io.whole(nextFrame);
        settledFrame = io.whole(settledFrame);
        lastEndFrame = io.whole(lastEndFrame);
        activeUntilBin = io.whole(activeUntilBin);
        binDetection = io.real(binDetection);
        binAmplitude = io.real(binAmplitude);
        binPeak = io.real(binPeak);
        binCount = io.count(binCount);
        binFlawed = io.count(binFlawed);
    }
}
