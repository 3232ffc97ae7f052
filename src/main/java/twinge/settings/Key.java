package twinge.settings;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Every setting there is: its name in files and on the command line, unit, default and limits. */
public enum Key {
    DETECTION_HIGH_PASS(
            "condition.detection_high_pass",
            Unit.HERTZ,
            70,
            10,
            200,
            "high-pass of the path that finds bursts; heartbeat and sway lie below it"),
    AMPLITUDE_HIGH_PASS(
            "condition.amplitude_high_pass",
            Unit.HERTZ,
            20,
            5,
            100,
            "high-pass of the path that measures amplitude and spectrum"),
    LOW_PASS(
            "condition.low_pass", Unit.HERTZ, 450, 50, 5000, "low-pass of both paths; never above 0.45 times the rate"),
    MAINS(
            "condition.mains",
            Unit.HERTZ,
            0,
            0,
            60,
            "mains to notch out with its harmonics: 50, 60, or 0 to find it in the data"),
    ENVELOPE(
            "detect.envelope",
            Unit.SECONDS,
            0.05,
            0.005,
            1,
            "length of the moving RMS that is compared with the thresholds"),
    ON_THRESHOLD("detect.on_threshold", Unit.TIMES, 3.2, 1, 100, "a burst begins at this many times the resting level"),
    OFF_THRESHOLD(
            "detect.off_threshold", Unit.TIMES, 1.8, 0.5, 100, "and ends below this many times the resting level"),
    RISE("detect.rise", Unit.SECONDS, 0.03, 0.01, 1, "how long it must stay above to be a burst"),
    MINIMUM_BURST(
            "detect.minimum_burst",
            Unit.SECONDS,
            0.05,
            0.005,
            10,
            "shorter activity is no burst (twitches are looked for apart)"),
    MERGE_GAP("detect.merge_gap", Unit.SECONDS, 0.25, 0, 10, "bursts closer together than this are one");

    private final String path;
    private final Unit unit;
    private final double standard;
    private final double least;
    private final double most;
    private final String meaning;

    Key(String path, Unit unit, double standard, double least, double most, String meaning) {
        this.path = path;
        this.unit = unit;
        this.standard = standard;
        this.least = least;
        this.most = most;
        this.meaning = meaning;
    }

    public static Optional<Key> byPath(String path) {
        return Arrays.stream(values()).filter(key -> key.path.equals(path)).findFirst();
    }

    /** Its dotted name in files: {@code detect.on_threshold}. */
    public String path() {
        return path;
    }

    public Unit unit() {
        return unit;
    }

    /** The default, in the unit. */
    public double standard() {
        return standard;
    }

    public double least() {
        return least;
    }

    public double most() {
        return most;
    }

    /** The only values there are, or none if all between the limits are. */
    List<Double> choices() {
        return this == MAINS ? List.of(0.0, 50.0, 60.0) : List.of();
    }

    /** Whether the setting can have this value. */
    boolean allows(double value) {
        return value >= least
                && value <= most
                && (choices().isEmpty() || choices().contains(value + 0.0));
    }

    /** What it does, in one line. */
    public String meaning() {
        return meaning;
    }
}
