package twinge.serial;

import twinge.wire.Protocol;
import twinge.wire.Talk;

/**
 * Whether, instead of an answer, somebody else's stream comes: bytes keep coming for most of a second and do not fit. An
 * answer, or a banner of a screen of text, is over sooner.
 */
final class Strangeness {
    private static final int WINDOW_MILLIS = 100;
    private static final int WINDOWS = 8;
    private static final int WINDOWS_WITH_BYTES = 6;
    private static final double FITS = 0.3;

    private final Protocol protocol;
    private final Talk talk;
    private final long began = System.nanoTime();
    private long window = -1;
    private long heardBefore;
    private int last; // a bit a window, the newest lowest

    Strangeness(Protocol protocol, Talk talk) {
        this.protocol = protocol;
        this.talk = talk;
    }

    /** To be asked after each listening. */
    boolean shows() {
        long now = (System.nanoTime() - began) / 1_000_000 / WINDOW_MILLIS;
        last = (int) (now - window >= WINDOWS ? 0L : (long) last << (now - window)) & ((1 << WINDOWS) - 1);
        boolean turned = now > window;
        window = now;
        if (talk.heardBytes() > heardBefore) {
            last |= 1;
            heardBefore = talk.heardBytes();
        }
        if (!turned || Integer.bitCount(last) < WINDOWS_WITH_BYTES) {
            return false;
        }
        byte[] heard = talk.heard();
        return protocol.fit(heard, heard.length).coverage() < FITS;
    }
}
