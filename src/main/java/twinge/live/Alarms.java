package twinge.live;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/** Tells each alarm once when it begins and once when it is over. */
final class Alarms {
    private record Of(Alarm.Kind kind, int board) {}

    private final Map<Of, Boolean> raised = new HashMap<>();
    private final Consumer<Alarm> out;
    private final LongSupplier nanos;

    Alarms(Consumer<Alarm> out, LongSupplier nanos) {
        this.out = out;
        this.nanos = nanos;
    }

    /** Says that something is so; told unless it was so before. */
    synchronized void raise(Alarm.Kind kind, int board, String words) {
        if (raised.put(new Of(kind, board), true) == null) {
            out.accept(new Alarm(kind, board, true, words, nanos.getAsLong()));
        }
    }

    /** Says that it is so no longer; told if it was so before. */
    synchronized void clear(Alarm.Kind kind, int board, String words) {
        if (raised.remove(new Of(kind, board)) != null) {
            out.accept(new Alarm(kind, board, false, words, nanos.getAsLong()));
        }
    }

    /** Something that happened and is over at once. */
    synchronized void tell(Alarm.Kind kind, int board, String words) {
        out.accept(new Alarm(kind, board, true, words, nanos.getAsLong()));
    }

    synchronized boolean isRaised(Alarm.Kind kind, int board) {
        return raised.containsKey(new Of(kind, board));
    }
}
