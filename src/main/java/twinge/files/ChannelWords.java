package twinge.files;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import twinge.frames.Channel;
import twinge.frames.Channel.Side;
import twinge.frames.Channel.Type;
import twinge.frames.Scale;

/** Makes channels out of the words that files use for their signals: what is measured, on which muscle and side. */
public final class ChannelWords {
    /**
     * A signal as a file describes it.
     *
     * @param label may be empty or a double
     * @param sensor the file's words for electrode or device, may be empty
     */
    public record Signal(String label, String sensor, Scale scale) {}

    private static final Pattern OURS = Pattern.compile(
            "(" + alternatives(Type.values()) + "); ([^;]*); (" + alternatives(Side.values()) + "); ?([^;]*)");
    private static final Pattern HEART = word("ecg|ekg|heart");
    private static final Pattern MUSCLE = word("s?emg|muscle");
    private static final Pattern PUSH = word("acc|accel|accelerometer|acceleration|accelero");
    private static final Pattern TURN = word("gyro|gyr|gyroscope|gyrosc|rotation");
    private static final Pattern TRIGGER = word("status|trigger|trig|sti|stim|marker|markers|event|events|digital");
    private static final Pattern ELSEWHERE = word("eeg|eog|heog|veog|meg|seeg|ecog|resp|respiration|eda|gsr|ppg|spo2|"
            + "temp|temperature|force|torque|angle|mag|magnetometer|battery|counter|light|sound|pressure|annotations?");
    private static final Pattern ELECTRODE_10_20 =
            Pattern.compile("(fp|af|f|fc|ft|c|cp|t|tp|p|po|o)(z|[0-9]{1,2})h?(-(ref|[a-z0-9]+))?");
    private static final Pattern LEFT = word("l|left|li|links|lt");
    private static final Pattern RIGHT = word("r|right|re|rechts|rt");

    /** The muscles that a label may name, by the words used for them. */
    private static final Map<String, Pattern> MUSCLES = Map.ofEntries(
            muscle("erector spinae", "erector spinae|es|longissimus|iliocostalis|lumbar"),
            muscle("multifidus", "multifidus"),
            muscle("trapezius", "trapezius|trap|upper trapezius"),
            muscle("rectus abdominis", "rectus abdominis"),
            muscle("external oblique", "external oblique|obliquus externus"),
            muscle("latissimus dorsi", "latissimus|latissimus dorsi"),
            muscle("gluteus maximus", "gluteus maximus|glute"),
            muscle("quadratus lumborum", "quadratus lumborum"),
            muscle("biceps brachii", "biceps brachii|biceps"),
            muscle("triceps brachii", "triceps brachii|triceps"),
            muscle("deltoid", "deltoid|deltoideus"),
            muscle("gastrocnemius", "gastrocnemius|gastroc"),
            muscle("soleus", "soleus"),
            muscle("tibialis anterior", "tibialis anterior"),
            muscle("vastus lateralis", "vastus lateralis"),
            muscle("vastus medialis", "vastus medialis"),
            muscle("rectus femoris", "rectus femoris"),
            muscle("biceps femoris", "biceps femoris|hamstring|hamstrings"));

    private ChannelWords() {}

    /** The channels of a whole recording, in the order given; labels made unique, the user's word before the file's. */
    public static List<Channel> channels(List<Signal> signals, ReadOptions options, Faults faults) {
        List<Channel> named = new ArrayList<>();
        List<String> labels = labels(signals, faults);
        for (int i = 0; i < signals.size(); i++) {
            named.add(channel(labels.get(i), signals.get(i)));
        }
        for (String wanted : options.channels().stream().sorted().toList()) {
            requireChannel(wanted, labels, faults);
        }
        requireUnits(options.units(), labels, faults);
        boolean anyMuscle = named.stream().anyMatch(channel -> channel.type() == Type.EMG);
        List<Channel> channels = new ArrayList<>();
        for (int i = 0; i < named.size(); i++) {
            Signal signal = signals.get(i);
            Channel channel = named.get(i);
            Type type = channel.type();
            if (!options.channels().isEmpty()) {
                boolean chosen = options.channels().contains(channel.label());
                type = chosen ? Type.EMG : type == Type.EMG ? Type.OTHER : type;
            } else if (!anyMuscle && type == Type.OTHER && couldBeMuscle(signal)) {
                type = Type.EMG;
            }
            channels.add(withType(channel, type, unit(channel.label(), type, signal.scale(), options)));
        }
        return channels;
    }

    private static void requireUnits(Map<String, String> units, List<String> labels, Faults faults) {
        for (Map.Entry<String, String> said : new TreeMap<>(units).entrySet()) {
            if (!said.getKey().equals("*")) {
                requireChannel(said.getKey(), labels, faults);
            }
            Scale scale = Scale.step(1, said.getValue());
            if (!scale.isVoltage() && !isCounts(said.getValue()) && type("", "", said.getValue()) == Type.OTHER) {
                throw faults.refusal(
                        -1,
                        "the unit " + said.getValue() + " is not known",
                        "say nV, uV, mV, V, counts, g, mg, m/s2, deg/s or rad/s");
            }
        }
    }

    private static void requireChannel(String wanted, List<String> labels, Faults faults) {
        if (!labels.contains(wanted)) {
            String meant = Likeness.nearest(wanted, labels)
                    .map(label -> ". Did you mean " + label + "?")
                    .orElse("");
            throw faults.refusal(
                    -1, "there is no channel " + wanted, "its channels are " + String.join(", ", labels) + meant);
        }
    }

    private static Channel channel(String label, Signal signal) {
        Matcher ours = OURS.matcher(signal.sensor());
        if (ours.matches()) {
            Type type = Type.valueOf(ours.group(1));
            return new Channel(label, type, ours.group(2), Side.valueOf(ours.group(3)), ours.group(4), signal.scale());
        }
        String words = words(label);
        String muscle = muscle(words);
        String all = words + " " + words(signal.sensor());
        Type type = type(words, all, signal.scale().unit());
        type = type == Type.OTHER && !muscle.isEmpty() && !known(words) ? Type.EMG : type;
        return new Channel(label, type, muscle.isEmpty() ? muscle(all) : muscle, side(words), "", signal.scale());
    }

    /** What describes a channel of ours in a file's field for the sensor; read back exactly. */
    public static String sensorWords(Channel channel) {
        return channel.type() + "; " + channel.muscle() + "; " + channel.side() + "; " + channel.position();
    }

    private static List<String> labels(List<Signal> signals, Faults faults) {
        Set<String> taken = new HashSet<>();
        List<String> labels = new ArrayList<>();
        for (int i = 0; i < signals.size(); i++) {
            String wanted = signals.get(i).label().strip();
            if (wanted.isEmpty()) {
                wanted = "channel " + (i + 1);
                faults.remark("empty labels", "signal " + (i + 1) + " has no label; it is called " + wanted);
            }
            String label = wanted;
            for (int copy = 2; !taken.add(label); copy++) {
                label = wanted + "#" + copy;
            }
            if (!label.equals(wanted)) {
                faults.remark(
                        "repeated labels", "signal " + (i + 1) + " is a second " + wanted + "; it is called " + label);
            }
            labels.add(label);
        }
        return labels;
    }

    private static Type type(String label, String all, String unit) {
        for (String words : List.of(label, all)) {
            if (HEART.matcher(words).find()) {
                return Type.ECG;
            }
            if (MUSCLE.matcher(words).find()) {
                return Type.EMG;
            }
            if (PUSH.matcher(words).find()) {
                return Type.ACCELERATION;
            }
            if (TURN.matcher(words).find()) {
                return Type.ROTATION;
            }
            if (TRIGGER.matcher(words).find()) {
                return Type.TRIGGER;
            }
        }
        return switch (unit.strip().toLowerCase(Locale.ROOT)) {
            case "g", "mg", "m/s2", "m/s^2", "m/s\u00b2" -> Type.ACCELERATION;
            case "deg/s", "\u00b0/s", "dps", "rad/s" -> Type.ROTATION;
            default -> Type.OTHER;
        };
    }

    private static boolean couldBeMuscle(Signal signal) {
        String unit = signal.scale().unit();
        return !OURS.matcher(signal.sensor()).matches()
                && (signal.scale().isVoltage() || unit.isEmpty() || isCounts(unit))
                && !known(words(signal.label()));
    }

    private static boolean isCounts(String unit) {
        return unit.matches("(?i)counts?|adc|au|a\\.u\\.|lsb|1");
    }

    private static boolean known(String words) {
        return ELSEWHERE.matcher(words).find()
                || ELECTRODE_10_20.matcher(words.strip()).matches();
    }

    private static Side side(String words) {
        boolean left = LEFT.matcher(words).find();
        boolean right = RIGHT.matcher(words).find();
        return left == right ? Side.UNKNOWN : left ? Side.LEFT : Side.RIGHT;
    }

    private static String muscle(String words) {
        List<String> found = MUSCLES.entrySet().stream()
                .filter(muscle -> muscle.getValue().matcher(words).find())
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
        return found.size() == 1
                ? found.get(0)
                : found.contains("biceps femoris") && found.size() == 2 ? "biceps femoris" : "";
    }

    private static Scale unit(String label, Type type, Scale scale, ReadOptions options) {
        String said = options.units()
                .getOrDefault(label, type == Type.EMG ? options.units().get("*") : null);
        return said == null
                ? scale
                : new Scale(
                        scale.digitalMinimum(),
                        scale.digitalMaximum(),
                        scale.physicalMinimum(),
                        scale.physicalMaximum(),
                        said);
    }

    private static Channel withType(Channel channel, Type type, Scale scale) {
        return new Channel(channel.label(), type, channel.muscle(), channel.side(), channel.position(), scale);
    }

    /** Lower case, letters and digits apart from each other and from everything else. */
    private static String words(String text) {
        return text.replaceAll("(?<=[a-z])(?=[A-Z])", " ")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[_.,:;()\\[\\]/]+", " ")
                .replaceAll("\\s+", " ");
    }

    private static String alternatives(Enum<?>[] values) {
        return Arrays.stream(values).map(Enum::name).collect(Collectors.joining("|"));
    }

    private static Pattern word(String alternatives) {
        return Pattern.compile("(?<![a-z])(?:" + alternatives + ")(?![a-z])");
    }

    private static Map.Entry<String, Pattern> muscle(String name, String alternatives) {
        return Map.entry(name, word(alternatives));
    }
}
