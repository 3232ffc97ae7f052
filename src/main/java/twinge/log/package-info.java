/**
 * What is kept: sessions, their analyses, and the episodes found with the signal around each.
 *
 * <p>Sessions and blocks come from {@code twinge.frames} and {@code twinge.events}, written by {@code twinge.cli},
 * {@code twinge.live} and {@code twinge.cluster}; {@code twinge.report} and {@code twinge.review} ask. The database and its
 * migrations are named here only.
 */
package twinge.log;
