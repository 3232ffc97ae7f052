package twinge.signal;

import java.nio.ByteBuffer;

/** Writes and reads the numbers of a {@link Resumable}'s state. */
final class Saved {
    private Saved() {}

    static void put(double[] numbers, ByteBuffer into) {
        for (double number : numbers) {
            into.putDouble(number);
        }
    }

    static void get(double[] numbers, ByteBuffer from) {
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = from.getDouble();
        }
    }

    /** Reads a count or position that must lie between 0 and {@code most}. */
    static int getCount(String what, int most, ByteBuffer from) {
        int count = from.getInt();
        if (count < 0 || count > most) {
            throw new IllegalArgumentException("a saved " + what + " of " + count + " where at most " + most
                    + " is possible; this state was saved by a stage of another length, or is damaged");
        }
        return count;
    }
}
