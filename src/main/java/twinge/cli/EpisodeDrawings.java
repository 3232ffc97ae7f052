package twinge.cli;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.Predicate;
import twinge.chart.EpisodeChart;
import twinge.detect.Finding;
import twinge.detect.Finding.EpisodeEnded;
import twinge.detect.Finding.Quality;
import twinge.detect.Finding.Trace;
import twinge.events.Episode;
import twinge.frames.Block;
import twinge.frames.SampleStream;
import twinge.log.ExcerptRecorder;

/** Draws each episode that is wanted once the signal after it has passed; remembers a few minutes, not the recording. */
final class EpisodeDrawings implements Listener {
    /** What to do with a chart that has all it needs. */
    interface Taker {
        void take(Episode episode, EpisodeChart chart) throws IOException;
    }

    /** Long enough for both ends of an episode whose middle is left out; points are few beside samples. */
    private static final double REMEMBERED_SECONDS = 600;

    /** By when what the detector compared has come, too, after the samples it is about. */
    private static final double LATEST_SECONDS = 1;

    private final List<SampleStream> streams;
    private final Predicate<Episode> wanted;
    private final Taker taker;
    private final Excerpts excerpts;
    private final Deque<Finding> recent = new ArrayDeque<>(); // traces and quality
    private final Deque<ExcerptRecorder.Taken> complete = new ArrayDeque<>(); // to be drawn

    EpisodeDrawings(List<SampleStream> streams, Predicate<Episode> wanted, Taker taker) {
        this.streams = streams;
        this.wanted = wanted;
        this.taker = taker;
        excerpts = new Excerpts(streams);
    }

    @Override
    public void block(Block block) throws IOException {
        complete.addAll(excerpts.block(block));
        double now = streams.get(block.stream()).seconds(block.firstFrame());
        while (!complete.isEmpty() && endSeconds(complete.peek()) + LATEST_SECONDS <= now) {
            draw(complete.remove());
        }
    }

    private static double endSeconds(ExcerptRecorder.Taken taken) {
        return taken.episode().endSeconds() + EpisodeChart.AROUND_SECONDS;
    }

    @Override
    public void finding(Finding finding) {
        if (finding instanceof Trace || finding instanceof Quality) {
            recent.add(finding);
            forget(decidedSeconds(finding) - REMEMBERED_SECONDS);
        } else if (finding instanceof EpisodeEnded ended) {
            if (wanted.test(ended.episode())) {
                excerpts.ended(ended.episode());
            } else {
                excerpts.passed(ended.episode());
            }
        }
        excerpts.underWay(finding);
    }

    /** Draws those whose surroundings the end of the recording has cut short. */
    void finish() throws IOException {
        complete.addAll(excerpts.finish());
        while (!complete.isEmpty()) {
            draw(complete.remove());
        }
    }

    private void draw(ExcerptRecorder.Taken taken) throws IOException {
        EpisodeChart chart = new EpisodeChart(streams, taken.episode());
        taken.excerpt().blocks().forEach(chart::accept);
        taken.excerpt().leftOut().ifPresent(span -> chart.leftOut(span.fromSeconds(), span.toSeconds()));
        recent.forEach(finding -> Drawable.handOn(finding, chart::level, chart::quality));
        taker.take(taken.episode(), chart);
    }

    private void forget(double untilSeconds) {
        while (decidedSeconds(recent.peek()) < untilSeconds) {
            recent.remove();
        }
    }

    private double decidedSeconds(Finding finding) {
        return streams.get(finding.stream()).seconds(finding.decidedFrame());
    }
}
