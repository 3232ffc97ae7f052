package twinge.signal;

/** A narrow second-order notch: takes out one tone, mains hum or one of its harmonics, and leaves the rest. */
public final class Notch {
    private Notch() {}

    /**
     * The filter of {@code scipy.signal.iirnotch} (Orfanidis, Introduction to Signal Processing, 11.3).
     *
     * @param frequencyHz the tone, above 0 and below half of {@code sampleRateHz}
     * @param quality {@code frequencyHz} over the width at -3 dB; 30 leaves 50 Hz +- 0.83 Hz damaged
     */
    public static Biquads at(double frequencyHz, double quality, double sampleRateHz) {
        Frequencies.require("a notch", frequencyHz, sampleRateHz);
        double halfWidth = Math.PI * frequencyHz / sampleRateHz / quality;
        if (!(quality > 0 && halfWidth < Math.PI / 2)) {
            throw new IllegalArgumentException("a notch at " + frequencyHz + " Hz of quality " + quality
                    + " does not fit below half of " + sampleRateHz + " frames a second; take a quality of 10 to 50");
        }
        double gain = 1 / (1 + StrictMath.tan(halfWidth));
        double middle = -2 * StrictMath.cos(2 * Math.PI * frequencyHz / sampleRateHz) * gain;
        return new Biquads(gain, middle, gain, middle, 2 * gain - 1);
    }
}
