package twinge.wire;

/** One frame of a Cyton while it is put together: a packet, or with a Daisy one packet of each half. */
final class CytonFrame {
    private final CytonPacket[] halves;
    private final int[] counts;
    private final CytonPacket first;
    private CytonPacket latest;
    private boolean damaged;

    /** @param first the packet it begins with, which is still to be put */
    CytonFrame(int halves, CytonPacket first) {
        this.halves = new CytonPacket[halves];
        this.first = first;
        latest = first;
        counts = new int[CytonPacket.CHANNELS * halves];
    }

    /** Whether a packet is a part of this frame; an even number and the odd one after it belong together. */
    boolean takes(CytonPacket packet, int half) {
        return half == 1 && halves[1] == null && packet.after(first) == 1;
    }

    /** The Cyton's own channels come first, though the Daisy's packet does. */
    void put(CytonPacket packet, int half, boolean isDamaged) {
        halves[half] = packet;
        System.arraycopy(packet.counts(), 0, counts, offset(half), CytonPacket.CHANNELS);
        damaged |= isDamaged;
        latest = packet;
    }

    private int offset(int half) {
        return halves.length == 2 && half == 0 ? CytonPacket.CHANNELS : 0;
    }

    /** Of all inputs in order; 0 where absent. */
    int[] counts() {
        return counts;
    }

    /** Inputs whose half did not come, one bit an input. */
    long absent() {
        long absent = 0;
        for (int half = 0; half < halves.length; half++) {
            absent |= halves[half] == null ? 0xFFL << offset(half) : 0;
        }
        return absent;
    }

    boolean damaged() {
        return damaged;
    }

    long arrivalNanos() {
        return latest.arrivalNanos();
    }

    int counter() {
        return first.counter() / halves.length;
    }

    /** Frames from another to this one, 1 to a whole turn. */
    int after(CytonFrame other) {
        int turned = Math.floorMod(counter() - other.counter(), 256 / halves.length);
        return turned == 0 ? 256 / halves.length : turned;
    }

    boolean stamped() {
        return latest.stamped();
    }

    long boardMillis() {
        return latest.boardMillis();
    }

    void sidecar(int[] into, int at) {
        for (int half = 0; half < halves.length; half++) {
            if (halves[half] != null) {
                CytonSidecar.write(halves[half], into, at + half * CytonSidecar.NUMBERS);
            }
        }
    }
}
