package twinge.log;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Random;
import twinge.events.Kind;

/** Makes the small log that is kept of each version, {@code vN.sqlite}, once, before the next version's script is added. */
final class KeptVersion {
    private KeptVersion() {}

    /** @param arguments the file to make */
    public static void main(String[] arguments) throws IOException, SQLException {
        Path file = Path.of(arguments[0]);
        try (EventLog log = EventLog.open(file);
                AnalysisWriter writer = log.begin(
                        Samples.session(1, "ada", "2026-11-22T09:30:00"), Samples.ANALYSIS, Samples.STREAMS)) {
            Excerpt excerpt = new Excerpt(0, 3, Optional.empty(), Samples.STREAMS, Samples.recording(new Random(1), 3));
            writer.add(Samples.episode(Kind.SPASM, 5, 7), Optional.of(excerpt));
            writer.add(Samples.episode(Kind.CLONUS, 20, 24), Optional.empty());
            writer.finish(Samples.SUMMARY);
        }
        try (Connection connection = new Connections(file).open()) {
            for (String step : new String[] {"PRAGMA journal_mode = DELETE", "PRAGMA page_size = 512", "VACUUM"}) {
                try (PreparedStatement statement = connection.prepareStatement(step)) {
                    statement.execute();
                }
            }
        }
    }
}
