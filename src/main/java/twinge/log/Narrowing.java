package twinge.log;

import java.time.LocalDate;
import java.util.UUID;
import java.util.stream.Collectors;
import twinge.events.Kind;

/** A question as the values of a statement's named places, and the part of the statement that they narrow. */
final class Narrowing {
    /** For a session {@code s}; {@code ?1} to {@code ?7} are {@link #values}. */
    static final String OF_SESSION = "(?1 IS NULL OR s.athlete = ?1) AND (?4 IS NULL OR s.id = ?4)";

    /** For a time {@code t} in microseconds, see {@link SessionWriter#microseconds}. */
    static final String OF_TIME = "(?2 IS NULL OR t >= ?2) AND (?3 IS NULL OR t < ?3)";

    /** For an episode {@code e}. */
    static final String OF_KIND = "(?5 IS NULL OR instr(?5, ' ' || e.kind || ' ') > 0)";

    static final String PAGE = "LIMIT ?6 OFFSET ?7";

    private Narrowing() {}

    static Object[] values(Query query) {
        return new Object[] {
            query.athlete().orElse(null),
            query.from().map(Narrowing::midnight).orElse(null),
            query.until().map(day -> midnight(day.plusDays(1))).orElse(null),
            query.session().map(UUID::toString).orElse(null),
            query.kinds().isEmpty()
                    ? null
                    : query.kinds().stream().map(Kind::code).sorted().collect(Collectors.joining(" ", " ", " ")),
            query.limit(),
            query.offset()
        };
    }

    private static long midnight(LocalDate day) {
        return SessionWriter.microseconds(day.atStartOfDay());
    }
}
