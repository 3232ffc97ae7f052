package twinge.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import twinge.detect.Finding.Quality;
import twinge.detect.Finding.Reason;
import twinge.frames.Channel;
import twinge.frames.Montage;
import twinge.frames.SampleStream;
import twinge.frames.Scale;

class QualityNotesTest {
    @Test
    void aStretchToldInPartsIsOneStretchAndItsTimeCountsOnce() {
        Channel channel = Channel.of("left", Channel.Type.EMG, Scale.step(1, "uV"));
        QualityNotes notes = new QualityNotes(List.of(new SampleStream(0, 1000, 0, new Montage(List.of(channel)))));
        for (long from : new long[] {0, 10_000, 20_000, 50_000}) {
            notes.accept(new Quality(0, 0, from, from + 10_000, Reason.NOISE, "one tone", from + 10_000));
        }
        assertEquals(List.of("left: noise for 40.0 s in 2 stretches, first: one tone"), notes.sentences());
        assertEquals(Map.of("noise", 40.0), notes.secondsByReason());
    }
}
