package twinge.wire;

/**
 * Takes a lone spike for damage where damage is likely: a sample that stands far out from the two before and the one after
 * it, which agree, and further than any sample of late has moved. Muscle seldom does: at the usual rates a spike of it lasts
 * several samples. Such a frame is handed on as one not to be trusted. It takes the next frame to tell, so one frame is
 * kept while watching.
 */
final class SpikeGate {
    private static final double ISOLATION = 6; // times the spread of the neighbours
    private static final double LOUDNESS = 2; // times the largest spread of late
    private static final double SMALLEST = 8; // counts
    private static final double DECAY = 1 - 1.0 / 256;

    private final Sequencer to;
    private final int channels;
    private final double[] loudness;
    private final int[] first; // the frame before the last
    private final int[] second; // the last
    private int known;
    private int[] kept;
    private int keptCounter;
    private long keptArrival;

    SpikeGate(int channels, Sequencer to) {
        this.channels = channels;
        this.to = to;
        loudness = new double[channels];
        first = new int[channels];
        second = new int[channels];
    }

    /** The next frame, right after the last one. {@code watching}: whether to keep it until it can be judged. */
    void frame(int counter, int[] counts, long arrivalNanos, boolean watching) {
        if (kept != null) {
            hand(judge(counts));
        }
        kept = counts;
        keptCounter = counter;
        keptArrival = arrivalNanos;
        if (!watching) {
            hand(judge(counts));
        }
    }

    /** Hands on what is kept. */
    void flush() {
        if (kept != null) {
            hand(true);
        }
    }

    private void hand(boolean trusted) {
        if (trusted) {
            System.arraycopy(second, 0, first, 0, channels);
            System.arraycopy(kept, 0, second, 0, channels);
            known = Math.min(2, known + 1);
        }
        to.frame(keptCounter, kept, trusted, keptArrival);
        kept = null;
    }

    /** Whether the frame that is kept can be trusted, and how loud it was. */
    private boolean judge(int[] after) {
        boolean trusted = true;
        for (int channel = 0; known == 2 && channel < channels; channel++) {
            int low = Math.min(Math.min(first[channel], second[channel]), after[channel]);
            int high = Math.max(Math.max(first[channel], second[channel]), after[channel]);
            double spread = (double) high - low;
            double stands = Math.abs(kept[channel] - (low + spread / 2));
            boolean alone = stands > Math.max(SMALLEST, ISOLATION * spread) && stands > LOUDNESS * loudness[channel];
            loudness[channel] = Math.max(DECAY * loudness[channel], alone ? stands / (2 * LOUDNESS) : spread);
            trusted &= !alone;
        }
        return trusted;
    }
}
