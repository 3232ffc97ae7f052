package twinge.wire;

/**
 * How well overheard bytes fit a protocol.
 *
 * @param frames whole frames found that pass every check
 * @param coverage share of the bytes that lie in such frames, 0 to 1
 * @param certain whether it can hardly be anything else: a checksum, a hello, or many frames in a row
 * @param words what was seen, for a person: {@code 1198 frames of 33 bytes}; empty if nothing was
 */
public record Fit(int frames, double coverage, boolean certain, String words) {
    public static final Fit NONE = new Fit(0, 0, false, "");
}
