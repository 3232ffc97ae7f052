/**
 * Makes surface EMG whose truth is known: motor units, what drives them, and all that a cheap sensor adds.
 *
 * <p>A {@link twinge.simulate.Scenario} says what happens; a {@link twinge.simulate.Simulation} plays it as a
 * {@link twinge.frames.FrameSource}, block by block, and states the truth. {@code twinge.cli} writes both to disk through
 * {@code twinge.files}; tests and {@code twinge.score} judge the detector on them. Does no I/O. Everything random comes
 * from one seed, everything transcendental is {@link java.lang.StrictMath}: the same seed gives the same bits anywhere.
 */
package twinge.simulate;
