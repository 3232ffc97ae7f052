package twinge.simulate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import twinge.frames.Block;
import twinge.frames.Channel.Side;

class FaultsTest {
    private static final double RAIL = 3276.7;
    private static final List<Site> PAIR =
            List.of(Site.erectorSpinae(Side.LEFT, "L3"), Site.erectorSpinae(Side.RIGHT, "L3"));

    private static Scenario with(Behaviour behaviour, double level) {
        return Scenario.of("faults", 3, 10, PAIR)
                .drift(0)
                .converter(Converter.sixteenBit())
                .add(Event.ramped(Behaviour.HOLD, 3, 6, 0.4, 0.2, 0.2, 0, 1))
                .add(Event.fault(behaviour, 4, 2, level, 0))
                .build();
    }

    private static double[] during(Behaviour behaviour, double level) {
        double[][] signals = Measured.play(with(behaviour, level));
        double[] sound = Measured.play(with(Behaviour.KNOCK, 0))[0];
        for (int frame = 0; frame < 4000; frame++) {
            assertEquals(sound[frame], signals[0][frame]);
            assertEquals(sound[6000 + frame], signals[0][6000 + frame]);
        }
        return Measured.part(signals[0], 4, 6);
    }

    @Test
    void spikesGoFromRailToRailForFiveToFiftyMilliseconds() {
        double[] signal = during(Behaviour.RAIL_SPIKES, 1);
        List<Integer> lengths = new ArrayList<>();
        int run = 0;
        for (double value : signal) {
            if (Math.abs(value) >= RAIL - 0.05) {
                run++;
            } else if (run > 0) {
                lengths.add(run);
                run = 0;
            }
        }
        assertTrue(lengths.size() >= 5, lengths + "");
        assertTrue(Arrays.stream(signal).anyMatch(x -> x < -RAIL + 0.05), "both rails");
        lengths.forEach(length -> assertTrue(length >= 4 && length <= 51, length + " ms"));
    }

    @Test
    void aStepCreepsBackWithinItsTime() {
        double[] signal = during(Behaviour.ELECTRODE_STEP, 0.5);
        double start = Arrays.stream(signal, 0, 50).average().getAsDouble();
        double later = Arrays.stream(signal, 475, 525).average().getAsDouble();
        assertEquals(0.45 * RAIL, start, 0.1 * RAIL);
        assertEquals(Math.exp(-1), later / start, 0.1); // the time constant is a quarter of 2 s
    }

    @Test
    void aFlatLineIsFlatAndRepeatedSamplesRepeat() {
        assertEquals(1, Arrays.stream(during(Behaviour.FLAT_LINE, 1)).distinct().count());
        double[] stuck = during(Behaviour.REPEATED_SAMPLES, 1);
        long equal = 0;
        for (int i = 1; i < stuck.length; i++) {
            equal += stuck[i] == stuck[i - 1] ? 1 : 0;
        }
        assertEquals(0.5, equal / (double) stuck.length, 0.15); // stuck and free for as long
    }

    @Test
    void contactNoiseIsBroadbandAndClippingReachesTheRails() {
        double[] rubbing = during(Behaviour.CONTACT_NOISE, 1);
        assertTrue(Measured.rms(rubbing) > 280);
        assertTrue(Measured.medianFrequencyHz(rubbing) > 150, "wider than muscle");
        double[] clipped = during(Behaviour.CLIPPING, 1);
        double onRail =
                Arrays.stream(clipped).filter(x -> Math.abs(x) >= RAIL - 0.05).count() / 2000.0;
        assertTrue(onRail > 0.3, onRail + " of the time");
    }

    @Test
    void lostSamplesAreMaskedOnTheirChannelOnly() {
        Simulation simulation = new Simulation(with(Behaviour.LOST_SAMPLES, 1));
        int masked = 0;
        for (Block block = simulation.next(); block != null; block = simulation.next()) {
            for (int i = 0; i < block.frames(); i++) {
                boolean inside = block.firstFrame() + i >= 4000 && block.firstFrame() + i < 6000;
                assertEquals(inside, block.missing(0, i));
                assertFalse(block.missing(1, i));
                masked += inside ? 1 : 0;
            }
        }
        assertEquals(2000, masked);
    }

    @Test
    void lostFramesAreAGapBetweenTwoBlocks() {
        Simulation simulation = new Simulation(with(Behaviour.LOST_FRAMES, 1));
        long expected = 0;
        List<String> gaps = new ArrayList<>();
        for (Block block = simulation.next(); block != null; block = simulation.next()) {
            if (block.firstFrame() != expected) {
                gaps.add(expected + " to " + block.firstFrame());
            }
            assertFalse(block.anyMissing());
            expected = block.endFrame();
        }
        assertEquals(List.of("4000 to 6000"), gaps);
        assertEquals(10_000, expected);
        assertEquals(
                2,
                simulation.truth().stream()
                        .filter(row -> row.behaviour() == Behaviour.LOST_FRAMES)
                        .count());
    }
}
