package twinge.detect;

import java.util.Arrays;
import twinge.signal.PowerSpectrum;

/**
 * Looks at the raw spectrum of a channel in windows of about two seconds: mains hum with its harmonics, and a tone or a
 * noise so strong, for so long, that the electrode can not be trusted.
 */
final class SpectrumWatch {
    private static final double WINDOW_SECONDS = 1.4;
    private static final double LINE_TIMES = 16;
    private static final double TONE_SHARE = 0.15;
    private static final double TONE_TIMES = 60;
    private static final int MOST_NOTCHES = 6;
    private static final int MOST_HARMONICS = 10;
    /** Every one of the first windows is looked at, later every other: what spoils a channel lasts. */
    private static final int FIRST_WINDOWS = 8;

    private static final double[] MAINS_HZ = {50, 60};

    /**
     * What a window showed.
     *
     * @param newLinesHz lines to notch from now on beside those told before, or null
     * @param slowRms of what lies between 1 and 20 Hz: sway, heartbeat, drift
     * @param bandRms of what lies above, where muscle is
     * @param mainsDecibels how far the strongest mains line stands above its neighbours, 0 without mains
     */
    record Report(
            int frames,
            double[] newLinesHz,
            double mainsHz,
            double mainsDecibels,
            boolean noisy,
            String words,
            double slowRms,
            double bandRms) {}

    private final double rateHz;
    private final double askedHz;
    private final PowerSpectrum spectrum;
    private final double[] window;
    private final double[] power;
    private final double[] sorted;
    private final int[] heard = new int[MAINS_HZ.length];
    private final int[][] harmonics = new int[MAINS_HZ.length][MOST_HARMONICS];
    private int filled;
    private int windows;
    private double[] linesHz = {};

    /** @param mainsHz 50 or 60 if known, 0 to find it */
    SpectrumWatch(double rateHz, double mainsHz) {
        this.rateHz = rateHz;
        askedHz = mainsHz;
        int size = 16;
        while (size < WINDOW_SECONDS * rateHz && size < 65536) {
            size *= 2;
        }
        spectrum = new PowerSpectrum(size, rateHz, PowerSpectrum.Detrend.MEAN);
        window = new double[size];
        power = new double[spectrum.bins()];
        sorted = new double[power.length];
    }

    /**
     * Takes raw samples.
     *
     * @param loud RMS, in the samples' unit, above which a lone tone spoils the channel
     * @return what the window showed that these samples completed, or null; at most one window may end in one call
     */
    Report accept(double[] raw, int length, double loud) {
        Report report = null;
        for (int i = 0; i < length; ) {
            boolean wanted = windows < FIRST_WINDOWS || (windows & 1) == 0;
            int part = Math.min(length - i, window.length - filled);
            if (wanted) {
                System.arraycopy(raw, i, window, filled, part);
            }
            filled += part;
            i += part;
            if (filled == window.length) {
                filled = 0;
                report = wanted ? look(loud) : report;
                windows++;
            }
        }
        return report;
    }

    void gap() {
        filled = 0;
        windows = 0;
    }

    private Report look(double loud) {
        spectrum.estimate(window, 0, power);
        double mains = 0;
        double decibels = 0;
        double[] lines = linesHz;
        for (int which = 0; which < MAINS_HZ.length; which++) {
            double hertz = MAINS_HZ[which];
            boolean asked = askedHz == 0 || askedHz == hertz;
            heard[which] = asked && standsOut(hertz, LINE_TIMES) ? heard[which] + 1 : 0;
            if (heard[which] >= 1) {
                lines = withHarmonics(lines, which);
            }
            double above = heard[which] >= 2 ? 10 * StrictMath.log10(lineTimes(hertz)) : 0;
            if (above > decibels) {
                mains = hertz;
                decibels = above;
            }
        }
        double[] changed =
                lines.length > linesHz.length ? Arrays.copyOfRange(lines, linesHz.length, lines.length) : null;
        linesHz = lines;
        return noise(changed, mains, decibels, loud);
    }

    /** Power of the strongest bin within 1 Hz over the median of the bins 3 to 12 Hz away. */
    private double lineTimes(double hertz) {
        int count = neighbours(hertz);
        Arrays.sort(sorted, 0, count);
        double median = count > 0 ? sorted[count / 2] : 0;
        return median > 0 ? line(hertz) / median : 0;
    }

    /** Whether {@link #lineTimes} exceeds a number: counted instead of sorted, which is asked for every harmonic. */
    private boolean standsOut(double hertz, double times) {
        int count = neighbours(hertz);
        double line = count > 0 ? line(hertz) : 0;
        int silent = 0;
        int lower = 0;
        for (int i = 0; i < count; i++) {
            silent += sorted[i] > 0 ? 0 : 1;
            lower += line > times * sorted[i] ? 1 : 0;
        }
        return silent <= count / 2 && lower > count / 2;
    }

    private double line(double hertz) {
        int centre = (int) Math.round(hertz / spectrum.binHz());
        int near = (int) Math.ceil(1 / spectrum.binHz());
        double line = 0;
        for (int bin = centre - near; bin <= centre + near; bin++) {
            line = Math.max(line, power[bin]);
        }
        return line;
    }

    /** Puts the bins 3 to 12 Hz away into {@code sorted}; returns how many there are, 0 where the line can not be judged. */
    private int neighbours(double hertz) {
        int centre = (int) Math.round(hertz / spectrum.binHz());
        int near = (int) Math.ceil(1 / spectrum.binHz());
        int from = (int) Math.round(3 / spectrum.binHz());
        int to = (int) Math.round(12 / spectrum.binHz());
        if (centre + near >= power.length || centre - to < 1) {
            return 0;
        }
        int count = 0;
        for (int away = from; away <= to; away++) {
            sorted[count++] = power[centre - away];
            if (centre + away < power.length) {
                sorted[count++] = power[centre + away];
            }
        }
        return count;
    }

    /** Harmonics, too, must stand out in two windows running. */
    private double[] withHarmonics(double[] lines, int which) {
        double hertz = MAINS_HZ[which];
        double[] all = lines;
        for (int harmonic = 1;
                harmonic < MOST_HARMONICS && harmonic * hertz < 0.45 * rateHz && all.length < MOST_NOTCHES;
                harmonic++) {
            double line = harmonic * hertz;
            boolean known = false;
            for (double each : all) {
                known |= each == line;
            }
            int[] times = harmonics[which];
            times[harmonic] = !known && standsOut(line, LINE_TIMES) ? times[harmonic] + 1 : 0;
            if (times[harmonic] >= 2) {
                all = Arrays.copyOf(all, all.length + 1);
                all[all.length - 1] = line;
            }
        }
        return all;
    }

    private Report noise(double[] changed, double mains, double decibels, double loud) {
        double binHz = spectrum.binHz();
        int first = (int) Math.ceil(20 / binHz);
        int last = Math.min(power.length - 1, (int) (Math.min(450, 0.45 * rateHz) / binHz));
        double band = 0;
        double tone = 0;
        int at = first;
        for (int bin = first; bin <= last; bin++) {
            band += power[bin];
            double here = 0;
            if (power[bin] > power[at] || bin == first) {
                for (int near = Math.max(first, bin - 3); near <= Math.min(last, bin + 3); near++) {
                    here += power[near];
                }
            }
            if (here > tone) {
                tone = here;
                at = bin;
            }
        }
        double rms = Math.sqrt(tone * binHz);
        boolean noisy = band > 0 && tone > TONE_SHARE * band && rms > loud && standsOut(at * binHz, TONE_TIMES);
        String words = noisy
                ? Words.with("one tone carries {0} % of the power: electrode or interference", 100 * tone / band)
                : "";
        int span = windows < FIRST_WINDOWS ? window.length : 2 * window.length;
        double slow = 0;
        for (int bin = (int) Math.ceil(1 / binHz); bin < Math.min(first, power.length); bin++) {
            slow += power[bin];
        }
        double slowRms = Math.sqrt(slow * binHz);
        return new Report(span, changed, mains, decibels, noisy, words, slowRms, Math.sqrt(band * binHz));
    }

    void state(State io) {
        io.reals(window);
        io.counts(heard);
        for (int[] each : harmonics) {
            io.counts(each);
        }
        filled = io.count(filled);
        windows = io.count(windows);
        double[] lines = io.isReading() ? new double[io.count(0)] : linesHz;
        if (!io.isReading()) {
            io.count(lines.length);
        }
        io.reals(lines);
        linesHz = lines;
    }
}
