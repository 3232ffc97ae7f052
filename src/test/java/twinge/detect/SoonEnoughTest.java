package twinge.detect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import twinge.events.Kind;
import twinge.frames.Block;
import twinge.frames.SampleStream;
import twinge.settings.Settings;
import twinge.simulate.Catalogue;
import twinge.simulate.Planted;
import twinge.simulate.Simulation;
import twinge.simulate.Truth;

/** How soon the wearer can be told, in the recording's own time: from the onset to the last sample that was needed. */
class SoonEnoughTest {
    private static final double RATE = 1000;
    private static final int BLOCK_FRAMES = 4;
    private static final SampleStream STREAM = Made.stream(0, RATE, Made.emg("EMG", Made.MICROVOLTS));

    /** Seconds from the onset of the drive to the block with which a burst was told of. */
    private static double seconds(long seed) {
        Random random = new Random(seed);
        double rise = 0.03 + 0.27 * random.nextDouble();
        double onset = 3 + random.nextDouble();
        Planted planted = Planted.spasm(seed, 2, rise, RATE);
        double[] microvolts = Made.noise(seed, 6500, 3);
        int begin = (int) Math.round(onset * RATE);
        double[] signal = planted.signal();
        for (int frame = 0; frame < signal.length; frame++) {
            microvolts[begin + frame] += 45 * signal[frame]; // 15 times rest
        }
        double true0 = onset + planted.train().onsetSeconds();
        Detector detector = Made.detector(STREAM);
        long[] told = {-1};
        for (Block whole : Made.blocks(STREAM, microvolts)) {
            for (int from = 0; from < whole.frames(); from += BLOCK_FRAMES) {
                Block block = whole.slice(from, from + BLOCK_FRAMES);
                detector.accept(block, finding -> {
                    if (told[0] < 0
                            && finding instanceof Finding.Provisional begun
                            && begun.decidedFrame() > true0 * RATE) {
                        told[0] = block.endFrame();
                    }
                });
            }
        }
        assertTrue(told[0] >= 0, "seed " + seed + " was not told of at all");
        return told[0] / RATE - true0;
    }

    @Test
    void aClearOnsetIsToldWithin150MillisecondsMostlyAnd300NearlyAlways() {
        double[] seconds = new double[60];
        for (int seed = 0; seed < seconds.length; seed++) {
            seconds[seed] = seconds(seed + 1);
        }
        Arrays.sort(seconds);
        double median = seconds[seconds.length / 2];
        double nearlyAll = seconds[(int) Math.ceil(0.95 * seconds.length) - 1];
        System.out.printf("onset to provisional finding: median %.3f s, 95 %% within %.3f s%n", median, nearlyAll);
        assertTrue(median <= 0.150, "median " + median + " s");
        assertTrue(nearlyAll <= 0.300, "95 % within " + nearlyAll + " s");
    }

    /** What was suspected while it lasted, and what it was. */
    private record Told(List<Truth> truth, List<Finding.Suspected> suspected, SampleStream stream) {
        List<Truth> during() {
            List<Truth> during = new ArrayList<>();
            for (Finding.Suspected each : suspected) {
                double decided = stream.seconds(each.decidedFrame());
                String label = stream.montage().channel(each.channel()).label();
                truth.stream()
                        .filter(event -> event.channel().equals(label)
                                && event.onsetSeconds() < decided
                                && decided < event.endSeconds())
                        .forEach(during::add);
            }
            return during;
        }
    }

    private static Told told(String scenario, long seed) {
        Simulation simulation = new Simulation(Catalogue.of(scenario).scenario(seed, Catalogue.USUAL_SECONDS));
        Detector detector = new Detector(simulation.streams(), Settings.standard());
        List<Finding.Suspected> suspected = new ArrayList<>();
        for (Block block = simulation.next(); block != null; block = simulation.next()) {
            detector.accept(block, finding -> {
                if (finding instanceof Finding.Suspected each) {
                    suspected.add(each);
                }
            });
        }
        return new Told(simulation.truth(), suspected, simulation.streams().get(0));
    }

    @Test
    void spasmsAreSuspectedWhileTheyLast() {
        int spasms = 0;
        int suspected = 0;
        for (long seed : new long[] {1, 2}) {
            Told told = told("lifting", seed);
            for (Truth event : told.truth()) {
                if (event.kind() == Kind.SPASM && event.durationSeconds() > 2.2) {
                    spasms++;
                    suspected += told.during().contains(event) ? 1 : 0;
                }
            }
            assertTrue(
                    told.during().stream().allMatch(event -> event.kind().involuntary()),
                    () -> told.suspected().toString());
        }
        System.out.println(suspected + " of " + spasms + " spasms were suspected while they lasted");
        assertTrue(spasms >= 2 && 2 * suspected >= spasms, suspected + " of " + spasms);
    }

    @Test
    void workIsNotSuspected() {
        for (String scenario : List.of("quiet", "reps", "brace")) {
            assertEquals(List.of(), told(scenario, 1).suspected(), scenario);
        }
    }
}
