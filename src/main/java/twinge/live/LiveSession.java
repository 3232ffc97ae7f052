package twinge.live;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import twinge.events.Session;
import twinge.files.tape.SessionCard;
import twinge.files.tape.TapeEntry;
import twinge.files.tape.TapeHeader;
import twinge.files.tape.WallAnchor;
import twinge.frames.SampleStream;
import twinge.log.Analysis;

/**
 * A wearing under way: one or several boards, recorded, watched and told of, until it is stopped.
 *
 * <p>The session takes the boards' links over. What a board sends goes to its tape first; then it is decoded, detected,
 * recorded as BDF+ and logged. Neither the disk nor anyone who follows can hold up reading and detection: what waits is
 * kept in memory, and an {@link Alarm} tells it. All methods may be called from any thread.
 */
public final class LiveSession implements Closeable {
    private static final long PATIENCE_MILLIS = 10_000;
    private static final long LOG_MILLIS = 40_000; // a log may be locked for half a minute
    private static final long LATEST_FORCE_MILLIS = 2_000;

    private final Wearing wearing;
    private final List<LiveBoard> boards;
    private final WallWatch wall;
    private final SessionFolder folder;
    private final Audience audience;
    private final Alarms alarms;
    private final TapeDeck tapes;
    private final Recordings recordings;
    private final Optional<LiveLog> log;
    private final Watchdog watchdog;
    private final List<BoardRun> runs = new ArrayList<>();
    private final List<String> remarks = Collections.synchronizedList(new ArrayList<>());
    private SessionCard.State state = SessionCard.State.RECORDING;
    private boolean stopped;

    private LiveSession(
            Wearing wearing,
            List<LiveBoard> boards,
            LiveClock clock,
            List<LiveListener> listeners,
            Disk disk,
            SessionFolder folder) {
        this.wearing = wearing;
        this.boards = List.copyOf(boards);
        this.folder = folder;
        wall = new WallWatch(clock);
        audience = new Audience(clock::nanos, boards.size());
        alarms = new Alarms(this::alarm, clock::nanos);
        tapes = new TapeDeck(disk, folder, alarms, () -> clock.nanos() - wall.zeroNanos(), TapeSpool.MOST_BYTES);
        recordings = new Recordings(disk, alarms, () -> clock.nanos() - wall.zeroNanos());
        listeners.forEach(audience::add);
        log = wearing.log().map(file -> new LiveLog(file, this::analysis, streams(), this::session, alarms));
        log.ifPresent(each -> audience.add(each, words -> each.behind(), LOG_MILLIS));
        watchdog = new Watchdog(tapes, recordings, wall, alarms, this::clockSet);
        SessionSinks sinks = new SessionSinks(audience, alarms, tapes, recordings, this::session);
        for (int board = 0; board < boards.size(); board++) {
            runs.add(new BoardRun(board, boards.get(board), wearing.conditions(board), clock, wall.zeroNanos(), sinks));
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
        return start(wearing, boards, clock, listeners, Disk.real());
    }

    static LiveSession start(
            Wearing wearing, List<LiveBoard> boards, LiveClock clock, List<LiveListener> listeners, Disk disk)
            throws IOException {
        if (boards.isEmpty()) {
            throw new IllegalArgumentException("a session needs at least one board");
        }
        SessionFolder folder = SessionFolder.make(wearing.folder());
        boolean begun = false;
        try {
            LiveSession session = new LiveSession(wearing, boards, clock, listeners, disk, folder);
            session.begin(clock);
            begun = true;
            return session;
        } finally {
            if (!begun) {
                folder.close();
            }
        }
    }

    private void begin(LiveClock clock) throws IOException {
        folder.write(card(SessionCard.State.RECORDING));
        for (int board = 0; board < boards.size(); board++) {
            tapes.begin(header(board, clock));
            recordings.add(folder.recordingFile(board), streams(board));
        }
        audience.start();
        tapes.start();
        recordings.start();
        watchdog.start();
        runs.forEach(BoardRun::start);
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

    /**
     * Ends the session: what was heard is worked off, and all files are complete and on the disk when this returns, or it is
     * said what is not ({@link #remarks}).
     */
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
            finishFiles();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            close(boards);
            if (log.isPresent()) {
                log.get().close();
            }
            folder.close();
        }
    }

    /** What happened to the session, in sentences: alarms so far, and at the end what could not be finished. */
    public List<String> remarks() {
        synchronized (remarks) {
            return List.copyOf(remarks);
        }
    }

    /** How far its files are: {@link SessionCard.State#DONE} if all went well; after {@link #stop}. */
    public synchronized SessionCard.State state() {
        return state;
    }

    /** A board's clock against the session's, as a sentence; after {@link #stop}. */
    public String clockWords(int board) {
        ClockMap.Fit fit = runs.get(board).clock();
        return String.format(
                Locale.ROOT, "%.4f frames a second, %+.0f ppm of what is stated", fit.rateHz(), fit.driftPpm());
    }

    private void finishFiles() throws InterruptedException, IOException {
        boolean taped = tapes.close(PATIENCE_MILLIS);
        recordings.close(PATIENCE_MILLIS);
        watchdog.stop(LATEST_FORCE_MILLIS);
        for (int board = 0; board < runs.size(); board++) {
            recordings.startedLater(board, later(board));
        }
        recordings.finish();
        audience.close();
        boolean whole = taped;
        for (int board = 0; board < runs.size(); board++) {
            whole &= recorded(board);
        }
        boolean logged = true;
        for (int board = 0; board < runs.size(); board++) {
            logged &= log.isEmpty() || log.get().done(board) && runs.get(board).detectedAll();
        }
        if (!taped) {
            remarks.add("the tape could not be written to its end; what is missing is lost");
        }
        SessionCard.State reached = logged ? SessionCard.State.DONE : SessionCard.State.NOT_LOGGED;
        state = whole ? reached : SessionCard.State.RECORDING;
        folder.write(card(state));
    }

    /** Makes a board's recording of its tape if it could not be written; returns whether there is one in the end. */
    private boolean recorded(int board) {
        boolean lies = Files.exists(folder.recordingFile(board)) || !recordings.any(board);
        if (recordings.whole(board) && lies) {
            return true;
        }
        try {
            Rebuilding.recording(
                    folder.tapeFile(board),
                    folder.recordingFile(board),
                    name -> Optional.of(boards.get(board).protocol()));
            remarks.add(SessionFolder.recording(board) + " was made of the tape");
            return true;
        } catch (IOException | RuntimeException e) {
            remarks.add(SessionFolder.recording(board) + " could not be made of the tape (" + e.getMessage()
                    + "); twinge record --recover tries again");
            return false;
        }
    }

    private static void close(List<LiveBoard> boards) throws IOException {
        for (LiveBoard board : boards) {
            board.link().close();
        }
    }

    private void alarm(Alarm alarm) {
        remarks.add((alarm.raised() ? "" : "over: ") + alarm.words());
        audience.alarm(alarm);
    }

    private void clockSet(WallAnchor anchor) {
        for (int board = 0; board < boards.size(); board++) {
            tapes.put(board, TapeEntry.anchor(anchor), 0, anchor.nanos());
        }
        double seconds =
                Duration.between(wall.first().at(anchor.nanos()), anchor.wall()).toMillis() / 1000.0;
        alarms.tell(
                Alarm.Kind.CLOCK_SET,
                -1,
                "the wall clock was set, it is now " + seconds
                        + " s from what it was at the session's begin; the session goes on by its own clock");
    }

    private Analysis analysis(int board) {
        return wearing.conditions(board).analysis(wearing.programVersion(), true);
    }

    private List<List<SampleStream>> streams() {
        return boards.stream().map(board -> board.board().streams()).toList();
    }

    /** A board's session as it is known now. */
    private Session session(int board) {
        WallAnchor anchor = wall.believed();
        LocalDateTime start = anchor.local(Math.max(0, runs.get(board).firstNanos()));
        return new Session(
                wearing.idOf(board),
                wearing.athlete(),
                Optional.of(start),
                Optional.of(anchor.offset()),
                wearing.folder().getFileName() + "/" + SessionFolder.tape(board));
    }

    /** By how many whole seconds a board's recording began later than its header says. */
    private long later(int board) {
        long first = Math.max(0, runs.get(board).firstNanos());
        long nanos = ChronoUnit.NANOS.between(
                wall.first().local(first), wall.believed().local(first));
        return Math.round(nanos / 1e9);
    }

    private TapeHeader header(int board, LiveClock clock) {
        return new TapeHeader(
                wearing.idOf(board),
                wearing.id(),
                board + 1,
                boards.size(),
                wearing.athlete(),
                wearing.tag(),
                wearing.programVersion(),
                wearing.settings().toToml(),
                wearing.calibration(),
                wall.first(),
                clock.zone().getId(),
                boards.get(board).board());
    }

    private SessionCard card(SessionCard.State state) {
        List<SessionCard.OfBoard> each = new ArrayList<>();
        boolean over = state != SessionCard.State.RECORDING || stopped;
        for (int board = 0; board < boards.size(); board++) {
            BoardRun run = runs.get(board);
            ClockMap.Fit fit = over ? run.clock() : new ClockMap.Fit(0, 0, 0);
            each.add(new SessionCard.OfBoard(
                    SessionFolder.tape(board),
                    over && !recordings.any(board) ? "" : SessionFolder.recording(board),
                    boards.get(board).board(),
                    over ? run.lastNanos() / 1e9 : 0,
                    over ? run.tally() : twinge.wire.Tally.NOTHING,
                    fit.rateHz(),
                    fit.driftPpm(),
                    fit.firstFrameNanos()));
        }
        WallAnchor anchor = wall.believed();
        return new SessionCard(
                wearing.id(),
                state,
                wearing.log().map(file -> file.toAbsolutePath().toString()).orElse(""),
                anchor.at(0).atOffset(anchor.offset()).toString(),
                anchor.offset().getId(),
                wearing.athlete(),
                wearing.tag(),
                wearing.programVersion(),
                wearing.settings().digest(),
                wearing.calibration(),
                each,
                remarks());
    }

    @Override
    public void close() throws IOException {
        stop();
    }
}
