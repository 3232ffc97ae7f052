package twinge.detect;

import twinge.frames.SampleStream;
import twinge.settings.Key;
import twinge.settings.Settings;

/**
 * Where the bursts of one channel begin and end, and what each of them is like: a double threshold above rest, and a second
 * one above an activity that has lasted. Begin and end are found on the detection path without delay; level and spectrum are
 * measured on the amplitude path once it has settled there.
 */
final class BurstFinder {
    /** One bin alone must be this many times higher than the on-threshold, four envelopes this much. */
    private static final double ONE_BIN_TIMES = 1.7;

    private static final double BEAT_SECONDS = 0.06;
    private static final double LONGEST_BEAT_SECONDS = 0.3;
    private static final double LONG_TIMES = 0.9;
    private static final double LONGEST_POTENTIAL_SECONDS = 0.022; // of 15 ms, after the filters
    private static final double LONGEST_WITH_CORE_SECONDS = 0.4;
    private static final int LAYERS = 2;

    private final SampleStream stream;
    private final int channel;
    private final int binFrames;
    private final int envelopeBins;
    private final int settledBins;
    private final int secondBins;
    private final double onTimes;
    private final double offTimes;
    private final double shortestSeconds;
    private final AmplitudePath amplitude;
    private final Samples detection;
    private final Baseline baseline;
    private final OnsetRefiner refiner;
    private final Layer[] layers = new Layer[LAYERS];
    private final OpenBurst[] open = new OpenBurst[LAYERS];
    private final BurstSpectrum[] spectra = new BurstSpectrum[LAYERS];
    private long lastEndFrame = Long.MIN_VALUE / 2;
    private long quietSince;
    private long latestBin;

    BurstFinder(
            SampleStream stream,
            int channel,
            Settings settings,
            Envelope envelope,
            AmplitudePath amplitude,
            Samples detection,
            Baseline baseline) {
        this.stream = stream;
        this.channel = channel;
        this.amplitude = amplitude;
        this.detection = detection;
        this.baseline = baseline;
        binFrames = envelope.binFrames();
        envelopeBins = envelope.bins();
        double rate = stream.rateHz();
        secondBins = Math.max(1, (int) Math.round(rate / binFrames));
        settledBins = AmplitudePath.settledBins(rate, binFrames);
        onTimes = settings.get(Key.ON_THRESHOLD);
        offTimes = settings.get(Key.OFF_THRESHOLD);
        shortestSeconds = settings.get(Key.MINIMUM_BURST);
        refiner = new OnsetRefiner(rate);
        int binsToFall = Math.max(1, (int) Math.round(settings.get(Key.MERGE_GAP) * rate / binFrames));
        int binsToRise = Math.max(1, (int) Math.round(settings.get(Key.RISE) * rate / binFrames));
        for (int layer = 0; layer < LAYERS; layer++) {
            layers[layer] = new Layer(binsToRise, binsToFall);
            spectra[layer] = new BurstSpectrum(rate);
        }
    }

    /** Whether activity rises or has risen: nothing of this should teach the baseline. */
    boolean isRaised() {
        return layers[0].isRaised();
    }

    /**
     * Takes the next bin of the detection path.
     *
     * @param flawed how many of its frames are flawed
     */
    void next(long bin, Envelope envelope, int flawed, Signs signs) {
        latestBin = bin;
        double rest = baseline.detection();
        double level = envelope.level();
        boolean raised = level > onTimes * rest
                || envelope.fast() > ONE_BIN_TIMES * onTimes * rest
                || envelope.slow() > LONG_TIMES * onTimes * rest;
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
        if (open[inner] != null) {
            open[inner].railFrames += flawed;
            long settled = bin - settledBins;
            measure(0, Math.min(settled, open[1] == null ? settled : open[1].firstLevelBin - 1));
            measure(1, settled);
            tellIfItLasts(inner, bin, signs);
        }
    }

    /** After 1, 2, 4 ... s it is told how an open burst is by then. */
    private void tellIfItLasts(int layer, long bin, Signs signs) {
        OpenBurst burst = open[layer];
        long age = bin - burst.firstLevelBin;
        if (age < secondBins
                || age % secondBins != 0
                || Long.bitCount(age / secondBins) != 1
                || !spectra[layer].knowsAWindow()) {
            return;
        }
        long frame = (bin + 1) * binFrames;
        double seconds = (frame - burst.onsetFrame) / stream.rateHz(); // all of it: what lasts a second is no twitch
        signs.lasting(activity(layer, burst, frame, true, seconds), frame);
    }

    /** The inner burst ends when it falls to what was under it, or to what is under it by now. */
    private double openFloor() {
        return Math.max(open[1].restDetection, 0.65 * baseline.recentFloor());
    }

    /** Measures an open burst on the amplitude path up to and with a bin. */
    private void measure(int layer, long upTo) {
        OpenBurst burst = open[layer];
        if (burst == null) {
            return;
        }
        for (long bin = burst.nextLevelBin; bin <= upTo; bin++) {
            boolean low = layers[layer].lowSince(latestBin) <= bin;
            burst.level(bin, amplitude.level(bin, envelopeBins), low);
            spectra[layer].accept(amplitude.samples(), burst.onsetFrame, (bin + 1) * binFrames);
        }
    }

    private void step(int layer, Layer.Step step, long bin, double rest, Signs signs) {
        long decided = (bin + 1) * binFrames;
        if (step == Layer.Step.ROSE) {
            OpenBurst burst = new OpenBurst(bin);
            long crossed = layers[layer].startBin() * binFrames;
            burst.restDetection = rest;
            burst.restAmplitude = baseline.amplitude();
            burst.onsetFrame = refiner.refine(detection, crossed, rest, Math.max(0, lastEndFrame));
            long since = layer > 0 ? burst.onsetFrame : Math.max(0, quietSince);
            burst.quietBeforeSeconds = (burst.onsetFrame - since) / stream.rateHz();
            open[layer] = burst;
            if (layer == 0) {
                baseline.rose();
            }
            spectra[layer].begin();
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
        long lastBin = Math.min(latestBin, lowBin - 1);
        measure(layer, layer == 0 && open[1] != null ? Math.min(lastBin, open[1].firstLevelBin - 1) : lastBin);
        open[layer] = null;
        if (layer == 1) {
            open[0].nextLevelBin = latestBin + 1;
        }
        long tail = cut ? 0 : (long) envelopeBins * binFrames / 2;
        long low = Math.min(lowBin * binFrames, detection.end()) - tail;
        long endFrame = Math.max(burst.onsetFrame + 1, low);
        double seconds = (endFrame - burst.onsetFrame) / stream.rateHz();
        Core core = core(burst, low + tail, seconds, Core.MOST);
        Core own = core(burst, low + tail, seconds, Core.NEARLY_ALL);
        double rate = stream.rateHz();
        boolean twitch = core != null
                && core.frames() <= Judge.LONGEST_TWITCH_SECONDS * rate
                && own.frames() <= LONGEST_POTENTIAL_SECONDS * rate;
        double coreSeconds = core == null ? seconds : (twitch ? core : own).frames() / rate;
        if (seconds < shortestSeconds && !twitch || wasBeat(burst, low + tail, seconds)) {
            signs.vanished(stream.index(), channel, layer, burst.onsetFrame, decided);
            return;
        }
        lastEndFrame = endFrame;
        Activity activity = activity(layer, burst, endFrame, cut, coreSeconds);
        if (twitch) {
            activity = activity.endingAt(burst.onsetFrame + own.frames(), stream);
        }
        quietSince = activity.endFrame();
        signs.ended(activity, decided);
    }

    /** Of a short burst that is still here and stands out of rest, else null. */
    private Core core(OpenBurst burst, long end, double seconds, double share) {
        long from = burst.onsetFrame - binFrames;
        long to = Math.min(end, detection.end());
        boolean here = from >= detection.begin() && seconds <= LONGEST_WITH_CORE_SECONDS;
        return here ? Core.of(detection, from, to, burst.restDetection, share) : null;
    }

    /** Whether a burst came from a heartbeat alone: without the beat, which is known by now, it would not have begun. */
    private boolean wasBeat(OpenBurst burst, long end, double seconds) {
        long reach = Math.round(BEAT_SECONDS * stream.rateHz());
        long from = burst.onsetFrame - reach;
        if (seconds > LONGEST_BEAT_SECONDS
                || from < detection.begin()
                || !amplitude.tookBeat(from, burst.onsetFrame + reach)) {
            return false;
        }
        double least = onTimes * burst.restDetection;
        double[] energies = new double[envelopeBins];
        for (long bin = from / binFrames + 1; (bin + 1) * binFrames <= Math.min(end, detection.end()); bin++) {
            double energy = 0;
            for (long frame = bin * binFrames; frame < (bin + 1) * binFrames; frame++) {
                energy += detection.at(frame) * detection.at(frame);
            }
            energies[(int) (bin % envelopeBins)] = energy / binFrames;
            double sum = 0;
            for (double each : energies) {
                sum += each;
            }
            if (Math.sqrt(sum / envelopeBins) > least || Math.sqrt(energy / binFrames) > ONE_BIN_TIMES * least) {
                return false;
            }
        }
        return true;
    }

    private Activity activity(int layer, OpenBurst burst, long endFrame, boolean cut, double core) {
        BurstSpectrum.Result bands = spectra[layer].result(amplitude.samples(), burst.onsetFrame, endFrame);
        double rate = stream.rateHz();
        double rest = burst.restAmplitude;
        return new Activity(
                stream.index(),
                channel,
                layer,
                burst.onsetFrame,
                endFrame,
                stream.seconds(burst.onsetFrame),
                stream.seconds(endFrame),
                cut,
                Math.max(0, (burst.riseBin() + 1) * binFrames - burst.onsetFrame) / rate,
                burst.peak(),
                rest > 0 ? burst.peak() / rest : 0,
                rest > 0 ? Math.max(0, burst.meanLevel() / rest - 1) * (endFrame - burst.onsetFrame) / rate : 0,
                bands.medianHz(),
                bands.meanHz(),
                bands.medianSlope(),
                burst.levelVariation(),
                burst.quietBeforeSeconds,
                core,
                burst.railFrames / (double) Math.max(1, endFrame - burst.onsetFrame),
                Double.NaN,
                Double.NaN);
    }

    /** The signal ends here, for now or for good: so does what is open. */
    void cut(Signs signs) {
        long frame = detection.end();
        for (int layer = LAYERS - 1; layer >= 0; layer--) {
            if (open[layer] != null) {
                end(layer, (frame + binFrames - 1) / binFrames, true, frame, signs);
            }
            layers[layer].clear();
        }
    }

    void state(State io) {
        for (int layer = 0; layer < LAYERS; layer++) {
            layers[layer].state(io);
            spectra[layer].state(io);
            boolean present = io.flag(open[layer] != null);
            if (io.isReading()) {
                open[layer] = present ? new OpenBurst(0) : null;
            }
            if (present) {
                open[layer].state(io);
            }
        }
        lastEndFrame = io.whole(lastEndFrame);
        quietSince = io.whole(quietSince);
        latestBin = io.whole(latestBin);
    }
}
