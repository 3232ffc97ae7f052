package twinge.simulate;

import java.util.List;
import java.util.Objects;
import twinge.frames.Channel;

/**
 * A pair of electrodes on the back and how well it picks up what it should and should not. Every amplitude in µV.
 *
 * @param label of the channel, unique in its scenario
 * @param vertebra beside which it sits, one of {@link #VERTEBRAE}
 * @param maximumMicrovolts RMS at full drive (200 to 500 on the erector spinae)
 * @param noiseMicrovolts RMS of the noise floor (2 to 5)
 * @param tone level of drive that keeps the trunk upright, always there and no event; 0 when lying
 * @param intervalVariation standard deviation over mean of the units' intervals (0.1 to 0.25)
 * @param heartMicrovolts height of the R wave; its sign is its direction
 * @param mainsMicrovolts RMS of the hum
 * @param motionMicrovolts what a knock of half a g leaves
 */
public record Site(
        String label,
        Channel.Side side,
        String vertebra,
        double maximumMicrovolts,
        double noiseMicrovolts,
        double tone,
        double intervalVariation,
        double heartMicrovolts,
        double mainsMicrovolts,
        double motionMicrovolts) {
    /** From the top down; 35 mm from one to the next. */
    static final List<String> VERTEBRAE = List.of("T7", "T8", "T9", "T10", "T11", "T12", "L1", "L2", "L3", "L4", "L5");

    private static final double VERTEBRA_MILLIMETRES = 35;
    private static final double FROM_MIDLINE_MILLIMETRES = 30;

    public Site {
        Objects.requireNonNull(label, "label");
        Objects.requireNonNull(side, "side");
        if (!VERTEBRAE.contains(vertebra)) {
            throw new IllegalArgumentException(label + " sits at " + vertebra + "; known are " + VERTEBRAE);
        }
        if (!(maximumMicrovolts > 0 && noiseMicrovolts >= 0 && tone >= 0 && tone <= 1 && intervalVariation >= 0)) {
            throw new IllegalArgumentException(
                    label + " has a maximum of " + maximumMicrovolts + " uV, noise of " + noiseMicrovolts
                            + " uV, a tone of " + tone + " and an interval variation of " + intervalVariation);
        }
    }

    /** An erector-spinae pair as most are: 350 µV at full drive, 3 µV of noise, no tone, no heartbeat, hum or motion. */
    public static Site erectorSpinae(Channel.Side side, String vertebra) {
        String letter = switch (side) {
            case LEFT -> "left";
            case RIGHT -> "right";
            case MIDDLE -> "mid";
            case UNKNOWN -> "any";
        };
        return new Site("ES " + letter + " " + vertebra, side, vertebra, 350, 3, 0, 0.18, 0, 0, 0);
    }

    public Site withMuscle(double maximumMicrovolts, double tone, double intervalVariation) {
        return new Site(
                label,
                side,
                vertebra,
                maximumMicrovolts,
                noiseMicrovolts,
                tone,
                intervalVariation,
                heartMicrovolts,
                mainsMicrovolts,
                motionMicrovolts);
    }

    public Site withPickup(
            double noiseMicrovolts, double heartMicrovolts, double mainsMicrovolts, double motionMicrovolts) {
        return new Site(
                label,
                side,
                vertebra,
                maximumMicrovolts,
                noiseMicrovolts,
                tone,
                intervalVariation,
                heartMicrovolts,
                mainsMicrovolts,
                motionMicrovolts);
    }

    /** Distance along the spine, downwards. */
    double downMillimetres() {
        return VERTEBRA_MILLIMETRES * VERTEBRAE.indexOf(vertebra);
    }

    /** Distance from the spine, to the right. */
    double rightMillimetres() {
        return switch (side) {
            case LEFT -> -FROM_MIDLINE_MILLIMETRES;
            case RIGHT -> FROM_MIDLINE_MILLIMETRES;
            case MIDDLE, UNKNOWN -> 0;
        };
    }
}
