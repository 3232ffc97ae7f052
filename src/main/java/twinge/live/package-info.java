/**
 * Wearing it: from the board's bytes to tape, recording, detector and log, and to whoever follows. The only place with
 * threads and queues.
 */
package twinge.live;
