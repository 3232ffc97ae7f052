package twinge.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import twinge.files.ReadOptions;

/** What the user says of a recording where its file can not; the same for every verb that reads one. */
final class ReadingOptions {
    private static final String ALL_CHANNELS = "*";

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
            byLabel.put(label, unit);
        }
        return byLabel;
    }
}
