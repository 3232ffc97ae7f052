package twinge.signal;

/** The zeros of a Butterworth filter, handed out to the sections until none is left. */
final class Zeros {
    private int atMinusOne;
    private int atOne;
    private final boolean onCircle;
    private final double cosine;

    /** Zeros at half the sample rate and at 0 Hz. */
    Zeros(int atMinusOne, int atOne) {
        this.atMinusOne = atMinusOne;
        this.atOne = atOne;
        onCircle = false;
        cosine = 0;
    }

    /** As many pairs as wanted at one frequency, whose angle has this cosine. */
    Zeros(double cosine) {
        onCircle = true;
        this.cosine = cosine;
    }

    /** Writes b0, b1, b2 of a section with the zeros nearest to its poles, one zero for each pole. */
    void nearest(PolePair poles, double[] into, int at) {
        into[at] = 1;
        if (onCircle) {
            into[at + 1] = -2 * cosine;
            into[at + 2] = 1;
            return;
        }
        double first = take(poles.real());
        double second = poles.single() ? 0 : take(poles.real());
        into[at + 1] = -(first + second);
        into[at + 2] = first * second;
    }

    private double take(double real) {
        if (atMinusOne == 0 || (atOne > 0 && real >= 0)) {
            atOne--;
            return 1;
        }
        atMinusOne--;
        return -1;
    }
}
