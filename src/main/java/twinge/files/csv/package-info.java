/**
 * Delimited text: columns of samples as recordings, and tables of events and labels (RFC 4180).
 *
 * <p>Bytes come from a {@link twinge.files.ByteSource}; decimals become integer counts once, here, with the power of ten
 * that the first 64 kB ask for, so that the same text always gives the same counts.
 */
package twinge.files.csv;
