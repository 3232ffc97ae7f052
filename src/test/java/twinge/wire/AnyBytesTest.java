package twinge.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import twinge.frames.Block;

/** Whatever bytes come, a decoder goes on, counts every one of them, and its blocks never go back. */
class AnyBytesTest {
    static Stream<Vector> vectors() throws IOException {
        return Stream.of(Bitalino.NAME, Shimmer.NAME, Lines.NAME).flatMap(name -> {
            try {
                List<Vector> all = Vector.of(name);
                return all.stream();
            } catch (IOException missing) {
                throw new java.io.UncheckedIOException(missing);
            }
        });
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void noiseAndDamagedStreamsAreSurvived(Vector vector) {
        Random random = new Random(vector.title().hashCode());
        Protocol protocol = Protocols.named(vector.protocol()).orElseThrow();
        Decoder decoder = protocol.decoder(protocol.board(vector.wishes()));
        long[] end = new long[1];
        long given = 0;
        long nanos = 0;
        for (int round = 0; round < 3000; round++) {
            byte[] bytes = random.nextInt(3) == 0 ? noise(random) : damaged(vector.bytes(), random);
            given += bytes.length;
            nanos += random.nextInt(50) == 0 ? 2_000_000_000L : random.nextInt(5_000_000);
            decoder.accept(bytes, 0, bytes.length, nanos, block -> follows(block, end));
            if (random.nextInt(400) == 0) {
                decoder.reopened(nanos, block -> follows(block, end));
            }
            protocol.fit(bytes, bytes.length);
        }
        decoder.finish(block -> follows(block, end));
        Tally tally = decoder.tally();
        assertEquals(given, tally.bytes());
        assertEquals(end[0], tally.frames() + tally.lost() + tally.suspect());
        assertTrue(tally.bytesDiscarded() <= given);
    }

    private static void follows(Block block, long[] end) {
        if (block.frames() > 0) {
            assertTrue(block.firstFrame() >= end[0], block + " after frame " + end[0]);
            end[0] = block.endFrame();
        }
    }

    private static byte[] noise(Random random) {
        byte[] bytes = new byte[random.nextInt(600)];
        random.nextBytes(bytes);
        return bytes;
    }

    private static byte[] damaged(byte[] stream, Random random) {
        byte[] bytes = Arrays.copyOfRange(stream, random.nextInt(stream.length), stream.length);
        for (int hit = random.nextInt(3); hit > 0 && bytes.length > 0; hit--) {
            bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
        }
        return bytes;
    }
}
