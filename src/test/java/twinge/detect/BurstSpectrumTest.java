package twinge.detect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BurstSpectrumTest {
    /** The spectrum of a burst from one frame to before another, heard bin by bin as a channel does. */
    private static BurstSpectrum.Result result(double rate, double[] signal, int onset, int end) {
        Samples samples = new Samples((int) (2 * rate));
        BurstSpectrum spectrum = new BurstSpectrum(rate);
        int bin = (int) (rate / 100);
        spectrum.begin();
        for (int from = 0; from + bin <= signal.length && from < end; from += bin) {
            samples.add(from, signal, from, bin);
            spectrum.accept(samples, onset, from + bin);
        }
        return spectrum.result(samples, onset, end);
    }

    @ParameterizedTest(name = "{0} Hz at {1} frames a second for {2} s")
    @CsvSource({"60, 1000, 2", "123, 1000, 1.1", "400, 1000, 30", "90, 2000, 2", "200, 500, 4", "85, 1259.25928, 3"})
    void aTonesFrequencyIsItsOwn(double hertz, double rate, double seconds) {
        double[] tone = Made.tone((int) (seconds * rate), rate, hertz, 30);
        BurstSpectrum.Result result = result(rate, tone, 0, tone.length);
        assertEquals(hertz, result.medianHz(), 2); // a bin of its half-second windows
        assertEquals(hertz, result.meanHz(), 2);
    }

    @ParameterizedTest(name = "{0} frames a second")
    @ValueSource(doubles = {500, 1000, 2000})
    void whiteNoisesMedianIsTheMiddleOfTheBand(double rate) {
        double[] noise = Made.noise(3, (int) (20 * rate), 10);
        double middle = (20 + Math.min(450, 0.45 * rate)) / 2;
        BurstSpectrum.Result result = result(rate, noise, 0, noise.length);
        assertEquals(middle, result.medianHz(), 0.04 * middle);
        assertEquals(middle, result.meanHz(), 0.04 * middle);
    }

    @Test
    void aBurstTooShortForAWindowIsMeasuredWhole() {
        double[] tone = Made.tone(300, 1000, 100, 30);
        assertEquals(100, result(1000, tone, 100, 200).medianHz(), 3);
    }

    @Test
    void fewerThanSixteenSamplesTellNoFrequency() {
        double[] tone = Made.tone(300, 1000, 100, 30);
        assertTrue(Double.isNaN(result(1000, tone, 100, 115).medianHz()));
        assertEquals(100, result(1000, tone, 100, 116).medianHz(), 30);
    }

    @Test
    void belowFiveHundredFramesASecondThereIsNone() {
        BurstSpectrum.Result result = result(499, Made.tone(2000, 499, 80, 30), 0, 1990);
        assertTrue(Double.isNaN(result.medianHz()) && Double.isNaN(result.meanHz()));
        assertTrue(Double.isNaN(result.medianSlope()));
    }

    @Test
    void silenceHasNoFrequency() {
        BurstSpectrum.Result result = result(1000, new double[3000], 0, 3000);
        assertTrue(Double.isNaN(result.medianHz()) && Double.isNaN(result.meanHz()));
    }

    /** A fatiguing muscle: 150 Hz at first, 6 Hz less each second; the phase is the integral of the frequency. */
    @Test
    void theMediansCourseIsItsSlope() {
        double[] falling = IntStream.range(0, 8000)
                .mapToDouble(frame -> frame / 1000.0)
                .map(t -> 30 * StrictMath.sin(2 * Math.PI * (150 * t - 3 * t * t)))
                .toArray();
        assertEquals(-6, result(1000, falling, 0, 8000).medianSlope(), 0.3);
        assertTrue(Double.isNaN(result(1000, falling, 0, 1500).medianSlope()), "too short for a course");
    }

    @Test
    void whatWasBeforeTheBurstIsNotInIt() {
        double[] two = Made.tone(6000, 1000, 60, 300);
        System.arraycopy(Made.tone(3000, 1000, 200, 30), 0, two, 3000, 3000);
        assertEquals(200, result(1000, two, 3000, 6000).medianHz(), 2);
    }
}
