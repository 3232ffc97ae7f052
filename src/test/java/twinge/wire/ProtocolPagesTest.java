package twinge.wire;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.IntSupplier;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import twinge.frames.Block;
import twinge.frames.Marker;
import twinge.frames.SampleStream;

/** The pages in {@code firmware-protocol} say what boards send; what they say is what is decoded. */
class ProtocolPagesTest {
    static Stream<Protocol> protocols() {
        return Protocols.all().stream();
    }

    static Stream<Vector> vectors() {
        return protocols().flatMap(protocol -> {
            try {
                return Vector.of(protocol.name()).stream();
            } catch (IOException missing) {
                throw new UncheckedIOException(missing);
            }
        });
    }

    @ParameterizedTest
    @MethodSource("protocols")
    void everyProtocolHasAPageWithVectors(Protocol protocol) throws IOException {
        assertFalse(Vector.of(protocol.name()).isEmpty());
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void everyVectorIsDecodedInWhateverPiecesItComes(Vector vector) {
        Random random = new Random(7);
        assertAll(
                () -> check(vector, () -> vector.bytes().length),
                () -> check(vector, () -> 1),
                () -> check(vector, () -> 1 + random.nextInt(9)));
    }

    private static void check(Vector vector, IntSupplier pieces) {
        Protocol protocol = Protocols.named(vector.protocol()).orElseThrow();
        Board board = protocol.board(vector.wishes());
        Decoder decoder = protocol.decoder(board);
        List<Block> blocks = new ArrayList<>();
        for (int from = 0; from < vector.bytes().length; ) {
            int length = Math.min(pieces.getAsInt(), vector.bytes().length - from);
            decoder.accept(vector.bytes(), from, length, from * 1000L, blocks::add);
            from += length;
        }
        decoder.finish(blocks::add);
        assertEquals(vector.frames(), frames(blocks), "frames");
        assertEquals(vector.markers(), markers(blocks), "markers");
        assertEquals(vector.lost(), decoder.tally().lost(), "lost");
        assertEquals(vector.suspect(), decoder.tally().suspect(), "suspect");
        for (String line : vector.microvolts()) {
            checkMicrovolts(line, blocks, board.streams());
        }
    }

    private static List<String> frames(List<Block> blocks) {
        List<String> lines = new ArrayList<>();
        for (Block block : blocks) {
            for (int frame = 0; frame < block.frames(); frame++) {
                StringBuilder line = new StringBuilder(block.stream() + " " + (block.firstFrame() + frame) + " |");
                for (int channel = 0; channel < block.channels(); channel++) {
                    line.append(' ').append(block.missing(channel, frame) ? "." : "" + block.count(channel, frame));
                }
                lines.add(line.toString());
            }
        }
        lines.sort((a, b) -> Integer.compare(stream(a), stream(b))); // stable: in order within a stream
        return lines;
    }

    private static int stream(String line) {
        return Integer.parseInt(line.substring(0, line.indexOf(' ')));
    }

    private static List<String> markers(List<Block> blocks) {
        List<String> lines = new ArrayList<>();
        for (Block block : blocks) {
            for (Marker marker : block.markers()) {
                lines.add(block.stream() + " " + marker.frame() + " | " + marker.text());
            }
        }
        return lines;
    }

    private static void checkMicrovolts(String line, List<Block> blocks, List<SampleStream> streams) {
        String[] place = line.substring(0, line.indexOf('|')).strip().split(" ");
        String[] values = line.substring(line.indexOf('|') + 1).strip().split("\\s+");
        int stream = Integer.parseInt(place[0]);
        long frame = Long.parseLong(place[1]);
        Block block = blocks.stream()
                .filter(each -> each.stream() == stream && each.firstFrame() <= frame && frame < each.endFrame())
                .findFirst()
                .orElseThrow();
        for (int channel = 0; channel < values.length; channel++) {
            double[] microvolts = new double[1];
            block.microvoltsTo(
                    streams.get(stream).montage().channel(channel).scale(),
                    channel,
                    (int) (frame - block.firstFrame()),
                    1,
                    microvolts,
                    0);
            int decimals =
                    values[channel].contains(".") ? values[channel].length() - values[channel].indexOf('.') - 1 : 0;
            assertEquals(values[channel], String.format(Locale.ROOT, "%." + decimals + "f", microvolts[0]), line);
        }
    }
}
