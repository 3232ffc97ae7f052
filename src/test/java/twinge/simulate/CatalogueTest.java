package twinge.simulate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import twinge.events.Kind;
import twinge.frames.Channel.Side;

class CatalogueTest {
    private static Map<Behaviour, Long> counts(Scenario scenario) {
        return scenario.events().stream()
                .filter(event -> event.endSeconds() < scenario.seconds())
                .collect(Collectors.groupingBy(Event::behaviour, TreeMap::new, Collectors.counting()));
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void theLiftingSessionHasTwoSpasmsAndAClonusTrain(long seed) {
        Scenario scenario = Catalogue.LIFTING.scenario(seed, Catalogue.USUAL_SECONDS);
        Map<Behaviour, Long> counts = counts(scenario);
        assertEquals(2, counts.get(Behaviour.SPASM));
        assertEquals(1, counts.get(Behaviour.CLONUS));
        assertTrue(counts.get(Behaviour.REP) >= 20);
        assertEquals(4, counts.size()); // and shifts of weight
        assertTrue(scenario.beatsPerMinute() > 0 && scenario.mainsHz() == 50);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void theRestHasDozensOfFasciculationsAndACramp(long seed) {
        Map<Behaviour, Long> counts = counts(Catalogue.REST.scenario(seed, Catalogue.USUAL_SECONDS));
        assertEquals(1, counts.get(Behaviour.CRAMP));
        assertTrue(counts.get(Behaviour.FASCICULATION) >= 20, counts + "");
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void nothingInTheQuietSessionIsInvoluntary(long seed) {
        Simulation simulation = new Simulation(Catalogue.QUIET.scenario(seed, Catalogue.USUAL_SECONDS));
        assertTrue(simulation.truth().stream().noneMatch(row -> row.kind().involuntary()));
        Map<Behaviour, Long> counts = counts(simulation.scenario());
        for (Behaviour there : List.of(
                Behaviour.HOLD,
                Behaviour.REP,
                Behaviour.WALKING,
                Behaviour.BALLISTIC,
                Behaviour.BRACE,
                Behaviour.KNOCK,
                Behaviour.RAIL_SPIKES)) {
            assertTrue(counts.containsKey(there), "no " + there);
        }
    }

    @ParameterizedTest
    @EnumSource(Catalogue.class)
    void everyScenarioIsFoundByItsNameFillsAnyLengthAndStaysWithinTheRanges(Catalogue catalogue) {
        assertEquals(catalogue, Catalogue.of(catalogue.code()));
        for (double seconds : new double[] {20, 243, 1200}) {
            for (long seed = 1; seed <= 5; seed++) {
                Scenario scenario = catalogue.scenario(seed, seconds);
                double last = scenario.events().stream()
                        .mapToDouble(Event::endSeconds)
                        .max()
                        .orElse(0);
                assertTrue(seconds < 100 || last > seconds - 100, "ends at " + last + " of " + seconds);
                scenario.events().forEach(CatalogueTest::withinRanges);
                scenario.sites().forEach(CatalogueTest::withinRanges);
            }
        }
    }

    private static void withinRanges(Event event) {
        switch (event.behaviour()) {
            case CLONUS ->
                assertTrue(event.rateHz() >= 3.5
                        && event.rateHz() <= 8
                        && event.burstSeconds() >= 0.05
                        && event.burstSeconds() <= 0.1
                        && event.variation() >= 0.05
                        && event.variation() <= 0.15
                        && event.durationSeconds() >= 3);
            case FASCICULATION -> assertTrue(event.durationSeconds() >= 0.005 && event.durationSeconds() <= 0.015);
            case BALLISTIC -> assertTrue(event.durationSeconds() >= 0.04 && event.durationSeconds() <= 0.25);
            case SPASM -> assertTrue(event.riseSeconds() <= 0.2 && event.durationSeconds() >= 1);
            case CRAMP -> assertTrue(event.riseSeconds() >= 2 && event.durationSeconds() >= 10);
            case SHIVER -> assertTrue(event.rateHz() >= 6 && event.rateHz() <= 12);
            case WALKING -> assertTrue(event.rateHz() >= 1.6 && event.rateHz() <= 3.2 && event.level() <= 0.2);
            default -> assertTrue(event.durationSeconds() > 0);
        }
    }

    private static void withinRanges(Site site) {
        assertTrue(site.maximumMicrovolts() >= 200 && site.maximumMicrovolts() <= 500);
        assertTrue(site.noiseMicrovolts() >= 2 && site.noiseMicrovolts() <= 5);
        assertTrue(site.intervalVariation() >= 0.1 && site.intervalVariation() <= 0.25);
    }

    @Test
    void anUnknownNameIsAnsweredWithAllThereAre() {
        String message = assertThrows(IllegalArgumentException.class, () -> Catalogue.of("liftin"))
                .getMessage();
        assertTrue(message.contains("liftin") && message.contains("lifting, rest, quiet, spasm"), message);
    }

    @Test
    void aScenarioRefusesWhatCannotBe() {
        List<Site> one = List.of(Site.erectorSpinae(Side.LEFT, "L3"));
        assertThrows(IllegalArgumentException.class, () -> Site.erectorSpinae(Side.LEFT, "C9"));
        assertThrows(
                IllegalArgumentException.class,
                () -> Scenario.of("x", 1, -1, one).build());
        assertThrows(
                IllegalArgumentException.class,
                () -> Scenario.of("x", 1, 10, one).rate(200).mains(50).build());
        assertThrows(
                IndexOutOfBoundsException.class,
                () -> Scenario.of("x", 1, 10, one)
                        .add(Event.fasciculation(1, 0.01, 0.5, 1))
                        .build());
        assertThrows(
                IllegalArgumentException.class,
                () -> Event.ramped(Behaviour.HOLD, 0, 1, 0.5, 0.8, 0.8, 0)); // too steep
        assertThrows(
                IllegalArgumentException.class,
                () -> Event.rhythmic(Behaviour.CLONUS, 0, 5, 0.5, 10, 0.1, 0.1, 0)); // no room between bursts
        assertThrows(IllegalArgumentException.class, () -> Event.rhythmic(Behaviour.CLONUS, 0, 5, 0.5, 0, 0.1, 0.1, 0));
        assertThrows(IllegalArgumentException.class, () -> new Converter(30, 100, true));
    }

    @Test
    void kindsFollowBehaviour() {
        assertEquals(Kind.VOLUNTARY, Behaviour.BALLISTIC.kind());
        assertEquals(Kind.CLONUS, Behaviour.CLONUS.kind());
        assertEquals(Kind.ARTIFACT, Behaviour.RAIL_SPIKES.kind());
        assertEquals(false, Behaviour.SHIVER.kind().involuntary());
    }
}
