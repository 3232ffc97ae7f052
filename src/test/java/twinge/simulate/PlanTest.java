package twinge.simulate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import twinge.frames.Channel.Side;

class PlanTest {
    private static final List<Site> PAIR = List.of(Measured.bare(Side.LEFT, "L3"), Measured.bare(Side.RIGHT, "L3"));

    private static Plan plan(double seconds, Event event) {
        return new Plan(Scenario.of("plan", 7, seconds, PAIR).add(event).build());
    }

    private static List<Double> onsets(Plan plan, String channel) {
        return plan.bursts.stream()
                .filter(row -> row.channel().equals(channel))
                .map(Truth::onsetSeconds)
                .toList();
    }

    @ParameterizedTest(name = "{0} Hz, intervals varying by {1}, bursts of {2} s")
    @CsvSource({"3.5, 0.05, 0.1", "5, 0.1, 0.07", "8, 0.15, 0.05"})
    void clonusBurstsComeAtTheRateAndVariationAskedFor(double hertz, double variation, double burst) {
        Plan plan = plan(200, Event.rhythmic(Behaviour.CLONUS, 1, 180, 0.5, hertz, variation, burst, 0));
        List<Double> intervals = Measured.intervals(onsets(plan, "ES left L3"));
        assertEquals(1 / hertz, Measured.mean(intervals), 0.02 / hertz);
        assertEquals(variation, Measured.variation(intervals), 0.1 * variation);
        plan.bursts.forEach(row -> assertTrue(row.durationSeconds() <= burst + 1e-9));
        assertEquals(1, plan.truth.size()); // the train is one event
        Truth train = plan.truth.get(0);
        assertEquals(1, train.onsetSeconds());
        assertEquals(plan.bursts.get(plan.bursts.size() - 1).endSeconds(), train.endSeconds(), 1e-12);
    }

    @Test
    void aSpasmReachesTheOtherSideWithinFiftyMillisecondsAndNothingMovesBeforeIt() {
        Plan plan = plan(20, Event.ramped(Behaviour.SPASM, 5, 6, 0.5, 0.1, 0.4, 0, 1));
        assertEquals(2, plan.truth.size());
        double apart = plan.truth.get(1).onsetSeconds() - plan.truth.get(0).onsetSeconds();
        assertTrue(apart >= 0 && apart <= 0.05, apart + " s");
        plan.movements.forEach(movement -> {
            assertTrue(movement.onsetSeconds() > 5);
            assertTrue(movement.size() < 0.05, "a spasm hardly moves the trunk");
        });
    }

    @Test
    void walkingLoadsTheSidesByTurnsAndKnocksAtEachStep() {
        Plan plan = plan(40, Event.rhythmic(Behaviour.WALKING, 2, 30, 0.15, 1.8, 0.02, 0.4, 0, 1));
        List<Double> left = onsets(plan, "ES left L3");
        List<Double> right = onsets(plan, "ES right L3");
        assertEquals(2 / 1.8, Measured.mean(Measured.intervals(left)), 0.03);
        assertEquals(1 / 1.8, right.get(3) - left.get(3), 0.1);
        long steps = plan.movements.stream()
                .filter(movement -> movement.shape() == Movement.Shape.STEP)
                .count();
        assertEquals(left.size() + right.size(), steps);
    }

    @Test
    void shiveringIsOnBothSidesAtOnce() {
        Plan plan = plan(20, Event.rhythmic(Behaviour.SHIVER, 2, 10, 0.2, 9, 0.1, 0.05, 0, 1));
        List<Double> left = onsets(plan, "ES left L3");
        List<Double> right = onsets(plan, "ES right L3");
        assertEquals(left.size(), right.size());
        for (int i = 0; i < left.size(); i++) {
            assertEquals(left.get(i), right.get(i), 0.02);
        }
    }

    @Test
    void whatThePlanSaysIsWhereTheMuscleIs() {
        Event hold = Event.ramped(Behaviour.HOLD, 2, 3, 0.3, 0.5, 0.4, 0);
        double[] signal = Measured.play(Measured.bareScenario(2, 8).add(hold).build())[0];
        assertEquals(0, Measured.rms(Measured.part(signal, 0, 2)));
        assertTrue(Measured.rms(Measured.part(signal, 2, 2.1)) > 5, "active within 0.1 s of the drive");
        assertTrue(Measured.rms(Measured.part(signal, 4.9, 5)) > 5, "active to the drive's end");
        assertEquals(0, Measured.rms(Measured.part(signal, 5.04, 8)));
    }

    @Test
    void anEventPastTheEndIsLeftOutAndOneAcrossItIsCut() {
        Scenario scenario = Scenario.of("cut", 1, 10, PAIR)
                .add(Event.ramped(Behaviour.HOLD, 8, 5, 0.3, 0.5, 0.4, 0))
                .add(Event.ramped(Behaviour.HOLD, 11, 5, 0.3, 0.5, 0.4, 0))
                .build();
        List<Truth> truth = new Plan(scenario).truth;
        assertEquals(1, truth.size());
        assertEquals(10, truth.get(0).endSeconds());
    }

    @Test
    void aHoldOnPurposeCanBeMadeLikeASpasmInAmplitudeAndRise() {
        Event spasm = Event.ramped(Behaviour.SPASM, 1, 4, 0.5, 0.1, 0.4, 0);
        Event hold = Event.ramped(Behaviour.HOLD, 1, 4, 0.5, 0.1, 0.4, 0);
        for (double[] span : new double[][] {{1, 1.05}, {1.05, 1.1}, {1.1, 1.4}, {1.4, 2}}) {
            double ratio = 0;
            for (long seed = 1; seed <= 8; seed++) {
                double[] one =
                        Measured.play(Measured.bareScenario(seed, 6).add(spasm).build())[0];
                double[] other =
                        Measured.play(Measured.bareScenario(seed, 6).add(hold).build())[0];
                ratio += Measured.rms(Measured.part(one, span[0], span[1]))
                        / Measured.rms(Measured.part(other, span[0], span[1]))
                        / 8;
            }
            assertEquals(1, ratio, 0.15, "from " + span[0] + " s"); // the spasm has begun to die away
        }
    }
}
