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

    private final List<SampleStream> streams;
    private final List<Row> rows = new ArrayList<>();
    private final List<EpisodeSpan> episodes = new ArrayList<>();
    private final Set<Mark> marks = new TreeSet<>();
    private int marksLeftOut;

    /** Traces without offset and sway: high-passed at 20 Hz where the rate allows it. */
    public SessionChart(List<SampleStream> streams) {
        this(streams, HIGH_PASS_HZ);
    }

    /**
     * @param streams in the order of their indices; if none has an EMG channel, all channels are drawn
     * @param highPassHz for the drawn traces, 0 to draw them as measured, each around its median
     */
    public SessionChart(List<SampleStream> streams, double highPassHz) {
        this.streams = List.copyOf(streams);
        boolean anyEmg = streams.stream().anyMatch(SessionChart::hasEmg);
        for (SampleStream stream : streams) {
            for (int i = 0; i < stream.montage().size(); i++) {
                if (!anyEmg || isEmg(stream.montage().channel(i))) {
                    rows.add(new Row(stream, i, 0, highPassHz, 0));
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
        for (Row row : rows) {
            if (row.stream().index() == block.stream()) {
                row.accept(block);
            }
        }
        for (Marker marker : block.markers()) {
            if (marks.size() < MOST_MARKS) {
                marks.add(new Mark(stream.seconds(marker.frame()), marker.durationSeconds(), marker.text()));
            } else {
                marksLeftOut++;
            }
        }
    }

    /** Takes a point of what the detector compared. */
    public void level(Level level) {
        for (Row row : rows) {
            row.level(level);
        }
    }

    /** Takes a stretch of a channel that should not be trusted; {@code reason} is a word or two. */
    public void quality(int stream, int channel, long firstFrame, long endFrame, String reason) {
        for (Row row : rows) {
            row.quality(stream, channel, firstFrame, endFrame, reason);
        }
    }

    /** Takes an episode that was found. */
    public void episode(Episode episode) {
        episodes.add(EpisodeSpan.of(episode));
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
        return new SessionSheet(look, caption, rows, episodes, List.copyOf(marks), marksLeftOut).picture();
    }
}
