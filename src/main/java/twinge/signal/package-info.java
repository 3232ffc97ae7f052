/**
 * Numbers in, numbers out: filters, envelopes, spectra, running statistics. Knows no muscle.
 *
 * <p>Called by {@code twinge.detect}, {@code twinge.simulate}, {@code twinge.chart} and {@code twinge.score} with arrays of
 * their own; names no other package of ours. Commons Math designs and checks; every transcendental is
 * {@link java.lang.StrictMath}, so that a replay finds what the live run found, on any machine.
 */
package twinge.signal;
