package twinge.log;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import twinge.frames.Block;
import twinge.frames.FrameSource;
import twinge.frames.MalformedInput;

class ExcerptCodecTest {
    @Test
    void anySignalWithGapsLostSamplesMarkersAndRatesComesBackToTheBit() {
        for (int seed = 0; seed < 200; seed++) {
            Random random = new Random(seed);
            Optional<Excerpt.Span> leftOut =
                    random.nextBoolean() ? Optional.of(new Excerpt.Span(seed, seed + 0.1)) : Optional.empty();
            List<Block> blocks = Samples.recording(random, random.nextInt(6));
            Excerpt excerpt = new Excerpt(-1.5, seed, leftOut, Samples.STREAMS, blocks);
            assertEquals(excerpt, ExcerptCodec.decode(ExcerptCodec.encode(excerpt), "test"), "seed " + seed);
        }
    }

    @Test
    void theExtremesOfACountAreKept() {
        Block block = Block.of(Samples.MUSCLE, Long.MAX_VALUE - 9, 4)
                .count(0, 0, Integer.MIN_VALUE)
                .count(0, 1, Integer.MAX_VALUE)
                .count(0, 2, Integer.MIN_VALUE)
                .count(1, 0, Integer.MAX_VALUE)
                .missing(1, 3)
                .build();
        Excerpt excerpt = new Excerpt(0, 1, Optional.empty(), Samples.STREAMS, List.of(block));
        assertEquals(excerpt, ExcerptCodec.decode(ExcerptCodec.encode(excerpt), "test"));
    }

    @Test
    void itReadsAsARecordingOfItsOwn() throws IOException {
        List<Block> blocks = Samples.recording(new Random(3), 2);
        Excerpt excerpt = new Excerpt(0, 2, Optional.empty(), Samples.STREAMS, blocks);
        try (FrameSource source = excerpt.open()) {
            assertEquals(Samples.STREAMS, source.streams());
            for (Block block : blocks) {
                assertEquals(block, source.next());
            }
            assertNull(source.next());
        }
    }

    @Test
    void noDamageGoesUnnoticed() {
        byte[] whole = ExcerptCodec.encode(
                new Excerpt(0, 2, Optional.empty(), Samples.STREAMS, Samples.recording(new Random(4), 2)));
        Random random = new Random(5);
        for (int round = 0; round < 500; round++) {
            byte[] damaged = random.nextBoolean() ? whole.clone() : Arrays.copyOf(whole, random.nextInt(whole.length));
            if (damaged.length == whole.length) {
                damaged[random.nextInt(damaged.length)] ^= (byte) (1 << random.nextInt(8));
            }
            MalformedInput bad =
                    assertThrows(MalformedInput.class, () -> ExcerptCodec.decode(damaged, "log.sqlite, episode 3"));
            assertTrue(bad.getMessage().startsWith("log.sqlite, episode 3"), bad.getMessage());
        }
    }

    @Test
    void aLaterVersionIsRefusedByName() {
        byte[] bytes = ExcerptCodec.encode(new Excerpt(0, 2, Optional.empty(), Samples.STREAMS, List.of()));
        bytes[4] = 2;
        MalformedInput newer = assertThrows(MalformedInput.class, () -> ExcerptCodec.decode(bytes, "log"));
        assertEquals(
                "log, byte 4: this excerpt is version 2, this program reads 1; use a newer Twinge", newer.getMessage());
    }
}
