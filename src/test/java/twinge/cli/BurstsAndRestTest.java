package twinge.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import twinge.chart.Span;
import twinge.detect.Finding.BurstFound;
import twinge.detect.Finding.Quality;
import twinge.detect.Finding.Reason;
import twinge.events.Burst;
import twinge.events.Features;
import twinge.events.Kind;
import twinge.events.Verdict;
import twinge.frames.Block;
import twinge.frames.Channel;
import twinge.frames.Montage;
import twinge.frames.SampleStream;
import twinge.frames.Scale;

class BurstsAndRestTest {
    private static final SampleStream STREAM = new SampleStream(
            0,
            100,
            0,
            new Montage(List.of(
                    Channel.of("L", Channel.Type.EMG, Scale.step(1, "uV")),
                    Channel.of("R", Channel.Type.EMG, Scale.step(1, "uV")))));

    private final BurstsAndRest when = new BurstsAndRest(STREAM, 1);

    private static BurstFound burst(int channel, long onset, long end, Kind kind) {
        Features features = new Features(1, 1, 1, 1, 1, 1, 1, 1, 0, 0, 0, 0, 1, 1, 0, 0, 0, 0);
        Verdict verdict = new Verdict(kind, 1, List.of());
        return new BurstFound(
                new Burst(0, channel, onset, end, onset / 100.0, end / 100.0, false, features, verdict), end);
    }

    @Test
    void restIsWhatIsLeftHalfASecondAwayFromAnyBurst() {
        when.block(Block.of(STREAM, 0, 2000).build());
        when.finding(burst(1, 800, 1000, Kind.SPASM));
        when.finding(burst(1, 300, 400, Kind.VOLUNTARY));
        assertEquals(List.of(new Span(0, 2.5), new Span(4.5, 7.5), new Span(10.5, 20)), when.rest());
        assertEquals(List.of(new Span(8, 10), new Span(3, 4)), when.bursts());
    }

    @Test
    void artifactsAndFlaggedStretchesAreNeither() {
        when.block(Block.of(STREAM, 0, 2000).build());
        when.finding(burst(1, 100, 200, Kind.ARTIFACT));
        when.finding(new Quality(0, 1, 1000, 1900, Reason.RAIL, "at the limit", 1900));
        assertEquals(List.of(), when.bursts());
        assertEquals(List.of(new Span(0, 0.5), new Span(2.5, 9.5), new Span(19.5, 20)), when.rest());
    }

    @Test
    void otherChannelsDoNotCount() {
        when.block(Block.of(STREAM, 0, 2000).build());
        when.finding(burst(0, 300, 400, Kind.SPASM));
        when.finding(new Quality(0, 0, 0, 2000, Reason.FLAT, "has not changed", 2000));
        assertEquals(List.of(new Span(0, 20)), when.rest());
    }
}
