/**
 * The core: blocks of counts in, findings out. Conditioning, baseline, bursts, features, verdict, episodes.
 *
 * <p>Blocks come from any {@link twinge.frames.FrameSource}, pushed by the host's loop ({@code cli}, {@code live},
 * {@code cluster}); findings go to whoever the host hands in. No clock, no thread, no I/O, no random number: the same
 * frames give the same bits, however they are cut into blocks. The only package that knows what a muscle does.
 */
package twinge.detect;
