package twinge.log;

import java.util.UUID;

/**
 * One analysis that the log holds.
 *
 * @param number of it in the log; a session's latest has the highest
 */
public record LoggedAnalysis(long number, UUID session, Analysis analysis) {}
