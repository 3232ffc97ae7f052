package twinge.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import twinge.frames.Block;
import twinge.frames.Channel;
import twinge.frames.Montage;
import twinge.frames.SampleStream;
import twinge.frames.Scale;

/**
 * Whatever a link does, each frame lies where it was taken. A board counts to 256 at 250 frames a second; between it and
 * the reader frames are lost on the way, and stalls fill a buffer that floods out later, or overflows first. Seeded.
 */
class SequencerPropertiesTest {
    private static final int FRAMES = 60_000;
    private static final double RATE_HZ = 250;

    private record Arrival(long index, long nanos) {}

    private final Random random;
    private long lostOnTheWay;

    SequencerPropertiesTest() {
        random = new Random();
    }

    static LongStream seeds() {
        return LongStream.range(0, 60);
    }

    /** What arrives when, with each mishap followed by calm of three seconds or more. */
    private List<Arrival> journey() {
        double driftedPeriod = 1e9 / RATE_HZ * (1 + (random.nextDouble() - 0.5) * 600e-6); // +-300 ppm
        double batchNanos = random.nextInt(3) * 8e6; // none, 8 or 16 ms
        List<Arrival> arrivals = new ArrayList<>();
        Deque<Long> buffer = new ArrayDeque<>();
        long mishap = 1000;
        double stalledUntil = 0;
        double reader = 0;
        int overflowFrom = Integer.MAX_VALUE;
        int overflow = 0;
        long losing = 0;
        double floodNanos = 1e9 / RATE_HZ / 10;
        for (long index = 0; index < FRAMES; index++) {
            double taken = index * driftedPeriod;
            if (index == mishap && index < FRAMES - 4000) {
                switch (random.nextInt(3)) {
                    case 0 -> losing = 1 + (long) Math.pow(1500, random.nextDouble());
                    case 1 -> stalledUntil = taken + 5e9 * random.nextDouble();
                    default -> {
                        stalledUntil = taken + 1e9 + 5e9 * random.nextDouble();
                        int stalled = (int) ((stalledUntil - taken) / driftedPeriod);
                        overflow = 1 + random.nextInt(stalled - 100);
                        overflow += overflow % 256 == 0 ? 1 : 0; // a whole turn leaves no trace of its place in a flood
                        overflowFrom = random.nextInt(stalled - overflow);
                    }
                }
                floodNanos = 1e9 / RATE_HZ / (4 + random.nextInt(100));
                mishap += losing + 2500 + random.nextInt(1500);
            }
            boolean overflown = taken < stalledUntil && buffer.size() >= overflowFrom && overflow > 0;
            if (losing > 0 || overflown) {
                losing = Math.max(0, losing - 1);
                overflow -= overflown ? 1 : 0;
                lostOnTheWay++;
                continue;
            }
            overflowFrom = taken < stalledUntil ? overflowFrom : Integer.MAX_VALUE;
            if (taken < stalledUntil) {
                buffer.add(index);
                continue;
            }
            reader = Math.max(reader, buffer.isEmpty() ? 0 : stalledUntil);
            while (!buffer.isEmpty() && reader + floodNanos <= taken) {
                reader += floodNanos;
                arrivals.add(new Arrival(buffer.remove(), Math.round(reader)));
            }
            if (buffer.isEmpty()) {
                double batched = batchNanos == 0 ? taken : Math.ceil(taken / batchNanos) * batchNanos;
                reader = Math.max(reader, batched + 1e6 * random.nextDouble());
                arrivals.add(new Arrival(index, Math.round(reader)));
            } else {
                buffer.add(index);
            }
        }
        return arrivals;
    }

    @ParameterizedTest(name = "journey {0}")
    @MethodSource("seeds")
    void everyFrameLiesWhereItWasTaken(long seed) {
        random.setSeed(seed);
        List<Arrival> arrivals = journey();
        SampleStream emg = new SampleStream(
                0, RATE_HZ, 0, new Montage(List.of(Channel.of("EMG1", Channel.Type.EMG, Scale.step(1, "uV")))));
        Sequencer sequencer = new Sequencer(emg, 256);
        List<Block> blocks = new ArrayList<>();
        for (Arrival each : arrivals) {
            sequencer.frame((int) (each.index() & 255), new int[] {(int) each.index()}, true, each.nanos());
            sequencer.drain(blocks::add);
        }
        sequencer.finish(blocks::add);
        long frames = 0;
        for (Block block : blocks) {
            for (int frame = 0; frame < block.frames(); frame++, frames++) {
                assertEquals(block.count(0, frame), block.firstFrame() + frame);
            }
        }
        Tally tally = sequencer.tally(0, 0, 0);
        assertEquals(arrivals.size(), frames);
        assertEquals(arrivals.size(), tally.frames());
        assertEquals(arrivals.get(arrivals.size() - 1).index() + 1 - arrivals.size(), tally.lost());
        assertTrue(lostOnTheWay > 0 && tally.lost() > 0);
    }
}
