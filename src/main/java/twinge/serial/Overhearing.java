package twinge.serial;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import twinge.wire.Protocol;
import twinge.wire.Talk;

/** Listens at one speed until it is certain what is spoken, or has been listened to for long enough. */
final class Overhearing {
    private static final long FIRST_MILLIS = 500;
    private static final long NEXT_MILLIS = 250;
    private static final long LIKELY_MILLIS = 1500; // slow lines need so long until there are enough of them
    private static final long LOOK_MILLIS = 100;

    /** Opening the port resets an Arduino, whose boot loader then listens for a new program and swallows what is said. */
    static final long BOOT_MILLIS = 2000;

    private static final Set<Integer> VENDORS_THAT_RESET = Set.of(0x2341, 0x2a03, 0x1a86); // Arduino, its clones' CH340

    private final SerialLink link;
    private final Talk talk;
    private final Port port;

    Overhearing(SerialLink link, Talk talk, Port port) {
        this.link = link;
        this.talk = talk;
        this.port = port;
    }

    /** @param first whether the port has just been opened */
    Impression at(int baud, List<Protocol> protocols, boolean first) throws IOException {
        talk.forget();
        long from = System.nanoTime();
        long nextLook = LOOK_MILLIS;
        Impression impression = Impression.of(baud, protocols, talk, 0);
        long elapsed = 0;
        while (elapsed < enough(impression, first) && !impression.fit().certain()) {
            talk.listen(LOOK_MILLIS);
            elapsed = (System.nanoTime() - from) / 1_000_000;
            if (elapsed >= nextLook) {
                impression = Impression.of(link.baud(), protocols, talk, elapsed);
                nextLook = elapsed + LOOK_MILLIS;
            }
        }
        return impression;
    }

    private long enough(Impression impression, boolean first) {
        if (impression.likely()) {
            return LIKELY_MILLIS;
        }
        boolean starting = first && resets() && impression.bytes() == 0;
        return starting ? BOOT_MILLIS : first ? FIRST_MILLIS : NEXT_MILLIS;
    }

    private boolean resets() {
        return port.usb().isPresent()
                && VENDORS_THAT_RESET.contains(port.usb().get().vendor());
    }
}
