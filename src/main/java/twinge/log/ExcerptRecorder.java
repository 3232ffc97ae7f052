package twinge.log;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import twinge.events.Episode;
import twinge.frames.Block;
import twinge.frames.SampleStream;

/**
 * Keeps the recent past of all channels and cuts out the signal around each episode.
 *
 * <p>Given every block of a recording in order, each before the detector gets it, and each episode when it has ended, it
 * gives the episode back with its excerpt once the seconds after its end have passed too. Of an episode longer than
 * {@link #LONGEST_SECONDS}, or told of long after its end, only the first half of that length is kept if {@link #underWay}
 * has told of it, and what lies in the last {@link #HISTORY_SECONDS}. So memory holds those seconds and a few beginnings,
 * however long the recording is.
 */
public final class ExcerptRecorder {
    /** How much of the signal before the onset and after the end belongs to an excerpt. */
    public static final double AROUND_SECONDS = 5;

    /** The longest excerpt that is kept whole. */
    public static final double LONGEST_SECONDS = 120;

    /** The longest excerpt, and as long as it may take until nothing can join an episode any more and it has ended. */
    static final double HISTORY_SECONDS = LONGEST_SECONDS + 45;

    /** What is put aside of an episode that outlasts the history. */
    private static final double BEGINNING_SECONDS = LONGEST_SECONDS / 2;

    private static final int MOST_BEGINNINGS = 8;

    /** How far an onset may be refined after it was first told. */
    private static final double REFINED_SECONDS = 0.5;

    private final List<SampleStream> streams;
    private final Deque<Block> history = new ArrayDeque<>();
    private final Deque<Episode> waiting = new ArrayDeque<>();
    /** Where excerpts of what is under way will begin. */
    private final TreeSet<Double> underWay = new TreeSet<>();
    /** What was put aside of those that begin before the history, by where they begin. */
    private final TreeMap<Double, List<Block>> beginnings = new TreeMap<>();

    private double forgottenUntilSeconds = Double.NEGATIVE_INFINITY;

    /** An episode and the signal around it. */
    public record Taken(Episode episode, Excerpt excerpt) {}

    /** @param streams of the recording, in the order of their indices */
    public ExcerptRecorder(List<SampleStream> streams) {
        this.streams = List.copyOf(streams);
    }

    /** Says that a burst has begun which may become a long one, so that its beginning is kept. */
    public void underWay(double onsetSeconds) {
        underWay.add(onsetSeconds - AROUND_SECONDS);
    }

    /** Says that the burst which seemed to have begun there was none. */
    public void withdrawn(double onsetSeconds) {
        forgetBeginning(onsetSeconds);
    }

    /** Says that an episode has ended whose signal nobody wants, so that its beginning takes no room. */
    public void passed(Episode episode) {
        episode.bursts().forEach(burst -> forgetBeginning(burst.onsetSeconds()));
    }

    /** Says that an episode has ended; {@link #accept} or {@link #finish} gives it back, in the order of these calls. */
    public void ended(Episode episode) {
        waiting.add(episode);
    }

    /** Takes the next block of the recording and returns the episodes whose excerpts are complete with those before. */
    public List<Taken> accept(Block block) {
        double now = streams.get(block.stream()).seconds(block.firstFrame());
        List<Taken> taken = take(now);
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
            taken.add(new Taken(episode, excerpt(episode)));
            passed(episode);
        }
        return taken;
    }

    private Excerpt excerpt(Episode episode) {
        double from = episode.onsetSeconds() - AROUND_SECONDS;
        double to = episode.endSeconds() + AROUND_SECONDS;
        double leftOutFrom = from;
        double keptFrom = from;
        List<Block> blocks = new ArrayList<>();
        if (to - from > LONGEST_SECONDS || forgottenUntilSeconds > from) {
            Optional<Double> beginning = beginning(from);
            if (beginning.isPresent()) {
                double keptUntil = beginning.get() + BEGINNING_SECONDS;
                from = Math.abs(beginning.get() - from) <= REFINED_SECONDS ? beginning.get() : from;
                leftOutFrom = Math.min(to, keptUntil);
                blocks.addAll(cut(beginnings.getOrDefault(beginning.get(), List.copyOf(history)), from, leftOutFrom));
            }
            keptFrom = Math.max(leftOutFrom, Math.max(forgottenUntilSeconds, to - BEGINNING_SECONDS));
        }
        if (keptFrom < to) {
            blocks.addAll(cut(history, keptFrom, to));
        }
        blocks.sort(Comparator.comparingDouble(
                        (Block block) -> streams.get(block.stream()).seconds(block.firstFrame()))
                .thenComparing(Block::stream));
        Excerpt.Span leftOut = new Excerpt.Span(leftOutFrom, Math.min(keptFrom, to));
        return new Excerpt(
                from,
                to,
                leftOut.toSeconds() > leftOut.fromSeconds() ? Optional.of(leftOut) : Optional.empty(),
                streams,
                blocks);
    }

    /**
     * Where the beginning of an excerpt from there is to be had: there, or where it was put aside, or where another was
     * that began so shortly before that it holds some of it; or nowhere.
     */
    private Optional<Double> beginning(double from) {
        if (forgottenUntilSeconds <= from) {
            return Optional.of(from);
        }
        return nearest(beginnings.navigableKeySet(), from)
                .or(() -> Optional.ofNullable(beginnings.floorKey(from)))
                .filter(each -> each + BEGINNING_SECONDS > from);
    }

    /** The one of these that an onset may have been told with before it was refined. */
    private static Optional<Double> nearest(NavigableSet<Double> told, double from) {
        return told.subSet(from - REFINED_SECONDS, true, from + REFINED_SECONDS, true).stream()
                .min(Comparator.comparingDouble(each -> Math.abs(each - from)));
    }

    private void forgetBeginning(double onsetSeconds) {
        double from = onsetSeconds - AROUND_SECONDS;
        nearest(underWay, from).ifPresent(underWay::remove);
        nearest(beginnings.navigableKeySet(), from).ifPresent(beginnings::remove);
    }

    /** Drops what is older, but for the beginnings of what is still under way. */
    private void forget(double untilSeconds) {
        while (!underWay.isEmpty() && underWay.first() < untilSeconds) {
            double from = underWay.pollFirst();
            beginnings.put(from, cut(history, from, from + BEGINNING_SECONDS));
        }
        while (beginnings.size() > MOST_BEGINNINGS) {
            beginnings.remove(mostCovered());
        }
        while (!history.isEmpty() && end(history.peek()) <= untilSeconds) {
            forgottenUntilSeconds = Math.max(forgottenUntilSeconds, end(history.remove()));
        }
    }

    /**
     * The beginning of which those before hold most. So the first burst of an episode of many stays, and with it what
     * began apart from it.
     */
    private double mostCovered() {
        double most = beginnings.lastKey();
        double shortest = Double.POSITIVE_INFINITY;
        double before = Double.NEGATIVE_INFINITY;
        for (double from : beginnings.keySet()) {
            if (from - before < shortest) {
                shortest = from - before;
                most = from;
            }
            before = from;
        }
        return most;
    }

    private double end(Block block) {
        return streams.get(block.stream()).seconds(block.endFrame());
    }

    /** What blocks hold of a stretch of time, one block for each run of frames without a gap, stream by stream. */
    private List<Block> cut(Iterable<Block> blocks, double fromSeconds, double toSeconds) {
        List<Block> cut = new ArrayList<>();
        for (SampleStream stream : streams) {
            RunJoiner runs = new RunJoiner(stream, stream.frameAt(fromSeconds), stream.frameAt(toSeconds));
            blocks.forEach(runs::add);
            cut.addAll(runs.joined());
        }
        return cut;
    }
}
