package twinge.chart;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** The text twin of a session's picture. */
final class SessionWords {
    private static final int MOST_EPISODES = 40;

    private SessionWords() {}

    static String of(Caption caption, Span shown, List<Row> rows, List<EpisodeSpan> episodes, int marks) {
        StringBuilder words = new StringBuilder();
        words.append(String.format(
                Locale.ROOT,
                "%s: %d channel%s over %s%s, %d episode%s, %d marker%s.\n",
                caption.title(),
                rows.size(),
                rows.size() == 1 ? "" : "s",
                TimeTicks.length(shown.to() - shown.from()),
                shown.from() > 0 ? " from " + TimeTicks.moment(shown.from()) + " on" : "",
                episodes.size(),
                episodes.size() == 1 ? "" : "s",
                marks,
                marks == 1 ? "" : "s"));
        if (!episodes.isEmpty()) {
            words.append("from\tto\tkind\tprobability\tchannels\n");
        }
        episodes.stream().limit(MOST_EPISODES).forEach(span -> words.append(episode(span, rows)));
        if (episodes.size() > MOST_EPISODES) {
            words.append("and ").append(episodes.size() - MOST_EPISODES).append(" more\n");
        }
        rows.forEach(row -> words.append(quality(row)));
        return words.toString();
    }

    private static String episode(EpisodeSpan span, List<Row> rows) {
        String channels = rows.stream()
                .filter(row -> span.onChannels()
                        .containsKey(new EpisodeSpan.Place(row.stream().index(), row.index())))
                .map(row -> row.channel().label())
                .collect(Collectors.joining(", "));
        return String.format(
                Locale.ROOT,
                "%s\t%s\t%s\t%.2f\t%s\n",
                TimeTicks.moment(span.extent().from()),
                TimeTicks.moment(span.extent().to()),
                span.kind().words(),
                span.probability(),
                channels);
    }

    private static String quality(Row row) {
        StringBuilder words = new StringBuilder();
        for (Map.Entry<String, Double> flagged : row.shades().seconds().entrySet()) {
            words.append(String.format(
                    Locale.ROOT, "%s: %s for %.1f s\n", row.channel().label(), flagged.getKey(), flagged.getValue()));
        }
        if (row.lostSeconds() > 0) {
            words.append(String.format(
                    Locale.ROOT, "%s: no samples for %.1f s\n", row.channel().label(), row.lostSeconds()));
        }
        return words.toString();
    }
}
