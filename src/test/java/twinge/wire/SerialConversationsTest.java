package twinge.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** What is said to Cyton, Chords and SpikerBox boards until they stream, and what a user is told if they do not. */
class SerialConversationsTest {
    private static final String BANNER =
            "OpenBCI V3 8-16 channel\nOn Board ADS1299 Device ID: 0x3E\nFirmware: v3.1.2\n$$$";

    private final List<String> said = new ArrayList<>();

    /** Holds a conversation with a board that answers each saying at once, and lets the time pass in silence. */
    private Conversation.Step hold(Conversation conversation, Function<String, byte[]> board) {
        byte[] heard = new byte[0];
        long millis = 0;
        for (int steps = 0; steps < 1000; steps++) {
            Conversation.Step step = conversation.next(heard, millis);
            heard = new byte[0];
            if (step instanceof Conversation.Step.Say say) {
                said.add(new String(say.bytes(), StandardCharsets.US_ASCII));
                heard = board.apply(said.get(said.size() - 1));
                millis += heard.length > 0 ? 10 : say.listenMillis();
            } else if (step instanceof Conversation.Step.Listen listen) {
                heard = board.apply("");
                millis += listen.millis();
            } else {
                return step;
            }
        }
        throw new AssertionError("the conversation does not end: " + said);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static byte[] frames(Coding coding, int from, int to) {
        ByteArrayOutputStream frames = new ByteArrayOutputStream();
        for (int index = from; index < to; index++) {
            frames.writeBytes(coding.writer().frame(index, new int[coding.channels()]));
        }
        return frames.toByteArray();
    }

    private static Coding coding(String protocol) {
        return Coding.all().stream()
                .filter(each -> each.protocol().equals(protocol))
                .findFirst()
                .orElseThrow();
    }

    private static Protocol protocol(String name) {
        return Protocols.named(name).orElseThrow();
    }

    private static Wishes gain(double gain) {
        return new Wishes(
                Optional.empty(),
                OptionalDouble.empty(),
                List.of(),
                OptionalDouble.of(gain),
                OptionalDouble.empty(),
                false);
    }

    @Test
    void aCytonIsStoppedResetAndStartedAndItsOldStreamIsLeftOut() {
        ByteArrayOutputStream started = new ByteArrayOutputStream();
        started.writeBytes(frames(coding("cyton"), 200, 203));
        started.writeBytes(frames(coding("cyton"), 0, 5));
        Conversation.Step end = hold(protocol("cyton").converse(Wishes.none()), text -> switch (text) {
            case "v" -> bytes(BANNER);
            case "b" -> started.toByteArray();
            default -> new byte[0];
        });
        Conversation.Step.Streaming streaming = assertInstanceOf(Conversation.Step.Streaming.class, end);
        assertEquals(List.of("s", "v", "b"), said);
        assertEquals("3.1.2", streaming.board().firmware());
        assertEquals(5 * 33, streaming.unread().length);
    }

    @Test
    void aWishedGainIsSetOnEachChannelOfACyton() {
        hold(protocol("cyton").converse(gain(12)), text -> switch (text) {
            case "v" -> bytes(BANNER);
            case "b" -> frames(coding("cyton"), 0, 5);
            default -> text.startsWith("x") ? bytes("Success: Channel set$$$") : new byte[0];
        });
        assertEquals("x1050110X", said.get(2));
        assertEquals("x8050110X", said.get(9));
        assertEquals(11, said.size());
    }

    @Test
    void aDongleWithoutItsBoardIsNamedAsTheCause() {
        Conversation.Step end = hold(
                protocol("cyton").converse(Wishes.none()),
                text -> text.equals("v") ? bytes("Failure: Communications timeout$$$") : new byte[0]);
        String reason = assertInstanceOf(Conversation.Step.Failed.class, end).reason();
        assertTrue(reason.contains("does not reach the board"), reason);
    }

    @Test
    void sixteenChannelsWithoutADaisyAreRefused() {
        Conversation.Step end = hold(
                protocol("cyton-daisy").converse(Wishes.none()),
                text -> text.equals("v") ? bytes(BANNER) : new byte[0]);
        assertTrue(
                assertInstanceOf(Conversation.Step.Failed.class, end).reason().contains("no Daisy"));
    }

    @Test
    void aSilentPortFailsWithWhatWasMeasured() {
        for (Protocol protocol : List.of(protocol("cyton"), protocol("chords"), protocol("spikerbox"))) {
            Conversation.Step end = hold(protocol.converse(Wishes.none()), text -> new byte[0]);
            String reason =
                    assertInstanceOf(Conversation.Step.Failed.class, end).reason();
            assertTrue(reason.contains("nothing was heard at all"), reason);
        }
    }

    @Test
    void aCytonThatStillStreamsAfterReplugIsLeftAlone() {
        Board board = protocol("cyton").board(Wishes.none());
        Conversation.Step end = hold(protocol("cyton").resume(board), text -> frames(coding("cyton"), 60, 64));
        assertEquals(
                board, assertInstanceOf(Conversation.Step.Streaming.class, end).board());
        assertEquals(List.of(), said);
    }

    @Test
    void aChordsBoardIsKnownByItsNameThoughItWasStreaming() {
        Conversation.Step end = hold(protocol("chords").converse(Wishes.none()), text -> switch (text) {
            case "WHORU\n" ->
                bytes(new String(frames(coding("chords"), 7, 9), StandardCharsets.ISO_8859_1) + "UNO-R3\r\n");
            case "START\n" -> frames(coding("chords"), 0, 4);
            default -> new byte[0];
        });
        Conversation.Step.Streaming streaming = assertInstanceOf(Conversation.Step.Streaming.class, end);
        assertEquals("UNO-R3", streaming.board().model());
        assertEquals(6, streaming.board().streams().get(0).montage().size());
        assertEquals(4 * 16, streaming.unread().length);
    }

    @Test
    void anUnknownChordsBoardIsToldWithThoseThatAreKnown() {
        Conversation.Step end = hold(
                protocol("chords").converse(Wishes.none()),
                text -> text.equals("WHORU\n") ? bytes("UNO-R9\r\n") : new byte[0]);
        String reason = assertInstanceOf(Conversation.Step.Failed.class, end).reason();
        assertTrue(reason.contains("UNO-R9") && reason.contains("NANO-CLASSIC"), reason);
    }

    @Test
    void aSpikerBoxIsAskedItsNameSetToTheWishedChannelsAndCounted() {
        Coding three = coding("spikerbox");
        Conversation.Step end = hold(protocol("spikerbox").converse(three.wishes()), text -> switch (text) {
            case "b:;\n" ->
                bytes("\u00ff\u00ff\u0001\u0001\u0080\u00ffHWT:MUSCLESS;\u00ff\u00ff\u0001\u0001\u0081\u00ff");
            default -> frames(three, 0, 200);
        });
        Conversation.Step.Streaming streaming = assertInstanceOf(Conversation.Step.Streaming.class, end);
        assertEquals(List.of("b:;\n", "conf s:10000;c:3;\n"), said);
        assertEquals(10_000 / 3.0, streaming.board().streams().get(0).rateHz());
        assertEquals("MUSCLESS", streaming.board().model());
    }

    @Test
    void anUnaskedStreamOfThreeChannelsIsRecognisedByItsBytes() {
        byte[] overheard = frames(coding("spikerbox"), 0, 500);
        Fit fit = protocol("spikerbox").fit(overheard, overheard.length);
        assertTrue(fit.certain() && fit.words().contains("3 channels"), fit.toString());
        for (String other : List.of("cyton", "chords")) {
            assertEquals(Fit.NONE, protocol(other).fit(overheard, overheard.length));
            byte[] its = frames(coding(other), 0, 40);
            assertTrue(protocol(other).fit(its, its.length).certain());
            assertTrue(!protocol("spikerbox").fit(its, its.length).certain());
        }
    }
}
