package twinge.cli;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import twinge.detect.Finding;
import twinge.detect.Finding.EpisodeEnded;
import twinge.events.Session;
import twinge.files.Recording;
import twinge.frames.Block;
import twinge.log.Analysis;
import twinge.log.AnalysisWriter;
import twinge.log.EventLog;
import twinge.log.ExcerptRecorder;
import twinge.log.Summary;
import twinge.settings.Settings;

/** Whether and where a replay is logged, and under whose name. */
final class LogOptions {
    static final class Where {
        @Option(names = "--log", paramLabel = "FILE", description = "log there instead of in your own log")
        private Path file;

        @Option(names = "--no-log", description = "do not log")
        private boolean none;
    }

    @Spec(Spec.Target.MIXEE)
    private CommandSpec verb;

    @ArgGroup(exclusive = true)
    private Where where = new Where();

    @Option(names = "--athlete", paramLabel = "NAME", description = "who wore it, if the recording does not say")
    private String athlete;

    /** The log's file, if there is to be one. */
    Optional<Path> file() {
        if (where.none) {
            return Optional.empty();
        }
        return Optional.of(
                where.file == null ? Twinge.of(verb).terminal().folders().log() : where.file);
    }

    /** Who wears it, empty if that is not said. */
    String athlete() {
        return athlete == null ? "" : athlete;
    }

    Keeper open(Settings settings) throws IOException {
        if (where.none) {
            return new Keeper(Optional.empty(), settings);
        }
        EventLog log = where.file == null
                ? EventLog.openMakingFolders(
                        Twinge.of(verb).terminal().folders().log())
                : EventLog.open(where.file);
        return new Keeper(Optional.of(log), settings);
    }

    /** The log of this run, if there is one. */
    final class Keeper implements Closeable {
        private final Optional<EventLog> log;
        private final Analysis analysis;

        private Keeper(Optional<EventLog> log, Settings settings) {
            this.log = log;
            analysis = new Analysis(Twinge.Version.number(), settings.digest());
        }

        /** Begins to log a recording; nothing stays unless the entry is finished. */
        Entry begin(Recording recording) throws IOException {
            boolean nameless =
                    recording.bytesTotal() < 0 && recording.origin().id().isEmpty();
            if (log.isPresent() && nameless) {
                Twinge.of(verb)
                        .remark(
                                "this is not logged, because a stream has no name to know it by again; save it to a file");
            }
            if (log.isEmpty() || nameless) {
                return new Entry(Optional.empty(), recording);
            }
            return new Entry(
                    Optional.of(log.get().begin(named(recording.session()), analysis, recording.streams())), recording);
        }

        @Override
        public void close() throws IOException {
            if (log.isPresent()) {
                log.get().close();
            }
        }
    }

    /** The recording's own word wins; a guess over it would put one athlete's spasms into another's log. */
    private Session named(Session session) {
        boolean stated = !session.athlete().isEmpty();
        if (athlete != null && stated && !athlete.equals(session.athlete())) {
            Twinge.of(verb)
                    .remark(session.source() + ": --athlete " + athlete
                            + " is not used, because the recording says that " + session.athlete() + " wore it");
        }
        return athlete == null || stated
                ? session
                : new Session(session.id(), athlete, session.start(), session.zone(), session.source());
    }

    /** One recording's way into the log. The signal is kept around what may interest a person later. */
    static final class Entry implements Listener, Closeable {
        private final Optional<AnalysisWriter> writer;
        private final Excerpts excerpts;

        private Entry(Optional<AnalysisWriter> writer, Recording recording) {
            this.writer = writer;
            excerpts = new Excerpts(recording.streams());
        }

        @Override
        public void block(Block block) throws IOException {
            if (writer.isPresent()) {
                add(excerpts.block(block));
            }
        }

        @Override
        public void finding(Finding finding) throws IOException {
            if (writer.isEmpty()) {
                return;
            }
            excerpts.underWay(finding);
            if (finding instanceof EpisodeEnded ended) {
                excerpts.ended(ended.episode());
            }
        }

        /** Puts all of it into the log at once. */
        void finish(Account account) throws IOException {
            if (writer.isPresent()) {
                add(excerpts.finish());
                writer.get().finish(summary(account));
            }
        }

        private void add(List<ExcerptRecorder.Taken> taken) throws IOException {
            for (ExcerptRecorder.Taken each : taken) {
                writer.get().add(each.episode(), Optional.of(each.excerpt()));
            }
        }

        private static Summary summary(Account account) {
            double worn = 0;
            long frames = 0;
            long lost = 0;
            for (FrameCount count : account.counts()) {
                worn = Math.max(worn, count.presentSeconds());
                frames += count.frames() - count.lost();
                lost += count.lost();
            }
            return new Summary(worn, frames, lost, account.flaggedSeconds());
        }

        @Override
        public void close() throws IOException {
            if (writer.isPresent()) {
                writer.get().close();
            }
        }
    }
}
