package twinge.cli;

import java.util.Comparator;
import java.util.List;
import twinge.events.Burst;
import twinge.events.Episode;
import twinge.events.Evidence;
import twinge.events.Kind;
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
            "episode",
            "probability",
            "peak",
            "unit",
            "peak_times_rest",
            "median_frequency_hz",
            "rhythm_hz",
            "channel_delay_s",
            "asymmetry",
            "bursts_per_min",
            "channels",
            "bursts",
            "why",
            "file");

    /** What JSON has beside them: lists too long for a table. */
    static final List<String> JSON_COLUMNS = List.of("burst_onsets_s");

    private static final int REASONS = 3;
    private static final double AT_ONCE_SECONDS = 0.05; // one twitch seen on two channels

    private final List<SampleStream> streams;
    private final String file;

    /** @param file its name as the rows state it */
    FindingRows(List<SampleStream> streams, String file) {
        this.streams = streams;
        this.file = file;
    }

    /** @param number of the episode in its recording, from 1 */
    Cell[] episode(int number, Episode episode) {
        List<String> labels = episode.bursts().stream()
                .sorted(Comparator.comparingInt(Burst::stream).thenComparingInt(Burst::channel))
                .map(burst -> channel(burst).label())
                .distinct()
                .toList();
        return row(
                episode.onsetSeconds(),
                episode.endSeconds(),
                episode.verdict(),
                number,
                episode.strongest(),
                labels,
                episode.bursts().stream().map(Burst::onsetSeconds).toList());
    }

    /** @param number of the episode that it is part of */
    Cell[] burst(int number, Burst burst) {
        return row(
                burst.onsetSeconds(),
                burst.endSeconds(),
                burst.verdict(),
                number,
                burst,
                List.of(channel(burst).label()),
                List.of(burst.onsetSeconds()));
    }

    private Cell[] row(
            double onsetSeconds,
            double offsetSeconds,
            Verdict verdict,
            int number,
            Burst burst,
            List<String> labels,
            List<Double> onsets) {
        Channel channel = channel(burst);
        return new Cell[] {
            Cell.number(onsetSeconds, 6),
            Cell.number(offsetSeconds, 6),
            Cell.words(channel.label()),
            Cell.words(verdict.kind().code()),
            Cell.count(number),
            Cell.number(verdict.probability(), 3),
            Cell.number(burst.features().peakMicrovolts(), 2),
            Cell.words(unit(channel)),
            Cell.number(burst.features().peakTimesRest(), 2),
            Cell.number(burst.features().medianFrequencyHz(), 1),
            Cell.number(burst.features().rhythmHz(), 2),
            Cell.number(burst.features().channelDelaySeconds(), 3),
            Cell.number(burst.features().asymmetry(), 2),
            Cell.number(perMinute(verdict.kind(), onsets), 1),
            Cell.list(labels),
            Cell.count(onsets.size()),
            Cell.words(why(verdict)),
            Cell.words(file),
            Cell.numbers(onsets, 6)
        };
    }

    /** What levels of a channel are in. */
    static String unit(Channel channel) {
        return channel.calibrated() ? "uV" : "count";
    }

    /**
     * Twitches a minute between the first and the last; one seen on several channels counts once. NaN for other kinds, whose
     * bursts are no events of their own, and for a single one.
     */
    static double perMinute(Kind kind, List<Double> onsets) {
        if (kind != Kind.FASCICULATION || onsets.isEmpty()) {
            return Double.NaN;
        }
        List<Double> sorted = onsets.stream().sorted().toList();
        double last = sorted.get(0);
        int intervals = 0;
        for (double onset : sorted) {
            if (onset - last > AT_ONCE_SECONDS) {
                intervals++;
                last = onset;
            }
        }
        return intervals == 0 ? Double.NaN : 60 * intervals / (last - sorted.get(0));
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
