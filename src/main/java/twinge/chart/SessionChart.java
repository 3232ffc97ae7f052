package twinge.chart;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import twinge.events.Episode;
import twinge.frames.Block;
import twinge.frames.Channel;
import twinge.frames.Marker;
import twinge.frames.SampleStream;

/**
 * The picture of a whole session: the traces of all EMG channels below each other, what the detector compared, and the
 * episodes it found. Fed while the session is read; how long that will be need not be known, and the memory for the
 * traces does not grow with it.
 */
public final class SessionChart {
    private static final double HIGH_PASS_HZ = 20;
    private static final int MOST_MARKS = 2000;

    private static final Span WHOLE = new Span(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);

    private final List<SampleStream> streams;
    private final Span window;
    private final List<Row> rows = new ArrayList<>();
    private final List<EpisodeSpan> episodes = new ArrayList<>();
    private final Set<Mark> marks = new TreeSet<>();
    private int marksLeftOut;

    /** Traces without offset and sway: high-passed at 20 Hz where the rate allows it. */
    public SessionChart(List<SampleStream> streams) {
        this(streams, HIGH_PASS_HZ);
    }

    /** The same for a part of the session; what lies outside is left. */
    public SessionChart(List<SampleStream> streams, Span window) {
        this(streams, HIGH_PASS_HZ, window);
    }

    /**
     * @param streams in the order of their indices; if none has an EMG channel, all channels are drawn
     * @param highPassHz for the drawn traces, 0 to draw them as measured, each around its median
     */
    public SessionChart(List<SampleStream> streams, double highPassHz) {
        this(streams, highPassHz, WHOLE);
    }

    private SessionChart(List<SampleStream> streams, double highPassHz, Span window) {
        this.streams = List.copyOf(streams);
        this.window = window;
        boolean anyEmg = streams.stream().anyMatch(SessionChart::hasEmg);
        for (SampleStream stream : streams) {
            for (int i = 0; i < stream.montage().size(); i++) {
                if (!anyEmg || isEmg(stream.montage().channel(i))) {
                    rows.add(new Row(stream, i, Math.max(0, stream.frameAt(window.from())), highPassHz, 0));
                }
            }
        }
    }

    private static boolean hasEmg(SampleStream stream) {
        return stream.montage().channels().stream().anyMatch(SessionChart::isEmg);
    }

    private static boolean isEmg(Channel channel) {
        return channel.type() == Channel.Type.EMG;
    }

    /** Takes the next block of any stream. */
    public void accept(Block block) {
        SampleStream stream = streams.get(block.stream());
        long wanted = Math.max(0, stream.frameAt(window.to()) - block.firstFrame());
        Block part = wanted < block.frames() ? block.slice(0, (int) wanted) : block;
        for (Row row : rows) {
            if (row.stream().index() == block.stream()) {
                row.accept(part);
            }
        }
        for (Marker marker : block.markers()) {
            double onset = stream.seconds(marker.frame());
            if (!within(onset, onset + marker.durationSeconds())) {
                continue;
            }
            if (marks.size() < MOST_MARKS) {
                marks.add(new Mark(onset, marker.durationSeconds(), marker.text()));
            } else {
                marksLeftOut++;
            }
        }
    }

    /** Takes a point of what the detector compared. */
    public void level(Level level) {
        if (streams.get(level.stream()).seconds(level.firstFrame()) >= window.to()) {
            return;
        }
        for (Row row : rows) {
            row.level(level);
        }
    }

    /** Takes a stretch of a channel that should not be trusted; {@code reason} is a word or two. */
    public void quality(int stream, int channel, long firstFrame, long endFrame, String reason) {
        SampleStream of = streams.get(stream);
        if (within(of.seconds(firstFrame), of.seconds(endFrame))) {
            long from = Math.max(firstFrame, of.frameAt(window.from()));
            long to = Math.min(endFrame, of.frameAt(window.to()));
            rows.forEach(row -> row.quality(stream, channel, from, to, reason));
        }
    }

    /** Takes an episode that was found. */
    public void episode(Episode episode) {
        if (within(episode.onsetSeconds(), episode.endSeconds())) {
            episodes.add(EpisodeSpan.of(episode));
        }
    }

    private boolean within(double fromSeconds, double toSeconds) {
        return fromSeconds < window.to() && toSeconds > window.from();
    }

    /**
     * Draws what has been taken so far.
     *
     * @throws IllegalStateException if no samples have been taken: there is nothing to draw
     */
    public Picture picture(Caption caption, Look look) {
        if (rows.stream().allMatch(row -> row.trace().bins() == 0)) {
            throw new IllegalStateException(
                    caption.title() + " has no samples to draw; look at it with inspect to see what it holds");
        }
        episodes.sort(
                Comparator.comparingDouble((EpisodeSpan span) -> span.extent().from())
                        .thenComparing(EpisodeSpan::kind));
        double first = rows.stream().mapToDouble(Row::startSeconds).min().orElse(0);
        double start = window.equals(WHOLE) ? Math.min(0, first) : first;
        double end = rows.stream().mapToDouble(Row::endSeconds).max().orElse(1);
        Span shown = new Span(start, Math.max(end, start + 1e-3));
        return new SessionSheet(look, caption, shown, rows, episodes, List.copyOf(marks), marksLeftOut).picture();
    }
}
