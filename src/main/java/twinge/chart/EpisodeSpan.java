package twinge.chart;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import twinge.events.Burst;
import twinge.events.Episode;
import twinge.events.Kind;

/**
 * Where an episode lies, seconds from the start of the recording.
 *
 * @param onChannels its extent on each channel it is seen on
 * @param onsets of its bursts, in order
 */
record EpisodeSpan(Kind kind, double probability, Span extent, Map<Place, Span> onChannels, List<Double> onsets) {
    /** Probability from which on a verdict is drawn as sure. */
    static final double SURE = 0.6;

    /** A channel of a stream. */
    record Place(int stream, int channel) implements Comparable<Place> {
        @Override
        public int compareTo(Place other) {
            int byStream = Integer.compare(stream, other.stream);
            return byStream != 0 ? byStream : Integer.compare(channel, other.channel);
        }
    }

    static EpisodeSpan of(Episode episode) {
        Map<Place, Span> onChannels = new TreeMap<>();
        for (Burst burst : episode.bursts()) {
            onChannels.merge(
                    new Place(burst.stream(), burst.channel()),
                    new Span(burst.onsetSeconds(), burst.endSeconds()),
                    Span::and);
        }
        return new EpisodeSpan(
                episode.kind(),
                episode.verdict().probability(),
                new Span(episode.onsetSeconds(), episode.endSeconds()),
                onChannels,
                episode.bursts().stream().map(Burst::onsetSeconds).toList());
    }

    /** Whether each burst counts for itself, and the time between them belongs to the muscle at rest. */
    boolean ofTwitches() {
        return kind == Kind.FASCICULATION;
    }

    /** Whether it should look as unsure as it is. */
    boolean unsure() {
        return kind == Kind.UNCERTAIN || probability < SURE;
    }

    /** What is written at it, from longest to shortest. */
    List<String> labels() {
        String letter = KindMark.letter(kind);
        String percent = String.format(Locale.ROOT, "%.0f %%", 100 * probability);
        List<String> brief = List.of(letter + " " + percent, letter);
        if (kind == Kind.VOLUNTARY) {
            return brief; // a session has many of them, and they are not what is looked for
        }
        return List.of(letter + "  " + kind.words() + " " + percent, brief.get(0), brief.get(1));
    }
}
