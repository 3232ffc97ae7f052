package twinge.detect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import twinge.events.Burst;
import twinge.events.Episode;
import twinge.events.Evidence;
import twinge.events.Features;
import twinge.events.Kind;
import twinge.events.Verdict;

class GrouperTest {
    private static final double NEVER = Double.POSITIVE_INFINITY;

    private final Grouper grouper = new Grouper();
    private final List<Finding> told = new ArrayList<>();

    private static Burst burst(Kind kind, double probability, int channel, double onset, double end) {
        Features unknown = new Features(end - onset, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 0, 0, 0, 0);
        Verdict verdict = new Verdict(kind, probability, List.of(new Evidence("seen", 1)));
        long first = Math.round(1000 * onset);
        return new Burst(0, channel, first, Math.round(1000 * end), onset, end, false, unknown, verdict);
    }

    private void add(Burst burst) {
        grouper.add(burst, stream -> Math.round(1000 * burst.endSeconds()), told::add);
    }

    private void close(double judgedUpTo, double openSince) {
        grouper.close(judgedUpTo, openSince, stream -> 99_000, told::add);
    }

    private List<Episode> ended() {
        close(NEVER, NEVER);
        return Made.episodes(told);
    }

    @ParameterizedTest(name = "{0}: up to {1} s apart")
    @CsvSource({
        "VOLUNTARY, 0.5",
        "SPASM, 1",
        "ARTIFACT, 1",
        "UNCERTAIN, 1",
        "CLONUS, 1.5",
        "CRAMP, 5",
        "FASCICULATION, 60"
    })
    void burstsOfAKindThatFollowSoonAreOneEpisode(Kind kind, double gap) {
        add(burst(kind, 0.9, 0, 10, 11));
        add(burst(kind, 0.9, 0, 11 + gap - 0.01, 12 + gap));
        add(burst(kind, 0.9, 0, 12 + gap + gap + 0.01, 13 + 3 * gap));
        List<Episode> episodes = ended();
        assertEquals(2, episodes.size());
        assertEquals(2, episodes.get(0).bursts().size());
        assertEquals(10, episodes.get(0).onsetSeconds());
        assertEquals(12 + gap, episodes.get(0).endSeconds());
    }

    @Test
    void oneSpasmOnTwoChannelsIsOneEpisodeByOnset() {
        add(burst(Kind.SPASM, 0.8, 1, 10.2, 15));
        add(burst(Kind.SPASM, 0.9, 0, 10, 14));
        List<Episode> episodes = ended();
        assertEquals(1, episodes.size());
        assertEquals(0, episodes.get(0).bursts().get(0).channel(), "the earlier first");
        assertEquals(0.9, episodes.get(0).verdict().probability(), "as sure as its surest burst");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"VOLUNTARY, 256", "ARTIFACT, 256", "CLONUS, 4096"})
    void activityThatNeverPausesIsToldInParts(Kind kind, int most) {
        for (int i = 0; i < 3 * most; i++) {
            add(burst(kind, 0.9, i % 8, 0.2 * i, 0.2 * i + 0.3));
            close(0.2 * i - 5, 0.2 * i);
        }
        assertEquals(3, Made.episodes(told).size(), "told as soon as they are full");
    }

    @Test
    void differentKindsAreNeverOneEpisode() {
        add(burst(Kind.SPASM, 0.9, 0, 10, 12));
        add(burst(Kind.CRAMP, 0.9, 0, 10, 12));
        assertEquals(2, ended().size());
    }

    @ParameterizedTest(name = "{0} twitches: {1}")
    @CsvSource({"1, UNCERTAIN, 0.55", "2, UNCERTAIN, 0.55", "3, FASCICULATION, 0.933333", "10, FASCICULATION, 0.98"})
    void oneOrTwoTwitchesProveNothingAndThreeAreTold(int twitches, Kind kind, double probability) {
        for (int i = 0; i < twitches; i++) { // 1 - 0.9 / 2, and 1 - (1 - 0.9) * 2 / twitches
            add(burst(Kind.FASCICULATION, 0.9, 0, 10 + 5 * i, 10.05 + 5 * i));
        }
        Verdict verdict = ended().get(0).verdict();
        assertEquals(kind, verdict.kind());
        assertEquals(probability, verdict.probability(), 1e-5);
        String words = verdict.evidence().get(0).words();
        assertTrue(words.startsWith(twitches == 1 ? "1 twitch in 1 s" : twitches + " twitches in"), words);
    }

    @Test
    void anEpisodeIsConfirmedOnceAndThenEnded() {
        for (int i = 0; i < 5; i++) {
            add(burst(Kind.CLONUS, 0.8, 0, 10 + 0.2 * i, 10.1 + 0.2 * i));
        }
        assertEquals(5, ended().get(0).bursts().size());
        assertEquals(2, told.size());
        Finding.Confirmed confirmed = (Finding.Confirmed) told.get(0);
        assertEquals(10_100, confirmed.decidedFrame(), "with its first burst");
    }

    @Test
    void twitchesAreConfirmedWithTheThird() {
        for (int i = 0; i < 4; i++) {
            assertEquals(i < 3 ? 0 : 1, told.size());
            add(burst(Kind.FASCICULATION, 0.9, 0, 10 + 5 * i, 10.05 + 5 * i));
        }
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void onlyWhatIsInvoluntaryAndSureEnoughIsConfirmed(Kind kind) {
        boolean lone = kind == Kind.FASCICULATION;
        add(burst(kind, 0.74, 0, 10, 11));
        assertEquals(0, told.size(), "not sure enough");
        add(burst(kind, 0.76, 0, 11.2, 12));
        assertEquals(kind.involuntary() && !lone ? 1 : 0, told.size());
    }

    @Test
    void anEpisodeEndsOnlyWhenNothingCanBeAddedAnyMore() {
        add(burst(Kind.SPASM, 0.7, 0, 10, 12));
        close(13, NEVER);
        assertEquals(0, told.size(), "a burst may follow within a second");
        close(20, 12.9);
        assertEquals(0, told.size(), "one that began in time is still open");
        close(13.1, 13.1);
        assertEquals(1, told.size());
        assertEquals(99_000, told.get(0).decidedFrame());
    }

    @Test
    void episodesEndInTheOrderInWhichTheyBegan() {
        add(burst(Kind.VOLUNTARY, 0.9, 0, 20, 21));
        add(burst(Kind.ARTIFACT, 0.9, 0, 10, 11));
        add(burst(Kind.SPASM, 0.7, 0, 10, 12));
        List<Kind> kinds = ended().stream().map(Episode::kind).toList();
        assertEquals(List.of(Kind.SPASM, Kind.ARTIFACT, Kind.VOLUNTARY), kinds);
    }
}
