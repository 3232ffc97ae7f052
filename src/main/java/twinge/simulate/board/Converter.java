package twinge.simulate.board;

/**
 * An amplifier and converter: how many counts an input gives.
 *
 * @param microvoltsPerCount at the electrodes
 * @param zero the count of no input
 */
record Converter(double microvoltsPerCount, int zero, int least, int most) {
    Converter {
        if (!(microvoltsPerCount > 0) || zero < least || zero > most) {
            throw new IllegalArgumentException("a converter of " + microvoltsPerCount + " uV a count from " + least
                    + " over " + zero + " to " + most);
        }
    }

    /** Of counts from 0 up with the input in the middle, as a microcontroller's own. */
    static Converter unsigned(int bits, double microvoltsPerCount) {
        return new Converter(microvoltsPerCount, 1 << bits - 1, 0, (1 << bits) - 1);
    }

    /** Of counts of either sign. */
    static Converter signed(int bits, double microvoltsPerCount) {
        return new Converter(microvoltsPerCount, 0, -(1 << bits - 1), (1 << bits - 1) - 1);
    }

    /** Cut at the rails. */
    int count(double microvolts) {
        double count = Math.floor(microvolts / microvoltsPerCount + 0.5) + zero;
        return (int) Math.max(least, Math.min(most, count));
    }
}
