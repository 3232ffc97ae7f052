package twinge.detect;

import java.util.ArrayList;
import java.util.List;
import twinge.frames.Channel;
import twinge.settings.Key;
import twinge.settings.Settings;

/** Watches one raw channel for what makes it untrustworthy, and tells it in stretches with their reasons. */
final class FlawWatch {
    private static final double LOUD_MICROVOLTS = 20;
    private static final double LOUD_SHARE = 0.03; // of half the converter's range, where it is not calibrated

    private final Channel about;
    private final boolean calibrated;
    private final RailWatch rails;
    private final SpectrumWatch spectrum;
    private final SwayWatch sway = new SwayWatch();
    private final FlawSpans spans;
    private final List<RailWatch.Flaw> found = new ArrayList<>();

    FlawWatch(int stream, int channel, Channel about, double rateHz, Settings settings) {
        this.about = about;
        calibrated = about.calibrated();
        rails = new RailWatch(about.scale(), rateHz);
        spectrum = new SpectrumWatch(rateHz, settings.get(Key.MAINS));
        spans = new FlawSpans(stream, channel, rateHz);
    }

    /** Looks at counts for the converter's limits and for no change at all; returns how many of them are flawed. */
    int counts(int[] counts, int length, long firstFrame, Signs signs) {
        found.clear();
        rails.look(counts, length, found);
        int flawed = 0;
        for (RailWatch.Flaw flaw : found) {
            flawed += flaw.to() - flaw.from();
            String words = flaw.reason() == Finding.Reason.RAIL ? "at the converter's limit" : "no change at all";
            long end = firstFrame + length;
            spans.add(flaw.reason(), firstFrame + flaw.from(), firstFrame + flaw.to(), words, end, signs);
        }
        return flawed;
    }

    /**
     * Looks at the spectrum of the raw signal.
     *
     * @param heartPeak height of the heartbeat between 8 and 25 Hz, 0 without one
     * @return mains lines to be notched out from now on, or null if there is no new one
     */
    double[] raw(double[] raw, int length, long firstFrame, double heartPeak, Signs signs) {
        SpectrumWatch.Report report = spectrum.accept(raw, length, loud());
        if (report == null) {
            return null;
        }
        long frame = firstFrame + length;
        long from = frame - report.frames();
        if (report.mainsDecibels() > 10) {
            String words = Words.number(report.mainsHz(), 0) + " Hz mains is " + Words.number(report.mainsDecibels(), 0)
                    + " dB above its neighbours";
            spans.add(Finding.Reason.MAINS, from, frame, words, frame, signs);
        }
        if (report.noisy()) {
            spans.add(Finding.Reason.NOISE, from, frame, report.words(), frame, signs);
        }
        long swaysSince = sway.next(report.slowRms(), report.bandRms(), from, loud(), heartPeak);
        if (swaysSince >= 0) {
            String words = SwayWatch.words(report.slowRms(), report.bandRms());
            spans.add(Finding.Reason.SWAY, swaysSince, frame, words, frame, signs);
        }
        return report.newLinesHz();
    }

    /** In the samples' unit: 20 µV, or a part of the converter's range. */
    private double loud() {
        if (calibrated) {
            return LOUD_MICROVOLTS; // the samples are in µV, whatever the file's unit
        }
        return LOUD_SHARE * rails.halfRange() * Math.abs(about.scale().gain());
    }

    /** Tells the stretches that ended long enough before a frame. */
    void close(long frame, Signs signs) {
        spans.close(frame, signs);
    }

    /** Samples were lost from one frame to before another. */
    void gap(long from, long to, Signs signs) {
        if (from > 0) {
            spans.add(Finding.Reason.GAP, from, to, "samples lost", from, signs);
        }
        rails.gap();
        spectrum.gap();
        sway.gap();
    }

    void finish(long frame, Signs signs) {
        spans.finish(frame, signs);
    }

    void state(State io) {
        rails.state(io);
        spectrum.state(io);
        sway.state(io);
        spans.state(io);
    }
}
