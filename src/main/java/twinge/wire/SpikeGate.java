package twinge.wire;

/**
 * Takes a lone spike for damage where damage is likely: a sample that leaves both its neighbours, to the same side, by far
 * more than samples of late have left theirs. Muscle does not: at the usual rates a spike of it lasts several samples. Such
 * a frame is handed on as one not to be trusted. It takes the next frame to tell, so one frame is kept while watching.
 */
final class SpikeGate {
    private static final double TIMES = 6; // of the mean step
    private static final double SMALLEST = 8; // counts
    private static final double MEMORY = 1.0 / 64;

    private final Sequencer to;
    private final int channels;
    private final double[] meanStep;
    private int[] before;
    private int[] kept;
    private int keptCounter;
    private long keptArrival;

    SpikeGate(int channels, Sequencer to) {
        this.channels = channels;
        this.to = to;
        meanStep = new double[channels];
    }

    /** The next frame, right after the last one. {@code watching}: whether to keep it until it can be judged. */
    void frame(int counter, int[] counts, long arrivalNanos, boolean watching) {
        if (kept != null) {
            hand(!spike(counts));
        }
        kept = counts;
        keptCounter = counter;
        keptArrival = arrivalNanos;
        if (!watching) {
            hand(true);
        }
    }

    /** Hands on what is kept, and begins anew: the next frame does not follow this one. */
    void flush() {
        if (kept != null) {
            hand(true);
        }
    }

    private void hand(boolean trusted) {
        for (int channel = 0; trusted && before != null && channel < channels; channel++) {
            double step = Math.abs(kept[channel] - before[channel]);
            meanStep[channel] += MEMORY * (step - meanStep[channel]);
        }
        before = trusted ? kept : before;
        to.frame(keptCounter, kept, trusted, keptArrival);
        kept = null;
    }

    private boolean spike(int[] after) {
        for (int channel = 0; before != null && channel < channels; channel++) {
            int rise = kept[channel] - before[channel];
            int fall = kept[channel] - after[channel];
            boolean lone = rise < 0 == fall < 0;
            if (lone && Math.min(Math.abs(rise), Math.abs(fall)) > Math.max(SMALLEST, TIMES * meanStep[channel])) {
                return true;
            }
        }
        return false;
    }
}
