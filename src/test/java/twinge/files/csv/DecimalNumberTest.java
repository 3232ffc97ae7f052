package twinge.files.csv;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Decimals become counts exactly as {@link BigDecimal} would make them, rounding half to even. */
class DecimalNumberTest {
    private static final BigInteger LIMIT = BigInteger.valueOf(1_000_000_000);

    @Test
    void countsAgreeWithExactArithmeticForAHundredThousandNumbers() {
        DecimalNumber number = new DecimalNumber(false);
        for (int seed = 0; seed < 100_000; seed++) {
            Random random = new Random(seed);
            String text = text(random);
            int decimals = random.nextInt(12) - 3;
            byte[] bytes = ("," + text + ",").getBytes(StandardCharsets.US_ASCII);
            assertTrue(number.parse(bytes, 1, bytes.length - 1), text);
            BigInteger exact = new BigDecimal(text)
                    .movePointRight(decimals)
                    .setScale(0, RoundingMode.HALF_EVEN)
                    .toBigInteger();
            boolean fits = exact.abs().compareTo(LIMIT) <= 0;
            BigInteger expected = fits ? exact : LIMIT.multiply(BigInteger.valueOf(exact.signum()));
            assertEquals(expected.intValueExact(), number.count(decimals), text + " with " + decimals + " decimals");
            assertEquals(!fits, number.clipped(), text);
            double value = Double.parseDouble(text);
            assertEquals(value, number.value(), 4 * Math.ulp(value), text);
        }
    }

    private static String text(Random random) {
        StringBuilder text = new StringBuilder(random.nextInt(3) == 0 ? "-" : random.nextInt(9) == 0 ? "+" : "");
        int digits = 1 + random.nextInt(random.nextInt(4) == 0 ? 25 : 8);
        int point = random.nextInt(digits + 1);
        for (int i = 0; i < digits; i++) {
            text.append(i == point ? "." : "")
                    .append((char) ('0' + (random.nextInt(3) == 0 ? 5 * random.nextInt(2) : random.nextInt(10))));
        }
        if (random.nextInt(4) == 0) {
            text.append(random.nextBoolean() ? "e" : "E").append(random.nextInt(21) - 10);
        }
        return text.toString();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", ".", "-", "+-1", "1.2.3", "1e", "1e+", "0x1", "1 ", " 1", "1,5", "NaN", "--1", "e5", "1_0"})
    void whatIsNoDecimalNumberIsNotTakenForOne(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
        assertFalse(new DecimalNumber(false).parse(bytes, 0, bytes.length));
    }

    @Test
    void decimalsAndMagnitudeTellTheSmallestExactStep() {
        DecimalNumber number = new DecimalNumber(true);
        byte[] bytes = "-120,5000".getBytes(StandardCharsets.US_ASCII);
        assertTrue(number.parse(bytes, 0, bytes.length));
        assertEquals(1, number.decimals());
        assertEquals(3, number.magnitude());
        assertEquals(-1205, number.count(1));
    }
}
