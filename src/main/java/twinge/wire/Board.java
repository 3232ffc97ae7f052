package twinge.wire;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import twinge.frames.SampleStream;

/**
 * A board that was recognised, with all that its decoder has to know. Decided once before the first frame, written on the
 * tape, and fixed from then on, so that a replay decodes as the live run did.
 *
 * @param protocol the {@link Protocol#name}
 * @param model what it calls itself or the table of its protocol does ({@code UNO-R3}), empty if unknown
 * @param serialNumber its own, empty if it has none
 * @param firmware version of its firmware, empty if unknown
 * @param streams rate, montage and scales of what it sends
 * @param options what else its decoder needs, by name
 */
public record Board(
        String protocol,
        String model,
        String serialNumber,
        String firmware,
        List<SampleStream> streams,
        SortedMap<String, String> options) {
    public Board {
        Objects.requireNonNull(protocol, "protocol");
        Objects.requireNonNull(model, "model");
        Objects.requireNonNull(serialNumber, "serialNumber");
        Objects.requireNonNull(firmware, "firmware");
        streams = List.copyOf(streams);
        options = Collections.unmodifiableSortedMap(new TreeMap<>(options));
        if (streams.isEmpty()) {
            throw new IllegalArgumentException("a board needs at least one stream");
        }
    }

    /** A board of which only protocol and model are known. */
    public static Board of(String protocol, String model, List<SampleStream> streams, Map<String, String> options) {
        return new Board(protocol, model, "", "", streams, new TreeMap<>(options));
    }

    /** The same board with other labels, muscles or scales; rates and numbers of channels must stay. */
    public Board with(List<SampleStream> named) {
        boolean same = named.size() == streams.size();
        for (int i = 0; same && i < named.size(); i++) {
            same = named.get(i).rateHz() == streams.get(i).rateHz()
                    && named.get(i).montage().size() == streams.get(i).montage().size();
        }
        if (!same) {
            throw new IllegalArgumentException("other streams than the board's own: " + named);
        }
        return new Board(protocol, model, serialNumber, firmware, named, options);
    }

    /** An option's value, or what holds where it is not stated. */
    public String option(String name, String otherwise) {
        return options.getOrDefault(name, otherwise);
    }
}
