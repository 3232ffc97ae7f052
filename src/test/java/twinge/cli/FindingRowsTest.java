package twinge.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import twinge.detect.Finding.Quality;
import twinge.detect.Finding.Reason;
import twinge.events.Burst;
import twinge.events.Episode;
import twinge.events.Evidence;
import twinge.events.Features;
import twinge.events.Kind;
import twinge.events.Verdict;
import twinge.frames.Channel;
import twinge.frames.Montage;
import twinge.frames.SampleStream;
import twinge.frames.Scale;

class FindingRowsTest {
    private static final List<SampleStream> STREAMS = List.of(
            new SampleStream(
                    0,
                    1000,
                    0,
                    new Montage(List.of(
                            Channel.of("ES_L", Channel.Type.EMG, Scale.step(1, "uV")),
                            Channel.of("ES_R", Channel.Type.EMG, Scale.step(1, "uV"))))),
            new SampleStream(1, 500, 0, new Montage(List.of(Channel.of("A0", Channel.Type.EMG, Scale.step(1, ""))))));
    private static final Verdict SPASM = new Verdict(
            Kind.SPASM,
            0.87654,
            List.of(
                    new Evidence("no movement", 1.5),
                    new Evidence("rises within 0.1 s", 1.2),
                    new Evidence("one side only", 0.4),
                    new Evidence("short", 0.1)));

    private final FindingRows rows = new FindingRows(STREAMS, "lifting.bdf");

    private static Burst burst(int stream, int channel, long onset, long end, double timesRest, double rhythmHz) {
        double rate = STREAMS.get(stream).rateHz();
        Features features = new Features(
                (end - onset) / rate,
                0.1,
                123.456,
                timesRest,
                3,
                71.25,
                80,
                -1,
                rhythmHz,
                0,
                0,
                0,
                1,
                1,
                0.0204,
                -0.496,
                Double.NaN,
                5);
        return new Burst(stream, channel, onset, end, onset / rate, end / rate, false, features, SPASM);
    }

    private static String csv(Cell[] row) {
        return String.join(",", Arrays.stream(row).map(Cell::text).toList());
    }

    @Test
    void columnsBeginAsPromised() {
        assertEquals(List.of("onset_s", "offset_s", "channel", "kind"), FindingRows.COLUMNS.subList(0, 4));
        assertEquals(
                FindingRows.COLUMNS.size(),
                rows.burst(1, burst(0, 0, 1, 2, 3, 0)).length - FindingRows.JSON_COLUMNS.size());
    }

    @Test
    void anEpisodeSpansItsBurstsAndIsNamedAfterTheStrongest() {
        Episode episode = new Episode(
                SPASM,
                List.of(
                        burst(0, 0, 1500, 2000, 6, 0),
                        burst(0, 1, 1600, 2500, 9.5, 5.25),
                        burst(0, 1, 2600, 2700, 4, 0)));
        assertEquals(
                "1.500000,2.700000,ES_R,spasm,7,0.877,123.46,uV,9.50,71.2,5.25,0.020,-0.50,,ES_L;ES_R,3,"
                        + "no movement; rises within 0.1 s; one side only,lifting.bdf,1.500000;1.600000;2.600000",
                csv(rows.episode(7, episode)));
    }

    @Test
    void whatSpeaksAgainstTheKindSaysSo() {
        Verdict torn = new Verdict(
                Kind.CRAMP, 0.6, List.of(new Evidence("lasts 31 s", 2), new Evidence("on both sides", -1.5)));
        assertEquals("lasts 31 s; against: on both sides", FindingRows.why(torn));
    }

    @Test
    void aBurstOnAnUncalibratedChannelIsInCounts() {
        assertEquals(
                "0.002000,0.004000,A0,spasm,2,0.877,123.46,count,3.00,71.2,0.00,0.020,-0.50,,A0,1,"
                        + "no movement; rises within 0.1 s; one side only,lifting.bdf,0.002000",
                csv(rows.burst(2, burst(1, 0, 1, 2, 3, 0))));
    }

    @Test
    void qualityIsSummedUpByChannelAndReason() {
        QualityNotes notes = new QualityNotes(STREAMS);
        notes.accept(new Quality(0, 1, 0, 1500, Reason.RAIL, "at the limit", 1500));
        notes.accept(new Quality(1, 0, 0, 100, Reason.FLAT, "has not changed", 100));
        notes.accept(new Quality(0, 1, 4000, 4800, Reason.RAIL, "at the limit again", 4800));
        assertEquals(
                List.of(
                        "A0: flat for 0.2 s in 1 stretch, first: has not changed",
                        "ES_R: rail for 2.3 s in 2 stretches, first: at the limit"),
                notes.sentences());
    }

    @Test
    void twitchesAreCountedAMinuteAndOneOnTwoChannelsOnce() {
        List<Double> onsets = List.of(10.0, 10.02, 20.0, 40.0); // three twitches, two intervals in 30 s
        assertEquals(4, FindingRows.perMinute(Kind.FASCICULATION, onsets), 1e-12);
        assertTrue(Double.isNaN(FindingRows.perMinute(Kind.FASCICULATION, List.of(10.0, 10.02))), "a single one");
        assertTrue(Double.isNaN(FindingRows.perMinute(Kind.CLONUS, onsets)), "its rate is rhythm_hz");
    }
}
