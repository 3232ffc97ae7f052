/**
 * Pictures of a session, an episode and a spectrum, as PNG and SVG, each with its text twin.
 *
 * <p>Fed by its host with {@code twinge.frames} blocks and {@code twinge.events} episodes; spectra and filters come from
 * {@code twinge.signal}. Used by {@code twinge.cli}, {@code twinge.report}, {@code twinge.monitor} and {@code twinge.review}.
 * JFreeChart and java.awt are named here; nothing opens a window, all is drawn without a display.
 */
package twinge.chart;
