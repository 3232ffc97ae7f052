package twinge.simulate;

/** Noise of unit variance below a corner: white noise through two equal first-order low-passes. */
final class SlowNoise {
    private final Dice dice;
    private final double step;
    private final double gain;
    private double first;
    private double second;

    SlowNoise(Dice dice, double cornerHz, double rateHz) {
        this.dice = dice;
        step = 1 - StrictMath.exp(-2 * Math.PI * cornerHz / rateHz);
        double pole = (1 - step) * (1 - step);
        // The variance of step^2 / (1 - (1 - step) z^-1)^2 driven by unit noise, by partial fractions.
        gain = Math.sqrt((1 - pole) * (1 - pole) * (1 - pole) / (1 + pole)) / (step * step);
    }

    double next() {
        first += step * (dice.gaussian() - first);
        second += step * (first - second);
        return gain * second;
    }
}
