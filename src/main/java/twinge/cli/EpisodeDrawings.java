package twinge.cli;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import twinge.chart.EpisodeChart;
import twinge.detect.Finding;
import twinge.detect.Finding.Confirmed;
import twinge.detect.Finding.EpisodeEnded;
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

    private static final double TRACE_SECONDS = ExcerptRecorder.LONGEST_SECONDS + 20;

    private final List<SampleStream> streams;
    private final Shown shown;
    private final Taker taker;
    private final ExcerptRecorder excerpts;
    private final Deque<Trace> traces = new ArrayDeque<>();

    EpisodeDrawings(List<SampleStream> streams, Shown shown, Taker taker) {
        this.streams = streams;
        this.shown = shown;
        this.taker = taker;
        excerpts = new ExcerptRecorder(streams);
    }

    @Override
    public void block(Block block) throws IOException {
        draw(excerpts.accept(block));
    }

    @Override
    public void finding(Finding finding) {
        if (finding instanceof Trace trace) {
            traces.add(trace);
            forget(seconds(trace) - TRACE_SECONDS);
        } else if (finding instanceof Confirmed confirmed) {
            excerpts.underWay(confirmed.episode().onsetSeconds());
        } else if (finding instanceof EpisodeEnded ended && shown.wanted(ended.episode())) {
            excerpts.ended(ended.episode());
        }
    }

    /** Draws those whose surroundings the end of the recording has cut short. */
    void finish() throws IOException {
        draw(excerpts.finish());
    }

    private void draw(List<ExcerptRecorder.Taken> complete) throws IOException {
        for (ExcerptRecorder.Taken taken : complete) {
            EpisodeChart chart = new EpisodeChart(streams, taken.episode());
            taken.excerpt().blocks().forEach(chart::accept);
            Levels levels = chart::level;
            traces.forEach(levels::take);
            taker.take(taken.episode(), chart);
        }
    }

    private void forget(double untilSeconds) {
        while (seconds(traces.peek()) < untilSeconds) {
            traces.remove();
        }
    }

    private double seconds(Trace trace) {
        return streams.get(trace.stream()).seconds(trace.firstFrame());
    }
}
