package twinge.files;

import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import twinge.events.Session;

/**
 * Who, when and where, as far as a recording itself says.
 *
 * @param id the session's, if one of ours wrote the recording
 * @param athlete a name or code, empty if none is stated
 * @param start wall time of the first frame, if stated
 * @param zone what that is ahead of UTC, if stated
 * @param source what it was read from, as the user calls it
 */
public record Origin(
        Optional<UUID> id, String athlete, Optional<LocalDateTime> start, Optional<ZoneOffset> zone, String source) {
    /** Of a recording that says nothing of itself. */
    public static Origin unknown(String source) {
        return new Origin(Optional.empty(), "", Optional.empty(), Optional.empty(), source);
    }

    /** As a session under a given name. */
    public Session session(UUID name) {
        return new Session(name, athlete, start, zone, source);
    }
}
