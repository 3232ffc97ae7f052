package twinge.live;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import twinge.detect.Detector;
import twinge.detect.Finding;
import twinge.files.tape.Playback;
import twinge.files.tape.TapeEntry;
import twinge.files.tape.TapeLabel;
import twinge.frames.Block;
import twinge.wire.Conversation.Step;
import twinge.wire.Talk;
import twinge.wire.Tally;

/**
 * One board of a session. Its thread reads, stamps, hands what it read to the tape, decodes and detects; it waits for
 * nothing but the board.
 */
final class BoardRun {
    private static final int READ_BYTES = 4096;
    private static final long SILENT_NANOS = 900_000_000L;
    private static final long TALLY_NANOS = 1_000_000_000L;
    private static final long REOPEN_MILLIS = 200;
    private static final long REFUSED_MILLIS = 2_000;
    private static final long ANSWER_MILLIS = 3_000; // a bootloader takes two seconds
    private static final long RESUME_MILLIS = 8_000;
    private static final long WAKE_NANOS = 5_000_000_000L;
    private static final int MOST_TEXT_BYTES = 300;

    private final int index;
    private final LiveBoard board;
    private final LiveClock clock;
    private final long zeroNanos;
    private final SessionSinks sinks;
    private final Playback playback;
    private final Detector detector;
    private final ClockMap clockMap;
    private final Thread thread;
    private final Queue<Runnable> said = new ConcurrentLinkedQueue<>();
    private final CountDownLatch stop = new CountDownLatch(1);
    private final Talk talk;
    private LinkState state;
    private long readNanos; // of the last read
    private long dataNanos; // of the last read that had bytes
    private long wokenNanos;
    private long toldNanos;
    private boolean detecting = true;
    private volatile long firstNanos = -1; // of the first bytes, since the session began
    private volatile long lastNanos;
    private volatile boolean ended;

    /** @param zeroNanos when the session began */
    BoardRun(int index, LiveBoard board, Conditions conditions, LiveClock clock, long zeroNanos, SessionSinks sinks) {
        this.index = index;
        this.board = board;
        this.clock = clock;
        this.zeroNanos = zeroNanos;
        this.sinks = sinks;
        playback = new Playback(
                board.protocol().decoder(board.board()), board.board().streams());
        detector = conditions.detector(board.board().streams());
        clockMap = new ClockMap(board.board().streams().get(0).rateHz());
        talk = new Talk(board.link(), () -> stopping() ? Long.MAX_VALUE : clock.nanos()); // a stop ends its patience
        thread = new Thread(this::run, "board-" + (index + 1));
        thread.setDaemon(true);
    }

    void start() {
        thread.start();
    }

    void mark(String text) {
        String plain = plain(text);
        said.add(() -> putMark(plain));
    }

    void label(String word, String author) {
        TapeLabel label = new TapeLabel(0, plain(word), plain(author));
        said.add(() -> putLabel(label));
    }

    /** Lets the reader end after what it is about. */
    void stop() {
        stop.countDown();
    }

    boolean awaitEnd(long millis) throws InterruptedException {
        thread.join(millis);
        return !thread.isAlive();
    }

    /** When the board's first bytes came, since the session began; -1 if none have. */
    long firstNanos() {
        return firstNanos;
    }

    /** Until when it was listened to. */
    long lastNanos() {
        return lastNanos;
    }

    /** After {@link #awaitEnd}. */
    Tally tally() {
        return playback.tally();
    }

    /** After {@link #awaitEnd}. */
    ClockMap.Fit clock() {
        return clockMap.fit();
    }

    /** After {@link #awaitEnd}: whether the detector has seen everything. */
    boolean detectedAll() {
        return detecting && ended;
    }

    private boolean stopping() {
        return stop.getCount() == 0;
    }

    private void run() {
        stamp();
        dataNanos = readNanos;
        wokenNanos = readNanos;
        toldNanos = readNanos;
        sinks.tell(false, listener -> listener.began(index, board.board().streams()));
        state(LinkState.STREAMING);
        byte[] unread = board.unread();
        if (unread.length > 0) {
            bytes(unread, unread.length);
        }
        byte[] buffer = new byte[READ_BYTES];
        while (!stopping()) {
            step(buffer);
            hear();
            tellTally(false);
        }
        hear();
        finish();
    }

    private void step(byte[] buffer) {
        try {
            if (state == LinkState.GONE) {
                reopen();
            } else {
                read(buffer);
            }
        } catch (IOException e) {
            stamp();
            state(LinkState.GONE);
        }
    }

    private void read(byte[] buffer) throws IOException {
        int length = board.link().read(buffer);
        stamp();
        if (length < 0) {
            state(LinkState.GONE);
        } else if (length > 0) {
            dataNanos = readNanos;
            state(LinkState.STREAMING);
            bytes(buffer, length);
        } else if (readNanos - dataNanos > SILENT_NANOS) {
            state(LinkState.SILENT);
            if (readNanos - Math.max(dataNanos, wokenNanos) > WAKE_NANOS) {
                wokenNanos = readNanos;
                resume("the board had been silent");
            }
        }
    }

    private void reopen() throws IOException {
        boolean there = board.link().reopen();
        stamp();
        if (there && !resume("the board was gone")) {
            pause(REFUSED_MILLIS);
        } else if (!there) {
            pause(REOPEN_MILLIS);
        }
    }

    /** Makes a board stream again that may have been reset; returns whether it does. */
    private boolean resume(String why) throws IOException {
        Step step = talk.carryOut(board.protocol().resume(board.board()), new byte[0], ANSWER_MILLIS, RESUME_MILLIS);
        stamp();
        if (step instanceof Step.Streaming streaming && alike(streaming)) {
            sinks.alarms().clear(Alarm.Kind.BOARD_REFUSES, index, "the board streams again");
            long now = readNanos - zeroNanos;
            sinks.tape(index, TapeEntry.reopened(now, why), 0, now);
            guarded(() -> playback.reopened(now, this::block));
            dataNanos = readNanos;
            state(LinkState.STREAMING);
            byte[] unread = streaming.unread();
            if (unread.length > 0) {
                bytes(unread, unread.length);
            }
            return true;
        }
        if (!stopping() && state == LinkState.GONE) {
            String reason = step instanceof Step.Failed failed ? failed.reason() : "it is not the same board";
            sinks.alarms()
                    .raise(
                            Alarm.Kind.BOARD_REFUSES,
                            index,
                            board.link().name() + " is there again but does not stream: " + reason);
        }
        return false;
    }

    private boolean alike(Step.Streaming streaming) {
        return streaming.board().streams().size() == board.board().streams().size()
                && streaming.board().protocol().equals(board.board().protocol());
    }

    private void pause(long millis) {
        try {
            boolean stopped = stop.await(millis, TimeUnit.MILLISECONDS);
            stamp();
            if (stopped) {
                return;
            }
        } catch (InterruptedException e) {
            stop();
        }
    }

    private void stamp() {
        readNanos = Math.max(readNanos, clock.nanos());
        lastNanos = readNanos - zeroNanos;
    }

    /** What was read: stamped, onto the tape, and only then looked at. */
    private void bytes(byte[] bytes, int length) {
        long arrival = readNanos - zeroNanos;
        sinks.tape(index, TapeEntry.bytes(arrival, bytes, 0, length), length, arrival);
        if (firstNanos < 0) {
            firstNanos = arrival;
            sinks.first(index);
        }
        guarded(() -> {
            playback.bytes(bytes, 0, length, arrival, this::block);
            if (playback.place() > 0) {
                clockMap.add(playback.place() - 1, arrival);
            }
        });
    }

    /** A fault of this program must not cost the recording. */
    private void guarded(Runnable work) {
        if (!detecting) {
            return;
        }
        try {
            work.run();
        } catch (RuntimeException e) {
            detecting = false;
            sinks.alarms()
                    .raise(
                            Alarm.Kind.DETECTION_FAILED,
                            index,
                            "nothing more is detected on this board (" + e
                                    + "); it is still recorded. Please report this");
        }
    }

    private void block(Block block) {
        long read = readNanos;
        sinks.block(index, block);
        sinks.tell(true, listener -> listener.block(index, block, read));
        detector.accept(block, this::finding);
    }

    private void finding(Finding finding) {
        long read = readNanos;
        Decided.words(finding)
                .ifPresent(
                        words -> sinks.tape(index, TapeEntry.decision(read - zeroNanos, words), 0, read - zeroNanos));
        sinks.tell(Follower.mayPass(finding), listener -> listener.finding(index, finding, read));
    }

    private void hear() {
        for (Runnable next = said.poll(); next != null; next = said.poll()) {
            next.run();
        }
    }

    private void putMark(String text) {
        long now = readNanos - zeroNanos;
        long frame = playback.place();
        sinks.tape(index, TapeEntry.mark(now, frame, text), 0, now);
        guarded(() -> playback.mark(text, this::block));
        sinks.tell(false, listener -> listener.marked(index, frame, text));
        byte[] own = state == LinkState.STREAMING ? board.protocol().marker(text) : new byte[0];
        if (own.length > 0) {
            try {
                board.link().write(own);
            } catch (IOException e) {
                state(LinkState.GONE);
            }
        }
    }

    private void putLabel(TapeLabel label) {
        long now = readNanos - zeroNanos;
        TapeLabel placed = new TapeLabel(playback.place(), label.word(), label.author());
        sinks.tape(index, TapeEntry.label(now, placed), 0, now);
        sinks.tell(false, listener -> listener.labelled(index, placed.frame(), placed.word(), placed.author()));
    }

    private void state(LinkState now) {
        if (state != now) {
            state = now;
            long at = readNanos;
            sinks.tell(false, listener -> listener.link(index, now, at));
        }
    }

    private void tellTally(boolean atOnce) {
        if (atOnce || readNanos - toldNanos > TALLY_NANOS) {
            toldNanos = readNanos;
            long at = readNanos;
            Tally tally = playback.tally();
            sinks.tell(false, listener -> listener.tally(index, tally, at));
        }
    }

    private void finish() {
        try {
            if (state == LinkState.STREAMING) {
                board.link().write(board.protocol().farewell());
            }
        } catch (IOException e) {
            state(LinkState.GONE);
        }
        guarded(() -> {
            playback.finish(this::block);
            detector.finish(this::finding);
        });
        long now = readNanos - zeroNanos;
        sinks.tape(index, TapeEntry.fact(now, measured()), 0, now);
        sinks.tape(index, TapeEntry.end(now), 0, now);
        tellTally(true);
        state(LinkState.ENDED);
        long at = readNanos;
        ended = true;
        sinks.tell(false, listener -> listener.ended(index, at));
    }

    private Map<String, Object> measured() {
        Tally tally = playback.tally();
        ClockMap.Fit fit = clockMap.fit();
        Map<String, Object> fact = new LinkedHashMap<>();
        fact.put("frames", tally.frames());
        fact.put("framesLost", tally.lost());
        fact.put("framesSuspect", tally.suspect());
        fact.put("gaps", tally.gaps());
        fact.put("bytesDiscarded", tally.bytesDiscarded());
        fact.put("firstFrameNanos", fit.firstFrameNanos());
        fact.put("effectiveRateHz", fit.rateHz());
        fact.put("driftPpm", fit.driftPpm());
        return fact;
    }

    /** As it can stand on tape and in the recording alike: no control characters, and not without end. */
    private static String plain(String text) {
        String plain = text.replaceAll("\\p{Cntrl}", " ").strip();
        while (plain.getBytes(StandardCharsets.UTF_8).length > MOST_TEXT_BYTES) {
            plain = plain.substring(0, plain.offsetByCodePoints(plain.length(), -1));
        }
        return plain.isEmpty() ? "marker" : plain;
    }
}
