package twinge.serial;

import java.io.IOException;

/** A port that can not be used; the message says what is wrong and the one thing to do about it. */
public final class PortTrouble extends IOException {
    private static final long serialVersionUID = 1;

    /** What kind of thing is wrong. */
    public enum Cause {
        MISSING,
        PERMISSION,
        BUSY,
        NO_PORT,
        NO_LIBRARY,
        FAILED
    }

    private final Cause kind;

    PortTrouble(Cause kind, String message) {
        super(message);
        this.kind = kind;
    }

    public Cause kind() {
        return kind;
    }
}
