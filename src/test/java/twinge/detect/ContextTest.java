package twinge.detect;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import twinge.detect.Context.Phase;
import twinge.frames.Marker;

class ContextTest {
    private final Context context = new Context();

    private void mark(double seconds, double duration, String text) {
        context.accept(new Marker(0, duration, text), seconds);
    }

    @ParameterizedTest(name = "\"{0}\" is {1}")
    @CsvSource({
        "set, SET",
        "Set 3, SET",
        "SET START, SET",
        "' set_2 ', SET",
        "set4, SET",
        "sets: squats, SET",
        "rest, REST",
        "Rest start, REST",
        "resting, REST",
        "relax, REST",
        "relaxed, REST",
        "relaxation, REST",
        "lying, REST",
        "lying down, REST",
        "set end, REST",
        "set 2 stop, REST",
        "rest end, UNKNOWN",
        "lying stop, UNKNOWN",
    })
    void wordsThatNameASetOrARestAreUnderstood(String words, Phase phase) {
        mark(5, 0, words);
        assertEquals(Phase.UNKNOWN, context.at(4.99));
        assertEquals(phase, context.at(5));
        assertEquals(phase, context.at(5000));
    }

    @ParameterizedTest(name = "\"{0}\"")
    @ValueSource(
            strings = {"", "lift", "onset", "pain", "the set", "setup done", "settings changed", "restart", "restored"})
    void otherWordsChangeNothing(String words) {
        mark(1, 0, "rest");
        mark(5, 0, words);
        assertEquals(Phase.REST, context.at(6));
    }

    @Test
    void aDurationEndsByItself() {
        mark(10, 20, "set 1");
        assertEquals(Phase.SET, context.at(29.9));
        assertEquals(Phase.UNKNOWN, context.at(30));
    }

    @Test
    void stretchesThatFollowEachOtherMeetWithoutAHole() {
        mark(0, 10, "set");
        mark(10, 10, "rest");
        assertEquals(Phase.SET, context.at(9.9));
        assertEquals(Phase.REST, context.at(10));
        assertEquals(Phase.UNKNOWN, context.at(20));
    }

    @Test
    void aMarkerThatIsHeardLateStillHoldsFromItsOwnTime() {
        mark(20, 0, "set end");
        mark(10, 0, "set start");
        assertEquals(Phase.UNKNOWN, context.at(5));
        assertEquals(Phase.SET, context.at(15));
        assertEquals(Phase.REST, context.at(25));
    }

    @Test
    void ofTwoAtOneTimeTheLaterHeardHolds() {
        mark(10, 0, "set");
        mark(10, 0, "rest");
        assertEquals(Phase.REST, context.at(10));
    }
}
