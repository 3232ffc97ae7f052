package twinge.simulate;

import java.util.List;

/**
 * A stream of a virtual twinge board, as its HELLO describes it.
 *
 * @param samplesPerFrame how many sampling instants travel in one frame
 */
public record TwingeStream(long rateMillihertz, int samplesPerFrame, List<Input> inputs) {
    /**
     * One channel.
     *
     * @param number of the input on the board, from 1
     * @param kind 1 raw EMG, 2 envelope, 3 ECG, 4 acceleration, 5 rotation, 6 trigger, 0 other
     * @param bits of a count
     * @param unit 0 none, 1 V, 2 g, 3 degrees a second
     * @param rangeMillionths what 2^bits counts are at the converter, in millionths of the unit
     * @param gainThousandths of the amplifier before it, 0 if not known
     * @param zero the count that means nothing is there
     */
    public record Input(
            int number,
            int kind,
            int bits,
            boolean signed,
            int unit,
            long rangeMillionths,
            long gainThousandths,
            int zero,
            String label) {}

    public TwingeStream {
        inputs = List.copyOf(inputs);
        if (samplesPerFrame < 1 || samplesPerFrame > 255 || inputs.isEmpty() || inputs.size() > 255) {
            throw new IllegalArgumentException(
                    "a frame of " + samplesPerFrame + " samples of " + inputs.size() + " channels; either is 1 to 255");
        }
    }
}
