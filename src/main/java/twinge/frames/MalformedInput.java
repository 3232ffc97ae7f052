package twinge.frames;

/**
 * Input that is not what its format says, with the place where that was seen.
 *
 * <p>The message reads {@code SOURCE, byte N: REASON}; the reason says what was met and what to do next.
 */
public final class MalformedInput extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String source;
    private final long byteOffset;

    /**
     * @param source what a user calls the input: a file's name, a port's path
     * @param byteOffset where it was seen, from 0; -1 if the place is no byte (then the reason names it)
     * @param reason what was met, and what to do next
     */
    public MalformedInput(String source, long byteOffset, String reason) {
        super(byteOffset < 0 ? source + ": " + reason : source + ", byte " + byteOffset + ": " + reason);
        this.source = source;
        this.byteOffset = byteOffset;
    }

    public String source() {
        return source;
    }

    /** Where it was seen, from 0, or -1 if the place is no byte. */
    public long byteOffset() {
        return byteOffset;
    }
}
