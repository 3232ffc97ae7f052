package twinge.signal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.ByteBuffer;
import java.util.Random;
import java.util.function.Supplier;

/** What every stage of the signal chain owes: any cutting gives the same bits, and so does any save and restore. */
final class Stages {
    /** How a stage takes the samples of an array from one index on and leaves its answer in their place. */
    interface Step<T> {
        void on(T stage, double[] samples, int from, int length);
    }

    private Stages() {}

    static double[] noise(long seed, int count) {
        Random random = new Random(seed);
        return random.doubles(count, -300, 700).toArray();
    }

    static <T extends Resumable> double[] inOnePiece(Supplier<T> make, Step<T> step, double[] samples) {
        double[] whole = samples.clone();
        step.on(make.get(), whole, 0, whole.length);
        return whole;
    }

    static <T extends Resumable> void assertPromisesAreKept(Supplier<T> make, Step<T> step) {
        assertAnyCuttingGivesTheSameBits(make, step);
        assertAnySaveGivesTheSameBits(make, step);
        assertResetForgets(make, step);
    }

    private static <T extends Resumable> void assertAnyCuttingGivesTheSameBits(Supplier<T> make, Step<T> step) {
        double[] samples = noise(7, 700);
        double[] whole = inOnePiece(make, step, samples);
        for (long seed = 0; seed < 20; seed++) {
            Random random = new Random(seed);
            T stage = make.get();
            double[] cut = samples.clone();
            int most = 1 + random.nextInt(200);
            for (int at = 0; at < cut.length; ) {
                int length = Math.min(random.nextInt(most + 1), cut.length - at);
                step.on(stage, cut, at, length);
                at += length;
            }
            assertArrayEquals(bits(whole), bits(cut), "cut with seed " + seed);
        }
    }

    private static <T extends Resumable> void assertAnySaveGivesTheSameBits(Supplier<T> make, Step<T> step) {
        double[] samples = noise(8, 300);
        double[] whole = inOnePiece(make, step, samples);
        for (int at = 0; at <= samples.length; at++) {
            T before = make.get();
            double[] parts = samples.clone();
            step.on(before, parts, 0, at);
            ByteBuffer saved = ByteBuffer.allocate(before.stateSize());
            before.save(saved);
            assertEquals(0, saved.remaining(), "bytes left by save");
            T after = make.get();
            step.on(after, samples.clone(), 0, at / 2); // a used stage, to see that all of its past is replaced
            after.restore(saved.flip());
            assertEquals(0, saved.remaining(), "bytes left by restore");
            step.on(after, parts, at, parts.length - at);
            assertArrayEquals(bits(whole), bits(parts), "saved before sample " + at);
        }
    }

    private static <T extends Resumable> void assertResetForgets(Supplier<T> make, Step<T> step) {
        double[] samples = noise(9, 300);
        double[] whole = inOnePiece(make, step, samples);
        T used = make.get();
        step.on(used, noise(10, 211), 0, 211);
        used.reset();
        step.on(used, samples, 0, samples.length);
        assertArrayEquals(bits(whole), bits(samples));
    }

    static long[] bits(double[] numbers) {
        long[] bits = new long[numbers.length];
        for (int i = 0; i < bits.length; i++) {
            bits[i] = Double.doubleToRawLongBits(numbers[i]);
        }
        return bits;
    }
}
