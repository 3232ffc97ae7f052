package twinge.simulate;

/**
 * A random generator that gives the same numbers on every machine and in every version of Java.
 *
 * <p>SplitMix64 (Steele, Lea and Flood 2014, figure 17) for the bits, Marsaglia's polar method for the bell curve. Each use has
 * dice of its own, told apart by name, so that adding mains hum to a scenario moves no heartbeat.
 */
public final class Dice {
    private static final long GOLDEN_GAMMA = 0x9E3779B97F4A7C15L;

    private long state;
    private double spare = Double.NaN;

    /** The plain generator from a state; see {@link #of} for dice of a use. */
    Dice(long state) {
        this.state = state;
    }

    /** The dice of one use under a seed. */
    public static Dice of(long seed, String use) {
        long hash = 0xCBF29CE484222325L; // FNV-1a, 64 bit
        for (int i = 0; i < use.length(); i++) {
            hash = (hash ^ use.charAt(i)) * 0x100000001B3L;
        }
        return new Dice(mixed(mixed(seed + GOLDEN_GAMMA) + hash));
    }

    private static long mixed(long z) {
        long y = (z ^ z >>> 30) * 0xBF58476D1CE4E5B9L;
        y = (y ^ y >>> 27) * 0x94D049BB133111EBL;
        return y ^ y >>> 31;
    }

    /** From 0 to below 1. */
    public double uniform() {
        state += GOLDEN_GAMMA;
        return (mixed(state) >>> 11) * 0x1p-53;
    }

    public double between(double least, double most) {
        return least + (most - least) * uniform();
    }

    /** From {@code least} to {@code most}, both included. */
    public int integer(int least, int most) {
        return least + (int) ((most - least + 1) * uniform());
    }

    public boolean chance(double probability) {
        return uniform() < probability;
    }

    /** Mean 0, standard deviation 1. */
    public double gaussian() {
        if (!Double.isNaN(spare)) {
            double held = spare;
            spare = Double.NaN;
            return held;
        }
        double x;
        double y;
        double square;
        do {
            x = 2 * uniform() - 1;
            y = 2 * uniform() - 1;
            square = x * x + y * y;
        } while (square >= 1 || square == 0);
        double factor = Math.sqrt(-2 * StrictMath.log(square) / square);
        spare = y * factor;
        return x * factor;
    }

    /** A bell curve of a stated mean and deviation, drawn again until it lies within the limits. */
    double gaussian(double mean, double deviation, double least, double most) {
        double drawn;
        do {
            drawn = mean + deviation * gaussian();
        } while (drawn < least || drawn > most);
        return drawn;
    }
}
