package twinge.live;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import twinge.files.tape.SessionCard;
import twinge.files.tape.SessionCard.State;
import twinge.files.tape.TapeHeader;
import twinge.files.tape.TapeRecording;
import twinge.files.tape.WallAnchor;
import twinge.frames.MalformedInput;
import twinge.log.EventLog;
import twinge.settings.Layers;
import twinge.settings.Settings;
import twinge.wire.Protocol;
import twinge.wire.Protocols;

/**
 * Finishes sessions whose program died: makes their recordings of the tapes, logs what was found, and says what was
 * recovered. Done again it changes nothing; sessions that a program is at, this or another, are left alone.
 */
public final class Recovery {
    /** A header and nothing else is longer. */
    private static final long LEAST_TAPE_BYTES = 200;

    private final Optional<Path> defaultLog;
    private final Function<String, Optional<? extends Protocol>> protocols;

    /** @param defaultLog where a session is logged that does not say itself any more */
    public Recovery(Optional<Path> defaultLog) {
        this(defaultLog, Protocols::named);
    }

    Recovery(Optional<Path> defaultLog, Function<String, Optional<? extends Protocol>> protocols) {
        this.defaultLog = defaultLog;
        this.protocols = protocols;
    }

    /**
     * What became of one session.
     *
     * @param whole whether nothing is left to be done
     * @param sentences what was recovered, or why not
     */
    public record Report(Path folder, boolean whole, List<String> sentences) {}

    /** The sessions in a folder that were not finished, by name; also those that are being recorded now. */
    public static List<Path> unfinished(Path sessions) throws IOException {
        if (!Files.isDirectory(sessions)) {
            return List.of();
        }
        try (Stream<Path> folders = Files.list(sessions)) {
            return folders.filter(folder -> Files.exists(folder.resolve(SessionFolder.tape(0))))
                    .filter(folder -> state(folder) != State.DONE)
                    .sorted()
                    .toList();
        }
    }

    /** Finishes all sessions of a folder on a thread of its own, the quick work first, and tells of each. */
    public Thread inBackground(Path sessions, Consumer<Report> out) {
        Thread thread = new Thread(
                () -> {
                    try {
                        all(sessions, out);
                    } catch (IOException e) {
                        out.accept(
                                new Report(sessions, false, List.of("can not be looked through: " + e.getMessage())));
                    }
                },
                "recovery");
        thread.setDaemon(true);
        thread.setPriority(Thread.MIN_PRIORITY);
        thread.start();
        return thread;
    }

    /** Finishes all sessions of a folder and tells of each. */
    public void all(Path sessions, Consumer<Report> out) throws IOException {
        for (Path folder : unfinished(sessions)) {
            try {
                one(folder).ifPresent(out);
            } catch (IOException | RuntimeException e) {
                out.accept(new Report(folder, false, List.of("can not be recovered: " + e.getMessage())));
            }
        }
    }

    /** Finishes a session; nothing if a program is at it or it is finished. */
    public Optional<Report> one(Path folder) throws IOException {
        Optional<SessionFolder> entered = SessionFolder.enter(folder);
        if (entered.isEmpty()) {
            return Optional.empty();
        }
        try (SessionFolder session = entered.get()) {
            Optional<SessionCard.Brief> brief = brief(folder);
            State state = brief.map(SessionCard.Brief::state).orElse(State.RECORDING);
            return state == State.DONE ? Optional.empty() : Optional.of(finish(session, brief));
        }
    }

    private Report finish(SessionFolder session, Optional<SessionCard.Brief> brief) throws IOException {
        boolean rebuild = brief.map(SessionCard.Brief::state).orElse(State.RECORDING) == State.RECORDING;
        List<Path> tapes = tapes(session.path());
        List<String> sentences = new ArrayList<>();
        List<SessionCard.OfBoard> boards = new ArrayList<>();
        List<Integer> readable = new ArrayList<>();
        TapeHeader first = null;
        WallAnchor anchor = null;
        for (int board = 0; board < tapes.size(); board++) {
            try (TapeRecording tape = open(tapes.get(board))) {
                first = first == null ? tape.header() : first;
                anchor = anchor == null ? tape.anchor() : anchor;
                boards.add(board(session, board, tape.header(), rebuild, sentences));
                readable.add(board);
            } catch (MalformedInput e) {
                if (Files.size(tapes.get(board)) > LEAST_TAPE_BYTES) {
                    throw e;
                }
                sentences.add(SessionFolder.tape(board) + " holds nothing");
            }
        }
        Optional<Path> log = brief.isEmpty()
                ? defaultLog
                : Optional.of(brief.get().log()).filter(name -> !name.isEmpty()).map(Path::of);
        boolean logged = log.isEmpty() || log(log.get(), session, readable, sentences);
        State state = logged ? State.DONE : State.NOT_LOGGED;
        if (first != null) {
            List<String> remarks =
                    new ArrayList<>(brief.map(SessionCard.Brief::remarks).orElse(List.of()));
            sentences.forEach(sentence -> remarks.add("recovered: " + sentence));
            session.write(card(first, anchor, state, log, boards, remarks));
        }
        return new Report(session.path(), logged, sentences);
    }

    private SessionCard.OfBoard board(
            SessionFolder session, int board, TapeHeader header, boolean rebuild, List<String> sentences)
            throws IOException {
        Rebuilding.Held held;
        boolean recorded = true;
        try {
            held = rebuild
                    ? Rebuilding.recording(session.tapeFile(board), session.recordingFile(board), protocols)
                    : Rebuilding.held(session.tapeFile(board), protocols);
        } catch (IllegalArgumentException e) {
            sentences.add(SessionFolder.recording(board) + " can not be made of the tape: " + e.getMessage());
            held = Rebuilding.held(session.tapeFile(board), protocols);
            recorded = false;
        }
        if (rebuild) {
            sentences.add(String.format(
                    Locale.ROOT,
                    "%s: %.1f s, %d frames, %d lost; %s",
                    SessionFolder.tape(board),
                    held.seconds(),
                    held.tally().frames(),
                    held.tally().lost(),
                    held.any() && recorded ? SessionFolder.recording(board) + " was made of it" : "no recording"));
            held.remarks().forEach(remark -> sentences.add(SessionFolder.tape(board) + ": " + remark));
        }
        return new SessionCard.OfBoard(
                SessionFolder.tape(board),
                held.any() && recorded ? SessionFolder.recording(board) : "",
                header.board(),
                held.seconds(),
                held.tally(),
                held.clock().rateHz(),
                held.clock().driftPpm(),
                held.clock().firstFrameNanos());
    }

    private boolean log(Path file, SessionFolder session, List<Integer> boards, List<String> sentences) {
        try (EventLog log = EventLog.openMakingFolders(file)) {
            for (int board : boards) {
                String source = session.path().getFileName() + "/" + SessionFolder.tape(board);
                int episodes = Rebuilding.log(session.tapeFile(board), log, protocols, source);
                sentences.add(SessionFolder.tape(board) + ": " + episodes
                        + (episodes == 1 ? " episode is" : " episodes are") + " in the log");
            }
            return true;
        } catch (IOException | RuntimeException e) {
            sentences.add(file + " does not take what was found (" + e.getMessage() + "); the next start tries again");
            return false;
        }
    }

    private static SessionCard card(
            TapeHeader header,
            WallAnchor anchor,
            State state,
            Optional<Path> log,
            List<SessionCard.OfBoard> boards,
            List<String> remarks) {
        Settings settings = Layers.standard().toml("tape", header.settings()).settings();
        return new SessionCard(
                header.wearing(),
                state,
                log.map(Path::toString).orElse(""),
                anchor.at(0).atOffset(anchor.offset()).toString(),
                anchor.offset().getId(),
                header.athlete(),
                header.tag(),
                header.program(),
                settings.digest(),
                header.calibration(),
                boards,
                remarks);
    }

    private TapeRecording open(Path tape) throws IOException {
        return Rebuilding.open(tape, protocols);
    }

    private static List<Path> tapes(Path folder) {
        return Stream.iterate(0, board -> board + 1)
                .map(board -> folder.resolve(SessionFolder.tape(board)))
                .takeWhile(Files::exists)
                .toList();
    }

    private static State state(Path folder) {
        try {
            return brief(folder).map(SessionCard.Brief::state).orElse(State.RECORDING);
        } catch (IOException e) {
            return State.RECORDING;
        }
    }

    private static Optional<SessionCard.Brief> brief(Path folder) throws IOException {
        Path card = folder.resolve(SessionFolder.CARD);
        return Files.exists(card) ? SessionCard.brief(Files.readString(card)) : Optional.empty();
    }
}
