/**
 * Recordings on disk, to blocks and back, one sub-package a format: {@code files.edf}, {@code files.csv}, ...
 *
 * <p>Bytes come from a path or standard input; blocks go to whoever asked ({@code cli}, {@code score}, {@code cluster}).
 * Counts stay counts, each with the scale that its file states. Format libraries are named here only.
 */
package twinge.files;
