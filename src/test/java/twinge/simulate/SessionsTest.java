package twinge.simulate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class SessionsTest {
    private static List<Event> of(Scenario scenario, Behaviour behaviour) {
        return scenario.events().stream()
                .filter(event -> event.behaviour() == behaviour)
                .toList();
    }

    private static double lastBefore(List<Event> events, double seconds) {
        return events.stream()
                .mapToDouble(Event::endSeconds)
                .filter(end -> end <= seconds)
                .max()
                .getAsDouble();
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void oneSpasmComesAtRestTheOtherRightAfterALift(long seed) {
        Scenario scenario = Catalogue.LIFTING.scenario(seed, Catalogue.USUAL_SECONDS);
        List<Event> reps = of(scenario, Behaviour.REP);
        List<Event> spasms = of(scenario, Behaviour.SPASM);
        assertTrue(spasms.get(0).onsetSeconds() - lastBefore(reps, spasms.get(0).onsetSeconds()) > 5);
        assertTrue(spasms.get(1).onsetSeconds() - lastBefore(reps, spasms.get(1).onsetSeconds()) < 2.5);
        Event clonus = of(scenario, Behaviour.CLONUS).get(0);
        assertTrue(clonus.durationSeconds() >= 5 && clonus.durationSeconds() <= 9.1);
    }

    @ParameterizedTest
    @EnumSource(
            value = Catalogue.class,
            names = {"FAULTS"},
            mode = EnumSource.Mode.EXCLUDE)
    void eventsOfOneChannelDoNotOverlap(Catalogue catalogue) {
        for (long seed = 1; seed <= 5; seed++) {
            Scenario scenario = catalogue.scenario(seed, 500);
            for (int channel = 0; channel < scenario.sites().size(); channel++) {
                double end = 0;
                for (Event event : scenario.events()) {
                    if (event.channels().contains(channel)) {
                        assertTrue(event.onsetSeconds() >= end, event + " begins before " + end + " s");
                        end = event.endSeconds();
                    }
                }
            }
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void inTheQuietSessionAHoldIsMadeWithinADeclaredSet(long seed) {
        Scenario scenario = Catalogue.QUIET.scenario(seed, Catalogue.USUAL_SECONDS);
        for (Event event : scenario.events()) {
            if (Set.of(Behaviour.HOLD, Behaviour.BRACE, Behaviour.TAPPING).contains(event.behaviour())) {
                String last = scenario.cues().stream()
                        .filter(cue -> cue.seconds() <= event.onsetSeconds())
                        .reduce((before, after) -> after)
                        .orElseThrow()
                        .text();
                assertEquals("set start", last, event.toString());
            }
        }
    }

    @Test
    void aLongerSessionHasMoreOfTheSame() {
        Scenario scenario = Catalogue.LIFTING.scenario(1, 2430);
        assertTrue(of(scenario, Behaviour.SPASM).size() >= 15);
        assertTrue(of(scenario, Behaviour.CLONUS).size() >= 7);
        assertTrue(of(Catalogue.REST.scenario(1, 2430), Behaviour.CRAMP).size() >= 8);
    }

    @Test
    void drillsMeetEveryConverterBothMainsAndHeartsFromSlowToFast() {
        Set<Converter> converters = new HashSet<>();
        Set<Double> mains = new HashSet<>();
        double slowest = 1000;
        double fastest = 0;
        double faintest = 1e9;
        double strongest = 0;
        for (long seed = 1; seed <= 40; seed++) {
            Scenario scenario = Catalogue.SPASM.scenario(seed, 60);
            converters.add(scenario.converter());
            mains.add(scenario.mainsHz());
            slowest = Math.min(slowest, scenario.beatsPerMinute());
            fastest = Math.max(fastest, scenario.beatsPerMinute());
            Site left = scenario.sites().get(0);
            double multiple = left.heartMicrovolts() / (0.4 * left.maximumMicrovolts());
            faintest = Math.min(faintest, multiple);
            strongest = Math.max(strongest, multiple);
        }
        assertEquals(4, converters.size());
        assertEquals(Set.of(50.0, 60.0), mains);
        assertTrue(slowest >= 50 && slowest < 65 && fastest <= 180 && fastest > 165);
        assertTrue(faintest >= 0.099 && faintest < 0.2 && strongest <= 5.001 && strongest > 2.5);
    }

    @Test
    void everyFaultIsMet() {
        Set<Behaviour> met = new HashSet<>();
        Catalogue.FAULTS.scenario(1, 243).events().forEach(event -> met.add(event.behaviour()));
        for (Behaviour behaviour : Behaviour.values()) {
            assertTrue(behaviour.ordinal() < Behaviour.KNOCK.ordinal() || met.contains(behaviour), "no " + behaviour);
        }
    }
}
