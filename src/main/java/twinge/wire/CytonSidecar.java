package twinge.wire;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import twinge.frames.Block;
import twinge.frames.SampleStream;

/**
 * What the six auxiliary bytes of a Cyton's packets carry: the accelerometer as a stream of its own, pins and the user's
 * own data as markers when they change. The board reads its accelerometer every tenth packet; a reading's place is the
 * packet it came with, divided by ten.
 */
final class CytonSidecar implements Sequencer.Companion {
    /** Numbers a packet adds to a frame: its stop byte (0: there was no packet), its number, three words. */
    static final int NUMBERS = 5;

    private static final int PACKETS_PER_READING = 10;
    private static final int[] PINS = {11, 12, 13, 17, 18};

    /** Takes remarks at their frame. */
    interface Remarks {
        void mark(long index, String text);
    }

    private record Reading(long index, int[] axes, int present) {}

    private final SampleStream motion;
    private final int channels;
    private final int halves;
    private final Remarks remarks;
    private final List<Reading> readings = new ArrayList<>();
    private final int[] axes = new int[3];
    private int axesPresent; // one bit an axis
    private long reading = -1; // index of the reading under way
    private long told = -1; // index of the last handed on
    private int pins;
    private String userData = "";
    private boolean analogSeen;

    /** @param halves packets a frame: 2 with a Daisy */
    CytonSidecar(SampleStream motion, int channels, int halves, Remarks remarks) {
        this.motion = motion;
        this.channels = channels;
        this.halves = halves;
        this.remarks = remarks;
    }

    static void write(CytonPacket packet, int[] into, int at) {
        into[at] = packet.stop();
        into[at + 1] = packet.counter();
        System.arraycopy(packet.words(), 0, into, at + 2, 3);
    }

    @Override
    public void placed(long index, int[] counts, boolean suspect) {
        for (int half = 0; half < halves && !suspect; half++) {
            int at = channels + NUMBERS * half;
            if (counts[at] != 0) {
                packet(index, index * halves + half, counts, at);
            }
        }
    }

    private void packet(long index, long packet, int[] numbers, int at) {
        int counter = numbers[at + 1];
        switch (numbers[at]) {
            case 0xC0 -> {
                if ((numbers[at + 2] | numbers[at + 3] | numbers[at + 4]) != 0) {
                    for (int axis = 0; axis < 3; axis++) {
                        axis(packet, axis, numbers[at + 2 + axis]);
                    }
                }
            }
            case 0xC3, 0xC4 -> {
                int axis = counter % PACKETS_PER_READING
                        - 7; // the firmware sends x, y, z with numbers that end in 7, 8, 9
                if (axis >= 0) {
                    axis(packet - axis, axis, numbers[at + 2]);
                }
            }
            case 0xC1 -> pins(index, numbers, at + 2);
            case 0xC2 ->
                userData(
                        index,
                        String.format(
                                Locale.ROOT,
                                "user data %04X %04X %04X",
                                numbers[at + 2],
                                numbers[at + 3],
                                numbers[at + 4]));
            default -> userData(index, String.format(Locale.ROOT, "auxiliary data %04X", numbers[at + 2]));
        }
    }

    /** @param packet that the reading began with */
    private void axis(long packet, int axis, int word) {
        long index = packet / PACKETS_PER_READING;
        if (index != reading) {
            close();
            reading = index;
        }
        axes[axis] = (short) word;
        axesPresent |= 1 << axis;
        if (axesPresent == 7) {
            close();
        }
    }

    private void close() {
        if (axesPresent != 0 && reading > told) {
            readings.add(new Reading(reading, axes.clone(), axesPresent));
            told = reading;
        }
        axesPresent = 0;
        reading = -1;
    }

    /** In digital mode each byte is the level of a pin; whatever else comes is analog mode. */
    private void pins(long index, int[] numbers, int at) {
        int levels = 0;
        for (int pin = 0; pin < PINS.length; pin++) {
            int level = numbers[at + pin / 2] >> (pin % 2 == 0 ? 8 : 0) & 0xFF;
            if (level > 1) {
                if (!analogSeen) {
                    remarks.mark(index, "the board sends its analog pins, which are not recorded");
                }
                analogSeen = true;
                return;
            }
            levels |= level << pin;
        }
        for (int pin = 0; pin < PINS.length; pin++) {
            if (((levels ^ pins) >> pin & 1) == 1) {
                remarks.mark(index, "pin D" + PINS[pin] + " " + ((levels >> pin & 1) == 1 ? "high" : "low"));
            }
        }
        pins = levels;
    }

    private void userData(long index, String text) {
        if (!text.equals(userData)) {
            remarks.mark(index, text);
            userData = text;
        }
    }

    /** Hands on the readings that are whole, or all if nothing more will come. */
    void drain(boolean last, Consumer<Block> out) {
        if (last) {
            close();
        }
        for (Reading each : readings) {
            Block.Builder block = Block.of(motion, each.index(), 1);
            for (int axis = 0; axis < 3; axis++) {
                if ((each.present() & 1 << axis) != 0) {
                    block.count(axis, 0, each.axes()[axis]);
                } else {
                    block.missing(axis, 0);
                }
            }
            out.accept(block.build());
        }
        readings.clear();
    }
}
