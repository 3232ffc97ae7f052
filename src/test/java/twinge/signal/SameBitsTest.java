package twinge.signal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.ByteBuffer;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;
import twinge.signal.PowerSpectrum.Detrend;

/**
 * The bits that Java 17 and 25, compiled and interpreted ({@code -Xint}), with and without AVX and FMA have given. A
 * change of arithmetic changes a number here, and with it what replays find: state it in the change log.
 */
class SameBitsTest {
    private final double[] samples = Stages.noise(1, 4096);

    @Test
    void everyMachineGivesTheseBits() {
        Map<String, Long> sums = new LinkedHashMap<>();
        sums.put("designs", checksum(designs()));
        Biquads chain = Butterworth.bandPass(4, 20, 450, 1000).then(Notch.at(50, 30, 1000));
        sums.put("cascade", checksum(Stages.inOnePiece(() -> new Cascade(chain), Cascade::filter, samples)));
        double[] envelope = new double[samples.length];
        new MovingRms(50).apply(samples, 0, samples.length, envelope, 0);
        sums.put("envelope", checksum(envelope));
        PowerSpectrum spectrum = new PowerSpectrum(512, 1000, Detrend.MEAN);
        double[] power = new double[spectrum.bins()];
        spectrum.average(samples, 0, samples.length, 128, power);
        sums.put("spectrum", checksum(power));
        sums.put("numbers", checksum(numbers(power, spectrum.binHz(), envelope)));
        Map<String, Long> expected = new LinkedHashMap<>();
        expected.put("designs", 776464699L);
        expected.put("cascade", 2439499769L);
        expected.put("envelope", 2989898321L);
        expected.put("spectrum", 1078770886L);
        expected.put("numbers", 2605082647L);
        assertEquals(expected, sums);
    }

    private static double[] designs() {
        ByteBuffer all = ByteBuffer.allocate(100_000);
        for (int order = 1; order <= 8; order++) {
            append(all, Butterworth.lowPass(order, 10, 153.846));
            append(all, Butterworth.highPass(order, 70, 2148.14819));
            append(all, Butterworth.bandPass(order, 20, 450, 1000));
            append(all, Butterworth.bandStop(order, 48, 52, 500));
        }
        append(all, Notch.at(50, 30, 1000));
        double[] coefficients = new double[all.flip().remaining() / Double.BYTES];
        all.asDoubleBuffer().get(coefficients);
        return coefficients;
    }

    private static void append(ByteBuffer all, Biquads filter) {
        for (int i = 0; i < filter.sections(); i++) {
            Saved.put(filter.section(i), all);
        }
    }

    private static double[] numbers(double[] power, double binHz, double[] envelope) {
        RunningQuantile running = new RunningQuantile(500, 0.1);
        FadingQuantile fading = new FadingQuantile(1e-3, 1e5, 300);
        for (double value : envelope) {
            running.add(value);
            fading.add(value);
        }
        Autocorrelation rhythm = new Autocorrelation(300, 8, 33);
        rhythm.measure(envelope, 1000);
        return new double[] {
            Spectra.medianFrequency(power, binHz, 20, 450),
            Spectra.meanFrequency(power, binHz, 20, 450),
            Spectra.fatigueIndex(power, binHz, 20, 450),
            running.value(),
            fading.value(0.1),
            rhythm.lag(),
            rhythm.strength(),
            Trend.slope(envelope, 100, 200, 0.001)
        };
    }

    private static long checksum(double[] numbers) {
        ByteBuffer bytes = ByteBuffer.allocate(numbers.length * Double.BYTES);
        Saved.put(numbers, bytes);
        CRC32 sum = new CRC32();
        sum.update(bytes.flip());
        return sum.getValue();
    }
}
