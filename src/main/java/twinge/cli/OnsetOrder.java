package twinge.cli;

import java.io.IOException;
import java.util.Comparator;
import java.util.PriorityQueue;

/**
 * Results by onset, although they are decided in another order: a long episode ends after a short one that began later.
 * What is older than ten minutes is let go, so that memory does not grow with the recording.
 */
final class OnsetOrder<T> {
    private static final double HELD_SECONDS = 600;

    /** What to do with the next result. */
    interface Taker<T> {
        void take(T item) throws IOException;
    }

    private record Held<T>(double onsetSeconds, long number, T item) {}

    private final Taker<T> taker;
    private final PriorityQueue<Held<T>> held = new PriorityQueue<>(
            Comparator.<Held<T>>comparingDouble(Held::onsetSeconds).thenComparingLong(Held::number));
    private long number;

    OnsetOrder(Taker<T> taker) {
        this.taker = taker;
    }

    /** @param decidedSeconds when it was decided, from the start of the recording */
    void add(double onsetSeconds, double decidedSeconds, T item) throws IOException {
        held.add(new Held<>(onsetSeconds, number++, item));
        letGo(decidedSeconds - HELD_SECONDS);
    }

    /** Lets go of the rest. */
    void finish() throws IOException {
        letGo(Double.POSITIVE_INFINITY);
    }

    private void letGo(double untilSeconds) throws IOException {
        while (!held.isEmpty() && held.peek().onsetSeconds() <= untilSeconds) {
            taker.take(held.remove().item());
        }
    }
}
