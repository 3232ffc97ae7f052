/**
 * Bytes of each board to frames: find the frames again after any damage, check them, count what was lost. No input or
 * output, no threads, no clock: bytes and their arrival times come from a {@link twinge.wire.Link} or from a tape, blocks
 * go to whoever asked. The same bytes with the same arrival times give the same blocks.
 */
package twinge.wire;
