package twinge.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.function.IntUnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import twinge.frames.Block;
import twinge.frames.Channel;
import twinge.frames.Montage;
import twinge.frames.SampleStream;
import twinge.frames.Scale;

class SignalCheckTest {
    private static final Scale TENTH_MICROVOLT = new Scale(-30_000, 30_000, -3000, 3000, "uV");

    private static SignalCheck check(double rateHz, int frames, IntUnaryOperator counts) {
        Channel channel = Channel.of("EMG", Channel.Type.EMG, TENTH_MICROVOLT);
        SampleStream stream = new SampleStream(0, rateHz, 0, new Montage(List.of(channel)));
        SignalCheck check = new SignalCheck(channel, rateHz);
        for (int first = 0; first < frames; first += 7) { // blocks that fit no second
            Block.Builder block = Block.of(stream, first, Math.min(7, frames - first));
            for (int frame = 0; frame < Math.min(7, frames - first); frame++) {
                block.count(0, frame, counts.applyAsInt(first + frame));
            }
            check.accept(block.build(), 0);
        }
        return check;
    }

    @ParameterizedTest(name = "{0} Hz at {1} frames a second")
    @CsvSource({"50, 1000", "60, 1000", "50, 250", "60, 1259.26"})
    void mainsAreMeasuredInTheQuietestSecond(double mainsHz, double rateHz) {
        int second = (int) Math.round(rateHz);
        SignalCheck check = check(rateHz, 5 * second, frame -> {
            double work = frame / second == 3 ? 0 : 2000 * Math.sin(2 * Math.PI * 20 * frame / rateHz);
            return (int) Math.round(1000 + work + 100 * Math.sin(2 * Math.PI * mainsHz * frame / rateHz));
        });
        assertEquals(mainsHz, check.mainsHz());
        assertEquals(10 / Math.sqrt(2), check.mainsRms(), 0.05); // a sine of 10 uV
        assertEquals(10 / Math.sqrt(2), check.quietestRms(), 0.05);
    }

    @Test
    void aToneThatDoesNotStandOutIsNoMains() {
        java.util.Random chance = new java.util.Random(1); // white noise: no frequency is above its neighbours
        SignalCheck check = check(1000, 20_000, frame -> (int) Math.round(100 * chance.nextGaussian()));
        assertTrue(Double.isNaN(check.mainsHz()) && Double.isNaN(check.mainsRms()));
    }

    @Test
    void aRateThatCanNotCarryMainsSaysNothingOfThem() {
        assertTrue(Double.isNaN(check(90, 900, frame -> frame % 11).mainsHz()));
    }

    @Test
    void railsAndFlatSecondsAreShares() {
        SignalCheck check = check(100, 1000, frame -> frame < 300 ? 30_000 : frame < 500 ? -30_000 : frame % 2);
        assertEquals(0.5, check.railShare());
        assertEquals(0.5, check.flatShare());
        assertEquals(0.05, check.quietestRms(), 1e-9); // 0 and 0.1 uV in turn
    }

    @Test
    void aChannelThatNeverMovesHasNoNoise() {
        assertTrue(Double.isNaN(check(100, 1000, frame -> 5).quietestRms()));
    }
}
