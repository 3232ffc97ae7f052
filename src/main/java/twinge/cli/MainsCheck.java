package twinge.cli;

import java.util.Arrays;
import twinge.signal.PowerSpectrum;

/**
 * Whether mains hum stands out of a channel's spectrum, and which: 12 dB above its neighbours in two windows running, the
 * rule by which the detector takes a line out. The louder of two frequencies is not mains for that alone.
 */
final class MainsCheck {
    static final double[] MAINS_HZ = {50, 60};
    private static final double WINDOW_SECONDS = 1.4;
    private static final double LINE_TIMES = 16; // 12 dB
    private static final double LINE_HZ = 1;
    private static final double NEAREST_HZ = 3;
    private static final double FARTHEST_HZ = 12;

    private final PowerSpectrum spectrum;
    private final double[] window;
    private final double[] power;
    private final int[] running = new int[MAINS_HZ.length];
    private final long[] heard = new long[MAINS_HZ.length]; // windows
    private int filled;

    MainsCheck(double rateHz) {
        int size = 16;
        while (size < WINDOW_SECONDS * rateHz && size < 65536) {
            size *= 2;
        }
        spectrum = new PowerSpectrum(size, rateHz, PowerSpectrum.Detrend.MEAN);
        window = new double[size];
        power = new double[spectrum.bins()];
    }

    void accept(double value) {
        window[filled++] = value;
        if (filled == window.length) {
            filled = 0;
            spectrum.estimate(window, 0, power);
            for (int which = 0; which < MAINS_HZ.length; which++) {
                running[which] = stands(MAINS_HZ[which]) ? running[which] + 1 : 0;
                heard[which] += running[which] >= 2 ? 1 : 0;
            }
        }
    }

    /** A sample is missing: the window begins anew. */
    void gap() {
        filled = 0;
    }

    /** Index into {@link #MAINS_HZ} of the line heard for the longest, -1 if there is none. */
    int found() {
        int most = heard[1] > heard[0] ? 1 : 0;
        return heard[most] > 0 ? most : -1;
    }

    private boolean stands(double hertz) {
        int centre = (int) Math.round(hertz / spectrum.binHz());
        int near = (int) Math.ceil(LINE_HZ / spectrum.binHz());
        int from = (int) Math.round(NEAREST_HZ / spectrum.binHz());
        int to = (int) Math.round(FARTHEST_HZ / spectrum.binHz());
        if (centre + near >= power.length || centre - to < 1) {
            return false;
        }
        double line = 0;
        for (int bin = centre - near; bin <= centre + near; bin++) {
            line = Math.max(line, power[bin]);
        }
        double[] neighbours = new double[2 * (to - from + 1)];
        int count = 0;
        for (int away = from; away <= to; away++) {
            neighbours[count++] = power[centre - away];
            if (centre + away < power.length) {
                neighbours[count++] = power[centre + away];
            }
        }
        Arrays.sort(neighbours, 0, count);
        double median = neighbours[count / 2];
        return median > 0 && line > LINE_TIMES * median;
    }
}
