package twinge.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import twinge.frames.Block;
import twinge.frames.Marker;
import twinge.simulate.TwingeEncoder;

class TwingeDecoderTest {
    private static final long MILLISECOND = 1_000_000;

    private final TwingeDevice device = new TwingeDevice(1000, 2, 5);
    private final Decoder decoder = device.decoder();
    private final List<Block> blocks = new ArrayList<>();
    private long sequence;

    private void say(byte[] frame, long arrivalMillis) {
        decoder.accept(frame, 0, frame.length, arrivalMillis * MILLISECOND, blocks::add);
    }

    /** Frames of a board that started at a time, each arriving when it is full; the counts tell their true place. */
    private void stream(long fromSample, long toSample, long startedMillis) {
        for (long sample = fromSample; sample < toSample; sample += 5) {
            say(device.data(sequence++, sample, sample * 1000, startedMillis + sample), startedMillis + sample + 5);
        }
    }

    private void everySampleLiesWhereItWasTaken() {
        assertEquals(0, blocks.stream().mapToLong(device::wrong).sum());
    }

    private List<String> markers() {
        return blocks.stream()
                .flatMap(block -> block.markers().stream())
                .map(marker -> marker.frame() + " " + marker.text())
                .toList();
    }

    @ParameterizedTest(name = "{0} frames lost")
    @ValueSource(longs = {1, 65_535, 65_536, 65_537, 850_000, 10_000_000})
    void aGapIsExactHoweverLongItWasAndWheneverItsEndArrives(long frames) { // 850000 frames of 5 ms are 70.8 minutes
        stream(0, 1000, 0);
        long after = 1000 + 5 * frames;
        sequence += frames;
        byte[] late = device.data(sequence, after, after * 1000, after);
        say(late, 30_000 + after);
        everySampleLiesWhereItWasTaken();
        assertEquals(5 * frames, decoder.tally().lost());
        assertEquals(1, decoder.tally().gaps());
        assertEquals(1005, decoder.tally().frames());
    }

    @Test
    void theCountOfInstantsMayWrap() {
        long start = 0x1_0000_0000L - 503; // not on a frame's border
        for (long sample = start; sample < start + 2000; sample += 5) {
            say(device.data(sequence++, sample, sample * 1000, sample - start), sample - start);
        }
        everySampleLiesWhereItWasTaken();
        assertEquals(2000, decoder.tally().frames());
        assertEquals(0, decoder.tally().lost());
    }

    @Test
    void whatTheBoardDroppedIsToldApartFromWhatTheWireLost() {
        say(device.encoder.stats(0, 0, 0, 7, 0, 0), 0); // dropped before anybody listened
        stream(0, 1000, 0);
        stream(1050, 2000, 0); // the board had no room for ten frames
        sequence += 4;
        stream(2020, 3000, 0); // four were lost on the wire
        say(device.encoder.stats(0, 3_000_000, 3000, 57, 0, 0), 3000);
        everySampleLiesWhereItWasTaken();
        assertEquals(70, decoder.tally().lost());
        assertEquals(50, decoder.tally().deviceDropped());
        assertEquals(2, decoder.tally().gaps());
    }

    @Test
    void framesThatComeTwiceAreTakenOnce() {
        stream(0, 1000, 0);
        stream(900, 1000, 0);
        stream(1000, 1500, 0);
        everySampleLiesWhereItWasTaken();
        assertEquals(1500, decoder.tally().frames());
        assertEquals(0, decoder.tally().lost());
    }

    @Test
    void aBoardThatStartsAnewGoesOnAtItsPlaceByTheClock() {
        stream(0, 5000, 0);
        say(device.encoder.hello(true, true), 7000);
        sequence = 0;
        stream(0, 5000, 7000);
        everySampleLiesWhereItWasTaken();
        assertEquals(10_000, decoder.tally().frames());
        assertEquals(2000, decoder.tally().lost());
    }

    @Test
    void aBoardThatStartedAnewUnseenIsBackAfterASecond() {
        stream(0, 5000, 0);
        sequence = 0;
        stream(0, 5000, 7000);
        everySampleLiesWhereItWasTaken();
        assertEquals(12_000, decoder.tally().frames() + decoder.tally().lost());
        assertTrue(decoder.tally().frames() > 8900, () -> decoder.tally().toString());
    }

    @Test
    void aBoardThatRanOnWhileTheLinkWasLostGoesOnExactly() {
        stream(0, 5000, 0);
        decoder.reopened(60_000 * MILLISECOND, blocks::add);
        sequence += 11_000;
        stream(60_000, 61_000, 0);
        everySampleLiesWhereItWasTaken();
        assertEquals(55_000, decoder.tally().lost());
    }

    @Test
    void aBoardThatTheLossOfTheLinkResetGoesOnByTheClock() {
        stream(0, 500, 0);
        decoder.reopened(3000 * MILLISECOND, blocks::add);
        sequence = 0;
        stream(700, 1700, 3000); // its count is beyond the last, and yet another run's
        everySampleLiesWhereItWasTaken();
        assertEquals(3200, decoder.tally().lost());
    }

    @Test
    void anotherLayoutIsSaidAndNeverMisread() {
        TwingeDevice swapped = new TwingeDevice(2000, 2, 5);
        stream(0, 1000, 0);
        say(swapped.encoder.hello(true, false), 1000);
        for (long sample = 0; sample < 1000; sample += 5) {
            say(swapped.data(0, sample, sample * 500, 77_777), 1001 + sample / 2);
        }
        assertEquals(1000, decoder.tally().frames());
        assertEquals(List.of("1000 the board now sends another layout of channels or rate"), markers());
    }

    @Test
    void textOfABoardCanNotSteerATerminal() {
        stream(0, 10, 0);
        say(device.encoder.text("ok\u001b[2J\u202e"), 11);
        assertEquals(List.of("10 ok?[2J?"), markers());
    }

    @Test
    void anElectrodeThatFallsOffIsMarkedWhereItDid() {
        stream(0, 10, 0);
        int[][] flat = new int[5][2];
        say(device.encoder.data(0, TwingeEncoder.ELECTRODE_OFF, sequence++, 10, 10_000, flat), 15);
        say(device.encoder.data(0, TwingeEncoder.ELECTRODE_OFF, sequence++, 15, 15_000, flat), 20);
        say(device.encoder.data(0, 0, sequence++, 20, 20_000, flat), 25);
        assertEquals(List.of("10 an electrode is off", "20 electrodes are on"), markers());
    }

    @Test
    void garbageIsCountedAndPassesNothing() {
        byte[] garbage = new byte[3_000_000];
        new Random(11).nextBytes(garbage);
        decoder.accept(garbage, 0, garbage.length, 0, blocks::add);
        decoder.finish(blocks::add);
        assertEquals(
                List.of(),
                blocks.stream()
                        .flatMap(block -> block.markers().stream().map(Marker::text))
                        .toList());
        assertEquals(0, decoder.tally().frames());
        assertEquals(garbage.length, decoder.tally().bytes());
        assertTrue(decoder.tally().bytesDiscarded() > 0.99 * garbage.length);
    }

    @Test
    void aBoardOfAnotherProtocolIsRefused() {
        Board other = Board.of("cyton", "", device.board().streams(), Map.of());
        assertThrows(IllegalArgumentException.class, () -> new TwingeProtocol().decoder(other));
    }
}
