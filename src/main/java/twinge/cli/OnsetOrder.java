package twinge.cli;

import java.io.IOException;
import java.util.Comparator;
import java.util.PriorityQueue;

/**
 * Rows by onset, although they are decided in another order: a long episode ends after a short one that began later.
 * What is older than ten minutes is let go, so that memory does not grow with the recording.
 */
final class OnsetOrder {
    private static final double HELD_SECONDS = 600;

    private record Row(double onsetSeconds, long number, Cell[] cells) {}

    private final Table table;
    private final PriorityQueue<Row> held =
            new PriorityQueue<>(Comparator.comparingDouble(Row::onsetSeconds).thenComparingLong(Row::number));
    private long number;

    OnsetOrder(Table table) {
        this.table = table;
    }

    /** @param decidedSeconds when it was decided, from the start of the recording */
    void row(double onsetSeconds, double decidedSeconds, Cell... cells) throws IOException {
        held.add(new Row(onsetSeconds, number++, cells));
        letGo(decidedSeconds - HELD_SECONDS);
    }

    /** Lets go of the rest. */
    void finish() throws IOException {
        letGo(Double.POSITIVE_INFINITY);
    }

    private void letGo(double untilSeconds) throws IOException {
        while (!held.isEmpty() && held.peek().onsetSeconds() <= untilSeconds) {
            table.row(held.remove().cells());
        }
    }
}
