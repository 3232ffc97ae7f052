package twinge.files.edf;

import twinge.frames.Scale;

/**
 * One signal as the header describes it.
 *
 * @param scale null for an annotation signal
 * @param samples in one data record
 * @param byteOffset of its first sample in a data record
 */
record Signal(String label, String transducer, Scale scale, int samples, int byteOffset) {
    boolean isAnnotations() {
        return scale == null;
    }
}
