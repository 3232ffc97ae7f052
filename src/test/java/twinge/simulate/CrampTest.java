package twinge.simulate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import twinge.frames.Channel.Side;

class CrampTest {
    private static final double DOUBLET_SECONDS = 0.0085;

    private final Map<Integer, List<Double>> firings = new TreeMap<>();

    private void play(double seconds, double variation) {
        Event event = Event.cramp(0, seconds, 0.5, 3, 2, variation, 0);
        Site site = Measured.bare(Side.LEFT, "L3");
        Muscle muscle = new Muscle(0, site, Measured.RATE, Dice.of(1, "muscle"), Measured.into(firings));
        Cramp cramp = new Cramp(event, site, Measured.RATE, Dice.of(1, "cramp"));
        for (int frame = 0; frame < seconds * Measured.RATE; frame++) {
            cramp.play(frame, muscle);
            muscle.next(0);
        }
    }

    @Test
    void unitsFireAsInMinetto2009() {
        play(170, 0.446);
        List<Double> rates = new ArrayList<>();
        List<Double> variations = new ArrayList<>();
        int doublets = 0;
        int all = 0;
        for (List<Double> times : firings.values()) {
            List<Double> intervals = Measured.intervals(times);
            List<Double> single =
                    intervals.stream().filter(x -> x > DOUBLET_SECONDS).toList();
            doublets += intervals.size() - single.size();
            all += intervals.size();
            if (single.size() > 60) {
                rates.add(1 / Measured.mean(single));
                variations.add(Measured.variation(single));
            }
        }
        assertTrue(rates.size() > 50, rates.size() + " units");
        assertEquals(14.5, Measured.mean(rates), 1.5); // 14.5 +- 5.1 pps
        assertEquals(0.446, Measured.mean(variations), 0.03); // 44.6 +- 9.7 %
        assertEquals(0.041, doublets / (double) all, 0.006); // 4.1 +- 4.7 %
    }

    @Test
    void unitsWaxAndWaneTogetherAtOnePointFourHertz() {
        play(170, 0.446);
        double[] counts = new double[170 * Measured.RATE];
        firings.values().forEach(times -> times.forEach(at -> counts[(int) (at * Measured.RATE)]++));
        double common = Measured.amplitudeAt(counts, 1.4);
        for (double other : new double[] {0.9, 1.1, 1.25, 1.55, 1.7, 2.1}) {
            assertTrue(common > 4 * Measured.amplitudeAt(counts, other), "at " + other + " Hz");
        }
    }

    @Test
    void placesAreHandedFromUnitToUnit() {
        play(120, 0.45);
        int places = 40; // 15 + 50 * 0.5
        assertTrue(firings.size() > 2 * places, firings.size() + " units took " + places + " places");
        firings.values().forEach(times -> assertTrue(times.get(times.size() - 1) - times.get(0) < 62));
    }

    @Test
    void itsPotentialsAreShorterAndItStaysNearItsElectrode() {
        List<Site> sites = List.of(
                Measured.bare(Side.LEFT, "L3"), Measured.bare(Side.RIGHT, "L3"), Measured.bare(Side.LEFT, "L2"));
        Scenario.Builder scenario = Scenario.of("cramp", 1, 40, sites).drift(0);
        scenario.add(Event.cramp(1, 20, 0.5, 3, 2, 0.45, 0));
        scenario.add(Event.ramped(Behaviour.HOLD, 25, 14, 0.5, 0.2, 0.2, 0));
        double[][] signals = Measured.play(scenario.build());
        double[] cramp = Measured.part(signals[0], 6, 18);
        double[] hold = Measured.part(signals[0], 26, 38);
        assertTrue(Measured.medianFrequencyHz(cramp) > 1.2 * Measured.medianFrequencyHz(hold));
        assertEquals(0.5 * 350, Measured.rms(cramp), 0.25 * 175);
        assertTrue(Measured.rms(Measured.part(signals[1], 6, 18)) < 0.1 * Measured.rms(cramp), "across the spine");
        assertTrue(Measured.rms(Measured.part(signals[2], 6, 18)) < 0.2 * Measured.rms(cramp), "one vertebra up");
    }

    @Test
    void itBuildsUpOverSecondsAndStopsAtItsEnd() {
        Event event = Event.cramp(2, 20, 0.5, 8, 0.5, 0.45, 0);
        double[] signal = Measured.play(Measured.bareScenario(3, 25).add(event).build())[0];
        double early = Measured.rms(Measured.part(signal, 2, 3));
        double middle = Measured.rms(Measured.part(signal, 6, 7));
        double full = Measured.rms(Measured.part(signal, 12, 20));
        assertTrue(early < 0.6 * full && middle < 0.9 * full, early + ", " + middle + ", " + full + " uV");
        assertEquals(0, Measured.rms(Measured.part(signal, 0, 2)));
        assertEquals(0, Measured.rms(Measured.part(signal, 22.02, 25)));
    }
}
