package twinge.cli;

import twinge.chart.Caption;
import twinge.chart.Look;
import twinge.chart.Picture;
import twinge.chart.SessionChart;
import twinge.chart.Span;
import twinge.detect.Finding;
import twinge.detect.Finding.EpisodeEnded;
import twinge.files.Recording;
import twinge.frames.Block;

/** Feeds the picture of a session with the signal and with what is found in it. */
final class SessionDrawing implements Listener {
    private final SessionChart chart;
    private boolean anySamples;

    SessionDrawing(Recording recording) {
        chart = new SessionChart(recording.streams());
    }

    /** Of a part of the recording. */
    SessionDrawing(Recording recording, Span window) {
        chart = new SessionChart(recording.streams(), window);
    }

    @Override
    public void block(Block block) {
        chart.accept(block);
        anySamples |= block.frames() > 0;
    }

    @Override
    public void finding(Finding finding) {
        Drawable.handOn(finding, chart::level, chart::quality);
        if (finding instanceof EpisodeEnded ended) {
            chart.episode(ended.episode());
        }
    }

    /** Whether there is anything to draw. */
    boolean anySamples() {
        return anySamples;
    }

    Picture picture(Caption caption, Look look) {
        return chart.picture(caption, look);
    }
}
