package twinge.cli;

import twinge.chart.Caption;
import twinge.chart.Look;
import twinge.chart.Picture;
import twinge.chart.SessionChart;
import twinge.detect.Finding;
import twinge.detect.Finding.EpisodeEnded;
import twinge.files.Recording;
import twinge.frames.Block;

/** Feeds the picture of a session with the signal and with what is found in it. */
final class SessionDrawing implements Listener {
    private final SessionChart chart;

    SessionDrawing(Recording recording) {
        chart = new SessionChart(recording.streams());
    }

    @Override
    public void block(Block block) {
        chart.accept(block);
    }

    @Override
    public void finding(Finding finding) {
        Drawable.handOn(finding, chart::level, chart::quality);
        if (finding instanceof EpisodeEnded ended) {
            chart.episode(ended.episode());
        }
    }

    Picture picture(Caption caption, Look look) {
        return chart.picture(caption, look);
    }
}
