package twinge.live;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.IntFunction;
import twinge.detect.Finding;
import twinge.events.Session;
import twinge.frames.Block;
import twinge.frames.SampleStream;
import twinge.log.Analysis;
import twinge.log.EventLog;

/**
 * Logs a session as it goes, as a listener like any other: a log that is locked for a while holds nobody up. What it can not
 * take is logged from the tape at the next start.
 */
final class LiveLog implements LiveListener, Closeable {
    private final Path file;
    private final IntFunction<Analysis> analyses;
    private final IntFunction<Session> sessions;
    private final Alarms alarms;
    private final LoggedRun[] runs; // [board]
    private final boolean[] done; // [board]
    private final List<List<SampleStream>> streams;
    private EventLog log;
    private volatile boolean failed;

    /** @param sessions of each board, as far as they are known by then; as the analyses, by board */
    LiveLog(
            Path file,
            IntFunction<Analysis> analyses,
            List<List<SampleStream>> streams,
            IntFunction<Session> sessions,
            Alarms alarms) {
        this.file = file;
        this.analyses = analyses;
        this.streams = streams;
        this.sessions = sessions;
        this.alarms = alarms;
        runs = new LoggedRun[streams.size()];
        done = new boolean[streams.size()];
    }

    @Override
    public void block(int board, Block block, long readNanos) {
        attempt(() -> run(board).block(block));
    }

    @Override
    public void finding(int board, Finding finding, long readNanos) {
        attempt(() -> run(board).finding(finding));
    }

    @Override
    public void ended(int board, long nanos) {
        attempt(() -> run(board).finish(sessions.apply(board)));
        synchronized (this) {
            done[board] = !failed;
        }
    }

    /** Blocks have passed by, so that the log would not be right: it is made of the tape later. */
    void behind() {
        attempt(() -> {
            throw new IOException("it is half a minute behind");
        });
    }

    /** Whether all that was found with a board is in the log. */
    synchronized boolean done(int board) {
        return done[board];
    }

    private LoggedRun run(int board) throws IOException {
        if (log == null) {
            log = EventLog.openMakingFolders(file);
        }
        if (runs[board] == null) {
            runs[board] = new LoggedRun(
                    log.begin(sessions.apply(board), analyses.apply(board), streams.get(board)), streams.get(board));
        }
        return runs[board];
    }

    private interface Attempt {
        void make() throws IOException;
    }

    private void attempt(Attempt attempt) {
        if (failed) {
            return;
        }
        try {
            attempt.make();
        } catch (IOException | RuntimeException e) {
            failed = true;
            alarms.raise(
                    Alarm.Kind.LOG_FAILED,
                    -1,
                    file + " does not take what is found (" + e.getMessage()
                            + "); it is logged from the tape at the next start");
        }
    }

    @Override
    public void close() throws IOException {
        for (LoggedRun run : runs) {
            if (run != null) {
                run.close();
            }
        }
        if (log != null) {
            log.close();
        }
    }
}
