/**
 * Detections against annotations: who was found, how exactly in time, and how often something was found that is not there.
 *
 * <p>Detections come from {@code twinge.detect} or a table that {@code twinge.files} reads, annotations likewise; figures go
 * to {@code twinge.cli} and {@code twinge.report}.
 */
package twinge.score;
