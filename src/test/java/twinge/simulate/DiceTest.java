package twinge.simulate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class DiceTest {
    @Test
    void theBitsAreThoseOfSplitMix64() {
        SplittableRandom independent = new SplittableRandom(20_26); // the JDK's own SplitMix64
        Dice dice = new Dice(20_26);
        for (int i = 0; i < 1000; i++) {
            assertEquals((independent.nextLong() >>> 11) * 0x1p-53, dice.uniform());
        }
    }

    @Test
    void theBellCurveHasMeanZeroDeviationOneAndNoExcess() {
        Dice dice = Dice.of(1, "bell");
        double[] powers = new double[5];
        int draws = 200_000;
        for (int i = 0; i < draws; i++) {
            double x = dice.gaussian();
            for (int power = 1; power < powers.length; power++) {
                powers[power] += Math.pow(x, power) / draws;
            }
        }
        assertEquals(0, powers[1], 4 / Math.sqrt(draws)); // four standard errors each
        assertEquals(1, powers[2], 4 * Math.sqrt(2.0 / draws));
        assertEquals(0, powers[3], 4 * Math.sqrt(15.0 / draws));
        assertEquals(3, powers[4], 4 * Math.sqrt(96.0 / draws));
    }

    @Test
    void eachUseAndEachSeedHasNumbersOfItsOwn() {
        assertEquals(Dice.of(1, "hum").uniform(), Dice.of(1, "hum").uniform());
        assertNotEquals(Dice.of(1, "hum").uniform(), Dice.of(2, "hum").uniform());
        assertNotEquals(Dice.of(1, "hum").uniform(), Dice.of(1, "heart").uniform());
    }

    @Test
    void drawsStayWithinTheirLimits() {
        Dice dice = Dice.of(3, "limits");
        Range range = new Range(2, 32);
        int belowEight = 0;
        for (int i = 0; i < 10_000; i++) {
            assertTrue(range.holds(range.draw(dice)));
            double even = range.drawRatio(dice);
            assertTrue(range.holds(even));
            belowEight += even < 8 ? 1 : 0; // 8 is halfway from 2 to 32 in ratio
            int side = dice.integer(1, 6);
            assertTrue(side >= 1 && side <= 6);
            double cut = dice.gaussian(0, 1, -0.5, 0.25);
            assertTrue(cut >= -0.5 && cut <= 0.25);
        }
        assertEquals(5000, belowEight, 200); // four standard errors
    }
}
