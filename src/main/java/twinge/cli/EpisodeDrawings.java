package twinge.cli;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
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

    private static final double REMEMBERED_SECONDS = ExcerptRecorder.LONGEST_SECONDS + 20;

    private final List<SampleStream> streams;
    private final Shown shown;
    private final Taker taker;
    private final Excerpts excerpts;
    private final Deque<Finding> recent = new ArrayDeque<>(); // traces and quality

    EpisodeDrawings(List<SampleStream> streams, Shown shown, Taker taker) {
        this.streams = streams;
        this.shown = shown;
        this.taker = taker;
        excerpts = new Excerpts(streams);
    }

    @Override
    public void block(Block block) throws IOException {
        draw(excerpts.block(block));
    }

    @Override
    public void finding(Finding finding) {
        if (finding instanceof Trace || finding instanceof Quality) {
            recent.add(finding);
            forget(decidedSeconds(finding) - REMEMBERED_SECONDS);
        } else if (finding instanceof EpisodeEnded ended) {
            if (shown.wanted(ended.episode())) {
                excerpts.ended(ended.episode());
            } else {
                excerpts.passed(ended.episode());
            }
        }
        excerpts.underWay(finding);
    }

    /** Draws those whose surroundings the end of the recording has cut short. */
    void finish() throws IOException {
        draw(excerpts.finish());
    }

    private void draw(List<ExcerptRecorder.Taken> complete) throws IOException {
        for (ExcerptRecorder.Taken taken : complete) {
            EpisodeChart chart = new EpisodeChart(streams, taken.episode());
            taken.excerpt().blocks().forEach(chart::accept);
            taken.excerpt().leftOut().ifPresent(span -> chart.leftOut(span.fromSeconds(), span.toSeconds()));
            recent.forEach(finding -> Drawable.handOn(finding, chart::level, chart::quality));
            taker.take(taken.episode(), chart);
        }
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
