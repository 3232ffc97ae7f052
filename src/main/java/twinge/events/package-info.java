/**
 * What happened to the muscle: bursts, what kind they are and why, and the episodes they make up.
 *
 * <p>Made by {@code twinge.detect}, kept by {@code twinge.log}, drawn by {@code twinge.chart}, told by {@code twinge.cli}.
 * Plain values; this package names no other package of ours and no library.
 */
package twinge.events;
