package twinge.simulate;

import java.util.List;
import twinge.frames.Channel;
import twinge.frames.Montage;
import twinge.frames.Scale;

/** The motion sensor's stream frame by frame: acceleration in g, with gravity, and rotation in degrees a second. */
final class MotionSensor {
    private static final List<String> LABELS =
            List.of("ACC up", "ACC left", "ACC back", "GYR up", "GYR left", "GYR back");
    private static final int CHANNELS = 6;
    private static final int ACCELERATIONS = 3;
    private static final int LIMIT = 32_767;
    private static final double FULL_SCALE_G = 16;
    private static final double FULL_SCALE_DEGREES = 2000;
    private static final double NOISE_G = 0.003;
    private static final double NOISE_DEGREES = 0.15;

    /** Breathing lifts the back a little. */
    private static final double BREATHING_G = 0.004;

    private static final double BREATHS_HZ = 0.25;

    /** Standing, the trunk sways a little all the time. */
    private static final double SWAY_G = 0.012;

    private static final double SWAY_DEGREES = 0.8;
    private static final double SWAY_BELOW_HZ = 0.5;

    private final Scenario scenario;
    private final Motion motion;
    private final Dice noise;
    private final SlowNoise[] sway = new SlowNoise[CHANNELS];
    private final int[] counts = new int[CHANNELS];
    private long frame;

    MotionSensor(Scenario scenario, Plan plan) {
        this.scenario = scenario;
        motion = new Motion(plan.movements);
        noise = Dice.of(scenario.seed(), "motion sensor");
        for (int channel = 0; channel < CHANNELS; channel++) {
            Dice dice = Dice.of(scenario.seed(), "sway of the trunk " + channel);
            sway[channel] = new SlowNoise(dice, SWAY_BELOW_HZ, Math.max(1, scenario.motionRateHz()));
        }
    }

    static Montage montage() {
        Scale g = new Scale(-LIMIT, LIMIT, -FULL_SCALE_G, FULL_SCALE_G, "g");
        Scale degrees = new Scale(-LIMIT, LIMIT, -FULL_SCALE_DEGREES, FULL_SCALE_DEGREES, "deg/s");
        return new Montage(LABELS.stream()
                .map(label -> label.startsWith("ACC")
                        ? Channel.of(label, Channel.Type.ACCELERATION, g)
                        : Channel.of(label, Channel.Type.ROTATION, degrees))
                .toList());
    }

    /** Moves on by a frame and returns its counts, in an array used again by the next call. */
    int[] next() {
        double seconds = frame++ / scenario.motionRateHz();
        double[] moved = motion.at(seconds);
        double breathing = BREATHING_G * StrictMath.sin(2 * Math.PI * BREATHS_HZ * seconds);
        for (int channel = 0; channel < CHANNELS; channel++) {
            boolean acceleration = channel < ACCELERATIONS;
            double gravity = channel == (scenario.standing() ? 0 : 2) ? 1 : 0;
            double swaying = scenario.standing() ? sway[channel].next() : 0;
            double value = acceleration
                    ? moved[channel]
                            + gravity
                            + (channel == 0 ? 0 : SWAY_G * swaying)
                            + (channel == 2 ? breathing : 0)
                            + NOISE_G * noise.gaussian()
                    : moved[channel] + SWAY_DEGREES * swaying + NOISE_DEGREES * noise.gaussian();
            double full = acceleration ? FULL_SCALE_G : FULL_SCALE_DEGREES;
            counts[channel] = (int) Math.max(-LIMIT, Math.min(LIMIT, Math.rint(value / full * LIMIT)));
        }
        return counts;
    }
}
