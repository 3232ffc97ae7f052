package twinge.simulate;

/**
 * The motor-unit pool of Fuglevand, Winter and Patla (J Neurophysiol 1993, 70:2470): who is recruited when, and how fast
 * each fires. Units are counted from 0, the weakest; the paper's i is {@code unit + 1}.
 */
final class MotorUnits {
    static final int COUNT = 120;

    /** Recruitment threshold of the last unit over that of a unit before the first. */
    private static final double RECRUITMENT_RANGE = 30;

    /** Twitch force of the last unit over that of a unit before the first. */
    private static final double FORCE_RANGE = 100;

    static final double LEAST_RATE_HZ = 8;
    private static final double FIRST_PEAK_RATE_HZ = 35;
    private static final double PEAK_RATE_FALL_HZ = 10;

    /** Excitation at which the last unit reaches its peak rate, with a gain of 1 Hz a unit of excitation. */
    private static final double GREATEST_EXCITATION = threshold(COUNT - 1) + peakRateHz(COUNT - 1) - LEAST_RATE_HZ;

    private MotorUnits() {}

    /** Excitation at which a unit is recruited: {@code RTE_i}. */
    static double threshold(int unit) {
        return StrictMath.exp((unit + 1) * StrictMath.log(RECRUITMENT_RANGE) / COUNT);
    }

    /** The fastest a unit fires: {@code PFR_i}. */
    static double peakRateHz(int unit) {
        return FIRST_PEAK_RATE_HZ - PEAK_RATE_FALL_HZ * threshold(unit) / RECRUITMENT_RANGE;
    }

    /** Twitch force {@code P_i}, the first unit's being about 1. */
    static double force(int unit) {
        return StrictMath.exp((unit + 1) * StrictMath.log(FORCE_RANGE) / COUNT);
    }

    /** Excitation at a level of drive from 0 to 1. Any drive above 0 recruits the first unit, so truth begins with muscle. */
    static double excitation(double level) {
        return level <= 0 ? 0 : threshold(0) + level * (GREATEST_EXCITATION - threshold(0));
    }
}
