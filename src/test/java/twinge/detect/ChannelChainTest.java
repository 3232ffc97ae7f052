package twinge.detect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import twinge.frames.SampleStream;
import twinge.settings.Settings;

/** What one channel measures of an activity. */
class ChannelChainTest {
    private static final double RATE = 1000;
    private static final int HIGHEST = 8_388_607;

    private static Notebook heard(double[] microvolts) {
        int[] counts = Arrays.stream(microvolts)
                .mapToInt(x -> (int) Math.max(-HIGHEST - 1, Math.min(HIGHEST, Math.rint(x / 0.05))))
                .toArray();
        SampleStream stream = Made.stream(0, RATE, Made.emg("EMG", Made.MICROVOLTS));
        ChannelChain chain = new ChannelChain(stream, 0, Settings.standard());
        Notebook notebook = new Notebook();
        for (int from = 0; from + 20 <= counts.length; from += 20) {
            chain.accept(Arrays.copyOfRange(counts, from, from + 20), 20, from, notebook);
        }
        chain.finish(notebook);
        return notebook;
    }

    private static Activity only(double[] microvolts) {
        Notebook notebook = heard(microvolts);
        assertEquals(1, notebook.activities.size());
        return notebook.activities.get(0);
    }

    private static double[] rest(double seconds) {
        return Made.noise(6, (int) (seconds * RATE), 5);
    }

    @ParameterizedTest(name = "{0} ms at the converter's limit")
    @ValueSource(ints = {20, 50, 100})
    void theFlawedShareIsTheShareOfItsFrames(int atLimit) {
        double[] signal = Made.louder(rest(12), RATE, 5, 7, 15);
        Arrays.fill(signal, 5500, 5500 + atLimit, 1e9);
        Activity activity = only(signal);
        assertEquals(atLimit / (1000 * activity.seconds()), activity.flawedShare(), 0.006);
    }

    @ParameterizedTest(name = "{0} times rest")
    @ValueSource(doubles = {6, 12, 30})
    void peakAndAreaAreInMultiplesOfRest(double times) {
        Activity activity = only(Made.louder(rest(20), RATE, 6, 10, times));
        assertEquals(times, activity.peakTimesRest(), 0.5 * times, "the highest of 80 envelopes");
        assertTrue(activity.peakTimesRest() > times);
        assertEquals(4 * (times - 1), activity.areaTimesRestSeconds(), 0.4 * times);
        assertEquals(5 * activity.peakTimesRest(), activity.peak(), 0.2 * activity.peak());
    }

    @ParameterizedTest(name = "rises over {0} s")
    @ValueSource(doubles = {0.5, 1, 3})
    void aSlowRiseIsMeasuredToItsMean(double rise) {
        double[] signal = rest(20);
        for (int frame = 6000; frame < 16_000; frame++) {
            signal[frame] *= 1 + 29 * Math.min(1, (frame - 6000) / (1000 * rise));
        }
        double mean = (10 - rise / 2) / 10; // of the plateau: the ramp counts half
        assertEquals(rise * mean, only(signal).riseSeconds(), 0.1 + 0.2 * rise);
    }

    @ParameterizedTest(name = "lasts {0} s")
    @ValueSource(doubles = {0.3, 0.6, 2})
    void theQuietThatEndsABurstIsNoPartOfItsLevel(double seconds) {
        Activity activity = only(Made.louder(rest(12), RATE, 6, 6 + seconds, 20));
        assertEquals(19 * seconds, activity.areaTimesRestSeconds(), 0.2 * 19 * seconds);
        assertTrue(activity.levelVariation() < 0.35, "a steady burst varies by " + activity.levelVariation());
    }

    @Test
    void aSuddenBurstHasNoRise() {
        assertTrue(only(Made.louder(rest(12), RATE, 6, 8, 20)).riseSeconds() < 0.1);
    }

    /** A motor unit's potential: three phases within 12 ms. */
    @Test
    void aLonePotentialIsATwitchOfItsTrueLength() {
        double[] signal = rest(12);
        for (int away = -10; away <= 10; away++) {
            double x = away / 2.5;
            signal[6000 + away] += 250 * (1 - x * x) * StrictMath.exp(-x * x / 2);
        }
        Activity twitch = only(signal);
        assertTrue(twitch.coreSeconds() > 0 && twitch.coreSeconds() <= Judge.LONGEST_TWITCH_SECONDS);
        assertEquals(6, twitch.onsetSeconds(), 0.02);
    }

    /** Visible for 13 ms: above a twentieth of its height. */
    @ParameterizedTest(name = "{0} times rest")
    @ValueSource(doubles = {15, 25, 50, 100, 250})
    void aPotentialIsATwitchOfItsOwnLengthHoweverHigh(double times) {
        double[] signal = rest(12);
        for (int away = -15; away <= 15; away++) {
            double x = away / 2.5;
            signal[6000 + away] += times * 5 * (1 - x * x) * StrictMath.exp(-x * x / 2);
        }
        Activity twitch = only(signal);
        assertTrue(twitch.isTwitch(), twitch::toString);
        assertEquals(0.013, twitch.seconds(), 0.008);
    }

    @Test
    void aHeldContractionIsNoTwitch() {
        assertTrue(only(Made.louder(rest(12), RATE, 6, 6.2, 20)).coreSeconds() > 0.1);
    }

    @Test
    void aSteadyContractionVariesLessThanAPumpingOne() {
        double steady = only(Made.louder(rest(20), RATE, 6, 12, 20)).levelVariation();
        double[] pumping = rest(20);
        for (int frame = 6000; frame < 12_000; frame++) {
            pumping[frame] *= 20 * (1 + 0.5 * StrictMath.sin(2 * Math.PI * frame / 1000));
        }
        assertTrue(steady < 0.2, "steady " + steady);
        assertEquals(0.5 / Math.sqrt(2), only(pumping).levelVariation(), 0.1);
    }
}
