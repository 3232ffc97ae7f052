package twinge.live;

import java.util.function.Consumer;
import java.util.function.IntFunction;
import twinge.events.Session;
import twinge.frames.Block;

/** Where a session's boards put what they have; none of it ever makes them wait. */
final class SessionSinks {
    private final Audience audience;
    private final Alarms alarms;
    private final TapeDeck tapes;
    private final Recordings recordings;
    private final IntFunction<Session> sessions;

    /** @param sessions of each board, once its first bytes have come */
    SessionSinks(
            Audience audience, Alarms alarms, TapeDeck tapes, Recordings recordings, IntFunction<Session> sessions) {
        this.audience = audience;
        this.alarms = alarms;
        this.tapes = tapes;
        this.recordings = recordings;
        this.sessions = sessions;
    }

    Alarms alarms() {
        return alarms;
    }

    void tell(boolean mayPass, Consumer<LiveListener> call) {
        audience.tell(mayPass, call);
    }

    void tape(int board, byte[] entry, long boardBytes, long nanos) {
        tapes.put(board, entry, boardBytes, nanos);
    }

    /** A board's first bytes have come. */
    void first(int board) {
        recordings.begin(board, sessions.apply(board));
    }

    void block(int board, Block block) {
        recordings.put(board, block);
    }
}
