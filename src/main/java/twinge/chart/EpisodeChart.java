package twinge.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import twinge.events.Burst;
import twinge.events.Episode;
import twinge.frames.Block;
import twinge.frames.SampleStream;

/**
 * The picture of one episode: each channel it was seen on with five seconds around it, the envelope, the spectrogram of
 * the channel on which it stood out most, and the evidence.
 */
public final class EpisodeChart {
    /** Seconds drawn before and after. */
    public static final double AROUND_SECONDS = 5;

    private static final double HIGH_PASS_HZ = 20;
    private static final double ENVELOPE_SECONDS = 0.05;

    private final List<SampleStream> streams;
    private final Episode episode;
    private final List<Row> rows = new ArrayList<>();
    private final Spectrogram spectrogram;
    private final int strongestRow;
    private Optional<Span> leftOut = Optional.empty();

    /** @param streams of its recording, in the order of their indices */
    public EpisodeChart(List<SampleStream> streams, Episode episode) {
        this.streams = List.copyOf(streams);
        this.episode = episode;
        Burst strongest = episode.strongest();
        int found = 0;
        for (EpisodeSpan.Place place : EpisodeSpan.of(episode).onChannels().keySet()) {
            if (place.stream() == strongest.stream() && place.channel() == strongest.channel()) {
                found = rows.size();
            }
            SampleStream stream = streams.get(place.stream());
            rows.add(new Row(stream, place.channel(), firstFrame(stream), HIGH_PASS_HZ, ENVELOPE_SECONDS));
        }
        strongestRow = found;
        SampleStream stream = streams.get(strongest.stream());
        spectrogram = new Spectrogram(stream, strongest.channel(), firstFrame(stream), endFrame(stream));
    }

    private long firstFrame(SampleStream stream) {
        return Math.max(0, stream.frameAt(episode.onsetSeconds() - AROUND_SECONDS));
    }

    private long endFrame(SampleStream stream) {
        return stream.frameAt(episode.endSeconds() + AROUND_SECONDS);
    }

    /** Takes the next block of any stream, of the whole recording or of an excerpt; what is not needed is left. */
    public void accept(Block block) {
        SampleStream stream = streams.get(block.stream());
        long from = Math.max(block.firstFrame(), firstFrame(stream));
        long to = Math.min(block.endFrame(), endFrame(stream));
        if (from >= to) {
            return;
        }
        Block part = block.slice((int) (from - block.firstFrame()), (int) (to - block.firstFrame()));
        for (Row row : rows) {
            if (row.stream().index() == block.stream()) {
                row.accept(part);
            }
        }
        if (rows.get(strongestRow).stream().index() == block.stream()) {
            spectrogram.accept(part);
        }
    }

    /** Takes a point of what the detector compared; if none is given, the envelope alone is drawn (RMS over 50 ms). */
    public void level(Level level) {
        SampleStream stream = streams.get(level.stream());
        if (level.firstFrame() >= firstFrame(stream) && level.firstFrame() < endFrame(stream)) {
            rows.forEach(row -> row.level(level));
        }
    }

    /** Takes a stretch of a channel that should not be trusted; {@code reason} is a word or two. */
    public void quality(int stream, int channel, long firstFrame, long endFrame, String reason) {
        rows.forEach(row -> row.quality(stream, channel, firstFrame, endFrame, reason));
    }

    /** Says that the samples between these seconds were not kept; the gap is labelled and covers what is known of it. */
    public void leftOut(double fromSeconds, double toSeconds) {
        leftOut = Optional.of(new Span(fromSeconds, toSeconds));
    }

    /**
     * Draws what has been taken so far.
     *
     * @throws IllegalStateException if none of its samples have been taken
     */
    public Picture picture(Caption caption, Look look) {
        if (rows.stream().allMatch(row -> row.trace().bins() == 0)) {
            throw new IllegalStateException("no samples around " + TimeTicks.moment(episode.onsetSeconds()) + " of "
                    + caption.title() + " to draw the episode with; its excerpt or its recording is needed");
        }
        Span span =
                new Span(Math.max(0, episode.onsetSeconds() - AROUND_SECONDS), episode.endSeconds() + AROUND_SECONDS);
        return new EpisodeSheet(look, caption, episode, span, rows, spectrogram, rows.get(strongestRow), leftOut)
                .picture();
    }
}
