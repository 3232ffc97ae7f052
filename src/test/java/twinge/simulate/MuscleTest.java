package twinge.simulate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import twinge.frames.Channel.Side;

class MuscleTest {
    private static Map<Integer, List<Double>> firings(double variation, double level, double seconds) {
        Map<Integer, List<Double>> firings = new TreeMap<>();
        Site site = Measured.bare(Side.LEFT, "L3").withMuscle(350, 0, variation);
        Muscle muscle = new Muscle(0, site, Measured.RATE, Dice.of(5, "muscle"), Measured.into(firings));
        for (int frame = 0; frame < seconds * Measured.RATE; frame++) {
            muscle.next(level);
        }
        return firings;
    }

    private static double[] hold(long seed, double level) {
        Event hold = Event.ramped(Behaviour.HOLD, 0.5, 5, level, 0.01, 0.01, 0);
        return Measured.part(
                Measured.play(Measured.bareScenario(seed, 6).add(hold).build())[0], 0.6, 5.4);
    }

    @Test
    void unitsAreRecruitedByTheirThresholdsAndFireAtTheFormulasRate() {
        double excitation = 10; // recruits ln 10 / ln 30 of 120 units: 81.2
        double level = (excitation - MotorUnits.threshold(0)) / (47 - MotorUnits.threshold(0));
        Map<Integer, List<Double>> firings = firings(0.1, level, 30);
        assertEquals(81, firings.size());
        firings.forEach((unit, times) -> {
            assertTrue(unit < 81, "unit " + unit);
            double rate = Math.min(MotorUnits.peakRateHz(unit), 8 + excitation - Math.pow(30, (unit + 1) / 120.0));
            assertEquals(rate, 1 / Measured.mean(Measured.intervals(times)), 0.03 * rate);
        });
    }

    @ParameterizedTest(name = "asked for {0}")
    @ValueSource(doubles = {0.1, 0.18, 0.25})
    void intervalsVaryAsMuchAsAskedFor(double variation) {
        List<Double> measured = new ArrayList<>();
        firings(variation, 0.3, 40)
                .values()
                .forEach(times -> measured.add(Measured.variation(Measured.intervals(times))));
        assertEquals(variation, Measured.mean(measured), 0.01);
    }

    @Test
    void aRampRecruitsSmallUnitsBeforeLargeOnes() {
        List<Integer> order = new ArrayList<>();
        Site site = Measured.bare(Side.LEFT, "L3");
        Muscle muscle = new Muscle(0, site, Measured.RATE, Dice.of(2, "muscle"), (channel, unit, seconds) -> {
            if (!order.contains(unit)) {
                order.add(unit);
            }
        });
        for (int frame = 1; frame < 20_000; frame++) {
            muscle.next(frame / 20_000.0);
        }
        assertEquals(MotorUnits.COUNT, order.size());
        for (int i = 0; i < order.size(); i++) {
            assertEquals(i, order.get(i), 12); // a first firing may come up to half an interval late
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void amplitudeRisesWithTheDriveToTheSitesMaximum(long seed) {
        double before = 0;
        for (double level : new double[] {0.02, 0.1, 0.3, 0.6, 1}) {
            double rms = Measured.rms(hold(seed, level));
            assertTrue(rms > before, level + " of full drive gives " + rms + " uV after " + before);
            before = rms;
        }
        assertEquals(350, before, 50); // Campbell's theorem, and what fatigue adds within 5 s
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void strongContractionsHaveTheMedianFrequencyOfRealOnes(long seed) {
        double hertz = Measured.medianFrequencyHz(hold(seed, 0.6));
        assertTrue(hertz >= 55 && hertz <= 100, hertz + " Hz"); // plux, trapezius, delsys: 54 to 102 Hz
    }

    @Test
    void strongContractionsAreNearlyGaussianAndWeakOnesSpiky() {
        double strong = 0;
        double weak = 0;
        for (long seed = 1; seed <= 6; seed++) {
            strong += Measured.excessKurtosis(hold(seed, 0.9)) / 6;
            weak += Measured.excessKurtosis(hold(seed, 0.02)) / 6;
        }
        assertEquals(0, strong, 0.3); // a sum of many independent units
        assertTrue(weak > 0.7, "excess kurtosis " + weak);
    }

    @Test
    void fatigueSlowsTheSpectrumAndRaisesTheAmplitude() {
        Event hold = Event.ramped(Behaviour.HOLD, 0, 90, 0.8, 0.1, 0.1, 0);
        double[] signal = Measured.play(Measured.bareScenario(4, 90).add(hold).build())[0];
        double[] fresh = Measured.part(signal, 0.5, 8);
        double[] tired = Measured.part(signal, 80, 89);
        double slowed = Measured.medianFrequencyHz(tired) / Measured.medianFrequencyHz(fresh);
        double grown = Measured.rms(tired) / Measured.rms(fresh);
        assertTrue(slowed > 0.75 && slowed < 0.95, "median frequency times " + slowed); // 73.6 to 56.6 Hz is 0.77
        assertTrue(grown > 1.1 && grown < 1.6, "RMS times " + grown); // a real series of 30 contractions: 1.5
    }

    @Test
    void aMuscleWithoutDriveIsSilent() {
        assertEquals(0, Measured.rms(Measured.play(Measured.bareScenario(1, 2).build())[0]));
    }
}
