package twinge.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QuantityTest {
    @ParameterizedTest(name = "{0} is {1} s")
    @CsvSource({
        "50 ms, 0.05",
        "50ms, 0.05",
        "0.05 s, 0.05",
        "5e-2 s, 0.05",
        "150 ms, 0.15",
        "7000 us, 0.007",
        "7000 \u00b5s, 0.007",
        "7000 \u03bcs, 0.007"
    })
    void aTimeReadsTheSameInAnyOfItsUnits(String text, double seconds) {
        assertEquals(seconds, Quantity.read(Key.ENVELOPE, text, "here"));
    }

    @ParameterizedTest(name = "{0} is {1} Hz")
    @CsvSource({"70 Hz, 70", "0.5 kHz, 500", "1kHz, 1000", "1.05e3 Hz, 1050"})
    void soDoesAFrequency(String text, double hertz) {
        assertEquals(hertz, Quantity.read(Key.LOW_PASS, text, "here"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "s",
                "ms 50",
                "1 2 s",
                "0x10 s",
                "1e9999 s",
                "nan",
                "-50 ms",
                "50 mS",
                "50 m s",
                "NaN s",
                "1_000 ms"
            })
    void whatIsNoTimeWithinLimitsIsRefused(String text) {
        assertThrows(BadSetting.class, () -> Quantity.read(Key.ENVELOPE, text, "here"));
    }
}
