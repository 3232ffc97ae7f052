package twinge.log;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import twinge.events.Calibration;
import twinge.events.Label;
import twinge.events.Session;
import twinge.frames.MalformedInput;
import twinge.frames.SampleStream;

/**
 * The log of all sessions: what happened when, how sure that is, and the signal around it, in one file.
 *
 * <p>Many programs and threads may read and write it at once. What {@link AnalysisWriter#finish} has returned from
 * survives a crash of program and machine; what it has not, leaves no trace.
 */
public final class EventLog implements Closeable {
    private final Path file;
    private final Connections connections;
    private final Connection questions;

    private EventLog(Path file, Connections connections, Connection questions) {
        this.file = file;
        this.connections = connections;
        this.questions = questions;
    }

    /**
     * Opens a log, making the file if there is none; its folder must be there.
     *
     * @throws MalformedInput if the file is no log, or is of a newer version; it is left as it is
     * @throws IOException naming the file and what to do, if it can not be opened and written
     */
    public static EventLog open(Path file) throws IOException {
        Permissions.create(file);
        try {
            NativeLibrary.load();
            Connections connections = new Connections(file);
            Schema.update(file, connections);
            return new EventLog(file, connections, connections.open());
        } catch (SQLException e) {
            throw Fault.of(file, e);
        }
    }

    /** The same for the user's own log, whose folders are made, for the user alone, if they are missing. */
    public static EventLog openMakingFolders(Path file) throws IOException {
        Permissions.createFolders(file.toAbsolutePath().getParent());
        return open(file);
    }

    /**
     * Begins to log an analysis. Several may be under way at once, each in a thread of its own.
     *
     * @param streams of the session, in the order of their indices
     */
    public AnalysisWriter begin(Session session, Analysis analysis, List<SampleStream> streams) throws IOException {
        try {
            return AnalysisWriter.begin(file, connections.open(), session, analysis, streams);
        } catch (SQLException e) {
            throw Fault.of(file, e);
        }
    }

    /**
     * The episodes asked for, each session's by its latest finished analysis only: by wall time, those without one last,
     * then by session and onset.
     */
    public List<LoggedEpisode> episodes(Query query) throws IOException {
        return ask(connection -> EpisodeReader.read(connection, query));
    }

    /** The sessions asked for, by their start; where kinds are asked for, those with at least one such episode. */
    public List<LoggedSession> sessions(Query query) throws IOException {
        return ask(connection -> SessionReader.read(connection, query));
    }

    /**
     * The signal around an episode, if it was kept and its analysis has not been replaced since.
     *
     * @throws MalformedInput if it is damaged
     */
    public Optional<Excerpt> excerpt(LoggedEpisode episode) throws IOException {
        return ask(connection -> EpisodeReader.signal(connection, episode))
                .map(blob -> ExcerptCodec.decode(blob, file + ", episode " + episode.number()));
    }

    /** All finished analyses of a session, the latest last. */
    public List<LoggedAnalysis> analyses(UUID session) throws IOException {
        return ask(connection -> AnalysisReader.of(connection, session));
    }

    /** The episodes of one analysis, be it the latest or not, in the order of their numbers. */
    public List<LoggedEpisode> episodes(LoggedAnalysis analysis) throws IOException {
        return ask(connection -> EpisodeReader.ofAnalysis(connection, analysis.number()));
    }

    /** Adds what a person said; it is on disk when this returns, and stays as it is. */
    public void add(Label label) throws IOException {
        ask(connection -> {
            LabelTable.add(connection, label);
            return label;
        });
    }

    /** What was said of a session, by time, then in the order in which it was said. */
    public List<Label> labels(UUID session) throws IOException {
        return ask(connection -> LabelTable.of(connection, session));
    }

    /** Adds a calibration; it is on disk when this returns, and takes the place of none. */
    public void add(Calibration calibration) throws IOException {
        ask(connection -> {
            CalibrationTable.add(connection, calibration);
            return calibration;
        });
    }

    /** The calibrations, the latest last. */
    public List<Calibration> calibrations(boolean forgottenToo) throws IOException {
        return ask(connection -> CalibrationTable.all(connection, forgottenToo));
    }

    /** Lets a calibration be used no more. @return false if there is none of that id, or it is forgotten already */
    public boolean forget(UUID calibration, OffsetDateTime at) throws IOException {
        return ask(connection -> CalibrationTable.forget(connection, calibration, at));
    }

    /** Something that is read from the log. */
    private interface Question<T> {
        T answer(Connection connection) throws SQLException;
    }

    private synchronized <T> T ask(Question<T> question) throws IOException {
        try {
            return question.answer(questions);
        } catch (SQLException e) {
            throw Fault.of(file, e);
        } catch (IllegalArgumentException | DateTimeException e) {
            throw new MalformedInput(
                    file.toString(),
                    -1,
                    "this log holds what this program can not read (" + e.getMessage()
                            + "); use the version that wrote it");
        }
    }

    @Override
    public synchronized void close() throws IOException {
        try {
            questions.close();
        } catch (SQLException e) {
            throw Fault.of(file, e);
        }
    }
}
