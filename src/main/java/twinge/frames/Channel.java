package twinge.frames;

import java.util.Objects;

/**
 * One measured signal: what it measures, where it sits on the body, and what a count of it is worth.
 *
 * @param label as shown and written, unique within its recording
 * @param muscle the field's name of the muscle ({@code erector spinae}), empty if unknown
 * @param position where on the muscle ({@code L3}), empty if unknown
 */
public record Channel(String label, Type type, String muscle, Side side, String position, Scale scale) {
    /** What is measured. Only EMG is searched for bursts; the rest is context. */
    public enum Type {
        EMG,
        ECG,
        ACCELERATION,
        ROTATION,
        TRIGGER,
        OTHER
    }

    /** Which side of the body the sensor is on. */
    public enum Side {
        LEFT,
        RIGHT,
        MIDDLE,
        UNKNOWN
    }

    public Channel {
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(muscle, "muscle");
        Objects.requireNonNull(side, "side");
        Objects.requireNonNull(position, "position");
        Objects.requireNonNull(scale, "scale");
        if (label.isBlank()) {
            throw new IllegalArgumentException("a channel needs a label");
        }
    }

    /** A channel of which only the label and the scale are known. */
    public static Channel of(String label, Type type, Scale scale) {
        return new Channel(label, type, "", Side.UNKNOWN, "", scale);
    }

    /** Whether its values are true microvolts; otherwise they are plain counts and only their ratios mean something. */
    public boolean calibrated() {
        return scale.isVoltage();
    }
}
