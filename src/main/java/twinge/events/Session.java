package twinge.events;

import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/**
 * One wearing of the sensor.
 *
 * @param id travels with the recording, so that replaying it again is known as the same session
 * @param athlete a name or pseudonym, empty if the recording states none
 * @param start wall time of its first frame where it was worn, if stated
 * @param zone what that wall time is ahead of UTC, if stated
 * @param source what it was read from, as the user calls it
 */
public record Session(
        UUID id, String athlete, Optional<LocalDateTime> start, Optional<ZoneOffset> zone, String source) {
    public Session {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(athlete, "athlete");
        Objects.requireNonNull(start, "start");
        Objects.requireNonNull(zone, "zone");
        Objects.requireNonNull(source, "source");
    }
}
