package twinge.detect;

import twinge.signal.Biquads;
import twinge.signal.Cascade;
import twinge.signal.Notch;

/** Narrow notches in a row, one for each line of mains hum. */
final class Notches {
    /** Width of a notch is the line's frequency over this: 50 Hz loses 1.7 Hz, and muscle little. */
    private static final double QUALITY = 30;

    private Notches() {}

    static Cascade at(double[] linesHz, double rateHz) {
        Biquads all = Notch.at(linesHz[0], QUALITY, rateHz);
        for (int i = 1; i < linesHz.length; i++) {
            all = all.then(Notch.at(linesHz[i], QUALITY, rateHz));
        }
        return new Cascade(all);
    }
}
