package twinge.cli;

import twinge.frames.Block;
import twinge.frames.Scale;
import twinge.signal.Autocorrelation;
import twinge.signal.Butterworth;
import twinge.signal.Cascade;

/**
 * Whether a heart shows in a channel of a wearer at rest: the energy between 8 and 25 Hz, where most of a QRS complex lies
 * (Pan and Tompkins 1985), comes back steadily 40 to 180 times a minute. Looks at the last eight seconds.
 */
final class HeartCheck {
    private static final double LOW_HZ = 8;
    private static final double HIGH_HZ = 25;
    private static final double BINS_A_SECOND = 50;
    private static final int BINS = (int) (8 * BINS_A_SECOND);
    private static final int SHORTEST_LAG = (int) (BINS_A_SECOND * 60 / 180);
    private static final int LONGEST_LAG = (int) (BINS_A_SECOND * 60 / 40);
    private static final double STEADY = 0.5;
    private static final double SLOWEST_RATE_HZ = 100; // the band has no room below

    private final Scale scale;
    private final double rateHz;
    private final Cascade band;
    private final double[] energies = new double[BINS]; // a ring
    private final int[] counts = new int[1];
    private final double[] value = new double[1];
    private long frames;
    private long bins;
    private double sum;

    HeartCheck(Scale scale, double rateHz) {
        this.scale = scale;
        this.rateHz = rateHz;
        band = rateHz < SLOWEST_RATE_HZ ? null : new Cascade(Butterworth.bandPass(2, LOW_HZ, HIGH_HZ, rateHz));
    }

    /** Takes one channel of a block; what is missing is taken as no change. */
    void accept(Block block, int channel) {
        for (int frame = 0; band != null && frame < block.frames(); frame++) {
            if (!block.missing(channel, frame)) {
                counts[0] = block.count(channel, frame);
                scale.microvolts(counts, 0, 1, value, 0);
                if (frames == 0) {
                    band.settle(value[0]);
                }
            }
            double[] filtered = {value[0]};
            band.filter(filtered, 0, 1);
            sum += filtered[0] * filtered[0];
            frames++;
            if (frames * BINS_A_SECOND >= (bins + 1) * rateHz) {
                energies[(int) (bins++ % BINS)] = Math.sqrt(sum);
                sum = 0;
            }
        }
    }

    /** Seconds from beat to beat; NaN if there is no steady beat or less than eight seconds have been seen. */
    double beatSeconds() {
        if (bins < BINS) {
            return Double.NaN;
        }
        double[] inOrder = new double[BINS];
        for (int i = 0; i < BINS; i++) {
            inOrder[i] = energies[(int) ((bins + i) % BINS)];
        }
        Autocorrelation repetition = new Autocorrelation(BINS, SHORTEST_LAG, LONGEST_LAG);
        repetition.measure(inOrder, 0);
        return repetition.strength() >= STEADY ? repetition.lag() / BINS_A_SECOND : Double.NaN;
    }
}
