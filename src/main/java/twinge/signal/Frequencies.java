package twinge.signal;

/** Which frequencies a recording can carry. */
final class Frequencies {
    private Frequencies() {}

    /** Refuses a cutoff that the rate can not carry, naming both. */
    static void require(String what, double cutoffHz, double sampleRateHz) {
        if (!(sampleRateHz > 0 && sampleRateHz < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(what + " at " + cutoffHz + " Hz for a recording of " + sampleRateHz
                    + " frames a second; the rate must be a positive number");
        }
        if (!(cutoffHz > 0)) {
            throw new IllegalArgumentException(what + " at " + cutoffHz + " Hz for a recording of " + sampleRateHz
                    + " frames a second; the cutoff must lie above 0 Hz");
        }
        if (!(cutoffHz < sampleRateHz / 2)) {
            throw new IllegalArgumentException(what + " at " + cutoffHz + " Hz needs more than " + 2 * cutoffHz
                    + " frames a second; this recording has " + sampleRateHz);
        }
    }
}
