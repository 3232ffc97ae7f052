package twinge.detect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

class BeatsTest {
    private final Beats beats = new Beats();

    private static List<Activity> spikes(double... onsets) {
        return DoubleStream.of(onsets).mapToObj(BeatsTest::spike).toList();
    }

    private static Activity spike(double onset) {
        long frame = Math.round(1000 * onset);
        return new Activity(
                0,
                0,
                0,
                frame,
                frame + 20,
                onset,
                onset + 0.02,
                false,
                0.01,
                50,
                9,
                0.1,
                90,
                90,
                0,
                0.2,
                1,
                0.01,
                0,
                0,
                0);
    }

    private void beatEvery(double seconds) {
        for (int beat = 1; beat <= 20; beat++) {
            beats.add(beat * seconds);
        }
    }

    @Test
    void spikesThatLieOnBeatsAsARuleSpeakForTheHeart() {
        beatEvery(0.8);
        assertEquals(3, beats.speakFor(2.36, spikes(0.77, 2.36, 4.0)));
    }

    @Test
    void oneThatMeetsABeatByChanceDoesNot() {
        beatEvery(0.8);
        assertEquals(0, beats.speakFor(2.36, spikes(2.36)));
        assertEquals(0, beats.speakFor(2.36, spikes(2.36, 4.0, 5.2)), "another lies off them");
        assertEquals(0, beats.speakFor(2.0, spikes(0.77, 1.57, 2.0, 3.2)), "this one lies off them");
    }

    @Test
    void steadySpikesOfOneHeightAreAHeartsAndIrregularOnesAreNot() {
        ChannelHistory steady = new ChannelHistory(0, 0, 1000, 0);
        spikes(1, 1.75, 2.55, 3.4, 4.2, 4.9).forEach(steady::remember);
        assertEquals(6, steady.steadyAround(steady.recent.get(0)));
        ChannelHistory twitching = new ChannelHistory(0, 0, 1000, 0);
        spikes(1, 1.4, 2.8, 3.2, 5.1, 5.6, 7.9).forEach(twitching::remember);
        for (Activity each : twitching.recent) {
            assertTrue(twitching.steadyAround(each) < 4, each::toString);
        }
    }
}
