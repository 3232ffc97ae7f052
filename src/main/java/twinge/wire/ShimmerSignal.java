package twinge.wire;

import java.util.Optional;
import java.util.stream.Stream;
import twinge.frames.Channel;
import twinge.frames.Scale;

/** A signal as a Shimmer3 lists it when asked what it sends: how it is written in a frame, and what it is. */
enum ShimmerSignal {
    LOW_NOISE_ACCELERATION(0x00, 3, "acceleration", Channel.Type.ACCELERATION, 2, false, true),
    BATTERY(0x03, 1, "battery", Channel.Type.OTHER, 2, false, true),
    WIDE_ACCELERATION(0x04, 3, "wide acceleration", Channel.Type.ACCELERATION, 2, true, true),
    MAGNETOMETER(0x07, 3, "magnetometer", Channel.Type.OTHER, 2, true, false),
    GYROSCOPE(0x0A, 3, "rotation", Channel.Type.ROTATION, 2, true, false),
    ANALOG(0x0D, 7, "analog", Channel.Type.OTHER, 2, false, true),
    SECOND_ACCELERATION(0x14, 3, "second acceleration", Channel.Type.ACCELERATION, 2, true, false),
    SECOND_MAGNETOMETER(0x17, 3, "second magnetometer", Channel.Type.OTHER, 2, true, true),
    TEMPERATURE(0x1A, 1, "temperature", Channel.Type.OTHER, 2, false, false),
    PRESSURE(0x1B, 1, "pressure", Channel.Type.OTHER, 3, false, false),
    SKIN(0x1C, 1, "skin conductance", Channel.Type.OTHER, 2, false, true),
    STATUS_1(0x1D, 1, "ExG1 status", Channel.Type.OTHER, 1, false, false),
    EXG_1(0x1E, 2, "ExG1", Channel.Type.EMG, 3, true, false),
    STATUS_2(0x20, 1, "ExG2 status", Channel.Type.OTHER, 1, false, false),
    EXG_2(0x21, 2, "ExG2", Channel.Type.EMG, 3, true, false),
    EXG_1_SHORT(0x23, 2, "ExG1", Channel.Type.EMG, 2, true, false),
    EXG_2_SHORT(0x25, 2, "ExG2", Channel.Type.EMG, 2, true, false),
    BRIDGE(0x27, 2, "bridge", Channel.Type.OTHER, 2, false, true);

    private static final double MILLIVOLTS = 2420; // reference of the ADS1292R

    private final int first;
    private final int parts;
    private final String label;
    private final Channel.Type type;
    final int bytes;
    private final boolean signed;
    private final boolean leastFirst;

    ShimmerSignal(
            int first, int parts, String label, Channel.Type type, int bytes, boolean signed, boolean leastFirst) {
        this.first = first;
        this.parts = parts;
        this.label = label;
        this.type = type;
        this.bytes = bytes;
        this.signed = signed;
        this.leastFirst = leastFirst;
    }

    static Optional<ShimmerSignal> of(int id) {
        return Stream.of(values())
                .filter(signal -> id >= signal.first && id < signal.first + signal.parts)
                .findFirst();
    }

    /** A status is told as a marker when it changes; it is no channel. */
    boolean isStatus() {
        return bytes == 1;
    }

    String label(int id) {
        boolean axes = type == Channel.Type.ACCELERATION || type == Channel.Type.ROTATION;
        String part = axes || label.endsWith("magnetometer")
                ? "xyz".substring(id - first, id - first + 1)
                : "" + (id - first + 1);
        return parts == 1 ? label : label + " " + part;
    }

    Channel channel(int id, double gain) {
        return Channel.of(label(id), type, scale(gain));
    }

    private Scale scale(double gain) {
        int steps = 1 << 8 * bytes;
        int least = signed ? -steps / 2 : 0;
        int most = least + steps - 1;
        if (type != Channel.Type.EMG) {
            return new Scale(least, most, least, most, "");
        }
        double full = MILLIVOLTS / (bytes == 2 ? 2 * gain : gain); // the short form is twice as coarse
        return HeaderScale.symmetric(most, full, "mV");
    }

    int count(byte[] from, int at) {
        int value = 0;
        for (int i = 0; i < bytes; i++) {
            value = value << 8 | from[leastFirst ? at + bytes - 1 - i : at + i] & 0xFF;
        }
        int unused = 32 - 8 * bytes;
        value = signed ? value << unused >> unused : value;
        int lowest = -(1 << 8 * bytes - 1) + 1;
        return type == Channel.Type.EMG ? Math.max(lowest, value) : value; // a range that is symmetric, as its scale is
    }
}
