package twinge.cli;

import twinge.chart.Caption;
import twinge.chart.Look;
import twinge.chart.Picture;
import twinge.chart.SessionChart;
import twinge.detect.Finding;
import twinge.detect.Finding.EpisodeEnded;
import twinge.detect.Finding.Quality;
import twinge.detect.Finding.Trace;
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
        if (finding instanceof Trace trace) {
            chart.level(Levels.of(trace));
        } else if (finding instanceof Quality flagged) {
            chart.quality(
                    flagged.stream(),
                    flagged.channel(),
                    flagged.firstFrame(),
                    flagged.endFrame(),
                    QualityNotes.word(flagged));
        } else if (finding instanceof EpisodeEnded ended) {
            chart.episode(ended.episode());
        }
    }

    Picture picture(Caption caption, Look look) {
        return chart.picture(caption, look);
    }
}
