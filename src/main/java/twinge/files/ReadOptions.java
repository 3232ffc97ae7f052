package twinge.files;

import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;

/**
 * What the user says where a file can not.
 *
 * @param strict whether anything against the format's rules is refused instead of mended
 * @param rateHz frames a second, for text without a time column
 * @param units unit by channel label ({@code *} for all EMG): what the file should have said; wins over the file; refused where
 *     no channel has the label or the unit is not known
 * @param channels labels of the channels that are EMG, if the file's own words do not tell; empty: decide by the file
 */
public record ReadOptions(boolean strict, OptionalDouble rateHz, Map<String, String> units, Set<String> channels) {
    public ReadOptions {
        units = Map.copyOf(units);
        channels = Set.copyOf(channels);
    }

    public static ReadOptions standard() {
        return new ReadOptions(false, OptionalDouble.empty(), Map.of(), Set.of());
    }
}
