package twinge.live;

import java.util.Random;

/** Something like EMG, in tenths of a microvolt: rest, bursts of a second or so, and trains of short ones. */
final class Emg {
    private static final double REST = 40;

    private final Random dice;
    private final int channels;
    private final double[] level;
    private final int[] left; // frames until the level changes
    private final double[] slow;

    Emg(int channels, long seed) {
        dice = new Random(seed);
        this.channels = channels;
        level = new double[channels];
        left = new int[channels];
        slow = new double[channels];
        for (int channel = 0; channel < channels; channel++) {
            level[channel] = REST;
            left[channel] = 3000 + dice.nextInt(4000);
        }
    }

    int[] next() {
        int[] counts = new int[channels];
        for (int channel = 0; channel < channels; channel++) {
            if (--left[channel] <= 0) {
                boolean rest = level[channel] > REST;
                level[channel] = rest ? REST : 600 + 1500 * dice.nextDouble();
                left[channel] = rest ? 500 + dice.nextInt(4000) : 150 + dice.nextInt(2500);
            }
            double white = dice.nextGaussian();
            slow[channel] = 0.6 * slow[channel] + white;
            counts[channel] = (int) Math.round(level[channel] * (white - 0.5 * slow[channel]));
        }
        return counts;
    }
}
