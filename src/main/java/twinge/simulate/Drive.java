package twinge.simulate;

import java.util.ArrayList;
import java.util.List;

/** The drive to one muscle over time: its tone, and all activations that hold at a moment, unsteady as muscle is. */
final class Drive {
    /** Force, and with it the drive, fluctuates below this. */
    private static final double UNSTEADY_BELOW_HZ = 2;

    private final double tone;
    private final double unsteadiness;
    private final SlowNoise noise;
    private final List<Activation> planned;
    private final List<Activation> held = new ArrayList<>();
    private int next;

    /** @param planned by onset */
    Drive(List<Activation> planned, double tone, double unsteadiness, double rateHz, Dice dice) {
        this.planned = planned;
        this.tone = tone;
        this.unsteadiness = unsteadiness;
        noise = new SlowNoise(dice, UNSTEADY_BELOW_HZ, rateHz);
    }

    /** The level at a time, 0 to 1; times must rise by one frame from call to call. */
    double next(double seconds) {
        double unsteady = 1 + unsteadiness * noise.next();
        while (next < planned.size() && planned.get(next).onsetSeconds() <= seconds) {
            held.add(planned.get(next++));
        }
        double level = tone;
        for (int i = held.size() - 1; i >= 0; i--) {
            Activation activation = held.get(i);
            level += activation.at(seconds);
            if (activation.endSeconds() <= seconds) {
                held.remove(i);
            }
        }
        return Math.min(1, level * Math.max(unsteady, 0.1));
    }
}
