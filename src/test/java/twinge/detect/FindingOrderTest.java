package twinge.detect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import twinge.events.Burst;

/** What a listener may rely on about the order of findings, on generated sessions. */
class FindingOrderTest {
    private record Place(int stream, int channel, long onsetFrame) {}

    private static List<Finding> findings(String scenario) {
        return Cut.findings(Cut.simulated(scenario, 1, 110));
    }

    @ParameterizedTest
    @ValueSource(strings = {"lifting", "rest", "quiet", "clonus"})
    void whatSeemsToBeginIsEitherFoundOrWithdrawn(String scenario) {
        Set<Place> open = new HashSet<>();
        int provisional = 0;
        for (Finding finding : findings(scenario)) {
            if (finding instanceof Finding.Provisional begun) {
                assertTrue(open.add(new Place(begun.stream(), begun.channel(), begun.onsetFrame())), "twice: " + begun);
                provisional++;
            } else if (finding instanceof Finding.Withdrawn withdrawn) {
                Place place = new Place(withdrawn.stream(), withdrawn.channel(), withdrawn.onsetFrame());
                assertTrue(open.remove(place), "never begun: " + withdrawn);
            } else if (finding instanceof Finding.BurstFound found) {
                Burst burst = found.burst();
                open.remove(new Place(burst.stream(), burst.channel(), burst.onsetFrame()));
            }
        }
        assertTrue(provisional > 0);
        assertEquals(Set.of(), open, "neither found nor withdrawn");
    }

    @ParameterizedTest
    @ValueSource(strings = {"lifting", "rest", "quiet", "clonus"})
    void everyBurstFoundBelongsToOneEpisode(String scenario) {
        List<Finding> findings = findings(scenario);
        List<Burst> found = new ArrayList<>(Made.bursts(findings));
        assertFalse(found.isEmpty());
        Made.episodes(findings)
                .forEach(episode -> episode.bursts()
                        .forEach(burst -> assertTrue(found.remove(burst), "twice, or never found: " + burst)));
        assertEquals(List.of(), found, "in no episode");
    }

    @ParameterizedTest
    @ValueSource(strings = {"lifting", "rest", "quiet", "clonus", "shiver"})
    void noBurstIsFoundTwice(String scenario) {
        Set<Place> told = new HashSet<>();
        for (Burst burst : Made.bursts(findings(scenario))) {
            assertTrue(
                    told.add(new Place(burst.stream(), burst.channel(), burst.onsetFrame())), "told again: " + burst);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"lifting", "clonus"})
    void everyConfirmedEpisodeEndsWithItsBursts(String scenario) {
        List<Finding> findings = findings(scenario);
        int confirmed = 0;
        for (int i = 0; i < findings.size(); i++) {
            if (findings.get(i) instanceof Finding.Confirmed begun) {
                confirmed++;
                assertTrue(
                        Made.episodes(findings.subList(i, findings.size())).stream()
                                .anyMatch(ended -> ended.kind()
                                                == begun.episode().kind()
                                        && ended.bursts()
                                                .containsAll(begun.episode().bursts())),
                        "never ended: " + begun);
            }
        }
        assertTrue(confirmed > 0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"lifting", "rest", "quiet", "clonus"})
    void nothingIsDecidedBeforeItIsOverNorLongAfterIsTold(String scenario) {
        Cut.Recorded recorded = Cut.simulated(scenario, 1, 110);
        double latest = 0;
        for (Finding finding : Cut.findings(recorded)) {
            double decided = recorded.streams().get(finding.stream()).seconds(finding.decidedFrame());
            assertTrue(decided > latest - 0.041, "told a slice of 40 ms or more after it was decided: " + finding);
            latest = Math.max(latest, decided);
            if (finding instanceof Finding.BurstFound found) {
                assertTrue(decided >= found.burst().endSeconds(), "before its end: " + finding);
            } else if (finding instanceof Finding.EpisodeEnded ended) {
                assertTrue(decided >= ended.episode().endSeconds(), "before its end: " + finding);
            } else if (finding instanceof Finding.Provisional begun) {
                assertTrue(begun.decidedFrame() > begun.onsetFrame(), "before its onset: " + finding);
            }
        }
    }
}
