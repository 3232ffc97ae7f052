package twinge.log;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import twinge.events.Kind;

/**
 * What is asked of the log; what is left empty does not narrow the answer.
 *
 * @param from first day, on the clock where the session was started; sessions without a start time have no day
 * @param until last day, itself included
 * @param kinds none: all
 * @param limit most answers wanted
 * @param offset answers to leave out, for the next page
 */
public record Query(
        Optional<String> athlete,
        Optional<LocalDate> from,
        Optional<LocalDate> until,
        Set<Kind> kinds,
        Optional<UUID> session,
        int limit,
        long offset) {
    public Query {
        kinds = Set.copyOf(kinds);
        if (limit < 0 || offset < 0) {
            throw new IllegalArgumentException("a page of " + limit + " after " + offset);
        }
    }

    /** All there is. */
    public static Query everything() {
        return new Query(
                Optional.empty(), Optional.empty(), Optional.empty(), Set.of(), Optional.empty(), Integer.MAX_VALUE, 0);
    }

    public Query athlete(String name) {
        return new Query(Optional.of(name), from, until, kinds, session, limit, offset);
    }

    public Query from(LocalDate day) {
        return new Query(athlete, Optional.of(day), until, kinds, session, limit, offset);
    }

    public Query until(LocalDate day) {
        return new Query(athlete, from, Optional.of(day), kinds, session, limit, offset);
    }

    public Query kinds(Kind... some) {
        return new Query(athlete, from, until, Set.of(some), session, limit, offset);
    }

    public Query session(UUID id) {
        return new Query(athlete, from, until, kinds, Optional.of(id), limit, offset);
    }

    public Query page(int size, long after) {
        return new Query(athlete, from, until, kinds, session, size, after);
    }
}
