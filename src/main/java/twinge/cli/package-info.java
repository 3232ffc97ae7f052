/**
 * The command line: one file a verb, and the place where all other packages are put together.
 *
 * <p>Takes what the user wrote and recordings from {@code twinge.files}; runs {@code twinge.detect} over them in one loop;
 * hands findings to standard output, {@code twinge.log} and {@code twinge.chart}. Results go to standard output, remarks
 * to standard error. The only package that prints, knows exit codes, or turns exceptions into text.
 */
package twinge.cli;
