package twinge.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import twinge.frames.Block;

/** The firmware on an emulated Arduino Uno: what is decoded is what was at its pins. */
@Timeout(120)
class EmulatedUnoTest {
    private static final double MILLIVOLTS_PER_COUNT = 5000.0 / 1024;

    @TempDir
    static Path built;

    private static Path emulator;
    private static Path fast;

    @TempDir
    Path folder;

    private final List<Block> blocks = new ArrayList<>();
    private Decoder decoder;
    private Board board;

    @BeforeAll
    static void build() throws Exception {
        List<String> missing = EmulatedUno.missing();
        assumeTrue(
                missing.isEmpty(),
                () -> "not here: " + missing + "; apt-get install gcc make gcc-avr avr-libc libsimavr-dev libelf-dev");
        emulator = EmulatedUno.emulator(built);
        fast = EmulatedUno.firmware(Files.createDirectory(built.resolve("fast")));
    }

    private static Wishes channels(Integer... channels) {
        return new Wishes(
                Optional.empty(),
                OptionalDouble.empty(),
                List.of(channels),
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                false);
    }

    private void recognise(EmulatedUno uno, Wishes wishes) throws IOException {
        TwingeProtocol protocol = new TwingeProtocol();
        Conversation.Step.Streaming streaming =
                assertInstanceOf(Conversation.Step.Streaming.class, uno.converse(protocol.converse(wishes)));
        board = streaming.board();
        decoder = protocol.decoder(board);
        decode(streaming.unread());
    }

    private void decode(byte[] bytes) {
        decoder.accept(bytes, 0, bytes.length, System.nanoTime(), blocks::add);
    }

    /** Every sample lies at its instant and is what was at its pin; every instant up to the last is accounted for. */
    private void decodedIsWhatWasAtThePins(EmulatedUno uno) throws Exception {
        decoder.finish(blocks::add);
        int channels = board.streams().get(0).montage().size();
        List<int[]> truth = uno.truth(channels);
        long first = firstInstant(truth);
        long accepted = 0;
        for (Block block : blocks) {
            for (int frame = 0; frame < block.frames(); frame++) {
                assertTrue(
                        agrees(block, frame, truth.get((int) (first + block.firstFrame() + frame))), block::toString);
                accepted++;
            }
        }
        Tally tally = decoder.tally();
        assertEquals(tally.frames(), accepted);
        assertEquals(blocks.get(blocks.size() - 1).endFrame(), tally.frames() + tally.lost());
        assertEquals(0, tally.suspect());
    }

    private long firstInstant(List<int[]> truth) {
        Block block =
                blocks.stream().filter(each -> each.frames() > 0).findFirst().orElseThrow();
        for (int first = 0; first + block.frames() <= truth.size(); first++) {
            int frame = 0;
            while (frame < block.frames() && agrees(block, frame, truth.get(first + frame))) {
                frame++;
            }
            if (frame == block.frames()) {
                return first;
            }
        }
        throw new AssertionError("what was decoded first was never at the pins");
    }

    private static boolean agrees(Block block, int frame, int[] millivolts) {
        boolean agrees = true;
        for (int channel = 0; channel < block.channels(); channel++) {
            agrees &= Math.abs(block.count(channel, frame) - millivolts[channel] / MILLIVOLTS_PER_COUNT) <= 1;
        }
        return agrees;
    }

    @ParameterizedTest(name = "{0} baud, {1} samples a frame")
    @CsvSource({"500000, 5", "115200, 10"})
    void tenSecondsOfFourChannelsAtOneKilohertzComeWholeAndInOrder(int baud, int batch) throws Exception {
        Path firmware = EmulatedUno.firmware(folder, "BAUD=" + baud, "BATCH=" + batch);
        try (EmulatedUno uno = new EmulatedUno(emulator, firmware, folder, "seconds=10")) {
            recognise(uno, Wishes.none());
            assertEquals("UNO-R3", board.model());
            assertEquals(1000, board.streams().get(0).rateHz());
            assertEquals(4, board.streams().get(0).montage().size());
            uno.write(new TwingeProtocol().marker("set 1"));
            decode(uno.rest());
            decodedIsWhatWasAtThePins(uno);
        }
        assertEquals(0, decoder.tally().lost());
        assertTrue(decoder.tally().bytesDiscarded() < 100, "more than the frame that was cut at the end");
        assertTrue(decoder.tally().frames() > 9900, () -> decoder.tally().toString());
        assertEquals(
                1,
                blocks.stream()
                        .flatMap(block -> block.markers().stream())
                        .filter(marker -> marker.text().equals("set 1"))
                        .count());
    }

    @Test
    void theSketchForOtherBoardsSpeaksTheSame() throws Exception {
        assumeTrue(
                Files.exists(Path.of("/usr/share/arduino/hardware/arduino/avr/cores/arduino/Arduino.h")),
                "the Arduino core is not here; apt-get install arduino-core-avr");
        Path sketch = EmulatedUno.sketch(folder);
        try (EmulatedUno uno = new EmulatedUno(emulator, sketch, folder, "seconds=5")) {
            recognise(uno, Wishes.none());
            assertEquals("twinge-sketch 1.0", board.firmware());
            assertEquals(500, board.streams().get(0).rateHz());
            uno.write(new TwingeProtocol().marker("set 1"));
            decode(uno.rest());
            decodedIsWhatWasAtThePins(uno);
        }
        assertEquals(0, decoder.tally().lost());
        assertTrue(decoder.tally().frames() > 2200, () -> decoder.tally().toString());
        assertEquals(
                1, blocks.stream().mapToInt(block -> block.markers().size()).sum());
    }

    @Test
    void channelsAndRateAreAsWishedAndTheStreamGoesOn() throws Exception {
        Wishes wishes = new Wishes(
                Optional.empty(),
                OptionalDouble.of(2000),
                List.of(2, 5),
                OptionalDouble.of(1000),
                OptionalDouble.empty(),
                false);
        try (EmulatedUno uno = new EmulatedUno(emulator, fast, folder, "seconds=4")) {
            recognise(uno, wishes);
            decode(uno.rest());
        }
        decoder.finish(blocks::add);
        assertEquals(2000, board.streams().get(0).rateHz());
        assertEquals("A4", board.streams().get(0).montage().channel(1).label());
        // 5 V / 1024 / 1000 is 4.8828 uV a count
        assertEquals(
                4.8828125, board.streams().get(0).montage().channel(0).scale().gain(), 1e-12);
        assertEquals(0, decoder.tally().lost());
        assertTrue(decoder.tally().frames() > 5000, () -> decoder.tally().toString());
    }

    @Test
    void aBoardThatCanNotDoWhatIsWishedSaysSo() throws Exception {
        try (EmulatedUno uno = new EmulatedUno(emulator, fast, folder, "seconds=6")) {
            Conversation.Step step = uno.converse(new TwingeProtocol().converse(channels(1, 2, 9)));
            assertEquals(
                    "the board was told 'CH 1,2,9', but it can not do that",
                    assertInstanceOf(Conversation.Step.Failed.class, step).reason());
        }
    }

    @Test
    void whatIsLostWhileTheComputerStallsIsCountedExactly() throws Exception {
        try (EmulatedUno uno = new EmulatedUno(emulator, fast, folder, "seconds=10", "stall=4:1500", "buffer=4096")) {
            recognise(uno, Wishes.none());
            decode(uno.rest());
            decodedIsWhatWasAtThePins(uno);
        }
        // 1.5 s at 11.8 bytes a ms is 17.7 kB, of which 4 kB were kept
        assertTrue(
                decoder.tally().lost() > 1000 && decoder.tally().lost() < 1300,
                () -> decoder.tally().toString());
        assertEquals(1, decoder.tally().gaps());
        assertEquals(0, decoder.tally().deviceDropped());
    }

    @Test
    void whatTheBoardHasNoRoomForIsDroppedByWholeFramesAndTold() throws Exception {
        Path firmware = EmulatedUno.firmware(folder, "BAUD=115200", "BATCH=10", "DEFINES=-DUNCHECKED_LINE");
        try (EmulatedUno uno = new EmulatedUno(emulator, firmware, folder, "seconds=10")) {
            recognise(uno, channels(1, 2, 3, 4, 5, 6));
            decode(uno.rest());
        }
        decoder.finish(blocks::add);
        Tally tally = decoder.tally();
        assertTrue(tally.lost() > 1000, tally::toString); // 13.8 kB a second on a line of 10.7
        assertTrue(tally.bytesDiscarded() < 140, "more than the frame that was cut at the end");
        assertEquals(0, tally.lost() % 10);
        // the last second's are told by no message any more
        assertTrue(
                tally.lost() - tally.deviceDropped() >= 0 && tally.lost() - tally.deviceDropped() < 400,
                tally::toString);
    }

    @Test
    void damageOnTheWireCostsFramesAndIsCountedExactly() throws Exception {
        long faults;
        try (EmulatedUno uno = new EmulatedUno(emulator, fast, folder, "seconds=10")) {
            recognise(uno, Wishes.none());
            byte[] sent = uno.rest();
            ByteArrayOutputStream damaged = new ByteArrayOutputStream();
            faults = damage(sent, damaged);
            decode(damaged.toByteArray());
            decodedIsWhatWasAtThePins(uno);
        }
        long framesLost = decoder.tally().lost() / 5;
        assertTrue(
                faults > 80 && framesLost > faults / 2 && framesLost <= 1.05 * faults, faults + " " + decoder.tally());
    }

    private static long damage(byte[] sent, ByteArrayOutputStream into) {
        SplittableRandom random = new SplittableRandom(5);
        long faults = 0;
        for (byte each : sent) {
            int fault = random.nextInt(3000);
            if (fault == 0) {
                into.write(each ^ 1 + random.nextInt(255));
            } else if (fault == 1) {
                into.write(each);
                into.write(random.nextInt());
            } else if (fault != 2) {
                into.write(each);
            }
            faults += fault <= 2 ? 1 : 0;
        }
        return faults;
    }
}
