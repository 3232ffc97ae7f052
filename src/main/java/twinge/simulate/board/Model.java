package twinge.simulate.board;

import java.util.function.Supplier;

/**
 * A board that can be had without hardware.
 *
 * @param name on the command line
 * @param protocol what it speaks, as {@code twinge.wire} names it
 * @param title as told to people
 * @param baud of its line when it starts
 * @param speedMatters whether its line has a true speed; over USB alone any will do
 * @param bootMillis how long it is deaf and dumb after power-on or a reset
 */
public record Model(
        String name,
        String protocol,
        String title,
        int baud,
        boolean speedMatters,
        int bootMillis,
        Supplier<Firmware> firmware) {

    /** As the firmware is when new. */
    public int channels() {
        return firmware.get().channels();
    }

    /** Frames a second, as the firmware is when new. */
    public double rateHz() {
        return firmware.get().rateHz();
    }
}
