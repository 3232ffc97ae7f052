package twinge.detect;

import java.util.Arrays;
import twinge.settings.Key;
import twinge.settings.Settings;
import twinge.signal.Biquads;
import twinge.signal.Butterworth;
import twinge.signal.Cascade;
import twinge.signal.Notch;

/**
 * Cleans one channel on two paths: the amplitude path keeps the whole EMG band from 20 Hz on, the detection path goes on
 * from there with a high-pass at 70 Hz, under which heartbeat and sway lie (detection.md of the project's sources: a
 * 60-100 Hz high-pass leaves 2-22 % of a heartbeat as large as the muscle; Drake and Callaghan 2006 for the trade-off).
 */
final class Conditioner {
    private final Biquads bandPass;
    /** Width of a notch is the line's frequency over this: 50 Hz loses 1.7 Hz, and muscle little. */
    private static final double NOTCH_QUALITY = 30;

    private final Cascade high;
    private final double rateHz;
    private Cascade band; // with the notches behind it
    private double[] notchedHz = {};
    private boolean started;

    Conditioner(double rateHz, Settings settings) {
        this.rateHz = rateHz;
        double highest = 0.45 * rateHz;
        double lowPassHz = Math.min(settings.get(Key.LOW_PASS), highest);
        double amplitudeHz = Math.min(settings.get(Key.AMPLITUDE_HIGH_PASS), 0.2 * rateHz);
        double detectionHz = Math.min(settings.get(Key.DETECTION_HIGH_PASS), 0.25 * rateHz);
        bandPass = Butterworth.bandPass(2, amplitudeHz, lowPassHz, rateHz);
        band = new Cascade(bandPass);
        high = new Cascade(Butterworth.highPass(4, detectionHz, rateHz));
    }

    /**
     * Filters {@code length} samples: {@code amplitude} in place, {@code detection} written.
     *
     * @param amplitude µV in, 20-450 Hz out
     */
    void filter(double[] amplitude, double[] detection, int from, int length) {
        if (!started && length > 0) {
            band.settle(amplitude[from]);
            started = true;
        }
        band.filter(amplitude, detection, from, length, high);
    }

    /** Takes these lines out, too, from now on. */
    void notch(double[] linesHz) {
        for (double line : linesHz) {
            band = band.then(Notch.at(line, NOTCH_QUALITY, rateHz));
        }
        notchedHz = Arrays.copyOf(notchedHz, notchedHz.length + linesHz.length);
        System.arraycopy(linesHz, 0, notchedHz, notchedHz.length - linesHz.length, linesHz.length);
    }

    /** Samples were lost: what follows starts as if at rest. */
    void gap() {
        band.reset();
        high.reset();
        started = false;
    }

    void state(State io) {
        double[] lines = io.isReading() ? new double[io.count(0)] : notchedHz;
        if (!io.isReading()) {
            io.count(lines.length);
        }
        io.reals(lines);
        if (io.isReading()) {
            band = new Cascade(bandPass);
            notchedHz = new double[0];
            notch(lines);
        }
        started = io.flag(started);
        io.stage(band);
        io.stage(high);
    }
}
