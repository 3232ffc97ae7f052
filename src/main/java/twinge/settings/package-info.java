/**
 * Every number a user may set, with its default, unit and limits in one place; immutable once made.
 *
 * <p>Read from TOML files, the environment and the command line by {@code twinge.cli}; handed to {@code twinge.detect},
 * {@code twinge.score}, {@code twinge.live} and {@code twinge.cluster}. Its digest names an analysis. The TOML parser is
 * named here only.
 */
package twinge.settings;
