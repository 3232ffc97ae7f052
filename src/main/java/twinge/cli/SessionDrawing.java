package twinge.cli;

import java.util.List;
import twinge.chart.Caption;
import twinge.chart.Look;
import twinge.chart.Picture;
import twinge.chart.SessionChart;
import twinge.chart.Span;
import twinge.detect.Finding;
import twinge.detect.Finding.EpisodeEnded;
import twinge.files.Recording;
import twinge.frames.Block;
import twinge.frames.SampleStream;

/** Feeds the picture of a session with the signal and with what is found in it. */
final class SessionDrawing implements Listener {
    private final SessionChart chart;
    private final List<SampleStream> streams;
    private boolean anySamples;
    private double endSeconds;

    SessionDrawing(Recording recording) {
        streams = recording.streams();
        chart = new SessionChart(streams);
    }

    /** Of a part of the recording. */
    SessionDrawing(Recording recording, Span window) {
        streams = recording.streams();
        chart = new SessionChart(streams, window);
    }

    @Override
    public void block(Block block) {
        chart.accept(block);
        anySamples |= block.frames() > 0;
        endSeconds = Math.max(endSeconds, streams.get(block.stream()).seconds(block.endFrame()));
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

    /** Where the recording ends, as far as it has been read. */
    double endSeconds() {
        return endSeconds;
    }

    Picture picture(Caption caption, Look look) {
        return chart.picture(caption, look);
    }
}
