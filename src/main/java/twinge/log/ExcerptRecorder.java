package twinge.log;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import twinge.events.Episode;
import twinge.frames.Block;
import twinge.frames.SampleStream;

/**
 * Keeps the recent past of all channels and cuts out the signal around each episode.
 *
 * <p>Given every block of a recording in order, and each episode when it has ended, it gives the episode back with its
 * excerpt once the seconds after its end have passed too. Give it each block before the detector gets it. Of an episode longer than {@link #LONGEST_SECONDS} the middle
 * is left out; its beginning is there only if {@link #underWay} told of it in time. What is kept in memory is the last
 * {@link #HISTORY_SECONDS} and a few such beginnings, however long the recording is.
 */
public final class ExcerptRecorder {
    /** How much of the signal before the onset and after the end belongs to an excerpt. */
    public static final double AROUND_SECONDS = 5;

    /** The longest excerpt that is kept whole. */
    public static final double LONGEST_SECONDS = 120;

    /** The longest excerpt, and as much again as an episode may take to be judged after its end. */
    static final double HISTORY_SECONDS = LONGEST_SECONDS + AROUND_SECONDS + 10;

    private static final int MOST_BEGINNINGS = 8;

    private final List<SampleStream> streams;
    private final Deque<Block> history = new ArrayDeque<>();
    private final Deque<Episode> waiting = new ArrayDeque<>();
    /** What was kept of long episodes' first half, by where it begins; null until that has passed. */
    private final TreeMap<Double, List<Block>> beginnings = new TreeMap<>();

    private double forgottenUntilSeconds = Double.NEGATIVE_INFINITY;

    /** An episode and the signal around it. */
    public record Taken(Episode episode, Excerpt excerpt) {}

    /** @param streams of the recording, in the order of their indices */
    public ExcerptRecorder(List<SampleStream> streams) {
        this.streams = List.copyOf(streams);
    }

    /** Says that an episode has begun which may become long, so that its beginning is kept. */
    public void underWay(double onsetSeconds) {
        beginnings.putIfAbsent(onsetSeconds - AROUND_SECONDS, null); // filled by keepBeginnings
        while (beginnings.size() > MOST_BEGINNINGS) {
            beginnings.pollFirstEntry();
        }
    }

    /** Says that an episode has ended; {@link #accept} or {@link #finish} gives it back, in the order of these calls. */
    public void ended(Episode episode) {
        waiting.add(episode);
    }

    /** Takes the next block of the recording and returns the episodes whose excerpts are complete with those before. */
    public List<Taken> accept(Block block) {
        double now = streams.get(block.stream()).seconds(block.firstFrame());
        List<Taken> taken = take(now);
        keepBeginnings(now);
        forget(now - HISTORY_SECONDS);
        if (block.frames() > 0) {
            history.add(block);
        }
        return taken;
    }

    /** Returns the episodes that still wait; nothing more will come. */
    public List<Taken> finish() {
        return take(Double.POSITIVE_INFINITY);
    }

    private List<Taken> take(double now) {
        List<Taken> taken = new ArrayList<>();
        while (!waiting.isEmpty() && waiting.peek().endSeconds() + AROUND_SECONDS <= now) {
            Episode episode = waiting.remove();
            Excerpt excerpt = excerpt(episode);
            beginnings
                    .subMap(excerpt.fromSeconds(), true, episode.endSeconds(), false)
                    .clear();
            taken.add(new Taken(episode, excerpt));
        }
        return taken;
    }

    private Excerpt excerpt(Episode episode) {
        double from = episode.onsetSeconds() - AROUND_SECONDS;
        double to = episode.endSeconds() + AROUND_SECONDS;
        List<Block> blocks = new ArrayList<>();
        double leftOutFrom = from;
        double keptFrom = Math.max(from, forgottenUntilSeconds);
        if (to - from > LONGEST_SECONDS) {
            keptFrom = Math.max(keptFrom, to - LONGEST_SECONDS / 2);
            if (forgottenUntilSeconds <= from) {
                blocks.addAll(cut(from, from + LONGEST_SECONDS / 2));
                leftOutFrom = from + LONGEST_SECONDS / 2;
            } else if (beginning(from).isPresent()) {
                from = beginning(from).get();
                blocks.addAll(beginnings.get(from));
                leftOutFrom = from + LONGEST_SECONDS / 2;
            }
        }
        blocks.addAll(cut(keptFrom, to));
        blocks.sort(Comparator.comparingDouble(
                        (Block block) -> streams.get(block.stream()).seconds(block.firstFrame()))
                .thenComparing(Block::stream));
        Optional<Excerpt.Span> leftOut =
                keptFrom > leftOutFrom ? Optional.of(new Excerpt.Span(leftOutFrom, keptFrom)) : Optional.empty();
        return new Excerpt(from, to, leftOut, streams, blocks);
    }

    /** The beginning that was put aside for an excerpt from here on; an onset may have been refined since it was told. */
    private Optional<Double> beginning(double from) {
        return beginnings.subMap(from - AROUND_SECONDS, true, from + AROUND_SECONDS, true).entrySet().stream()
                .filter(entry -> entry.getValue() != null)
                .map(Map.Entry::getKey)
                .min(Comparator.comparingDouble((Double each) -> Math.abs(each - from)));
    }

    private void keepBeginnings(double now) {
        beginnings.replaceAll((from, kept) ->
                kept == null && from + LONGEST_SECONDS / 2 <= now ? cut(from, from + LONGEST_SECONDS / 2) : kept);
    }

    private void forget(double untilSeconds) {
        while (!history.isEmpty() && end(history.peek()) <= untilSeconds) {
            forgottenUntilSeconds = Math.max(forgottenUntilSeconds, end(history.remove()));
        }
    }

    private double end(Block block) {
        return streams.get(block.stream()).seconds(block.endFrame());
    }

    /** What memory holds of a stretch of time, one block for each run of frames without a gap, stream by stream. */
    private List<Block> cut(double fromSeconds, double toSeconds) {
        List<Block> cut = new ArrayList<>();
        for (SampleStream stream : streams) {
            RunJoiner runs = new RunJoiner(stream, stream.frameAt(fromSeconds), stream.frameAt(toSeconds));
            history.forEach(runs::add);
            cut.addAll(runs.joined());
        }
        return cut;
    }
}
