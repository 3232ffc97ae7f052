package twinge.simulate;

import java.util.Arrays;

/**
 * The part of a muscle under one pair of electrodes: its pool of motor units and the sum of their potentials.
 *
 * <p>Time moves on by one frame with each {@link #next}; what fires is added to a ring of the frames to come.
 */
final class Muscle {
    /** Depth of a unit below the skin; the pair sees it weaker and wider the deeper it lies. */
    private static final Range DEPTH_MILLIMETRES = new Range(5, 25);

    private static final double FADING_MILLIMETRES = 10;
    /** Of the shallowest and the deepest unit; the fibres of a unit begin and conduct apart, so they arrive smeared. */
    private static final Range WIDTH_SECONDS = new Range(0.0015, 0.0026);

    /** Fat and skin widen all potentials of one wearer's back more than of another's. */
    private static final Range WIDENING = new Range(1.05, 1.6);

    private static final Range SMEARING = new Range(0.38, 1.6);

    /** The innervation zone, the tendon and the fibres' slant make one electrode of the pair see less. */
    private static final Range SECOND = new Range(0.3, 1);

    private static final double ELECTRODES_APART_METRES = 0.02;
    private static final double CONDUCTION_METRES_PER_SECOND = 4;

    /** Fully tired fibres conduct at 3.2 of 4 m/s, and the surface signal grows. */
    private static final double SLOWED_BY_FATIGUE = 0.2;

    private static final double GROWN_BY_FATIGUE = 0.4;
    private static final double TIRING_SECONDS = 30;
    private static final double RECOVERY_SECONDS = 60;

    /** A unit silent for longer than this fires soon after it is recruited anew; one that only wavered goes on. */
    private static final double RESTED_SECONDS = 0.1;

    private final int channel;
    private final double rateHz;
    private final Dice dice;
    private final double intervalVariation;
    private final FiringListener listener;

    private final double[] threshold = new double[MotorUnits.COUNT];
    private final double[] peakRateHz = new double[MotorUnits.COUNT];
    private final Potential[] potential = new Potential[MotorUnits.COUNT];
    private final double[] phase = new double[MotorUnits.COUNT]; // 0 at a firing
    private final double[] interval = new double[MotorUnits.COUNT]; // the phase at which it fires next
    private final long[] lastDriven = new long[MotorUnits.COUNT];
    private final double[] ring;
    private long frame;
    private int recruited;
    private double fatigue;

    Muscle(int channel, Site site, double rateHz, Dice dice, FiringListener listener) {
        this.channel = channel;
        this.rateHz = rateHz;
        this.dice = dice;
        this.listener = listener;
        intervalVariation = site.intervalVariation();
        ring = new double[Integer.highestOneBit((int) (0.06 * rateHz) + 4) * 2];
        Arrays.fill(lastDriven, Long.MIN_VALUE / 2);
        double widening = WIDENING.draw(dice);
        double power = 0;
        for (int unit = 0; unit < MotorUnits.COUNT; unit++) {
            threshold[unit] = MotorUnits.threshold(unit);
            peakRateHz[unit] = MotorUnits.peakRateHz(unit);
            potential[unit] = potential(MotorUnits.force(unit), widening);
            // Campbell's theorem: trains of unrelated units add their rates times their energies.
            power += peakRateHz[unit] * potential[unit].energy();
        }
        double scale = site.maximumMicrovolts() / Math.sqrt(power);
        for (int unit = 0; unit < MotorUnits.COUNT; unit++) {
            potential[unit] = potential[unit].times(scale);
        }
    }

    private Potential potential(double force, double widening) {
        double depth = DEPTH_MILLIMETRES.draw(dice);
        double deep = (depth - DEPTH_MILLIMETRES.least()) / (DEPTH_MILLIMETRES.most() - DEPTH_MILLIMETRES.least());
        double width = WIDTH_SECONDS.least() + deep * (WIDTH_SECONDS.most() - WIDTH_SECONDS.least());
        double speed = dice.gaussian(CONDUCTION_METRES_PER_SECOND, 0.4, 3, 5);
        double peak = Math.sqrt(force) * StrictMath.exp(-depth / FADING_MILLIMETRES);
        return new Potential(
                dice.chance(0.7) ? peak : -peak,
                width * widening * SMEARING.drawRatio(dice),
                ELECTRODES_APART_METRES / speed,
                SECOND.draw(dice));
    }

    /** Moves on by a frame under a drive of 0 to 1 and returns its signal in µV. */
    double next(double level) {
        tire(level);
        drive(MotorUnits.excitation(level));
        int slot = (int) frame & ring.length - 1;
        double microvolts = ring[slot];
        ring[slot] = 0;
        frame++;
        return microvolts;
    }

    /** Adds a potential fired at a fraction of the frame to come. */
    void fire(int unit, double fraction, Potential fired) {
        fire(unit, fraction, fired, 1, 1);
    }

    private void fire(int unit, double fraction, Potential fired, double growth, double slowing) {
        fired.addTo(ring, frame + fraction, rateHz, growth, slowing);
        listener.fired(channel, unit, (frame + fraction) / rateHz);
    }

    private void tire(double level) {
        fatigue += (level * (1 - fatigue) / TIRING_SECONDS - fatigue / RECOVERY_SECONDS) / rateHz;
    }

    private void drive(double excitation) {
        int unit = 0;
        for (; unit < MotorUnits.COUNT && threshold[unit] <= excitation; unit++) {
            if (unit >= recruited && frame - lastDriven[unit] > RESTED_SECONDS * rateHz) {
                phase[unit] = dice.between(0.5, 1);
                interval[unit] = 1;
            }
            lastDriven[unit] = frame;
            double rate = Math.min(peakRateHz[unit], MotorUnits.LEAST_RATE_HZ + excitation - threshold[unit]);
            double step = rate / rateHz;
            phase[unit] += step;
            if (phase[unit] >= interval[unit]) {
                double over = phase[unit] - interval[unit];
                phase[unit] = over;
                interval[unit] = Math.max(0.2, 1 + intervalVariation * dice.gaussian());
                fire(
                        unit,
                        1 - over / step,
                        potential[unit],
                        1 + GROWN_BY_FATIGUE * fatigue,
                        1 / (1 - SLOWED_BY_FATIGUE * fatigue));
            }
        }
        recruited = unit;
    }
}
