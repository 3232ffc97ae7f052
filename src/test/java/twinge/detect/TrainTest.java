package twinge.detect;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Pulses of 60 ms at 1000 frames a second; a beat every 200 frames where nothing else is said. */
class TrainTest {
    private static final double RATE = 1000;

    private static List<Signs.Pulse> pulses(long... onsets) {
        List<Signs.Pulse> pulses = new ArrayList<>();
        for (long onset : onsets) {
            pulses.add(new Signs.Pulse(onset, onset + 60, 100, 20));
        }
        return pulses;
    }

    private static List<Signs.Pulse> every(long frames, int count) {
        long[] onsets = new long[count];
        for (int i = 0; i < count; i++) {
            onsets[i] = 1000 + i * frames;
        }
        return pulses(onsets);
    }

    private static Train train(long from, long to) {
        return new Train(0, 0, from, to, 0.8);
    }

    @Test
    void allBeatsOfASteadyTrainBelongToIt() {
        List<Signs.Pulse> beats = every(200, 12);
        assertEquals(beats, train(1000, 3400).members(beats, RATE));
    }

    @Test
    void theRunThatReachesOutOfTheWindowsBelongsToItAndPulsesElsewhereDoNot() {
        List<Signs.Pulse> beats = every(200, 14);
        List<Signs.Pulse> all = new ArrayList<>(pulses(60, 150)); // over four beats before the first
        all.addAll(beats);
        all.addAll(pulses(5500, 6400));
        assertEquals(beats, train(1500, 3000).members(all, RATE));
    }

    @Test
    void theFirstBeatsBeforeAPauseBelongToTheTrain() {
        List<Signs.Pulse> all = new ArrayList<>(pulses(350, 550)); // two beats, a pause of two, then the rest
        all.addAll(every(200, 14));
        assertEquals(all, train(1000, 3800).members(all, RATE));
    }

    @Test
    void oneBeatTooWeakToBeSeenDoesNotBreakTheTrain() {
        List<Signs.Pulse> beats = new ArrayList<>(every(200, 14));
        beats.remove(6);
        assertEquals(beats, train(1000, 3800).members(beats, RATE));
    }

    @Test
    void ofTwoRunsFarApartEachCounts() {
        List<Signs.Pulse> beats = new ArrayList<>(every(200, 16));
        beats.subList(6, 9).clear();
        assertEquals(beats, train(1000, 4200).members(beats, RATE), "six beats, a pause of four, seven beats");
        List<Signs.Pulse> shortRun = new ArrayList<>(every(200, 16));
        shortRun.subList(3, 6).clear();
        assertEquals(shortRun.subList(3, 13), train(1000, 4200).members(shortRun, RATE), "three are no run");
    }

    @ParameterizedTest(name = "{0} beats every {1} ms: {2}")
    @CsvSource({
        "7, 300, false", // too few
        "8, 300, true",
        "9, 180, true", // lasts 1.5 s and a little
        "8, 120, false", // eight beats within a second come about by chance
        "20, 90, true", // 11 a second
        "20, 60, false", // 17 a second
        "20, 370, true", // 2.7 a second
        "20, 450, false", // 2.2 a second
    })
    void aTrainHasEightBeatsLastsASecondAndAHalfAndBeatsThreeToTwelveTimesASecond(int beats, long every, boolean any) {
        List<Signs.Pulse> pulses = every(every, beats);
        assertEquals(
                any, !train(1000, 1000 + beats * every).members(pulses, RATE).isEmpty());
    }

    @Test
    void unevenPulsesAreNoTrain() {
        List<Signs.Pulse> uneven = pulses(0, 200, 520, 610, 1000, 1130, 1500, 1590, 2000, 2240, 2600, 2700);
        assertEquals(List.of(), train(0, 2800).members(uneven, RATE));
        assertEquals(List.of(), train(0, 2800).members(List.of(), RATE));
    }

    @Test
    void intervalsTheirMedianAndVariationAreThoseByHand() {
        double[] intervals = Train.intervals(pulses(0, 200, 390, 800, 1010));
        assertArrayEquals(new double[] {200, 190, 410, 210}, intervals);
        assertArrayEquals(new double[] {200, 190, 210}, Train.single(intervals), "410 is two beats");
        assertEquals(200, Train.median(new double[] {210, 190, 200}));
        assertEquals(Math.sqrt(200 / 3.0) / 200, Train.variation(new double[] {200, 190, 210}), 1e-12);
        assertArrayEquals(new double[0], Train.intervals(pulses(5)));
        assertEquals(0, Train.median(new double[0]));
        assertEquals(0, Train.variation(new double[0]));
    }

    @Test
    void coversWhatOverlapsIt() {
        Train train = train(100, 200);
        assertTrue(train.covers(199, 300));
        assertTrue(train.covers(0, 101));
        assertFalse(train.covers(200, 300));
        assertFalse(train.covers(0, 100));
    }
}
