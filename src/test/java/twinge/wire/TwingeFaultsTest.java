package twinge.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Locale;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Damage on the wire: what is damaged is lost, and nothing else is; what is accepted is what was sent, where it was sent.
 * Each fault hits one of three frames in a row, so that the faults are apart and their cost can be told.
 */
class TwingeFaultsTest {
    private enum Fault {
        FLIP,
        LOSS,
        INSERTION,
        BURST
    }

    private final SplittableRandom random = new SplittableRandom(20);

    @ParameterizedTest(name = "{0} in frames of {1} samples")
    @CsvSource({"FLIP,1", "LOSS,1", "INSERTION,1", "BURST,1", "FLIP,10", "LOSS,10", "INSERTION,10", "BURST,10"})
    void aDamagedByteCostsNoMoreThanItsFrameAndNothingFalsePasses(Fault fault, int samplesPerFrame) {
        run(fault, samplesPerFrame, 100_000);
    }

    @Tag("slow")
    @ParameterizedTest(name = "{0} in frames of {1} samples")
    @CsvSource({"FLIP,1", "LOSS,1", "INSERTION,1", "BURST,1", "FLIP,5", "LOSS,5", "INSERTION,5", "BURST,5"})
    void nothingFalsePassesInTenMillionFaults(Fault fault, int samplesPerFrame) {
        System.out.println(run(fault, samplesPerFrame, 10_000_000));
    }

    private String run(Fault fault, int samplesPerFrame, int faults) {
        TwingeDevice device = new TwingeDevice(1000, 4, samplesPerFrame);
        Decoder decoder = device.decoder();
        long[] wrong = new long[1];
        long sample = 0;
        byte[] three = new byte[0];
        for (int i = 0; i < faults; i++) {
            three = new byte[0];
            int hit = 0;
            for (int frame = 0; frame < 3; frame++) {
                byte[] next = device.data(3L * i + frame, sample);
                hit = frame == 1 ? three.length + random.nextInt(next.length) : hit;
                three = join(three, next);
                sample += samplesPerFrame;
            }
            byte[] damaged = damaged(three, fault, hit);
            decoder.accept(damaged, 0, damaged.length, sample * 1_000_000, block -> wrong[0] += device.wrong(block));
        }
        byte[] last = device.data(3L * faults, sample);
        decoder.accept(last, 0, last.length, sample * 1_000_000, block -> wrong[0] += device.wrong(block));
        decoder.finish(block -> wrong[0] += device.wrong(block));
        Tally tally = decoder.tally();
        double lostEach = (double) tally.lost() / samplesPerFrame / faults;
        String figures = String.format(
                Locale.ROOT,
                "%s, frames of %d samples: %d faults, %d false samples accepted, %.4f frames lost a fault",
                fault,
                samplesPerFrame,
                faults,
                wrong[0],
                lostEach);
        assertEquals(0, wrong[0], figures);
        assertEquals(0, tally.suspect(), figures);
        assertEquals(sample + samplesPerFrame, tally.frames() + tally.lost(), figures);
        assertTrue(lostEach > 0.5 && lostEach <= (fault == Fault.BURST ? 2 : 1.05), figures);
        return figures;
    }

    private byte[] damaged(byte[] bytes, Fault fault, int at) {
        int length = fault == Fault.BURST ? 2 + random.nextInt(15) : 1;
        Fault how = fault == Fault.BURST ? Fault.values()[random.nextInt(3)] : fault;
        byte[] before = Arrays.copyOf(bytes, at);
        byte[] noise = new byte[length];
        random.nextBytes(noise);
        if (how == Fault.INSERTION) {
            return join(join(before, noise), Arrays.copyOfRange(bytes, at, bytes.length));
        }
        byte[] after = Arrays.copyOfRange(bytes, Math.min(at + length, bytes.length), bytes.length);
        if (how == Fault.LOSS) {
            return join(before, after);
        }
        if (fault == Fault.FLIP) {
            noise[0] = (byte) (bytes[at] ^ 1 + random.nextInt(255));
        }
        return join(join(before, Arrays.copyOf(noise, bytes.length - at - after.length)), after);
    }

    private static byte[] join(byte[] one, byte[] other) {
        byte[] both = Arrays.copyOf(one, one.length + other.length);
        System.arraycopy(other, 0, both, one.length, other.length);
        return both;
    }
}
