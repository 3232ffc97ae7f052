/**
 * What a measured signal is, and nothing else: channels, scales, streams, blocks of counts, and where they may be absent.
 *
 * <p>Data comes from {@code twinge.wire} (a board's bytes) and {@code twinge.files} (a recording on disk), which both
 * end in a {@link twinge.frames.FrameSource}; it goes to {@code twinge.detect}, {@code twinge.chart} and back to
 * {@code twinge.files} for writing. This package names no other package of ours and no library.
 */
package twinge.frames;
