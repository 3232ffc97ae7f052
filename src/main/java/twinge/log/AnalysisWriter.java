package twinge.log;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import twinge.events.Burst;
import twinge.events.Episode;
import twinge.events.Evidence;
import twinge.events.Session;
import twinge.frames.SampleStream;

/**
 * Logs one analysis: {@link #add} each episode as it ends, then {@link #finish}, or close it and nothing has happened.
 *
 * <p>Episodes wait in tables of SQLite's own for temporary things, which lie on disk, belong to this connection and go
 * with it. So memory does not grow, nobody waits for a long replay, and an analysis is in the log whole or not at all.
 * For one thread.
 */
public final class AnalysisWriter implements Closeable {
    private final Path file;
    private final Connection connection;
    private final Session session;
    private final Analysis analysis;
    private final List<SampleStream> streams;
    private long episodes;
    private boolean finished;

    private AnalysisWriter(
            Path file, Connection connection, Session session, Analysis analysis, List<SampleStream> streams) {
        this.file = file;
        this.connection = connection;
        this.session = session;
        this.analysis = analysis;
        this.streams = List.copyOf(streams);
    }

    /** @param connection its own, which it closes */
    static AnalysisWriter begin(
            Path file, Connection connection, Session session, Analysis analysis, List<SampleStream> streams)
            throws SQLException {
        try {
            for (Staged table : Staged.values()) {
                table.prepare(connection);
            }
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
        return new AnalysisWriter(file, connection, session, analysis, streams);
    }

    /**
     * Adds the next episode.
     *
     * @param excerpt the signal around it, if it is to be kept
     */
    public void add(Episode episode, Optional<Excerpt> excerpt) throws IOException {
        if (finished) {
            throw new IllegalStateException("this analysis is finished; begin another");
        }
        try {
            episodes++;
            stageEpisode(episode);
            stageEvidence(episode.verdict().evidence());
            stageFeatures(episode.strongest().features().values());
            stageBursts(episode.bursts());
            if (excerpt.isPresent()) {
                Staged.EXCERPT.add(connection, episodes, ExcerptCodec.encode(excerpt.get()));
            }
        } catch (SQLException e) {
            throw Fault.of(file, e);
        }
    }

    private void stageEpisode(Episode episode) throws SQLException {
        Burst strongest = episode.strongest();
        Staged.EPISODE.add(
                connection,
                episodes,
                episode.onsetSeconds(),
                episode.endSeconds(),
                episode.kind().code(),
                episode.verdict().probability(),
                strongest.stream(),
                strongest.channel());
    }

    private void stageEvidence(List<Evidence> evidence) throws SQLException {
        int place = 0;
        for (Evidence each : evidence) {
            Staged.EVIDENCE.add(connection, episodes, place++, each.words(), each.weight());
        }
    }

    private void stageFeatures(Map<String, Double> features) throws SQLException {
        int place = 0;
        for (Map.Entry<String, Double> feature : features.entrySet()) {
            Staged.FEATURE.add(connection, episodes, place++, feature.getKey(), feature.getValue());
        }
    }

    private void stageBursts(List<Burst> bursts) throws SQLException {
        int place = 0;
        for (Burst burst : bursts) {
            Staged.BURST.add(
                    connection,
                    episodes,
                    place++,
                    burst.stream(),
                    burst.channel(),
                    burst.onsetFrame(),
                    burst.endFrame(),
                    burst.onsetSeconds(),
                    burst.endSeconds(),
                    burst.cut() ? 1 : 0,
                    burst.kind().code(),
                    burst.verdict().probability());
        }
    }

    /**
     * Puts all of it into the log at once, in the place of an earlier analysis by the same version and settings. Once
     * this has returned it is on disk, and questions about the session are answered from it.
     */
    public void finish(Summary summary) throws IOException {
        finish(summary, session);
    }

    /**
     * The same with what became known of the session meanwhile.
     *
     * @param known of the same id
     */
    public void finish(Summary summary, Session known) throws IOException {
        if (!known.id().equals(session.id())) {
            throw new IllegalArgumentException("session " + known.id() + " is not the one begun, " + session.id());
        }
        if (finished) {
            throw new IllegalStateException("this analysis is finished already");
        }
        try {
            // Not the driver's own commit(): that begins the next transaction at once, and waits for others to do so.
            Row.write(connection, "BEGIN IMMEDIATE");
            publishOrRollBack(summary, known);
            finished = true;
        } catch (SQLException e) {
            throw Fault.of(file, e);
        }
    }

    private void publishOrRollBack(Summary summary, Session known) throws SQLException {
        try {
            SessionWriter.write(connection, known, streams, summary);
            publish(summary);
            Row.write(connection, "COMMIT");
        } catch (SQLException e) {
            try {
                Row.write(connection, "ROLLBACK");
            } catch (SQLException already) {
                e.addSuppressed(already); // SQLite itself rolls back after the worse faults
            }
            throw e;
        }
    }

    private void publish(Summary summary) throws SQLException {
        String id = session.id().toString();
        Object[] identity = {id, analysis.programVersion(), analysis.settingsDigest()};
        AnalysisReader.keepConditions(connection, analysis);
        if (!analysis.live() && foundLive(identity)) {
            return;
        }
        Row.write(
                connection,
                "DELETE FROM analysis WHERE session = ? AND program_version = ? AND settings_digest = ?",
                identity);
        Row.write(
                connection,
                "INSERT INTO analysis (session, program_version, settings_digest, live) VALUES (?, ?, ?, ?)",
                id,
                analysis.programVersion(),
                analysis.settingsDigest(),
                analysis.live() ? 1 : 0);
        String question = "SELECT id FROM current_analysis WHERE session = ?";
        long number = Row.read(connection, question, row -> row.getLong(1), id).get(0);
        for (Map.Entry<String, Double> flagged : summary.flaggedSeconds().entrySet()) {
            Row.write(
                    connection,
                    "INSERT INTO quality (analysis, reason, seconds) VALUES (?, ?, ?)",
                    number,
                    flagged.getKey(),
                    flagged.getValue());
        }
        for (Staged table : Staged.values()) {
            table.publish(connection, number);
        }
    }

    /** Whether a live run has logged it: that stays, for what is found again can be held against it. */
    private boolean foundLive(Object... identity) throws SQLException {
        String question = "SELECT count(*) FROM analysis WHERE session = ? AND program_version = ?"
                + " AND settings_digest = ? AND live = 1";
        return Row.read(connection, question, row -> row.getInt(1), identity).get(0) > 0;
    }

    @Override
    public void close() throws IOException {
        try {
            connection.close();
        } catch (SQLException e) {
            throw Fault.of(file, e);
        }
    }
}
