package twinge.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Locale;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import twinge.frames.Block;

/** Noise on the line, a wrong speed, another board: whatever bytes come, a decoder goes on and keeps nothing of them. */
class GarbageTest {
    private static final int CHUNK = 64 * 1024;

    static Stream<Coding> codings() {
        return Coding.all().stream();
    }

    @ParameterizedTest
    @MethodSource("codings")
    void afterAnyGarbageTheFramesThatFollowAreFound(Coding coding) {
        long seed = 11;
        Random random = new Random(seed);
        Protocol protocol = Protocols.named(coding.protocol()).orElseThrow();
        Board board = protocol.board(coding.wishes());
        Decoder decoder = protocol.decoder(board);
        long[] found = new long[1];
        double periodNanos = 1e9 / board.streams().get(0).rateHz();
        int count = (board.streams().get(0).montage().channel(0).scale().digitalMaximum() + 1) / 2;
        int[] counts = new int[coding.channels()];
        java.util.Arrays.fill(counts, count);
        long frame = 0;
        int sent = 0;
        for (int round = 0; round < 300; round++) {
            byte[] garbage = new byte[random.nextInt(3000)];
            random.nextBytes(garbage);
            decoder.accept(garbage, 0, garbage.length, Math.round(frame * periodNanos), block -> {});
            for (int i = 0; i < 40; i++, frame++, sent++) {
                byte[] bytes = coding.writer().frame(frame, counts);
                decoder.accept(
                        bytes,
                        0,
                        bytes.length,
                        Math.round(frame * periodNanos),
                        block -> found[0] += same(block, count));
            }
        }
        decoder.finish(block -> found[0] += same(block, count));
        assertTrue(found[0] > 0.9 * sent, found[0] + " of " + sent + " frames were found again");
    }

    private static long same(Block block, int count) {
        long frames = 0;
        for (int frame = 0; block.stream() == 0 && frame < block.frames(); frame++) {
            frames += !block.missing(0, frame) && block.count(0, frame) == count ? 1 : 0;
        }
        return frames;
    }

    @ParameterizedTest
    @MethodSource("codings")
    void garbageOf4MegabytesIsCountedToTheLastByte(Coding coding) {
        decode(coding, 4_000_000 / CHUNK);
    }

    /** Prints the speed; memory must not grow. */
    @ParameterizedTest
    @Tag("slow")
    @MethodSource("codings")
    void garbageOfAGigabyteLeavesMemoryFlat(Coding coding) {
        decode(coding, 1_000_000_000 / CHUNK);
    }

    private static void decode(Coding coding, int chunks) {
        Protocol protocol = Protocols.named(coding.protocol()).orElseThrow();
        Decoder decoder = protocol.decoder(protocol.board(coding.wishes()));
        Random random = new Random(3);
        byte[][] garbage = new byte[64][CHUNK];
        for (byte[] each : garbage) {
            random.nextBytes(each);
        }
        long before = used();
        long began = System.nanoTime();
        for (int chunk = 0; chunk < chunks; chunk++) {
            int from = random.nextInt(CHUNK / 2); // so that no round is like another
            decoder.accept(garbage[chunk % garbage.length], from, CHUNK - from, chunk * 1_000_000_000L, block -> {});
            decoder.accept(garbage[chunk % garbage.length], 0, from, chunk * 1_000_000_000L, block -> {});
        }
        double seconds = (System.nanoTime() - began) / 1e9;
        decoder.finish(block -> {});
        long grown = used() - before;
        Tally tally = decoder.tally();
        System.out.printf(
                Locale.ROOT,
                "%-22s %4d MB of garbage: %.0f MB/s, %.1f MB kept, %d frames taken for true%n",
                coding,
                (long) chunks * CHUNK / 1_000_000,
                chunks * (CHUNK / 1e6) / seconds,
                grown / 1e6,
                tally.frames());
        assertEquals((long) chunks * CHUNK, tally.bytes());
        assertTrue(tally.bytesDiscarded() <= tally.bytes(), tally.toString());
        assertTrue(grown < 8_000_000, grown + " bytes of memory kept");
    }

    private static long used() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }
}
