/**
 * Serial ports: which there are, which board speaks on them, a {@link twinge.wire.Link} to it that finds its device again
 * after an unplug, and what is wrong where that fails. The only place that knows the serial library.
 */
package twinge.serial;
