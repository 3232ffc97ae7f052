package twinge.detect;

/**
 * Finds the frame at which the variance of the signal most likely changed: the maximum of the Gaussian log-likelihood
 * ratio of "rest until here, active from here" (the change-time estimate of Staude's approximated generalised likelihood
 * ratio; Staude and Wolf 1999, Med Eng Phys 21:449).
 */
final class OnsetRefiner {
    private static final double LOOK_BACK_SECONDS = 0.25;
    private static final double LOOK_AHEAD_SECONDS = 0.1;

    private final int back;
    private final int ahead;

    OnsetRefiner(double rateHz) {
        back = (int) Math.round(LOOK_BACK_SECONDS * rateHz);
        ahead = (int) Math.round(LOOK_AHEAD_SECONDS * rateHz);
    }

    /** How many frames after the threshold was crossed must be known before this can be asked. */
    int ahead() {
        return ahead;
    }

    /**
     * @param crossed frame at which the threshold was crossed
     * @param restRms level before the burst, same unit as the samples
     * @param earliest no onset before this frame: the previous burst's end
     */
    long refine(Samples samples, long crossed, double restRms, long earliest) {
        long from = Math.max(Math.max(samples.begin(), earliest), crossed - back);
        long to = Math.min(samples.end(), crossed + ahead);
        double active = 0;
        long present = Math.max(from, Math.min(crossed, to - 1));
        for (long frame = present; frame < to; frame++) {
            active += samples.at(frame) * samples.at(frame);
        }
        active /= Math.max(1, to - present);
        double rest = restRms * restRms;
        if (!(active > 1.2 * rest) || rest <= 0) {
            return crossed;
        }
        double step = -0.5 * StrictMath.log(active / rest);
        double slope = 0.5 * (1 / rest - 1 / active);
        double gain = 0;
        double best = 0;
        long onset = crossed;
        for (long frame = to - 1; frame >= from; frame--) {
            double x = samples.at(frame);
            gain += step + slope * x * x;
            if (gain > best) {
                best = gain;
                onset = frame;
            }
        }
        return onset;
    }
}
