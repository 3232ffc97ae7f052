package twinge.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;
import java.util.function.LongToIntFunction;
import org.junit.jupiter.api.Test;
import twinge.frames.Block;
import twinge.frames.Channel;
import twinge.frames.Montage;
import twinge.frames.SampleStream;
import twinge.frames.Scale;
import twinge.settings.Settings;
import twinge.wire.Board;
import twinge.wire.Decoder;
import twinge.wire.Link;
import twinge.wire.Tally;

/** What the doctor says of signals whose fault is put in by formula. */
class BoardCheckTest {
    private static final int RATE = 1000;
    private static final int FULL = 32_000; // counts of the converter, 1 uV each
    private static final SampleStream STREAM = new SampleStream(
            0,
            RATE,
            0,
            new Montage(List.of(Channel.of("EMG1", Channel.Type.EMG, new Scale(-FULL, FULL, -FULL, FULL, "uV")))));
    private static final Board BOARD = Board.of("made", "", List.of(STREAM), Map.of());

    private long nanos;

    /** A board that sends a tenth of a second of frames a read, counted as made, at a speed and with losses as stated. */
    private final class Sender implements Link, Decoder {
        private final LongToIntFunction signal;
        private final double speed;
        private final int lostOfHundred;
        private final int reads;
        private int read;
        private long accepted;
        private long lost;

        Sender(LongToIntFunction signal, double speed, int lostOfHundred, int reads) {
            this.signal = signal;
            this.speed = speed;
            this.lostOfHundred = lostOfHundred;
            this.reads = reads;
        }

        @Override
        public int read(byte[] into) {
            nanos += Math.round(100_000_000 / speed);
            return read++ < reads ? 1 : -1;
        }

        @Override
        public void accept(byte[] bytes, int from, int length, long arrivalNanos, Consumer<Block> out) {
            if (length == 0 || signal == null) {
                return;
            }
            long first = accepted + lost;
            Block.Builder block = Block.of(STREAM, first, 100 - lostOfHundred);
            for (int frame = 0; frame < 100 - lostOfHundred; frame++) {
                block.count(0, frame, signal.applyAsInt(first + frame));
            }
            accepted += 100 - lostOfHundred;
            lost += lostOfHundred;
            out.accept(block.build());
        }

        @Override
        public Tally tally() {
            return new Tally(accepted, lost, 0, lost, 1, accepted, 0, 0);
        }

        @Override
        public void reopened(long arrivalNanos, Consumer<Block> out) {}

        @Override
        public void finish(Consumer<Block> out) {}

        @Override
        public String name() {
            return "made";
        }

        @Override
        public void write(byte[] bytes) {}

        @Override
        public boolean reopen() {
            return false;
        }

        @Override
        public void close() {}
    }

    private BoardCheck.Line line(String check, Sender sender, String... readers) throws IOException {
        BoardCheck examined = new BoardCheck(BOARD, sender, Settings.standard(), () -> nanos);
        assertTrue(examined.listen(sender, new byte[0], 12));
        return examined.lines(List.of(readers)).stream()
                .filter(line -> line.check().equals(check))
                .findFirst()
                .orElseThrow();
    }

    private Sender healthy(LongToIntFunction signal) {
        return new Sender(signal, 1, 0, 1000);
    }

    private static LongToIntFunction noise(double microvolts) {
        Random random = new Random(4);
        return frame -> (int) Math.round(microvolts * random.nextGaussian());
    }

    @Test
    void aQuietMuscleIsInOrder() throws IOException {
        BoardCheck.Line line = line("EMG1", healthy(noise(10)));
        assertFalse(line.fault(), line.words());
        assertTrue(line.words().startsWith("in order, quietest second "), line.words());
        assertFalse(line.words().contains("heart"), line.words());
    }

    @Test
    void aLeadThatIsOffIsFlat() throws IOException {
        BoardCheck.Line line = line("EMG1", healthy(frame -> 17));
        assertTrue(line.fault());
        assertEquals("has not changed for 100 % of the time. Electrode off, or wrong pin", line.words());
    }

    @Test
    void aSignalAtItsLimitIsSaturated() throws IOException {
        LongToIntFunction noise = noise(10);
        BoardCheck.Line line = line("EMG1", healthy(frame -> frame % 5 == 0 ? FULL : noise.applyAsInt(frame)));
        assertTrue(line.fault());
        assertTrue(line.words().startsWith("is at the limit 20 % of the time. Lower the gain"), line.words());
    }

    @Test
    void humThatDrownsTheMuscleIsMeasuredInDecibels() throws IOException {
        LongToIntFunction noise = noise(10);
        // RMS of the hum 100 uV, of the noise 10 uV: 20 dB
        BoardCheck.Line line = line(
                "EMG1",
                healthy(frame -> noise.applyAsInt(frame)
                        + (int) Math.round(100 * Math.sqrt(2) * Math.sin(2 * Math.PI * 50 * frame / RATE))));
        assertTrue(line.fault());
        assertTrue(line.words().startsWith("50 Hz is 20 dB above all the rest. Unplug the charger"), line.words());
    }

    @Test
    void aHeartIsToldWithItsBeatAndIsNoFault() throws IOException {
        LongToIntFunction noise = noise(5);
        // every 0.83 s half a period of 15 Hz, 200 uV high
        BoardCheck.Line line = line("EMG1", healthy(frame -> {
            double within = frame % 830 / (double) RATE;
            double beat = within < 1 / 30.0 ? 200 * Math.sin(2 * Math.PI * 15 * within) : 0;
            return noise.applyAsInt(frame) + (int) Math.round(beat);
        }));
        assertFalse(line.fault(), line.words());
        assertTrue(line.words().contains("something repeats every 0.83 s: at rest this is the heart"), line.words());
    }

    @Test
    void lossesAreBlamedOnAnotherReaderWhoIsNamedIfSeen() throws IOException {
        BoardCheck.Line seen = line("losses", new Sender(noise(10), 1, 38, 1000), "cat (process 55)");
        assertTrue(seen.fault());
        assertEquals(
                "frames arrive with gaps (38 % lost). Another program reads the same port: close cat (process 55)",
                seen.words());
        assertTrue(line("losses", new Sender(noise(10), 1, 38, 1000)).words().contains("close serial monitors"));
        assertFalse(line("losses", healthy(noise(10))).fault());
    }

    @Test
    void aBoardWithAWrongClockIsToldWithTheDrift() throws IOException {
        BoardCheck.Line off = line("rate", new Sender(noise(10), 0.944, 0, 1000));
        assertTrue(off.fault());
        assertTrue(off.words().contains("sends 944.0 frames a second, and should send 1000 (-5.6 %)"), off.words());
        assertTrue(off.words().contains("Times would drift by 3.4 s a minute"), off.words());
        assertFalse(line("rate", new Sender(noise(10), 1.001, 0, 1000)).fault());
    }

    @Test
    void aBoardThatSendsNothingOrGoesAwayIsNoticed() throws IOException {
        BoardCheck.Line silent = line("data", healthy(null));
        assertTrue(silent.fault());
        assertTrue(silent.words().startsWith("no sample for 12.0 s"), silent.words());
        Sender gone = new Sender(noise(10), 1, 0, 5);
        assertFalse(new BoardCheck(BOARD, gone, Settings.standard(), () -> nanos).listen(gone, new byte[0], 12));
    }
}
