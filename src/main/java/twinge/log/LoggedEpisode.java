package twinge.log;

import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import twinge.events.Kind;
import twinge.events.Session;
import twinge.events.Verdict;

/**
 * An episode as the log holds it.
 *
 * @param analysis number of the analysis that found it
 * @param number of the episode in that analysis, from 1
 * @param onsetSeconds from the start of the recording
 * @param channel label of the channel of the strongest burst
 * @param features of the strongest burst, by name; NaN where the signal could not carry one
 * @param bursts by onset
 */
public record LoggedEpisode(
        long analysis,
        long number,
        Session session,
        double onsetSeconds,
        double endSeconds,
        String channel,
        Verdict verdict,
        Map<String, Double> features,
        List<LoggedBurst> bursts) {
    public LoggedEpisode {
        features = Collections.unmodifiableMap(new LinkedHashMap<>(features));
        bursts = List.copyOf(bursts);
    }

    /**
     * One burst of it.
     *
     * @param channel its label
     * @param cut whether it was closed by a gap or the end of the recording, not by the muscle
     */
    public record LoggedBurst(
            int stream,
            String channel,
            long onsetFrame,
            long endFrame,
            double onsetSeconds,
            double endSeconds,
            boolean cut,
            Kind kind,
            double probability) {}

    public Kind kind() {
        return verdict.kind();
    }

    public double seconds() {
        return endSeconds - onsetSeconds;
    }

    /** When it began on the clock where the session was started, if that is known; to the microsecond. */
    public Optional<LocalDateTime> wallTime() {
        return session.start().map(start -> start.plus(Math.round(onsetSeconds * 1e6), ChronoUnit.MICROS));
    }
}
