package twinge.detect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import twinge.events.Burst;
import twinge.events.Features;
import twinge.events.Kind;
import twinge.frames.Block;
import twinge.frames.Channel;
import twinge.frames.Channel.Side;
import twinge.frames.Montage;
import twinge.frames.SampleStream;
import twinge.frames.Scale;

/** What the other channels tell of a burst: how far apart they begin, and how much of it is on either side. */
class ComparisonsTest {
    private static final double RATE = 1000;
    private static final double SECONDS = 40;

    private static Channel channel(String label, Side side, Scale scale) {
        return new Channel(label, Channel.Type.EMG, "erector spinae", side, "L3", scale);
    }

    private static Channel channel(String label, Side side) {
        return channel(label, side, Made.MICROVOLTS);
    }

    private static final SampleStream LEFT_AND_RIGHT =
            Made.stream(0, RATE, channel("left", Side.LEFT), channel("right", Side.RIGHT));

    /**
     * Rest of 5 µV and every 5 s a contraction of a second, so many times as high as rest (with rest: sqrt(1 + times^2)), that
     * rises on a straight line.
     */
    private static double[] work(long seed, double rateHz, double lateSeconds, double riseSeconds, double times) {
        int frames = (int) (SECONDS * rateHz);
        double[] rest = Made.noise(seed, frames, 5);
        double[] muscle = Made.noise(seed + 100, frames, 5 * times);
        for (int frame = 0; frame < frames; frame++) {
            double since = (frame / rateHz - lateSeconds) % 5 - 4;
            boolean active = since >= 0 && frame / rateHz > 4;
            rest[frame] += active ? muscle[frame] * Math.min(1, since / Math.max(1e-9, riseSeconds)) : 0;
        }
        return rest;
    }

    /** The features of a channel's bursts. */
    private static List<Features> features(List<Burst> bursts, int stream, int channel) {
        return bursts.stream()
                .filter(burst -> burst.stream() == stream && burst.channel() == channel)
                .map(Burst::features)
                .toList();
    }

    private static List<Burst> bursts(double[] left, double[] right) {
        return Made.bursts(Made.findings(List.of(LEFT_AND_RIGHT), Made.blocks(LEFT_AND_RIGHT, left, right)));
    }

    private static double medianDelay(List<Features> features) {
        assertTrue(features.size() >= 6, "only " + features.size() + " bursts");
        return Train.median(features.stream()
                .mapToDouble(Features::channelDelaySeconds)
                .filter(delay -> !Double.isNaN(delay))
                .toArray());
    }

    @ParameterizedTest(name = "{0} s late, rises in {1} s, {2} and {3} times rest")
    @CsvSource({
        "0.02, 0, 10, 10",
        "0.02, 0, 10, 5",
        "-0.02, 0, 5, 20",
        "0.02, 0.03, 10, 10",
        "0.05, 0, 10, 10",
        "0.05, 0.1, 10, 5",
        "0.1, 0, 10, 10"
    })
    void theDelayBetweenTwoChannelsIsMeasured(double late, double rise, double times, double otherTimes) {
        List<Burst> bursts = bursts(work(1, RATE, 0.2, rise, times), work(2, RATE, 0.2 + late, rise, otherTimes));
        assertEquals(Math.abs(late), medianDelay(features(bursts, 0, 0)), 0.01);
        assertEquals(Math.abs(late), medianDelay(features(bursts, 0, 1)), 0.01);
        if (rise == 0) {
            for (Burst burst : bursts) {
                assertEquals(Math.abs(late), burst.features().channelDelaySeconds(), 0.015, "each of " + bursts.size());
            }
        }
    }

    @ParameterizedTest(name = "{0} frames a second, from {1} s on")
    @CsvSource({"1000, 0.5", "1259.25928, 0", "2000, 0.0333", "500, 1.7"})
    void channelsOfOtherRatesAndStartsAreComparedInSeconds(double rate, double start) {
        SampleStream one = new SampleStream(0, RATE, 0, new Montage(List.of(channel("left", Side.LEFT))));
        SampleStream other = new SampleStream(1, rate, start, new Montage(List.of(channel("right", Side.RIGHT))));
        List<Block> blocks = new ArrayList<>(Made.blocks(one, work(1, RATE, 0.2, 0, 10)));
        blocks.addAll(Made.blocks(other, work(2, rate, 0.22 - start, 0, 10)));
        List<Burst> bursts = Made.bursts(Made.findings(List.of(one, other), blocks));
        assertEquals(0.02, medianDelay(features(bursts, 0, 0)), 0.01);
        assertEquals(0.02, medianDelay(features(bursts, 1, 0)), 0.01);
    }

    @Test
    void crosstalkHasNoDelayAndIsNotCountedAsAnother() {
        double[] strong = work(1, RATE, 0.2, 0.1, 20);
        double[] rest = Made.noise(7, strong.length, 5);
        double[] copy = Made.sum(rest, Arrays.stream(strong).map(x -> 0.25 * x).toArray());
        List<Burst> bursts = bursts(strong, copy);
        assertEquals(0, medianDelay(features(bursts, 0, 1)), 0.003);
        for (Features features : features(bursts, 0, 0)) {
            assertTrue(Double.isNaN(features.channelDelaySeconds()), "no other but its copy");
        }
    }

    @Test
    void ofThreeChannelsTheMedianIsTold() {
        SampleStream stream = Made.stream(
                0,
                RATE,
                Made.emg("a", Made.MICROVOLTS),
                Made.emg("b", Made.MICROVOLTS),
                Made.emg("c", Made.MICROVOLTS));
        double[][] signals = {
            work(1, RATE, 0.2, 0, 10), work(2, RATE, 0.22, 0, 10), work(3, RATE, 0.26, 0, 10),
        };
        List<Burst> bursts = Made.bursts(Made.findings(List.of(stream), Made.blocks(stream, signals)));
        double[] expected = {0.04, 0.03, 0.05}; // means of 20 and 60, 20 and 40, 60 and 40 ms
        for (int channel = 0; channel < 3; channel++) {
            assertEquals(expected[channel], medianDelay(features(bursts, 0, channel)), 0.01);
        }
    }

    @ParameterizedTest(name = "the other channel {0} s later")
    @ValueSource(doubles = {0.4, 2})
    void aBurstThatBeginsAloneHasNoDelay(double late) {
        List<Burst> bursts = bursts(work(1, RATE, 0.2, 0, 10), work(2, RATE, 0.2 + late, 0, 10));
        assertFalse(bursts.isEmpty());
        for (Burst burst : bursts) {
            assertTrue(Double.isNaN(burst.features().channelDelaySeconds()), burst::toString);
        }
    }

    /** Above rest 5 (times - 1) µV on each side, for the same time: (l - r) / (l + r). */
    @ParameterizedTest(name = "left {0}, right {1} times rest")
    @CsvSource({"21, 1, 1", "1, 21, -1", "11, 11, 0", "21, 11, 0.3333", "11, 21, -0.3333", "9, 33, -0.6"})
    void asymmetryIsTheShareOfTheSides(double left, double right, double expected) {
        double[] quiet = Made.noise(1, 30_000, 5);
        double[] other = Made.noise(2, 30_000, 5);
        List<Burst> bursts = bursts(Made.louder(quiet, RATE, 10, 14, left), Made.louder(other, RATE, 10, 14, right));
        assertFalse(bursts.isEmpty());
        for (Burst burst : bursts) {
            assertEquals(expected, burst.features().asymmetry(), 0.05);
        }
    }

    @Test
    void whatTheOtherSideDoesMeanwhileCountsEvenIfItBeganLongBefore() {
        double[] held = Made.louder(Made.noise(1, 60_000, 5), RATE, 10, 50, 11);
        double[] short_ = Made.louder(Made.noise(2, 60_000, 5), RATE, 30, 34, 11);
        List<Burst> bursts = bursts(held, short_);
        assertEquals(0, features(bursts, 0, 1).get(0).asymmetry(), 0.05);
        assertEquals((40.0 - 4) / (40 + 4), features(bursts, 0, 0).get(0).asymmetry(), 0.05);
    }

    @Test
    void uncalibratedSidesAreComparedInMultiplesOfTheirRest() {
        Scale counts = new Scale(-32768, 32767, -32768, 32767, "");
        SampleStream stream =
                Made.stream(0, RATE, channel("left", Side.LEFT, counts), channel("right", Side.RIGHT, counts));
        double[] left = Made.louder(Made.noise(1, 30_000, 50), RATE, 10, 14, 11);
        double[] right = Made.louder(Made.noise(2, 30_000, 500), RATE, 10, 14, 11); // ten times the gain
        for (Burst burst : Made.bursts(Made.findings(List.of(stream), Made.blocks(stream, left, right)))) {
            assertEquals(0, burst.features().asymmetry(), 0.05);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"flat", "at the limit", "lost"})
    void aSideThatIsNotMeasuredTellsNothing(String how) {
        double[] left = Made.louder(Made.noise(1, 30_000, 5), RATE, 10, 14, 11);
        double[] right = Made.noise(2, 30_000, 5);
        Arrays.fill(right, 9_000, 30_000, how.equals("flat") ? 3 : 1e6);
        List<Block> blocks = new ArrayList<>();
        for (Block block : Made.blocks(LEFT_AND_RIGHT, left, right)) {
            blocks.add(how.equals("lost") && block.firstFrame() >= 9000 ? withoutRight(block) : block);
        }
        List<Features> bursts = features(Made.bursts(Made.findings(List.of(LEFT_AND_RIGHT), blocks)), 0, 0);
        assertEquals(1, bursts.size());
        assertTrue(Double.isNaN(bursts.get(0).asymmetry()), bursts::toString);
    }

    private static Block withoutRight(Block block) {
        Block.Builder builder = Block.of(LEFT_AND_RIGHT, block.firstFrame(), block.frames());
        for (int frame = 0; frame < block.frames(); frame++) {
            builder.missing(1, frame).count(0, frame, block.count(0, frame));
        }
        return builder.build();
    }

    @ParameterizedTest(name = "{0} and {1}")
    @CsvSource({"UNKNOWN, UNKNOWN", "LEFT, UNKNOWN", "LEFT, LEFT", "MIDDLE, RIGHT"})
    void withoutTwoSidesThereIsNoAsymmetry(Side one, Side other) {
        SampleStream stream = Made.stream(0, RATE, channel("one", one), channel("other", other));
        double[] left = Made.louder(Made.noise(1, 20_000, 5), RATE, 10, 14, 11);
        double[] right = Made.louder(Made.noise(2, 20_000, 5), RATE, 10, 14, 11);
        List<Burst> bursts = Made.bursts(Made.findings(List.of(stream), Made.blocks(stream, left, right)));
        assertEquals(2, bursts.size());
        for (Burst burst : bursts) {
            assertTrue(Double.isNaN(burst.features().asymmetry()));
            assertFalse(Double.isNaN(burst.features().channelDelaySeconds()), "the delay needs no sides");
        }
    }

    /** Beats of 70 ms, five a second, above rest 5 (times - 1) µV: sides 4 to 1, and 20 ms between them. */
    @Test
    void aTrainIsComparedAsAWhole() {
        double[] left = Made.noise(1, 40_000, 5);
        double[] right = Made.noise(2, 40_000, 5);
        for (double beat = 10; beat < 20; beat += 0.2) {
            left = Made.louder(left, RATE, beat, beat + 0.07, 41);
            right = Made.louder(right, RATE, beat + 0.02, beat + 0.09, 11);
        }
        List<Burst> beats = bursts(left, right).stream()
                .filter(burst -> burst.kind() == Kind.CLONUS)
                .toList();
        assertTrue(beats.size() >= 40, "only " + beats.size());
        for (Burst beat : beats) {
            assertEquals(0.6, beat.features().asymmetry(), 0.05);
            assertEquals(0.02, beat.features().channelDelaySeconds(), 0.01);
        }
    }
}
