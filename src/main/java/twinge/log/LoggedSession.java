package twinge.log;

import java.util.List;
import twinge.events.Session;
import twinge.frames.SampleStream;

/**
 * A session as the log holds it.
 *
 * @param analysis the latest finished one, from which questions are answered
 * @param streams with montage and scales, in the order of their indices
 * @param summary of that analysis
 */
public record LoggedSession(Session session, Analysis analysis, List<SampleStream> streams, Summary summary) {
    public LoggedSession {
        streams = List.copyOf(streams);
    }
}
