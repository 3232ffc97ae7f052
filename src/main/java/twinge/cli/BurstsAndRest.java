package twinge.cli;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import twinge.chart.Span;
import twinge.detect.Finding;
import twinge.detect.Finding.BurstFound;
import twinge.detect.Finding.Quality;
import twinge.events.Kind;
import twinge.frames.Block;
import twinge.frames.SampleStream;

/** When one channel was active and when it rested; what is flagged or an artifact is neither. */
final class BurstsAndRest implements Listener {
    /** On either side of activity, to be sure that it is over. */
    private static final double MARGIN_SECONDS = 0.5;

    private final SampleStream stream;
    private final int channel;
    private final List<Span> bursts = new ArrayList<>();
    private final List<Span> noRest = new ArrayList<>();
    private double endSeconds;

    BurstsAndRest(SampleStream stream, int channel) {
        this.stream = stream;
        this.channel = channel;
    }

    @Override
    public void block(Block block) {
        if (block.stream() == stream.index()) {
            endSeconds = stream.seconds(block.endFrame());
        }
    }

    @Override
    public void finding(Finding finding) {
        if (finding.stream() != stream.index()) {
            return;
        }
        if (finding instanceof BurstFound found && found.burst().channel() == channel) {
            Span span = new Span(found.burst().onsetSeconds(), found.burst().endSeconds());
            noRest.add(span);
            if (found.burst().kind() != Kind.ARTIFACT) {
                bursts.add(span);
            }
        } else if (finding instanceof Quality flagged && flagged.channel() == channel) {
            noRest.add(new Span(stream.seconds(flagged.firstFrame()), stream.seconds(flagged.endFrame())));
        }
    }

    SampleStream stream() {
        return stream;
    }

    int channel() {
        return channel;
    }

    List<Span> bursts() {
        return List.copyOf(bursts);
    }

    List<Span> rest() {
        List<Span> rest = new ArrayList<>();
        double from = stream.seconds(0);
        noRest.sort(Comparator.comparingDouble(Span::from));
        for (Span active : noRest) {
            if (active.from() - MARGIN_SECONDS > from) {
                rest.add(new Span(from, active.from() - MARGIN_SECONDS));
            }
            from = Math.max(from, active.to() + MARGIN_SECONDS);
        }
        if (endSeconds > from) {
            rest.add(new Span(from, endSeconds));
        }
        return rest;
    }
}
