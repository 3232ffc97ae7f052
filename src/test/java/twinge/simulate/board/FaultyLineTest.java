package twinge.simulate.board;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FaultyLineTest {
    private static final String EVERYTHING = "loss=1e-3,corrupt=1e-3,insert=2e-3,burst=1e-4,duplicate=1e-4,join=7,"
            + "stall=0.3s/1s,hold=1000,batch=16ms,chunk=62";
    private static final int FRAME_BYTES = 20;
    private static final long FRAME_NANOS = 1_000_000;

    private final List<Chunk> chunks = new ArrayList<>();

    /** Frames whose bytes tell which frame and which place they are of, so that what is whole can be told afterwards. */
    private FaultyLine sent(String faults, int frames) {
        FaultyLine line = new FaultyLine(FaultPlan.parse(faults), 5);
        for (int frame = 0; frame < frames; frame++) {
            line.send(frame, frame(frame), frame * FRAME_NANOS, chunks::add);
        }
        line.pass(frames * FRAME_NANOS + 60_000_000_000L, chunks::add); // longer than any stall
        return line;
    }

    private static byte[] frame(int number) {
        byte[] bytes = new byte[FRAME_BYTES];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) (i < 4 ? number >> 8 * i : number * 31 + i);
        }
        return bytes;
    }

    private byte[] received() {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        chunks.forEach(chunk -> all.writeBytes(chunk.bytes()));
        return all.toByteArray();
    }

    /** Frames that are to be found whole somewhere, in order. */
    private Set<Long> whole(int frames) {
        byte[] all = received();
        Set<Long> whole = new TreeSet<>();
        int from = 0;
        for (int number = 0; number < frames; number++) {
            int at = find(all, from, frame(number));
            if (at >= 0) {
                whole.add((long) number);
                from = at + 1;
            }
        }
        return whole;
    }

    private static int find(byte[] all, int from, byte[] wanted) {
        int last = Math.min(all.length - wanted.length, from + 50 * FRAME_BYTES); // no fault here adds as much
        for (int at = from; at <= last; at++) {
            if (all[at] == wanted[0]
                    && java.util.Arrays.equals(all, at, at + wanted.length, wanted, 0, wanted.length)) {
                return at;
            }
        }
        return -1;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "loss=1e-3",
                "corrupt=1e-3",
                "insert=1e-3",
                "burst=1e-4",
                "duplicate=1e-4",
                "join=333",
                "stall=0.5s/1s,hold=2000",
                "loss=1e-3,stall=0.3s/1s,hold=1000,join=7,batch=16ms,chunk=62"
            })
    void theFramesSaidToBeHitAreThoseThatDidNotArriveWhole(String faults) {
        int frames = 5000;
        FaultyLine line = sent(faults, frames);
        Set<Long> broken = broken(frames);
        assertTrue(
                line.truth().framesHit().equals(broken),
                () -> differing(line.truth().framesHit(), broken));
        boolean few =
                faults.startsWith("join") || faults.startsWith("duplicate"); // what is repeated is whole in the copy
        assertTrue(broken.size() > 10 || few, broken.size() + " frames hit");
        assertTrue(line.truth().faults().size() > 0, "no fault");
        assertEquals(frames, line.truth().framesSent());
    }

    @Test
    void whenAllGoesWrongNoFrameIsBrokenThatIsNotSaidToBe() {
        FaultyLine line = sent(EVERYTHING, 5000);
        Set<Long> broken = broken(5000);
        broken.removeAll(line.truth().framesHit());
        assertEquals(Set.of(), broken);
    }

    private Set<Long> broken(int frames) {
        Set<Long> broken = new TreeSet<>();
        for (long frame = 0; frame < frames; frame++) {
            broken.add(frame);
        }
        broken.removeAll(whole(frames));
        return broken;
    }

    private static String differing(Set<Long> told, Set<Long> broken) {
        Set<Long> wronglyTold = new TreeSet<>(told);
        wronglyTold.removeAll(broken);
        Set<Long> untold = new TreeSet<>(broken);
        untold.removeAll(told);
        return "told but whole: " + wronglyTold + "; broken and not told: " + untold;
    }

    @Test
    void everyByteIsAccountedFor() {
        FaultyLine line = sent(EVERYTHING, 5000);
        FaultTruth truth = line.truth();
        long expected = truth.bytesSent();
        for (Fault.Kind kind : Fault.Kind.values()) {
            expected += kind.adds() ? truth.bytes(kind) : kind.takesAway() ? -truth.bytes(kind) : 0;
        }
        assertEquals(expected, truth.bytesDelivered());
        assertEquals(truth.bytesDelivered(), received().length);
        for (Fault.Kind kind : Fault.Kind.values()) {
            long told = truth.faults().stream()
                    .filter(fault -> fault.kind() == kind)
                    .mapToLong(Fault::bytes)
                    .sum();
            assertEquals(truth.bytes(kind), told, kind.toString());
        }
    }

    @ParameterizedTest(name = "{0}: {1} of a million bytes, give or take four standard deviations")
    @CsvSource({"loss=1e-3, 1000, LOST", "corrupt=1e-4, 100, CORRUPTED", "insert=1e-2, 10000, INSERTED"})
    void faultsComeAsOftenAsStated(String faults, double expected, Fault.Kind kind) {
        FaultyLine line = sent(faults, 1_000_000 / FRAME_BYTES);
        assertEquals(expected, line.truth().bytes(kind), 4 * Math.sqrt(expected));
    }

    @Test
    void aLineWithoutFaultsHandsOnWhatItGetsWhenItGetsIt() {
        FaultyLine line = sent("", 3);
        assertEquals(3, chunks.size());
        assertArrayEquals(frame(2), chunks.get(2).bytes());
        assertEquals(2 * FRAME_NANOS, chunks.get(2).nanos());
        assertEquals(List.of(), line.truth().faults());
    }

    @Test
    void anAdapterGathersForSixteenMillisecondsOrUntilItsPacketIsFull() {
        sent("batch=16ms,chunk=62", 1000);
        assertEquals(1000 * FRAME_BYTES, received().length);
        long last = 0;
        for (Chunk chunk : chunks) {
            assertTrue(chunk.bytes().length <= 62);
            assertTrue(chunk.nanos() >= last);
            last = chunk.nanos();
        }
        assertEquals(62, chunks.get(0).bytes().length);
        assertEquals(3 * FRAME_NANOS, chunks.get(0).nanos()); // the fourth frame fills it
        chunks.clear();
        sent("batch=16ms", 1000);
        assertEquals(1000 * FRAME_BYTES, received().length);
        assertEquals(16 * FRAME_BYTES, chunks.get(0).bytes().length);
        assertEquals(16 * FRAME_NANOS, chunks.get(0).nanos());
    }

    @Test
    void inAStallNothingComesAndAfterItAllOfIt() {
        FaultyLine line = sent("stall=2s@1s", 5000);
        assertTrue(chunks.stream().noneMatch(chunk -> chunk.nanos() >= 1e9 && chunk.nanos() < 3e9));
        int flood = chunks.stream()
                .filter(chunk -> chunk.nanos() == 3_000_000_000L)
                .mapToInt(chunk -> chunk.bytes().length)
                .sum();
        assertEquals(2001 * FRAME_BYTES, flood); // and the frame that comes at its end
        assertEquals(5000 * FRAME_BYTES, received().length);
        assertEquals(Set.of(), line.truth().framesHit());
    }

    @Test
    void whatAStallCanNotHoldIsLostAndTold() {
        FaultyLine line = sent("stall=2s@1s,hold=4000", 5000);
        assertEquals(2000 * FRAME_BYTES - 4000, line.truth().bytes(Fault.Kind.OVERFLOWED));
        assertEquals(1800, line.truth().framesHit().size());
        assertEquals(1200L, line.truth().framesHit().first());
        assertEquals(2999L, line.truth().framesHit().last());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "loss",
                "loss=2",
                "los=1e-4",
                "stall=2m",
                "stall=40s",
                "drift=1e9",
                "batch=-1",
                "loss=1e-4;corrupt=1"
            })
    void whatCanNotBeUnderstoodIsRefusedWithWhatToWriteInstead(String faults) {
        IllegalArgumentException refused = org.junit.jupiter.api.Assertions.assertThrows(
                IllegalArgumentException.class, () -> FaultPlan.parse(faults));
        assertTrue(refused.getMessage().length() > 20, refused.getMessage());
    }
}
