package twinge.detect;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class SamplesTest {
    /** The frame's own number as its value. */
    private static double[] numbers(long from, int length) {
        return LongStream.range(from, from + length).mapToDouble(frame -> frame).toArray();
    }

    @Test
    void atLeastAsManyAsAskedForAreKeptAndEachHasItsFrame() {
        Samples samples = new Samples(300);
        for (int from = 0; from < 5000; from += 20) {
            samples.add(from, numbers(from, 20), 0, 20);
        }
        assertEquals(5000, samples.end());
        assertTrue(samples.end() - samples.begin() >= 300);
        for (long frame = samples.begin(); frame < samples.end(); frame++) {
            assertEquals(frame, samples.at(frame));
        }
    }

    @Test
    void partOfAnArrayIsTakenFromWhereItIsSaid() {
        Samples samples = new Samples(16);
        samples.add(0, new double[] {9, 9, 1, 2, 3, 9}, 2, 3);
        double[] copied = new double[3];
        samples.copy(0, 3, copied);
        assertArrayEquals(new double[] {1, 2, 3}, copied);
    }

    @Test
    void nothingBeforeAGapIsLeft() {
        Samples samples = new Samples(64);
        samples.add(0, numbers(0, 50), 0, 50);
        samples.add(60, numbers(60, 10), 0, 10);
        assertEquals(60, samples.begin());
        assertEquals(70, samples.end());
        samples.add(70, numbers(70, 10), 0, 10);
        assertEquals(60, samples.begin());
    }

    @Test
    void framesBeyondTheRangeOfAnIntAreFound() {
        Samples samples = new Samples(8);
        long first = 10_000_000_000L; // 10 days at 11.5 kHz
        samples.add(first, numbers(first, 6), 0, 6);
        assertEquals(first, samples.begin());
        assertEquals(first + 5, samples.at(first + 5));
    }
}
