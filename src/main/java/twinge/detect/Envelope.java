package twinge.detect;

/** The detection path's envelope at three speeds, from bins of 10 ms. */
final class Envelope {
    private static final double BIN_SECONDS = 0.01;
    private static final int SLOW = 4;

    private final int binFrames;
    private final int bins;
    private final Bins energy = new Bins();
    private final Bins squares = new Bins(); // of the envelope
    private double fast;
    private double level;

    /** @param seconds that the envelope's RMS is over */
    Envelope(double seconds, double rateHz) {
        binFrames = Math.max(1, (int) Math.round(BIN_SECONDS * rateHz));
        bins = Math.max(1, (int) Math.round(seconds * rateHz / binFrames));
    }

    int binFrames() {
        return binFrames;
    }

    /** How many bins the envelope is over. */
    int bins() {
        return bins;
    }

    void add(long bin, double meanSquare) {
        energy.add(bin, meanSquare);
        fast = Math.sqrt(meanSquare);
        level = energy.rms(bins);
        squares.add(bin, level * level);
    }

    /** RMS of the latest bin alone. */
    double fast() {
        return fast;
    }

    /** RMS over three bins: fast enough for a beat of a rhythm. */
    double beat() {
        return energy.rms(3);
    }

    /** The envelope. */
    double level() {
        return level;
    }

    /** RMS over four envelopes. */
    double slow() {
        return squares.rms(SLOW, bins);
    }

    void clear() {
        energy.clear();
        squares.clear();
    }

    void state(State io) {
        energy.state(io);
        squares.state(io);
        fast = io.real(fast);
        level = io.real(level);
    }
}
