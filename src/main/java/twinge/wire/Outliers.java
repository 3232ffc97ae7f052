package twinge.wire;

/**
 * Tells samples that no muscle and no amplifier makes: one that stands alone, far from the two before and the one after it,
 * which all agree. A low-pass spreads whatever comes in over several samples. The ADS1299's converter is a sinc filter of
 * the third order (datasheet SBAS499C, 9.3.2.2): the narrowest pulse shows in its neighbours with a sixth of its height
 * at least (the quadratic B-spline: 1/8, 6/8, 1/8). A damaged byte changes its own sample alone.
 *
 * <p>Where a board has no such filter, a lone sample can be a muscle fibre's; there it is doubted only while the link is
 * known to damage bytes. A sample at the end of the range is a cable's doing and not doubted.
 */
final class Outliers {
    /** A lone sample stands out by more than this many times the spread of its neighbours ... */
    private static final double ISOLATION = 6;
    /** ... and of the largest such spread of late. */
    private static final double LOUDNESS = 2;

    private static final double LATE_SECONDS = 0.15;

    private final int minimum;
    private final int maximum;
    private final int least;
    private final double decay;
    private final int[][] before; // [channel][the last three, the newest last]
    private final double[] loudness;
    private long frames;
    private boolean impossible;

    /**
     * @param minimum of the converter's range
     * @param least how far a lone sample must stand out, counts
     */
    Outliers(int channels, double rateHz, int minimum, int maximum, int least) {
        this.minimum = minimum;
        this.maximum = maximum;
        this.least = least;
        decay = StrictMath.exp(-1 / (LATE_SECONDS * rateHz));
        before = new int[channels][3];
        loudness = new double[channels];
    }

    /**
     * Judges a frame and moves on to the next.
     *
     * @param next the frame after it, or null if there is none
     * @param strict whether lone samples are doubted, or only what lies out of the range
     * @param missing channels that the frame lacks, one bit a channel
     * @return the channels not to be trusted, one bit a channel
     */
    long judge(int[] frame, int[] next, boolean strict, long missing) {
        long doubted = 0;
        impossible = false;
        for (int channel = 0; channel < before.length; channel++) {
            int[] past = before[channel];
            int value = frame[channel];
            if ((missing & 1L << channel) != 0) {
                continue;
            }
            if (frames == 0) {
                past[0] = past[1] = past[2] = value;
            }
            int lowest = Math.min(past[0], Math.min(past[1], past[2]));
            int highest = Math.max(past[0], Math.max(past[1], past[2]));
            int after = next == null || next[channel] < minimum || next[channel] > maximum ? past[2] : next[channel];
            int low = Math.min(lowest, after);
            double spread = (double) Math.max(highest, after) - low;
            double centre = low + spread / 2;
            double stands = Math.abs(value - centre);
            boolean alone = strict
                    && value != minimum
                    && value != maximum
                    && stands > least
                    && stands > ISOLATION * spread
                    && stands > LOUDNESS * loudness[channel];
            boolean beyond = value < minimum || value > maximum;
            impossible |= beyond;
            if (beyond || alone && frames >= 3) {
                doubted |= 1L << channel;
                value = (int) Math.round(centre);
            }
            double moved = (double) Math.max(highest, value) - Math.min(lowest, value);
            loudness[channel] = Math.max(loudness[channel] * decay, moved);
            past[0] = past[1];
            past[1] = past[2];
            past[2] = value;
        }
        frames++;
        return doubted;
    }

    /** Whether the last frame had a count beyond the converter's range, which only damage explains. */
    boolean foundImpossible() {
        return impossible;
    }

    /** What comes next does not follow what came before. */
    void restart() {
        frames = 0;
    }
}
