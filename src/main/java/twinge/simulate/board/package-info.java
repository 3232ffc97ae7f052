/**
 * Boards without hardware: what each of them hears, answers and sends, byte by byte, and what a bad line does to it. Written
 * from the boards' own descriptions and apart from the decoders in {@code twinge.wire}, so that one tests the other. Time is
 * handed in; only the classes that carry bytes to a port or a reader know a real clock.
 */
package twinge.simulate.board;
