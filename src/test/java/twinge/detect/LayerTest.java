package twinge.detect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class LayerTest {
    private static final int RISE = 3;
    private static final int FALL = 4;

    /** One letter a bin: H above the on-threshold, L below the off-threshold, - between; the steps as R, F and a dot. */
    private static String steps(Layer layer, String levels) {
        StringBuilder steps = new StringBuilder();
        for (int bin = 0; bin < levels.length(); bin++) {
            char level = levels.charAt(bin);
            steps.append(
                    switch (layer.next(bin, level == 'H', level == 'L')) {
                        case NOTHING -> '.';
                        case ROSE -> 'R';
                        case FELL -> 'F';
                    });
        }
        return steps.toString();
    }

    @Test
    void risesOnceRaisedForLongEnoughAndKnowsWhereThatBegan() {
        Layer layer = new Layer(RISE, FALL);
        assertEquals("....R...", steps(layer, "LLHHHHHH"));
        assertEquals(2, layer.startBin());
        assertTrue(layer.isOn());
    }

    @Test
    void shortSpikesNeverRiseHoweverManyThereAre() {
        assertEquals("...........", steps(new Layer(RISE, FALL), "HHLHHLHH-HH"));
    }

    @Test
    void betweenTheThresholdsItStaysAsItIs() {
        Layer layer = new Layer(RISE, FALL);
        assertEquals(".".repeat(100), steps(layer, "-".repeat(100)));
        assertEquals("..R" + ".".repeat(100), steps(layer, "HHH" + "-".repeat(100)));
        assertTrue(layer.isOn());
    }

    @Test
    void aShortDipIsBridgedAndALongOneEnds() {
        Layer layer = new Layer(RISE, FALL);
        assertEquals("..R....." + "....F", steps(layer, "HHHLLLHL" + "-LLLL"));
        assertFalse(layer.isOn());
    }

    @Test
    void knowsSinceWhenItIsLow() {
        Layer layer = new Layer(RISE, FALL);
        steps(layer, "HHHHHLL");
        assertEquals(5, layer.lowSince(6));
        layer.next(7, false, false);
        assertEquals(8, layer.lowSince(7), "not low: the next bin at the earliest");
    }

    @Test
    void whatIsRisingIsRaisedBeforeItIsOn() {
        Layer layer = new Layer(RISE, FALL);
        assertFalse(layer.isRaised());
        layer.next(0, true, false);
        assertTrue(layer.isRaised());
        assertFalse(layer.isOn());
        layer.next(1, false, true);
        assertFalse(layer.isRaised());
    }

    @Test
    void clearedItRisesAnewAsTheFirstTime() {
        Layer layer = new Layer(RISE, FALL);
        steps(layer, "HHHHLL");
        layer.clear();
        assertFalse(layer.isRaised());
        assertEquals("..R...F", steps(layer, "HHHLLLL"));
    }
}
