package twinge.detect;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import twinge.settings.Settings;

class SpectrumWatchTest {
    private static final double RATE = 1000;
    private static final double NOISE = 5;
    /** RMS of a hum 20 dB above the noise. */
    private static final double HUM = 10 * NOISE;

    private static final double LOUD = 20;

    /** Mains with its second and third harmonic at half and a third of it. */
    private static double[] hum(double hertz, int frames, double rms) {
        double peak = rms * Math.sqrt(2);
        double[] first = Made.tone(frames, RATE, hertz, peak);
        double[] second = Made.tone(frames, RATE, 2 * hertz, peak / 2);
        return Made.sum(Made.sum(first, second), Made.tone(frames, RATE, 3 * hertz, peak / 3));
    }

    private static List<SpectrumWatch.Report> reports(SpectrumWatch watch, double[] raw) {
        List<SpectrumWatch.Report> reports = new ArrayList<>();
        for (int from = 0; from + 20 <= raw.length; from += 20) {
            SpectrumWatch.Report report = watch.accept(Arrays.copyOfRange(raw, from, from + 20), 20, LOUD);
            if (report != null) {
                reports.add(report);
            }
        }
        return reports;
    }

    @ParameterizedTest(name = "{0} Hz where {1} Hz are usual, seed {2}")
    @CsvSource({"50, 50, 1", "60, 60, 2", "49.95, 50, 3", "60.05, 60, 4", "50.02, 50, 5"})
    void humIsFoundInTwoWindowsAndTakenDownTwentyDecibels(double hertz, double usual, long seed) {
        double[] hum = hum(hertz, 10_000, HUM);
        List<SpectrumWatch.Report> reports =
                reports(new SpectrumWatch(RATE, 0), Made.sum(Made.noise(seed, 10_000, NOISE), hum));
        assertNull(reports.get(0).newLinesHz(), "one window may be chance");
        double[] lines = reports.get(1).newLinesHz();
        assertArrayEquals(new double[] {usual, 2 * usual, 3 * usual}, lines);
        assertEquals(usual, reports.get(1).mainsHz());
        assertTrue(reports.get(1).mainsDecibels() > 20);
        double before = rms(conditioned(hum));
        double after = rms(conditioned(hum, lines));
        assertTrue(after < before / 10, "from " + before + " to " + after);
    }

    /** What is left of a signal on the amplitude path with these lines notched out. */
    private static double[] conditioned(double[] signal, double... lines) {
        double[] amplitude = signal.clone();
        Conditioner conditioner = new Conditioner(RATE, Settings.standard());
        conditioner.notch(lines);
        conditioner.filter(amplitude, new double[amplitude.length], 0, amplitude.length);
        return amplitude;
    }

    /** Of the last second, when the notches have settled. */
    private static double rms(double[] signal) {
        return Math.sqrt(Arrays.stream(signal, signal.length - 1000, signal.length)
                .map(x -> x * x)
                .average()
                .orElseThrow());
    }

    @Test
    void muscleBesideTheNotchesIsLeft() {
        double[] beside = Made.tone(10_000, RATE, 75, 1);
        assertEquals(rms(conditioned(beside)), rms(conditioned(beside, 50, 100, 150)), 0.01);
        assertEquals(Math.sqrt(0.5), rms(conditioned(beside)), 0.01);
    }

    @Test
    void humThatComesLaterIsFoundWithinTenSeconds() {
        double[] raw = Made.noise(7, 50_000, NOISE);
        double[] hum = hum(50, 50_000, HUM);
        System.arraycopy(new double[40_000], 0, hum, 0, 40_000);
        SpectrumWatch watch = new SpectrumWatch(RATE, 0);
        long found = reports(watch, Made.sum(raw, hum)).stream()
                .filter(report -> report.newLinesHz() != null)
                .count();
        assertEquals(1, found);
    }

    @Test
    void noHumIsFoundInWhiteNoise() {
        for (long seed = 0; seed < 60; seed++) {
            for (SpectrumWatch.Report report :
                    reports(new SpectrumWatch(RATE, 0), Made.noise(seed, 12_300, 10 * NOISE))) {
                assertNull(report.newLinesHz(), "seed " + seed);
                assertEquals(0, report.mainsDecibels(), "seed " + seed);
                assertFalse(report.noisy(), "seed " + seed);
            }
        }
    }

    @ParameterizedTest(name = "asked for {0} Hz, {1} Hz is there")
    @CsvSource({"50, 60, false", "60, 50, false", "50, 50, true", "60, 60, true"})
    void onlyTheMainsAskedForAreTakenOut(double asked, double there, boolean found) {
        double[] raw = Made.sum(Made.noise(1, 10_000, NOISE), hum(there, 10_000, HUM));
        boolean any =
                reports(new SpectrumWatch(RATE, asked), raw).stream().anyMatch(report -> report.newLinesHz() != null);
        assertEquals(found, any);
    }

    @ParameterizedTest(name = "{0} frames a second")
    @ValueSource(doubles = {153.846, 200, 1259.25928, 4000})
    void humIsFoundAtAnyRateThatCarriesIt(double rate) {
        int frames = (int) (10 * rate);
        double[] raw = Made.sum(Made.noise(1, frames, NOISE), Made.tone(frames, rate, 50, HUM * Math.sqrt(2)));
        List<SpectrumWatch.Report> reports = reports(new SpectrumWatch(rate, 0), raw);
        assertArrayEquals(new double[] {50}, reports.get(1).newLinesHz());
    }

    @Test
    void aLoneLoudToneSpoilsTheChannelAndAFaintOneDoesNot() {
        double[] noise = Made.noise(2, 4100, 1);
        double[] loud = Made.tone(4100, RATE, 133, 2 * LOUD * Math.sqrt(2));
        SpectrumWatch.Report report =
                reports(new SpectrumWatch(RATE, 0), Made.sum(noise, loud)).get(0);
        assertTrue(report.noisy());
        assertTrue(report.words().contains("99 %") || report.words().contains("100 %"), report.words());
        double[] faint = Made.tone(4100, RATE, 133, LOUD);
        assertFalse(reports(new SpectrumWatch(RATE, 0), Made.sum(noise, faint))
                .get(0)
                .noisy());
    }

    @Test
    void silenceAndAConstantShowNothing() {
        double[] constant = new double[5000];
        Arrays.fill(constant, 12_345.6);
        for (double[] raw : List.of(new double[5000], constant)) {
            for (SpectrumWatch.Report report : reports(new SpectrumWatch(RATE, 0), raw)) {
                assertNull(report.newLinesHz());
                assertFalse(report.noisy());
            }
        }
    }
}
