package twinge.simulate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import twinge.frames.Channel.Side;

/** Heart, hum, noise, crosstalk and the converter. */
class DisturbanceTest {
    private static double[] heart(double beatsPerMinute, double variation, double microvolts, int seconds) {
        Heart heart = new Heart(beatsPerMinute, variation, new double[] {microvolts}, Dice.of(1, "heart"));
        double[] signal = new double[seconds * Measured.RATE];
        for (int frame = 0; frame < signal.length; frame++) {
            double[] here = {0};
            heart.addTo(here, frame / (double) Measured.RATE);
            signal[frame] = here[0];
        }
        return signal;
    }

    private static List<Double> peaks(double[] signal, double above) {
        List<Double> peaks = new ArrayList<>();
        for (int i = 1; i + 1 < signal.length; i++) {
            if (signal[i] > above && signal[i] > signal[i - 1] && signal[i] >= signal[i + 1]) {
                peaks.add(i / (double) Measured.RATE);
            }
        }
        return peaks;
    }

    @ParameterizedTest(name = "{0} beats a minute")
    @ValueSource(doubles = {50, 72, 120, 180})
    void theHeartBeatsAtItsRateAndItsHeight(double beatsPerMinute) {
        double[] signal = heart(beatsPerMinute, 0.03, 100, 120);
        List<Double> intervals = Measured.intervals(peaks(signal, 80));
        assertEquals(60 / beatsPerMinute, Measured.mean(intervals), 0.015 * 60 / beatsPerMinute);
        // 3 % chance and, as a root mean square, 3 / sqrt 2 % breathing
        assertEquals(Math.hypot(0.03, 0.03 / Math.sqrt(2)), Measured.variation(intervals), 0.012);
        assertEquals(100, signal[(int) Math.round(peaks(signal, 80).get(5) * Measured.RATE)], 6);
    }

    @Test
    void qrsLastsAsLongAsInAHealthyHeart() {
        double[] signal = heart(60, 0, 100, 4);
        int peak = (int) Math.round(peaks(signal, 80).get(1) * Measured.RATE);
        int first = peak;
        int last = peak;
        for (int i = -60; i <= 60; i++) {
            if (Math.abs(signal[peak + i]) > 4) {
                first = Math.min(first, peak + i);
                last = Math.max(last, peak + i);
            }
        }
        assertEquals(90, last - first, 12); // 80 to 100 ms
    }

    @Test
    void theHumHasItsStrengthItsFrequencyAndTheHarmonicsAskedFor() {
        Hum hum = new Hum(50, new double[] {10, 20}, Dice.of(4, "hum"));
        double[] signal = new double[200 * Measured.RATE];
        double[] other = new double[signal.length];
        for (int frame = 0; frame < signal.length; frame++) {
            double[] here = new double[2];
            hum.addTo(here, frame / (double) Measured.RATE);
            signal[frame] = here[0];
            other[frame] = here[1];
        }
        assertEquals(10, Measured.rms(signal), 0.5);
        assertEquals(20, Measured.rms(other), 1);
        assertEquals(50, hum.hertz(), 0.05);
        double fundamental = Measured.amplitudeAt(signal, hum.hertz());
        for (int harmonic : new int[] {2, 3, 5}) {
            double decibels = 20 * Math.log10(Measured.amplitudeAt(signal, harmonic * hum.hertz()) / fundamental);
            assertTrue(decibels >= -20.2 && decibels <= -5.8, harmonic + ": " + decibels + " dB");
        }
        assertTrue(Measured.amplitudeAt(signal, 4 * hum.hertz()) < 1e-3 * fundamental);
    }

    @Test
    void theNoiseFloorIsAsStrongAsStated() {
        Site site = Site.erectorSpinae(Side.LEFT, "L3").withPickup(4, 0, 0, 0);
        double[] noise = Measured.play(
                Scenario.of("noise", 1, 20, List.of(site)).drift(0).build())[0];
        assertEquals(4, Measured.rms(noise), 4 * 4 / Math.sqrt(2 * noise.length)); // four standard errors
    }

    @Test
    void slowNoiseHasUnitVarianceAndLiesBelowItsCorner() {
        SlowNoise noise = new SlowNoise(Dice.of(1, "slow"), 2, Measured.RATE);
        double[] signal = new double[600 * Measured.RATE];
        for (int frame = 0; frame < signal.length; frame++) {
            signal[frame] = noise.next();
        }
        assertEquals(1, Measured.rms(signal), 0.06);
        double[] power = Measured.power(signal, 1024);
        double fast = 0;
        double all = 0;
        for (int bin = 0; bin < power.length; bin++) {
            fast += bin > 10 ? power[bin] : 0;
            all += power[bin];
        }
        assertTrue(fast < 0.03 * all);
    }

    @Test
    void crosstalkFallsWithDistanceAndArrivesAlongTheFibresLater() {
        List<Site> sites = List.of(
                Site.erectorSpinae(Side.LEFT, "L1"),
                Site.erectorSpinae(Side.LEFT, "L2"),
                Site.erectorSpinae(Side.LEFT, "L3"),
                Site.erectorSpinae(Side.RIGHT, "L1"));
        Crosstalk crosstalk = new Crosstalk(sites, 1, Measured.RATE);
        double[][] seen = new double[40][4];
        for (int frame = 0; frame < 40; frame++) {
            crosstalk.next(new double[] {frame == 3 ? 1 : 0, 0, 0, 0}, seen[frame]);
        }
        assertEquals(1, seen[3][0]);
        assertEquals(0.6 * Math.exp(-35 / 25.0), seen[3 + 9][1], 1e-12); // 35 mm at 4 m/s: 9 frames
        assertEquals(0.6 * Math.exp(-70 / 25.0), seen[3 + 18][2], 1e-12);
        assertEquals(0.6 * Math.exp(-60 / 25.0), seen[3][3], 1e-12); // no fibre crosses the spine
        assertTrue(seen[12][1] > seen[21][2]);
    }

    @ParameterizedTest(name = "{0} bits over {1} uV: {2} uV a count")
    @CsvSource({"10, 1533, 3", "12, 2047, 1", "16, 3276.7, 0.1", "24, 100000, 0.011920930376163597"})
    void theConverterHasItsStepAndItsRails(int bits, double fullScale, double step) {
        Converter converter = new Converter(bits, fullScale, true);
        int rail = (1 << bits - 1) - 1;
        assertEquals(step, converter.scale().gain(), 1e-12);
        assertEquals(0, converter.scale().offset(), 1e-6 * step);
        assertEquals(0, converter.count(0.49 * step));
        assertEquals(1, converter.count(0.51 * step));
        assertEquals(-3, converter.count(-3.4 * step));
        assertEquals(rail, converter.count(1e9));
        assertEquals(-rail, converter.count(-1e9));
        assertTrue(converter.scale().isVoltage());
    }

    @Test
    void anUncalibratedConverterCountsFromZeroAndNamesNoUnit() {
        Converter converter = Converter.hobby();
        assertEquals(512, converter.count(0));
        assertEquals(1, converter.count(-1e9));
        assertEquals(1023, converter.count(1e9));
        assertEquals(false, converter.scale().isVoltage());
        assertEquals(700, converter.scale().physical(700));
    }
}
