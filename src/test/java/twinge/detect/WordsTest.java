package twinge.detect;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WordsTest {
    @ParameterizedTest(name = "{0} decimals")
    @ValueSource(ints = {0, 1, 2})
    void numbersAreWrittenAsTheFormatterWritesThem(int decimals) {
        Random random = new Random(decimals);
        for (int i = 0; i < 2000; i++) {
            double value = (random.nextDouble() - 0.3) * StrictMath.pow(10, random.nextInt(8) - 2);
            String usual = String.format(Locale.ROOT, "%." + decimals + "f", value);
            String noMinusNought = usual.matches("-0(\\.0+)?") ? usual.substring(1) : usual;
            assertEquals(noMinusNought, Words.number(value, decimals), "of " + value);
        }
    }

    @ParameterizedTest(name = "{0} to {1} decimals: {2}")
    @CsvSource({"0.5, 0, 1", "2.25, 1, 2.3", "0.05, 2, 0.05", "7, 2, 7.00", "-0.001, 2, 0.00", "NaN, 1, NaN"})
    void halvesAreRoundedUpAndDecimalsAreKept(double value, int decimals, String text) {
        assertEquals(text, Words.number(value, decimals));
    }

    @Test
    void bracesAreReplacedAndTheRestIsLeft() {
        assertEquals("steady to 8 %", Words.with("steady to {0} %", 8.4));
        assertEquals("lasts 0.05 s", Words.with("lasts {2} s", 0.05));
        assertEquals("100 % sure", Words.with("100 % sure", Double.NaN));
    }
}
