package twinge.log;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import twinge.events.Burst;
import twinge.events.Episode;
import twinge.events.Kind;
import twinge.frames.Block;
import twinge.frames.SampleStream;

class ExcerptRecorderTest {
    private static final Episode SPASM = Samples.episode(Kind.SPASM, 20, 22);

    /** Runs a recording through, with the episode reported so long after its end. */
    private static List<ExcerptRecorder.Taken> run(List<Block> blocks, Episode episode, double lateSeconds) {
        ExcerptRecorder recorder = new ExcerptRecorder(Samples.STREAMS);
        List<ExcerptRecorder.Taken> taken = new ArrayList<>();
        boolean told = false;
        for (Block block : blocks) {
            taken.addAll(recorder.accept(block));
            double now = Samples.STREAMS.get(block.stream()).seconds(block.endFrame());
            if (!told && now >= episode.endSeconds() + lateSeconds) {
                recorder.ended(episode);
                told = true;
            }
        }
        taken.addAll(recorder.finish());
        return taken;
    }

    /** Blocks of a stream, ten frames each, every count the frame's number. */
    private static List<Block> counting(SampleStream stream, double fromSeconds, double toSeconds) {
        List<Block> blocks = new ArrayList<>();
        for (long first = stream.frameAt(fromSeconds); first < stream.frameAt(toSeconds); first += 10) {
            Block.Builder block = Block.of(stream, first, 10);
            for (int channel = 0; channel < stream.montage().size(); channel++) {
                for (int frame = 0; frame < 10; frame++) {
                    block.count(channel, frame, (int) (first + frame));
                }
            }
            blocks.add(block.build());
        }
        return blocks;
    }

    @Test
    void anExcerptHoldsExactlyWhatTheRecordingHoldsFiveSecondsAround() {
        for (int seed = 0; seed < 60; seed++) {
            List<Block> recording = Samples.recording(new Random(seed), 40);
            Excerpt excerpt = run(recording, SPASM, seed % 8).get(0).excerpt();
            assertEquals(15, excerpt.fromSeconds());
            assertEquals(27, excerpt.toSeconds());
            assertEquals(Optional.empty(), excerpt.leftOut());
            for (SampleStream stream : Samples.STREAMS) {
                long from = stream.frameAt(15);
                long to = stream.frameAt(27);
                assertEquals(
                        samples(recording, stream, from, to),
                        samples(excerpt.blocks(), stream, from, to),
                        "seed " + seed + ", stream " + stream.index());
                assertEquals(
                        samples(excerpt.blocks(), stream, from, to),
                        samples(excerpt.blocks(), stream, 0, Long.MAX_VALUE),
                        "nothing outside");
            }
        }
    }

    /** Every sample and marker of a stream between two frames, as words. */
    private static List<String> samples(List<Block> blocks, SampleStream stream, long from, long to) {
        List<String> samples = new ArrayList<>();
        List<String> markers = new ArrayList<>();
        for (Block block : blocks) {
            for (int frame = 0; block.stream() == stream.index() && frame < block.frames(); frame++) {
                long at = block.firstFrame() + frame;
                for (int channel = 0; at >= from && at < to && channel < block.channels(); channel++) {
                    String count = block.missing(channel, frame) ? "missing" : "" + block.count(channel, frame);
                    samples.add(at + "/" + channel + "=" + count);
                }
            }
            if (block.stream() == stream.index()) {
                block.markers().stream()
                        .filter(marker -> marker.frame() >= from && marker.frame() < to)
                        .forEach(marker -> markers.add(marker.toString()));
            }
        }
        samples.addAll(markers);
        return samples;
    }

    @Test
    void howTheRecordingIsCutIntoBlocksDoesNotMatter() {
        List<Block> whole = Samples.recording(new Random(9), 40);
        List<Block> singles = new ArrayList<>();
        for (Block block : whole) {
            for (int frame = 0; frame < block.frames(); frame++) {
                singles.add(block.slice(frame, frame + 1));
            }
        }
        singles.sort(Comparator.comparingDouble(ExcerptRecorderTest::seconds).thenComparing(Block::stream));
        assertEquals(run(whole, SPASM, 1), run(singles, SPASM, 1));
    }

    private static double seconds(Block block) {
        return Samples.STREAMS.get(block.stream()).seconds(block.firstFrame());
    }

    @Test
    void anExcerptIsGivenOnceFiveSecondsHavePassed() {
        ExcerptRecorder recorder = new ExcerptRecorder(List.of(Samples.MUSCLE));
        counting(Samples.MUSCLE, 0, 22.5).forEach(recorder::accept);
        recorder.ended(SPASM);
        for (Block block : counting(Samples.MUSCLE, 22.5, 27)) {
            assertTrue(recorder.accept(block).isEmpty(), block.toString());
        }
        Block next = counting(Samples.MUSCLE, 27, 27.1).get(0);
        assertEquals(SPASM, recorder.accept(next).get(0).episode());
        assertTrue(recorder.finish().isEmpty());
    }

    @Test
    void atEitherEndOfTheRecordingAnExcerptHasWhatThereIs() {
        Episode early = Samples.episode(Kind.CRAMP, 1, 3);
        Excerpt excerpt = run(counting(Samples.MUSCLE, 0, 4), early, 0).get(0).excerpt();
        assertEquals(
                List.of(0L), excerpt.blocks().stream().map(Block::firstFrame).toList());
        assertEquals(400, excerpt.blocks().get(0).endFrame());
        assertEquals(Optional.empty(), excerpt.leftOut());
    }

    /** What a recorder gives of an episode told of at so many seconds, at the end of the recording. */
    private static Excerpt toldAt(double seconds, Episode episode, ExcerptRecorder recorder) {
        counting(Samples.MUSCLE, 0, seconds).forEach(recorder::accept);
        recorder.ended(episode);
        return recorder.finish().get(0).excerpt();
    }

    /** First and end frame of each block. */
    private static List<List<Long>> frames(Excerpt excerpt) {
        return excerpt.blocks().stream()
                .map(block -> List.of(block.firstFrame(), block.endFrame()))
                .toList();
    }

    @ParameterizedTest(name = "first told to begin at {0} s, in the end at 100 s")
    @ValueSource(doubles = {100, 100.25, 99.5})
    void ofALongEpisodeTheMiddleIsLeftOutAndSaidSo(double toldSeconds) {
        ExcerptRecorder recorder = new ExcerptRecorder(List.of(Samples.MUSCLE));
        recorder.underWay(toldSeconds);
        Excerpt excerpt = toldAt(602, Samples.episode(Kind.CRAMP, 100, 600), recorder);
        assertEquals(toldSeconds - 5, excerpt.fromSeconds());
        assertEquals(Optional.of(new Excerpt.Span(toldSeconds - 5 + 60, 605 - 60)), excerpt.leftOut());
        long first = Samples.MUSCLE.frameAt(toldSeconds - 5);
        assertEquals(List.of(List.of(first, first + 6_000), List.of(54_500L, 60_200L)), frames(excerpt));
    }

    @Test
    void aShortEpisodeToldOfMinutesLaterIsStillWholeIfItsBeginningWasToldOf() {
        ExcerptRecorder recorder = new ExcerptRecorder(List.of(Samples.MUSCLE));
        recorder.underWay(20);
        Excerpt excerpt = toldAt(400, SPASM, recorder);
        assertEquals(Optional.empty(), excerpt.leftOut());
        assertEquals(List.of(List.of(1_500L, 2_700L)), frames(excerpt));
    }

    @Test
    void anEpisodeToldOfTooLateSaysThatAllOfItIsLeftOut() {
        ExcerptRecorder recorder = new ExcerptRecorder(List.of(Samples.MUSCLE));
        recorder.underWay(20);
        recorder.withdrawn(20);
        Excerpt excerpt = toldAt(400, SPASM, recorder);
        assertEquals(Optional.of(new Excerpt.Span(15, 27)), excerpt.leftOut());
        assertEquals(List.of(), excerpt.blocks());
    }

    @Test
    void anotherBurstThatEndsMeanwhileDoesNotTakeTheBeginningAway() {
        ExcerptRecorder recorder = new ExcerptRecorder(List.of(Samples.MUSCLE));
        recorder.underWay(100);
        recorder.underWay(101.5);
        for (Block block : counting(Samples.MUSCLE, 0, 400)) {
            recorder.accept(block);
            if (block.firstFrame() == 11_000) {
                recorder.ended(Samples.episode(Kind.VOLUNTARY, 101.5, 109));
            }
        }
        recorder.ended(Samples.episode(Kind.CRAMP, 100, 395));
        Excerpt excerpt = recorder.finish().get(0).excerpt();
        assertEquals(Optional.of(new Excerpt.Span(155, 340)), excerpt.leftOut());
    }

    @Test
    void ofALongEpisodeOfManyBurstsTheBeginningStays() {
        ExcerptRecorder recorder = new ExcerptRecorder(List.of(Samples.MUSCLE));
        List<Burst> twitches = new ArrayList<>();
        for (int onset = 20; onset < 270; onset += 10) {
            recorder.underWay(onset);
            twitches.addAll(
                    Samples.episode(Kind.FASCICULATION, onset, onset + 1).bursts());
        }
        Episode whole = new Episode(twitches.get(0).verdict(), twitches);
        Excerpt excerpt = toldAt(330, whole, recorder);
        assertEquals(15, excerpt.fromSeconds());
        assertEquals(Optional.of(new Excerpt.Span(75, whole.endSeconds() + 5 - 60)), excerpt.leftOut());
        assertEquals(List.of(1_500L, 7_500L), frames(excerpt).get(0));
    }

    @Test
    void ofTwoThatBeginShortlyAfterEachOtherBothBeginningsAreKnown() {
        ExcerptRecorder recorder = new ExcerptRecorder(List.of(Samples.MUSCLE));
        for (int onset = 20; onset < 110; onset += 10) { // one more than is put aside
            recorder.underWay(onset);
        }
        Excerpt excerpt = toldAt(402, Samples.episode(Kind.CRAMP, 30, 400), recorder);
        assertEquals(25, excerpt.fromSeconds());
        assertEquals(75, excerpt.leftOut().get().fromSeconds(), "what was put aside from 15 s on holds 60 s");
    }

    @Test
    void whatNobodyWantsTakesNoRoomFromWhatComesLater() {
        ExcerptRecorder recorder = new ExcerptRecorder(List.of(Samples.MUSCLE));
        for (Block block : counting(Samples.MUSCLE, 0, 3_000)) {
            recorder.accept(block);
            if (block.firstFrame() % 20_000 == 2_000) { // work of 20 s every 200 s
                double onset = block.firstFrame() / 100.0;
                recorder.underWay(onset);
            } else if (block.firstFrame() % 20_000 == 5_000) {
                recorder.passed(Samples.episode(
                        Kind.VOLUNTARY, block.firstFrame() / 100.0 - 30, block.firstFrame() / 100.0 - 10));
            } else if (block.firstFrame() == 250_000) {
                recorder.underWay(2_500);
            }
        }
        recorder.ended(Samples.episode(Kind.CRAMP, 2_500, 2_990));
        Excerpt excerpt = recorder.finish().get(0).excerpt();
        assertEquals(List.of(249_500L, 255_500L), frames(excerpt).get(0));
    }

    @Test
    void aLongEpisodeNobodyToldOfHasItsEndOnly() {
        Excerpt excerpt = run(counting(Samples.MUSCLE, 0, 610), Samples.episode(Kind.CRAMP, 100, 600), 1)
                .get(0)
                .excerpt();
        assertEquals(Optional.of(new Excerpt.Span(95, 545)), excerpt.leftOut());
        assertEquals(54_500, excerpt.blocks().get(0).firstFrame());
    }

    @Test
    void anEpisodeOfJustTheLongestLengthIsKeptWhole() {
        Episode twitches = Samples.episode(Kind.FASCICULATION, 105, 215); // 5 + 110 + 5 s, told of 35 s after its end
        Excerpt excerpt =
                run(counting(Samples.MUSCLE, 0, 260), twitches, 35).get(0).excerpt();
        assertEquals(Optional.empty(), excerpt.leftOut());
        assertEquals(10_000, excerpt.blocks().get(0).firstFrame());
        assertEquals(22_000, excerpt.blocks().get(0).endFrame());
    }

    @Test
    void memoryHoldsTheLastMinutesHoweverLongTheRecordingIs() {
        ExcerptRecorder recorder = new ExcerptRecorder(List.of(Samples.MUSCLE));
        List<WeakReference<Block>> given = new ArrayList<>();
        for (int minute = 0; minute < 60; minute++) {
            recorder.underWay(60 * minute + 30);
            for (Block block : counting(Samples.MUSCLE, 60 * minute, 60 * (minute + 1))) {
                recorder.accept(block);
                given.add(new WeakReference<>(block));
            }
        }
        System.gc();
        long held = given.stream().filter(block -> block.get() != null).count();
        assertTrue(held <= 10 * ExcerptRecorder.HISTORY_SECONDS + 1, held + " blocks of 0.1 s");
    }
}
