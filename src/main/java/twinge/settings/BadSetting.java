package twinge.settings;

/**
 * A setting that can not be used, with the place where it was met.
 *
 * <p>The message is one line, {@code PLACE: REASON}: {@code run.toml:14 detect.tresh: unknown key. Did you mean ...}
 */
public final class BadSetting extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String place;
    private final String reason;

    /**
     * @param place file and line, variable or option, then the key if one is meant
     * @param reason what was met, and what to write instead
     */
    public BadSetting(String place, String reason) {
        super(place + ": " + reason);
        this.place = place;
        this.reason = reason;
    }

    public String place() {
        return place;
    }

    public String reason() {
        return reason;
    }
}
