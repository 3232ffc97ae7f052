package twinge.wire;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import org.junit.jupiter.api.Test;
import twinge.frames.Channel;
import twinge.simulate.TwingeEncoder;
import twinge.simulate.TwingeStream;
import twinge.wire.Conversation.Step;

class TwingeProtocolTest {
    private static final byte[] NOTHING = new byte[0];

    private final TwingeProtocol protocol = new TwingeProtocol();
    private final TwingeDevice device = new TwingeDevice(1000, 2, 5);

    private static byte[] join(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }

    private static String said(Step step) {
        return new String(assertInstanceOf(Step.Say.class, step).bytes(), StandardCharsets.US_ASCII).strip();
    }

    private static Wishes rate(double rateHz) {
        return new Wishes(
                Optional.empty(),
                OptionalDouble.of(rateHz),
                List.of(),
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                false);
    }

    @Test
    void aBoardThatStreamsIsRecognisedByItsHelloAndWhatFollowsIsTheDecoders() {
        Conversation conversation = protocol.converse(Wishes.none());
        assertEquals("?", said(conversation.next(NOTHING, 0)));
        byte[] tail = device.data(8, 40);
        byte[] after = device.data(10, 50);
        byte[] heard = join(
                java.util.Arrays.copyOfRange(tail, 9, tail.length),
                device.data(9, 45),
                device.encoder.hello(true, false),
                after,
                new byte[] {7, 16});
        Step.Streaming step = assertInstanceOf(Step.Streaming.class, conversation.next(heard, 12));
        assertArrayEquals(join(after, new byte[] {7, 16}), step.unread());
        assertEquals(device.board(), step.board());
    }

    @Test
    void aBoardThatIsStillStartingIsAskedAgainAndASilentOneIsGivenUp() {
        Conversation conversation = protocol.converse(Wishes.none());
        assertEquals("?", said(conversation.next(NOTHING, 0)));
        assertEquals(new Step.Listen(300), conversation.next(new byte[] {1, 2, 3}, 100));
        assertEquals("?", said(conversation.next(NOTHING, 400)));
        String reason = assertInstanceOf(Step.Failed.class, conversation.next(NOTHING, 4500))
                .reason();
        assertTrue(
                reason.startsWith("no HELLO of the twinge protocol in 4.5 s after it was asked who it is (3 bytes"),
                reason);
    }

    @Test
    void aWishIsToldAndTheBoardIsTheOneThatFulfilsIt() {
        TwingeDevice faster = new TwingeDevice(2000, 2, 5);
        Conversation conversation = protocol.converse(rate(2000));
        conversation.next(NOTHING, 0);
        assertEquals("RATE 2000", said(conversation.next(device.encoder.hello(true, false), 10)));
        Step step = conversation.next(join(faster.encoder.ack(0, "RATE 2000"), faster.encoder.hello(true, false)), 30);
        assertEquals(
                2000,
                assertInstanceOf(Step.Streaming.class, step)
                        .board()
                        .streams()
                        .get(0)
                        .rateHz());
    }

    @Test
    void aBoardThatRefusesAWishIsToldOf() {
        Conversation conversation = protocol.converse(rate(9000));
        conversation.next(NOTHING, 0);
        conversation.next(device.encoder.hello(true, false), 10);
        Step step = conversation.next(device.encoder.ack(2, "RATE 9000"), 20);
        assertEquals(
                "the board was told 'RATE 9000', but it can not do that",
                assertInstanceOf(Step.Failed.class, step).reason());
    }

    @Test
    void aBoardThatDoesNotStreamIsStarted() {
        Conversation conversation = protocol.converse(Wishes.none());
        conversation.next(NOTHING, 0);
        assertEquals("START", said(conversation.next(device.encoder.hello(false, false), 10)));
        assertInstanceOf(Step.Streaming.class, conversation.next(device.encoder.hello(true, false), 20));
    }

    @Test
    void aBoardThatComesBackWithAnotherLayoutIsNotMistaken() {
        Conversation same = protocol.resume(device.board());
        same.next(NOTHING, 0);
        assertInstanceOf(Step.Streaming.class, same.next(device.encoder.hello(true, true), 10));
        Conversation other = protocol.resume(device.board());
        other.next(NOTHING, 0);
        byte[] hello = new TwingeDevice(1000, 2, 10).encoder.hello(true, true);
        assertInstanceOf(Step.Failed.class, other.next(hello, 10));
    }

    @Test
    void dataAloneIsKnownByItsChecksumsThoughTheLayoutIsNot() {
        byte[] heard = NOTHING;
        for (int i = 0; i < 20; i++) {
            heard = join(heard, device.data(i, 5L * i));
        }
        Fit fit = protocol.fit(heard, heard.length);
        assertEquals(new Fit(20, 1, true, "20 data frames of 38 bytes"), fit); // 12 + 5 * 2 * 2 + 4 + 2
    }

    @Test
    void garbageAndTextAreNoFit() {
        byte[] garbage = new byte[200_000];
        new Random(3).nextBytes(garbage);
        assertEquals(Fit.NONE, protocol.fit(garbage, garbage.length));
        byte[] numbers = "512,498,503\r\n".repeat(100).getBytes(StandardCharsets.US_ASCII);
        assertEquals(Fit.NONE, protocol.fit(numbers, numbers.length));
    }

    @Test
    void microvoltsAreStatedWhereTheGainIsKnown() {
        Channel unknown = device.board().streams().get(0).montage().channel(0);
        assertFalse(unknown.calibrated());
        TwingeStream.Input input = new TwingeStream.Input(1, 1, 24, true, 1, 9_000_000, 24_000, 0, "L3");
        TwingeEncoder precise =
                new TwingeEncoder("a", "b", "c", 20, List.of(new TwingeStream(1_000_000, 10, List.of(input))));
        Board board = protocol.board(TwingeDevice.wishes(precise.hello(true, false)));
        Channel known = board.streams().get(0).montage().channel(0);
        assertTrue(known.calibrated());
        assertEquals(9e6 / 16_777_216 / 24, known.scale().gain(), 1e-12); // 0.02235 uV, ADS1299 datasheet 9.5.1
        assertEquals("c", board.serialNumber());
    }

    @Test
    void anyDamageOfAHelloIsRefusedOrAHelloStillAndNeverThrows() {
        String hello = device.board().option("hello", "");
        byte[] message = java.util.HexFormat.of().parseHex(hello);
        Random random = new Random(17);
        int refused = 0;
        for (int i = 0; i < 50_000; i++) {
            byte[] changed = java.util.Arrays.copyOf(message, random.nextInt(message.length + 1));
            for (int each = 0; each < 3 && changed.length > 0; each++) {
                changed[random.nextInt(changed.length)] = (byte) random.nextInt();
            }
            refused += TwingeHelloReader.read(changed, changed.length).isEmpty() ? 1 : 0;
        }
        assertTrue(refused > 49_000, "refused " + refused); // all but those hit in texts alone
    }

    @Test
    void aBoardThatCanNotBeAskedNeedsItsHelloStated() {
        IllegalArgumentException said =
                assertThrows(IllegalArgumentException.class, () -> protocol.board(Wishes.none()));
        assertTrue(said.getMessage().contains("state its HELLO message"), said.getMessage());
    }

    @Test
    void aMarkerIsOneLineOfPlainCharacters() {
        assertEquals("\nMARK set 1?STOP\n", new String(protocol.marker("set 1\nSTOP"), StandardCharsets.US_ASCII));
        assertTrue(protocol.marker("x".repeat(500)).length <= 64);
    }
}
