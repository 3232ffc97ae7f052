package twinge.live;

import java.io.IOException;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;
import twinge.detect.Detector;
import twinge.detect.Finding;
import twinge.files.tape.Playback;
import twinge.frames.Block;
import twinge.settings.Settings;

/** One board of a session: its reader thread reads, stamps, decodes and detects, and never waits for anything else. */
final class BoardRun {
    private static final int READ_BYTES = 4096;
    private static final long SILENT_NANOS = 1_000_000_000L;
    private static final long TALLY_NANOS = 1_000_000_000L;

    private final int index;
    private final LiveBoard board;
    private final LiveClock clock;
    private final Audience audience;
    private final Playback playback;
    private final Detector detector;
    private final Thread thread;
    private final Queue<Consumer<BoardRun>> said = new ConcurrentLinkedQueue<>();
    private volatile boolean stopping;
    private LinkState state;
    private long lastReadNanos;
    private long lastDataNanos;
    private long lastTallyNanos;

    BoardRun(int index, LiveBoard board, Settings settings, LiveClock clock, Audience audience) {
        this.index = index;
        this.board = board;
        this.clock = clock;
        this.audience = audience;
        playback = new Playback(
                board.protocol().decoder(board.board()), board.board().streams());
        detector = new Detector(board.board().streams(), settings);
        thread = new Thread(this::run, "board-" + (index + 1));
        thread.setDaemon(true);
    }

    void start() {
        thread.start();
    }

    void mark(String text) {
        said.add(run -> run.putMark(text));
    }

    void label(String word, String author) {
        said.add(run -> run.putLabel(word, author));
    }

    /** Lets the reader end after what it is about. */
    void stop() {
        stopping = true;
    }

    boolean awaitEnd(long millis) throws InterruptedException {
        if (Thread.currentThread() != thread) {
            thread.join(millis);
        }
        return !thread.isAlive();
    }

    private void run() {
        lastReadNanos = clock.nanos();
        lastDataNanos = lastReadNanos;
        lastTallyNanos = lastReadNanos;
        audience.tell(false, listener -> listener.began(index, board.board().streams()));
        state(LinkState.STREAMING);
        byte[] unread = board.unread();
        if (unread.length > 0) {
            bytes(unread, unread.length, lastReadNanos);
        }
        byte[] buffer = new byte[READ_BYTES];
        while (!stopping) {
            read(buffer);
            hear();
            tellTally(false);
        }
        hear();
        playback.finish(this::block);
        detector.finish(this::finding);
        tellTally(true);
        state(LinkState.ENDED);
        audience.tell(false, listener -> listener.ended(index, lastReadNanos));
    }

    private void read(byte[] buffer) {
        int length;
        try {
            length = state == LinkState.GONE ? reopen() : board.link().read(buffer);
        } catch (IOException e) {
            length = -1;
        }
        long now = clock.nanos();
        lastReadNanos = Math.max(lastReadNanos, now);
        if (length < 0) {
            state(LinkState.GONE);
        } else if (length > 0) {
            lastDataNanos = lastReadNanos;
            state(LinkState.STREAMING);
            bytes(buffer, length, lastReadNanos);
        } else if (state == LinkState.STREAMING && lastReadNanos - lastDataNanos > SILENT_NANOS) {
            state(LinkState.SILENT);
        }
    }

    private int reopen() throws IOException {
        return board.link().reopen() ? 0 : -1;
    }

    private void bytes(byte[] bytes, int length, long arrivalNanos) {
        playback.bytes(bytes, 0, length, arrivalNanos, this::block);
    }

    private void block(Block block) {
        long read = lastReadNanos;
        audience.tell(true, listener -> listener.block(index, block, read));
        detector.accept(block, this::finding);
    }

    private void finding(Finding finding) {
        long read = lastReadNanos;
        audience.tell(Follower.mayPass(finding), listener -> listener.finding(index, finding, read));
    }

    private void hear() {
        for (Consumer<BoardRun> next = said.poll(); next != null; next = said.poll()) {
            next.accept(this);
        }
    }

    private void putMark(String text) {
        long frame = playback.mark(text, this::block);
        audience.tell(false, listener -> listener.marked(index, frame, text));
    }

    private void putLabel(String word, String author) {
        long frame = playback.place();
        audience.tell(false, listener -> listener.labelled(index, frame, word, author));
    }

    private void state(LinkState now) {
        if (state != now) {
            state = now;
            long at = lastReadNanos;
            audience.tell(false, listener -> listener.link(index, now, at));
        }
    }

    private void tellTally(boolean atOnce) {
        if (atOnce || lastReadNanos - lastTallyNanos > TALLY_NANOS) {
            lastTallyNanos = lastReadNanos;
            long at = lastReadNanos;
            twinge.wire.Tally tally = playback.tally();
            audience.tell(false, listener -> listener.tally(index, tally, at));
        }
    }
}
