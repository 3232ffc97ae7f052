package twinge.live;

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import twinge.frames.SampleStream;

/**
 * A wearing under way: one or several boards, recorded, watched and told of, until it is stopped.
 *
 * <p>The session takes the boards' links over. All methods may be called from any thread.
 */
public final class LiveSession implements Closeable {
    private static final long PATIENCE_MILLIS = 10_000;

    private final Wearing wearing;
    private final List<LiveBoard> boards;
    private final Audience audience;
    private final List<BoardRun> runs = new ArrayList<>();
    private boolean stopped;

    private LiveSession(Wearing wearing, List<LiveBoard> boards, LiveClock clock, List<LiveListener> listeners) {
        this.wearing = wearing;
        this.boards = List.copyOf(boards);
        audience = new Audience(listeners, clock::nanos);
        for (int board = 0; board < boards.size(); board++) {
            runs.add(new BoardRun(board, boards.get(board), wearing.settings(), clock, audience));
        }
    }

    /**
     * Begins a session of boards that stream already.
     *
     * @throws IOException naming the place and what to do, if its folder and files can not be made
     * @throws IllegalArgumentException if there is no board, or one can not be watched (no EMG channel)
     */
    public static LiveSession start(
            Wearing wearing, List<LiveBoard> boards, LiveClock clock, List<LiveListener> listeners) throws IOException {
        if (boards.isEmpty()) {
            throw new IllegalArgumentException("a session needs at least one board");
        }
        LiveSession session = new LiveSession(wearing, boards, clock, listeners);
        session.audience.start();
        session.runs.forEach(BoardRun::start);
        return session;
    }

    public Wearing wearing() {
        return wearing;
    }

    /** How many boards there are. */
    public int boards() {
        return boards.size();
    }

    /** The streams of a board, from 0. */
    public List<SampleStream> streams(int board) {
        return boards.get(board).board().streams();
    }

    /** Puts a marker at this moment on every board; the detector hears it too, as it hears a recording's annotations. */
    public void mark(String text) {
        runs.forEach(run -> run.mark(text));
    }

    /** Keeps what a person says of this moment ({@code spasm}); it changes nothing of what is detected. */
    public void label(String word, String author) {
        runs.forEach(run -> run.label(word, author));
    }

    /** Ends the session: what was heard is worked off, and all files are complete and on the disk when this returns. */
    public synchronized void stop() throws IOException {
        if (stopped) {
            return;
        }
        stopped = true;
        try {
            runs.forEach(BoardRun::stop);
            for (BoardRun run : runs) {
                run.awaitEnd(PATIENCE_MILLIS);
            }
            audience.close(PATIENCE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        for (LiveBoard board : boards) {
            board.link().close();
        }
    }

    @Override
    public void close() throws IOException {
        stop();
    }
}
