package twinge.cli;

import java.util.Comparator;
import java.util.List;
import twinge.events.Burst;
import twinge.events.Episode;
import twinge.events.Evidence;
import twinge.events.Verdict;
import twinge.frames.Channel;
import twinge.frames.SampleStream;

/** Bursts and episodes as rows of results. Both have the same columns; those of an episode are of its strongest burst. */
final class FindingRows {
    static final List<String> COLUMNS = List.of(
            "onset_s",
            "offset_s",
            "channel",
            "kind",
            "probability",
            "peak",
            "unit",
            "peak_times_rest",
            "median_frequency_hz",
            "rhythm_hz",
            "channel_delay_s",
            "asymmetry",
            "channels",
            "bursts",
            "why",
            "file");

    private static final int REASONS = 3;

    private final List<SampleStream> streams;
    private final String file;

    /** @param file its name as the rows state it */
    FindingRows(List<SampleStream> streams, String file) {
        this.streams = streams;
        this.file = file;
    }

    Cell[] episode(Episode episode) {
        List<String> labels = episode.bursts().stream()
                .sorted(Comparator.comparingInt(Burst::stream).thenComparingInt(Burst::channel))
                .map(burst -> channel(burst).label())
                .distinct()
                .toList();
        return row(
                episode.onsetSeconds(),
                episode.endSeconds(),
                episode.verdict(),
                episode.strongest(),
                labels,
                episode.bursts().size());
    }

    Cell[] burst(Burst burst) {
        return row(
                burst.onsetSeconds(),
                burst.endSeconds(),
                burst.verdict(),
                burst,
                List.of(channel(burst).label()),
                1);
    }

    private Cell[] row(
            double onsetSeconds, double offsetSeconds, Verdict verdict, Burst burst, List<String> labels, int bursts) {
        Channel channel = channel(burst);
        return new Cell[] {
            Cell.number(onsetSeconds, 6),
            Cell.number(offsetSeconds, 6),
            Cell.words(channel.label()),
            Cell.words(verdict.kind().code()),
            Cell.number(verdict.probability(), 3),
            Cell.number(burst.features().peakMicrovolts(), 2),
            Cell.words(channel.calibrated() ? "uV" : "count"),
            Cell.number(burst.features().peakTimesRest(), 2),
            Cell.number(burst.features().medianFrequencyHz(), 1),
            Cell.number(burst.features().rhythmHz(), 2),
            Cell.number(burst.features().channelDelaySeconds(), 3),
            Cell.number(burst.features().asymmetry(), 2),
            Cell.list(labels),
            Cell.count(bursts),
            Cell.words(why(verdict)),
            Cell.words(file)
        };
    }

    /** The weightiest reasons in words; what speaks against the kind says so. */
    static String why(Verdict verdict) {
        return String.join(
                "; ",
                verdict.evidence().stream()
                        .limit(REASONS)
                        .map(FindingRows::reason)
                        .toList());
    }

    private static String reason(Evidence evidence) {
        return (evidence.weight() < 0 ? "against: " : "") + evidence.words();
    }

    private Channel channel(Burst burst) {
        return streams.get(burst.stream()).montage().channel(burst.channel());
    }
}
