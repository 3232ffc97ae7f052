package twinge.simulate.board;

import java.io.ByteArrayOutputStream;

/**
 * What a receiver hears of bytes that are sent at another speed: it waits for the line to fall, then looks at it once a bit
 * of its own. So speeds a few percent apart understand each other, as they do on real wires, and others hear garbage.
 *
 * <p>Eight data bits, lowest first, one stop bit. A byte whose stop bit is low reads 0, as Linux hands it on.
 */
final class WrongSpeed {
    private static final int BITS = 10; // with start and stop

    private WrongSpeed() {}

    /** Of bytes sent one right after another, with silence before and after. */
    static byte[] heard(byte[] sent, double senderBaud, double receiverBaud) {
        ByteArrayOutputStream heard = new ByteArrayOutputStream();
        double bit = senderBaud / receiverBaud; // of the receiver, in bits of the sender
        double end = (double) BITS * sent.length;
        double at = fall(sent, 0);
        while (at < end) {
            if (!level(sent, at + 0.5 * bit)) { // no glitch but a start bit
                int octet = 0;
                for (int i = 0; i < 8; i++) {
                    octet |= level(sent, at + (1.5 + i) * bit) ? 1 << i : 0;
                }
                boolean stop = level(sent, at + 9.5 * bit);
                heard.write(stop ? octet : 0);
                at += 9.5 * bit;
            } else {
                at += 0.5 * bit;
            }
            at = fall(sent, at);
        }
        return heard.toByteArray();
    }

    /** The next moment from {@code at} on at which the line is high before and low after. */
    private static double fall(byte[] sent, double at) {
        int bits = BITS * sent.length;
        boolean before = at == 0 || level(sent, at);
        for (int next = at == 0 ? 0 : (int) Math.floor(at) + 1; next < bits; next++) {
            boolean high = level(sent, next + 0.5);
            if (before && !high) {
                return next;
            }
            before = high;
        }
        return bits;
    }

    private static boolean level(byte[] sent, double at) {
        int bit = (int) Math.floor(at);
        if (bit >= BITS * sent.length) {
            return true;
        }
        int within = bit % BITS;
        return within == BITS - 1 || within > 0 && (sent[bit / BITS] >> within - 1 & 1) != 0;
    }
}
