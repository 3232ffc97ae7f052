package twinge.wire;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import twinge.wire.Conversation.Step;

/** A board that answers as its page says is recognised and set up; one that does not is told by what was measured. */
class AskedBoardsTest {
    private final List<String> said = new ArrayList<>();

    private static byte[] hex(String bytes) {
        return HexFormat.of().parseHex(bytes.replace(" ", ""));
    }

    /** Carries a conversation out with a board that answers each command at once. */
    private Step carryOut(Conversation conversation, Function<String, byte[]> board) {
        long now = 0;
        Step step = conversation.next(new byte[0], now);
        for (int turn = 0; turn < 1000; turn++) {
            if (step instanceof Step.Say say) {
                String command = HexFormat.of().withUpperCase().formatHex(say.bytes());
                said.add(command);
                byte[] answer = board.apply(command);
                now += answer.length > 0 ? 20 : say.listenMillis();
                step = conversation.next(answer, now);
            } else if (step instanceof Step.Listen listen) {
                now += listen.millis();
                step = conversation.next(new byte[0], now);
            } else {
                return step;
            }
        }
        throw new AssertionError("no end: " + said);
    }

    @Test
    void aBitalinoIsAskedSetAndStarted() {
        byte[] frames = hex("30A08001 02E85B 30A08001 02E868");
        Wishes wishes = wishes("", 100, List.of(1, 2, 3, 4));
        Step step = carryOut(new Bitalino().converse(wishes), command -> switch (command) {
            case "07" -> "BITalino_v5.2\n".getBytes(StandardCharsets.US_ASCII);
            case "3D" -> frames;
            default -> new byte[0];
        });
        Step.Streaming streaming = assertInstanceOf(Step.Streaming.class, step, step::toString);
        assertEquals(List.of("07", "83", "3D"), said);
        assertEquals("5.2", streaming.board().firmware());
        assertEquals(100, streaming.board().streams().get(0).rateHz());
        assertArrayEquals(frames, streaming.unread());
    }

    @Test
    void silenceIsToldWithWhatWasAskedAndWhatToDo() {
        Step step = carryOut(new Bitalino().converse(Wishes.none()), command -> new byte[0]);
        String reason = assertInstanceOf(Step.Failed.class, step).reason();
        assertTrue(reason.contains("answered nothing in 800 ms; is it switched on and paired?"), reason);
    }

    private static byte[] shimmer(String command, boolean knowsCrc) {
        return switch (command.substring(0, 2)) {
            case "3F" -> hex("FF 25 03");
            case "2E" -> hex("FF 2F 0300 0000 0B 00");
            case "01" -> hex("FF 02 4000 00000000 03 01 1D1E1F");
            case "8B" -> knowsCrc ? withCrc("FF") : new byte[0];
            case "07" ->
                knowsCrc ? joined(withCrc("FF"), hex("00E80300800003E8FFFC185D15")) : hex("FF 00E80300800003E8FFFC18");
            default -> hex("FF");
        };
    }

    private static byte[] withCrc(String bytes) {
        byte[] plain = hex(bytes);
        int crc = ShimmerFrame.crc(plain, 0, plain.length);
        return joined(plain, new byte[] {(byte) crc, (byte) (crc >> 8)});
    }

    private static byte[] joined(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }

    @ParameterizedTest(name = "firmware that knows the CRC: {0}")
    @CsvSource({"true, 2", "false, 0"})
    void aShimmerIsSetUpForEmgAndReadAsItsFirmwareAllows(boolean knowsCrc, String crcBytes) {
        Shimmer protocol = new Shimmer();
        Step step = carryOut(protocol.converse(wishes("", 512, List.of())), command -> shimmer(command, knowsCrc));
        Step.Streaming streaming = assertInstanceOf(Step.Streaming.class, step, step::toString);
        assertEquals(
                List.of(
                        "3F",
                        "2E",
                        "054000",
                        "08100000",
                        "6100000A03A01069602000000203",
                        "6101000A03A010E1E10000000201"),
                said.subList(0, 6));
        assertEquals(crcBytes, streaming.board().option("crc", ""));
        assertEquals("3:0.11.0", streaming.board().firmware());
        assertEquals(512, streaming.board().streams().get(0).rateHz());
        List<Long> frames = new ArrayList<>();
        Decoder decoder = protocol.decoder(streaming.board());
        byte[] second = crcBytes.equals("2") ? new byte[0] : hex("00280400800003E8FFFC18");
        byte[] bytes = joined(streaming.unread(), second);
        decoder.accept(bytes, 0, bytes.length, 0, block -> frames.add(block.firstFrame()));
        decoder.finish(block -> frames.add(block.firstFrame()));
        assertEquals(0L, frames.get(0));
        said.clear();
        Step again = carryOut(protocol.resume(streaming.board()), command -> shimmer(command, knowsCrc));
        assertEquals(
                streaming.board(),
                assertInstanceOf(Step.Streaming.class, again, again::toString).board());
    }

    @Test
    void aShimmerOfAnotherHardwareIsRefused() {
        Step step = carryOut(new Shimmer().converse(Wishes.none()), command -> hex("FF 25 0A"));
        assertTrue(assertInstanceOf(Step.Failed.class, step).reason().startsWith("a Shimmer of hardware 10"));
    }

    /** Lines that a sketch prints at {@code rate}, heard in clumps of {@code clumpMillis}, from the middle of one on. */
    private static Step listen(Function<Integer, String> line, double rate, int clumpMillis, Wishes wishes) {
        Conversation conversation = new Lines().converse(wishes);
        Step step = conversation.next("7,9\r\n".getBytes(StandardCharsets.US_ASCII), 0);
        int sent = 0;
        for (long now = clumpMillis; step instanceof Step.Listen; now += clumpMillis) {
            StringBuilder text = new StringBuilder();
            for (; sent < now * rate / 1000; sent++) {
                text.append(line.apply(sent));
            }
            step = conversation.next(text.toString().getBytes(StandardCharsets.US_ASCII), now);
        }
        return step;
    }

    @ParameterizedTest(name = "{0} lines a second in clumps of {1} ms")
    @CsvSource({"20, 10", "100, 16", "487.3, 16", "500, 50", "1000, 16", "1000, 120", "2000, 40"})
    void theRateOfLinesIsEstimatedThoughTheyComeInClumps(double rate, int clumpMillis) {
        Step step = listen(i -> 500 + i % 7 + "\r\n", rate, clumpMillis, Wishes.none());
        Board board =
                assertInstanceOf(Step.Streaming.class, step, step::toString).board();
        assertEquals(rate, board.streams().get(0).rateHz(), 0.006 * rate);
        assertTrue(board.option("rate", "").startsWith("estimated by the arrival of its lines over 5."));
    }

    @ParameterizedTest(name = "{1} Hz in {0}")
    @CsvSource({"millis, 500, 1e3", "micros, 1000, 1e6", "micros, 2000, 1e6"})
    void aColumnOfTimeIsFoundAndTellsTheRate(String clock, double rate, double hertz) {
        Step step = listen(
                i -> (long) (4294967000.0 + i * hertz / rate) % (1L << 32) + ",5" + i % 9 + "\n",
                rate,
                30,
                Wishes.none());
        Board board =
                assertInstanceOf(Step.Streaming.class, step, step::toString).board();
        assertEquals(clock, board.option("clock", ""));
        assertEquals(1, board.streams().get(0).montage().size());
        assertEquals(rate, board.streams().get(0).rateHz(), 1e-3 * rate);
    }

    @Test
    void anEnvelopeIsToldFromRawMuscle() {
        Random random = new Random(3);
        Function<Integer, String> raw = i -> (int) (512 + 80 * random.nextGaussian()) + "\n";
        Function<Integer, String> envelope = i -> (int) (200 + 180 * Math.sin(i * 2 * Math.PI / 500)) + "\n";
        assertEquals("raw", streamed(listen(raw, 500, 16, Wishes.none())).option("signal", ""));
        assertEquals(
                "envelope", streamed(listen(envelope, 500, 16, Wishes.none())).option("signal", ""));
        assertEquals(
                "raw",
                streamed(listen(raw, 500, 16, wishes("", 500, List.of()))).option("signal", ""));
    }

    @Test
    void decimalsLabelsAndBarsAreLearnt() {
        Board labelled = streamed(listen(
                i -> "left:" + String.format(Locale.ROOT, "%.2f", 2 + i % 5 * 0.01) + ",right:1.5\n",
                100,
                16,
                Wishes.none()));
        assertEquals("left", labelled.streams().get(0).montage().channel(0).label());
        assertEquals("2", labelled.option("decimals", ""));
        String[] bars = {"10001", "300", "10010", "10002", "301", "10010"};
        Board graph = streamed(listen(i -> bars[i % 6] + "\r\n", 300, 16, Wishes.none()));
        assertEquals("true", graph.option("bars", ""));
        assertEquals("1,2", graph.option("inputs", ""));
        assertEquals(50, graph.streams().get(0).rateHz(), 0.5);
    }

    @Test
    void noiseOfAWrongSpeedIsNoLines() {
        byte[] noise = new byte[4000];
        new Random(1).nextBytes(noise);
        Conversation conversation = new Lines().converse(Wishes.none());
        conversation.next(new byte[0], 0);
        String reason = assertInstanceOf(Step.Failed.class, conversation.next(noise, 5400))
                .reason();
        assertTrue(reason.startsWith("no lines of numbers: 4000 bytes came") && reason.contains("baud"), reason);
    }

    private static Board streamed(Step step) {
        return assertInstanceOf(Step.Streaming.class, step, step::toString).board();
    }

    private static Wishes wishes(String model, double rate, List<Integer> channels) {
        return new Wishes(
                Optional.of(model).filter(word -> !word.isEmpty()),
                OptionalDouble.of(rate),
                channels,
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                false);
    }
}
