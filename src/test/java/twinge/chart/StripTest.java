package twinge.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StripTest {
    @ParameterizedTest(name = "{0} frames")
    @ValueSource(ints = {1, 4095, 4096, 4097, 100_003})
    void eachBinHoldsTheExactExtremesOfItsFrames(int frames) {
        SplittableRandom random = new SplittableRandom(frames);
        Strip strip = new Strip();
        double[] values = new double[frames];
        for (int frame = 0; frame < frames; frame++) {
            values[frame] = random.nextDouble(-1, 1);
            strip.accept(frame, values[frame]);
        }
        assertTrue(strip.bins() <= Strip.BINS && strip.bins() * strip.framesPerBin() >= frames);
        for (int bin = 0; bin < strip.bins(); bin++) {
            double lowest = Double.POSITIVE_INFINITY;
            double highest = Double.NEGATIVE_INFINITY;
            long end = Math.min(frames, (bin + 1) * strip.framesPerBin());
            for (long frame = bin * strip.framesPerBin(); frame < end; frame++) {
                lowest = Math.min(lowest, values[(int) frame]);
                highest = Math.max(highest, values[(int) frame]);
            }
            assertEquals(lowest, strip.lowest(bin, bin + 1), "lowest of bin " + bin);
            assertEquals(highest, strip.highest(bin, bin + 1), "highest of bin " + bin);
        }
    }

    @ParameterizedTest(name = "runs of 1 to {0}")
    @ValueSource(ints = {1, 30, 9000})
    void runsOfFramesGiveTheSameAsFrameByFrame(int longest) {
        SplittableRandom random = new SplittableRandom(longest);
        Strip single = new Strip();
        Strip inRuns = new Strip();
        double[] run = new double[longest];
        for (long first = 0; first < 50_000; ) {
            int length = 1 + random.nextInt(longest);
            for (int i = 0; i < length; i++) {
                run[i] = random.nextDouble(-1, 1);
                single.accept(first + i, run[i]);
            }
            inRuns.accept(first, run, length);
            first += length + random.nextInt(50);
        }
        assertEquals(single.endFrame(), inRuns.endFrame());
        assertEquals(single.framesPerBin(), inRuns.framesPerBin());
        for (int bin = 0; bin < single.bins(); bin++) {
            assertEquals(single.lowest(bin, bin + 1), inRuns.lowest(bin, bin + 1));
            assertEquals(single.highest(bin, bin + 1), inRuns.highest(bin, bin + 1));
        }
    }

    @ParameterizedTest(name = "a frame at {0}")
    @ValueSource(longs = {0, 5000, 36_000_000L, 1L << 40})
    void framesLeftOutLeaveEmptyBins(long frame) {
        Strip strip = new Strip();
        strip.accept(frame, 7);
        assertEquals(frame + 1, strip.endFrame());
        assertEquals(7, strip.highest(strip.bins() - 1, strip.bins()));
        assertTrue(strip.lowest(0, strip.bins() - 1) > strip.highest(0, strip.bins() - 1), "all others are empty");
    }
}
