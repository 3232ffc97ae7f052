package twinge.cli;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Collectors;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import twinge.files.ReadOptions;
import twinge.files.Recording;
import twinge.files.Recordings;
import twinge.frames.Channel;
import twinge.frames.MalformedInput;
import twinge.frames.Scale;
import twinge.settings.Settings;

/** What the user says of a recording where its file can not; the same for every verb that reads one. */
final class ReadingOptions {
    private static final String STANDARD_INPUT = "standard input";
    private static final String ALL_CHANNELS = "*";
    private static final List<String> VOLTAGES = List.of("nV", "uV", "mV", "V");

    @Spec(Spec.Target.MIXEE)
    private CommandSpec verb;

    @Option(names = "--strict", description = "refuse files that break their format's rules instead of mending them")
    private boolean strict;

    @Option(names = "--rate", paramLabel = "HZ", description = "frames a second of a text without a time column")
    private Double rateHz;

    @Option(
            names = "--unit",
            paramLabel = "[LABEL=]UNIT",
            description = "what the values are (uV, mV, V) of one channel or of all; wins over the file")
    private List<String> units = List.of();

    @Option(names = "--channel", paramLabel = "LABEL", description = "a channel that is EMG; may be given again")
    private List<String> channels = List.of();

    /** Opens a file, or standard input if it is called {@code -}. */
    Recording open(Path file) throws IOException {
        ReadOptions options = options();
        if (isStandardInput(file)) {
            return Recordings.open(Twinge.of(verb).terminal().in(), STANDARD_INPUT, options);
        }
        if (Files.isDirectory(file)) {
            throw new MalformedInput(file.toString(), -1, "it is a folder; name the recordings in it");
        }
        if (Files.exists(file) && !Files.isReadable(file)) {
            throw new AccessDeniedException(file.toString());
        }
        return Recordings.open(file, options);
    }

    /**
     * The same for a verb that looks for bursts. EMG channels that are too slow for that pass as channels of another kind.
     *
     * @throws MalformedInput if there is no channel to look at
     */
    Recording openForDetection(Path file) throws IOException {
        Recording recording = open(file);
        List<String> slow = Reach.tooSlow(recording.streams());
        Recording fast = slow.isEmpty() ? recording : new WithoutTooSlow(recording);
        if (anyEmg(fast)) {
            return fast;
        }
        recording.close();
        throw new MalformedInput(name(file), -1, slow.isEmpty() ? noEmg(recording) : allTooSlow(slow));
    }

    private static boolean anyEmg(Recording recording) {
        return recording.streams().stream()
                .flatMap(stream -> stream.montage().channels().stream())
                .anyMatch(channel -> channel.type() == Channel.Type.EMG);
    }

    private static String noEmg(Recording recording) {
        String labels = recording.streams().stream()
                .flatMap(stream -> stream.montage().channels().stream())
                .map(Channel::label)
                .collect(Collectors.joining(", "));
        return labels.isEmpty()
                ? "it holds annotations and no signal; give the recording that they belong to"
                : "no channel looks like EMG; name those that are with --channel LABEL (there are " + labels + ")";
    }

    private static String allTooSlow(List<String> slow) {
        return "too slow to look for bursts in: " + String.join(", ", slow) + "; EMG needs at least "
                + Account.rate(Reach.LOWEST_RATE_HZ)
                + " frames a second: take the raw recording, name other channels with --channel, or correct --rate";
    }

    /** What a user should know of how the options fit the recording. */
    List<String> remarks(Recording recording) {
        boolean statesItsRate = !recording.format().endsWith("SV");
        return rateHz == null || !statesItsRate
                ? List.of()
                : List.of("--rate is not used, because " + recording.format() + " states the rate of each channel");
    }

    /** The same where bursts are looked for. */
    List<String> remarks(Recording recording, Settings settings) {
        List<String> remarks = new ArrayList<>(remarks(recording));
        if (recording instanceof WithoutTooSlow some) {
            remarks.add("left out, because EMG needs at least " + Account.rate(Reach.LOWEST_RATE_HZ)
                    + " frames a second: " + String.join(", ", some.leftOut()));
        }
        remarks.addAll(Reach.sentences(recording.streams(), settings));
        return remarks;
    }

    /** What results and remarks call a file. */
    static String name(Path file) {
        return isStandardInput(file) ? STANDARD_INPUT : file.getFileName().toString();
    }

    static boolean isStandardInput(Path file) {
        return file.toString().equals("-");
    }

    /** What was stated, checked. */
    ReadOptions options() {
        if (rateHz != null && !(rateHz > 0 && rateHz <= 1e6)) {
            throw new ParameterException(
                    verb.commandLine(), "--rate is " + rateHz + "; it must be above 0 and at most 1000000 Hz");
        }
        OptionalDouble rate = rateHz == null ? OptionalDouble.empty() : OptionalDouble.of(rateHz);
        return new ReadOptions(strict, rate, unitsByLabel(), Set.copyOf(channels));
    }

    private Map<String, String> unitsByLabel() {
        Map<String, String> byLabel = new LinkedHashMap<>();
        for (String stated : units) {
            int equals = stated.lastIndexOf('=');
            String label = equals < 0 ? ALL_CHANNELS : stated.substring(0, equals);
            String unit = stated.substring(equals + 1);
            if (label.isEmpty() || unit.isEmpty()) {
                throw new ParameterException(
                        verb.commandLine(), "--unit is '" + stated + "'; write UNIT or LABEL=UNIT, for example EMG=uV");
            }
            if (!new Scale(0, 1, 0, 1, unit).isVoltage()) {
                throw new ParameterException(
                        verb.commandLine(),
                        "--unit is '" + stated + "', but '" + unit + "' is no unit of voltage; there are "
                                + String.join(", ", VOLTAGES) + Hint.of(unit, VOLTAGES));
            }
            byLabel.put(label, unit);
        }
        return byLabel;
    }
}
