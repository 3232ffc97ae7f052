package twinge.simulate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import twinge.frames.Block;
import twinge.frames.Channel;
import twinge.frames.Marker;

class SimulationTest {
    /** SHA-256 over every count, mask and marker with its stream, frame and channel, whatever the blocks. */
    private static String digest(Scenario scenario, double blockSeconds) throws NoSuchAlgorithmException {
        Simulation simulation = new Simulation(scenario, blockSeconds, (channel, unit, seconds) -> {});
        MessageDigest[] digests = {MessageDigest.getInstance("SHA-256"), MessageDigest.getInstance("SHA-256")};
        for (Block block = simulation.next(); block != null; block = simulation.next()) {
            ByteBuffer bytes = ByteBuffer.allocate(block.frames() * (block.channels() * 5 + 8));
            for (int i = 0; i < block.frames(); i++) {
                bytes.putLong(block.firstFrame() + i);
                for (int channel = 0; channel < block.channels(); channel++) {
                    bytes.putInt(block.count(channel, i));
                    bytes.put((byte) (block.missing(channel, i) ? 1 : 0));
                }
            }
            digests[block.stream()].update(bytes.array());
        }
        digests[0].update(digests[1].digest());
        return HexFormat.of().formatHex(digests[0].digest(), 0, 8);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "LIFTING, b4f412949acdcb3c",
        "REST, 05f1f76b6956ac95",
        "QUIET, 0bd4e531cbb4e184",
        "FAULTS, 37715157b8f84dab"
    })
    void theSameSeedGivesTheSameBitsOnEveryMachine(Catalogue catalogue, String known) throws Exception {
        assertEquals(known, digest(catalogue.scenario(1, 140), 0.1));
    }

    /** Twelve seconds of work with lost samples, lost frames and cues. */
    private static Scenario torn() {
        return Scenario.of(
                        "torn",
                        11,
                        12,
                        List.of(Measured.bare(Channel.Side.LEFT, "L3"), Measured.bare(Channel.Side.RIGHT, "L3")))
                .motionSensor(Scenario.MOTION_RATE_HZ)
                .heart(80, 0.03)
                .mains(50)
                .add(Event.ramped(Behaviour.REP, 1, 6, 0.5, 0.5, 0.5, 0, 1))
                .add(Event.fault(Behaviour.LOST_FRAMES, 3.0004, 2.5, 1, 0))
                .add(Event.fault(Behaviour.LOST_SAMPLES, 7, 0.8, 1, 1))
                .add(Event.cramp(8, 4, 0.4, 1, 1, 0.45, 0))
                .cue(4, 0, "within the gap")
                .build();
    }

    @Test
    void anotherSeedGivesOtherBits() throws Exception {
        assertNotEquals(digest(Catalogue.LIFTING.scenario(1, 5), 0.1), digest(Catalogue.LIFTING.scenario(2, 5), 0.1));
    }

    @ParameterizedTest(name = "blocks of {0} s")
    @ValueSource(doubles = {0.001, 0.0137, 0.5, 7})
    void howBlocksAreCutDoesNotMatter(double blockSeconds) throws Exception {
        Scenario scenario = torn();
        assertEquals(digest(scenario, 0.1), digest(scenario, blockSeconds));
    }

    @Test
    void blocksComeInTheOrderOfTheirTimeAlsoAcrossAGap() {
        Simulation simulation = new Simulation(torn());
        double before = 0;
        long[] expected = new long[2];
        boolean gap = false;
        for (Block block = simulation.next(); block != null; block = simulation.next()) {
            double seconds = simulation.streams().get(block.stream()).seconds(block.firstFrame());
            assertTrue(seconds >= before, seconds + " s after " + before + " s");
            assertTrue(block.firstFrame() >= expected[block.stream()]);
            gap |= block.firstFrame() > expected[block.stream()];
            expected[block.stream()] = block.endFrame();
            before = seconds;
        }
        assertTrue(gap);
        assertEquals(12_000, expected[0]);
        assertEquals(1778, expected[1]); // 12 s at 4000 / 27 Hz
    }

    @Test
    void markersTravelInTheBlockOfTheirFrame() {
        Scenario scenario = Catalogue.LIFTING.scenario(3, 120);
        Simulation simulation = new Simulation(scenario);
        List<String> met = new ArrayList<>();
        for (Block block = simulation.next(); block != null; block = simulation.next()) {
            for (Marker marker : block.markers()) {
                assertTrue(marker.frame() >= block.firstFrame() && marker.frame() < block.endFrame());
                met.add(marker.text());
            }
        }
        assertEquals(scenario.cues().stream().map(Scenario.Cue::text).toList(), met);
        assertTrue(met.size() >= 4, met + "");
    }

    @Test
    void streamsSayWhatTheyMeasure() {
        var streams = new Simulation(Catalogue.LIFTING.scenario(1, 10)).streams();
        Channel left = streams.get(0).montage().channel(0);
        assertEquals("ES left L3", left.label());
        assertEquals(Channel.Side.LEFT, left.side());
        assertEquals("erector spinae", left.muscle());
        assertTrue(left.calibrated());
        assertEquals("g", streams.get(1).montage().channel(0).scale().unit());
        assertEquals(Channel.Type.ROTATION, streams.get(1).montage().channel(5).type());
    }

    @ParameterizedTest(name = "{0} Hz")
    @ValueSource(doubles = {200, 500, 1000, 2000, 4000})
    void theSameMuscleIsAsStrongAtAnyRate(double rateHz) {
        Event hold = Event.ramped(Behaviour.HOLD, 0, 6, 1, 0.01, 0.01, 0);
        Scenario scenario = Measured.bareScenario(1, 6).rate(rateHz).add(hold).build();
        assertEquals(350, Measured.rms(Measured.play(scenario)[0]), 45); // and up to a tenth by fatigue
    }

    @Test
    void anUncalibratedBoardGivesCountsAroundTheMiddle() {
        Scenario scenario = Measured.bareScenario(1, 3)
                .converter(Converter.hobby())
                .add(Event.ramped(Behaviour.HOLD, 1, 2, 0.5, 0.1, 0.1, 0))
                .build();
        Simulation simulation = new Simulation(scenario);
        assertEquals(false, simulation.streams().get(0).montage().channel(0).calibrated());
        double[] counts = Measured.play(simulation, 0)[0];
        assertEquals(512, counts[500]);
        assertTrue(Measured.rms(Measured.part(counts, 1.5, 2.5)) > 512);
    }

    @Test
    void aNeighbourSeesCrosstalkButHasNoTruthOfItsOwn() {
        List<Site> eight = new ArrayList<>();
        for (String vertebra : List.of("T10", "L1", "L3", "L5")) {
            eight.add(Measured.bare(Channel.Side.LEFT, vertebra));
            eight.add(Measured.bare(Channel.Side.RIGHT, vertebra));
        }
        Scenario scenario = Scenario.of("eight", 1, 4, eight)
                .drift(0)
                .add(Event.ramped(Behaviour.HOLD, 0, 4, 0.6, 0.1, 0.1, 2))
                .build();
        double[][] signals = Measured.play(scenario);
        double[] share = new double[8];
        for (int channel = 0; channel < 8; channel++) {
            share[channel] = Measured.rms(signals[channel]) / Measured.rms(signals[2]);
        }
        assertEquals(0.6 * Math.exp(-60 / 25.0), share[3], 1e-3); // the other side of L1
        assertEquals(0.6 * Math.exp(-70 / 25.0), share[4], 1e-3); // L3 of the same side
        assertTrue(share[6] < 0.01, "L5");
        assertEquals(1, new Simulation(scenario).truth().size());
    }

    @Test
    void twoCrampsOnOneChannelGoOnSideBySide() {
        Event first = Event.cramp(0, 12, 0.3, 2, 1, 0.45, 0);
        Event second = Event.cramp(4, 12, 0.3, 2, 1, 0.45, 0);
        double[] alone = Measured.play(Measured.bareScenario(1, 17).add(first).build())[0];
        double[] both = Measured.play(
                Measured.bareScenario(1, 17).add(first).add(second).build())[0];
        double grown = Measured.rms(Measured.part(both, 7, 10)) / Measured.rms(Measured.part(alone, 7, 10));
        assertEquals(Math.sqrt(2), grown, 0.3); // unrelated signals add their powers
    }

    @Test
    void firingTimesAreToldWhileItPlays() {
        Scenario scenario = Measured.bareScenario(1, 5)
                .add(Event.ramped(Behaviour.HOLD, 1, 2, 0.3, 0.2, 0.2, 0))
                .add(Event.fasciculation(4, 0.01, 0.5, 0))
                .build();
        List<Double> times = new ArrayList<>();
        List<Double> twitches = new ArrayList<>();
        Simulation simulation = new Simulation(
                scenario, 0.1, (channel, unit, seconds) -> (unit >= 100_000 ? twitches : times).add(seconds));
        while (simulation.next() != null) {
            assertTrue(times.isEmpty() || times.get(times.size() - 1) < 3.01);
        }
        assertTrue(times.stream().allMatch(at -> at >= 1 && at < 3.001));
        assertEquals(1, twitches.size());
        assertEquals(4, twitches.get(0), 0.003); // a fasciculation's onset is where its potential can be seen
    }

    @Test
    void aFasciculationIsWhereAndAsHighAsItsTruthSays() {
        Event twitch = Event.fasciculation(1.2345, 0.012, 0.5, 0);
        Scenario scenario = Measured.bareScenario(2, 2).rate(10_000).add(twitch).build();
        double[] signal = Measured.play(scenario)[0];
        int first = -1;
        int last = -1;
        double highest = 0;
        for (int frame = 0; frame < signal.length; frame++) {
            if (Math.abs(signal[frame]) > 0.05 * 175) {
                first = first < 0 ? frame : first;
                last = frame;
            }
            highest = Math.max(highest, Math.abs(signal[frame]));
        }
        assertEquals(175, highest, 1); // half of 350 uV
        assertEquals(1.2345, first / 10_000.0, 0.0005);
        assertEquals(0.012, (last - first) / 10_000.0, 0.001);
    }

    @Test
    void memoryDoesNotGrowWithTheLength() {
        Scenario scenario = Catalogue.LIFTING.scenario(1, 36_000);
        Simulation simulation = new Simulation(scenario);
        long used = usedBytes();
        for (int block = 0; block < 3000; block++) { // 150 s of ten hours
            simulation.next();
        }
        assertTrue(usedBytes() - used < 2_000_000, "grew by " + (usedBytes() - used) + " bytes");
        assertTrue(simulation.truth().size() > 5000);
    }

    private static long usedBytes() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }
}
