package twinge.simulate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;

class TruthTest {
    @Test
    void theTableIsABidsEventsFile() {
        List<Truth> rows = List.of(
                new Truth(1.5, 0.25, Behaviour.CLONUS, "ES left L3"),
                new Truth(1234.5678901, 60, Behaviour.LEG_MOVEMENT, "ES right L3"));
        assertEquals(
                List.of(
                        "onset\tduration\ttrial_type\tchannel\tkind",
                        "1.500000\t0.250000\tclonus\tES left L3\tclonus",
                        "1234.567890\t60.000000\tleg_movement\tES right L3\tspasm"),
                Truth.table(rows));
    }

    @Test
    void anEventLasts() {
        assertThrows(IllegalArgumentException.class, () -> new Truth(1, 0, Behaviour.HOLD, "ES left L3"));
    }
}
