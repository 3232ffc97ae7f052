package twinge.wire;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What the wearer asks of a board where it leaves a choice.
 *
 * @param model the board, where it can not say itself ({@code UNO-R3}); empty: ask it or guess by its answers
 * @param rateHz frames a second
 * @param channels which inputs, from 1; empty: all there are
 * @param gain of the amplifier before the converter, so that microvolts can be stated of a board that knows only its converter
 * @param referenceVolts the converter's full range
 * @param envelope whether the sensor gives an envelope instead of raw EMG (MyoWare's ENV pin)
 */
public record Wishes(
        Optional<String> model,
        OptionalDouble rateHz,
        List<Integer> channels,
        OptionalDouble gain,
        OptionalDouble referenceVolts,
        boolean envelope) {
    public Wishes {
        channels = List.copyOf(channels);
    }

    /** Whatever the board does by itself. */
    public static Wishes none() {
        return new Wishes(
                Optional.empty(),
                OptionalDouble.empty(),
                List.of(),
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                false);
    }
}
