package twinge.wire;

import java.io.ByteArrayOutputStream;
import java.util.ArrayDeque;
import java.util.Random;
import java.util.function.Consumer;
import twinge.frames.Block;

/**
 * The way of a BITalino's bytes: a ring of 1500 bytes on the board that drops the oldest when full, a line of 115200 baud
 * that stalls at random for up to 1.2 s, radio packets that arrive in clumps.
 */
final class BluetoothLink {
    private static final int RING = 1499;
    private static final double BYTES_A_MILLI = 11.52;

    private final double restMillis;
    private final double jitterMillis;
    private final double milliAFrame;
    private final Random random;
    private final ArrayDeque<Byte> ring = new ArrayDeque<>();
    private double stalledUntil;
    private double credit;
    private double arrived;
    private double packetDue;
    private final ByteArrayOutputStream packet = new ByteArrayOutputStream();
    private boolean overflowing;
    private int overflows;

    BluetoothLink(double restMillis, double jitterMillis, int ppm, Random random) {
        this.jitterMillis = jitterMillis;
        this.restMillis = restMillis;
        this.random = random;
        milliAFrame = 1 + ppm * 1e-6;
    }

    int overflows() {
        return overflows;
    }

    /** A frame is made at its time; what the line can carry goes on, and packets that are due arrive. */
    void take(byte[] frame, long index, Decoder to, Consumer<Block> out) {
        double now = index * milliAFrame;
        for (byte each : frame) {
            ring.add(each);
        }
        if (ring.size() > RING && !overflowing) {
            overflows++;
        }
        overflowing = ring.size() > RING;
        while (ring.size() > RING) {
            ring.poll();
        }
        if (now > Math.max(2500, stalledUntil + restMillis) && random.nextInt(4000) == 0) {
            stalledUntil = now + 20 + random.nextInt(1200);
        }
        if (now < stalledUntil) {
            return;
        }
        credit = Math.min(credit + BYTES_A_MILLI, ring.size());
        for (; credit >= 1 && !ring.isEmpty(); credit--) {
            packet.write(ring.poll());
        }
        if (now >= packetDue && packet.size() > 0) {
            packetDue = now + jitterMillis * random.nextDouble();
            arrived = Math.max(arrived, now + 3 + 0.3 * random.nextDouble());
            byte[] bytes = packet.toByteArray();
            packet.reset();
            to.accept(bytes, 0, bytes.length, Math.round(arrived * 1e6), out);
        }
    }
}
