package twinge.wire;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Test;
import twinge.wire.Conversation.Step;

class TalkTest {
    private static final byte[] NOTHING = new byte[0];

    private long millis;
    private final List<byte[]> said = new ArrayList<>();
    private final Deque<byte[]> answers = new ArrayDeque<>(); // one a tenth of a second; null is an unplug
    private final Talk talk = new Talk(new Scripted(), () -> millis * 1_000_000);

    /** Gives what the test laid out, then silence. */
    private final class Scripted implements Link {
        @Override
        public int read(byte[] into) {
            millis += 100;
            byte[] next = answers.isEmpty() ? NOTHING : answers.poll();
            if (next.length == 1 && next[0] == -1) {
                return -1;
            }
            System.arraycopy(next, 0, into, 0, next.length);
            return next.length;
        }

        @Override
        public void write(byte[] bytes) {
            said.add(bytes);
        }

        @Override
        public String name() {
            return "scripted";
        }

        @Override
        public boolean reopen() {
            return false;
        }

        @Override
        public void close() {}
    }

    private Step patient(Conversation conversation, byte[] overheard) throws IOException {
        return talk.carryOut(conversation, overheard, 1000, 3000);
    }

    @Test
    void whatIsSaidIsSentAndWhatComesIsHandedInAsItComes() throws IOException {
        answers.add(new byte[] {1});
        answers.add(new byte[] {2, 3});
        List<String> handedIn = new ArrayList<>();
        Step end = patient(
                (heard, elapsed) -> {
                    handedIn.add(elapsed + ":" + heard.length);
                    return switch (handedIn.size()) {
                        case 1 -> new Step.Say(new byte[] {9}, 500);
                        case 2 -> new Step.Listen(400);
                        default -> new Step.Failed("enough");
                    };
                },
                new byte[] {7, 7});
        assertEquals("enough", assertInstanceOf(Step.Failed.class, end).reason());
        assertEquals(List.of("0:2", "100:1", "200:2"), handedIn);
        assertArrayEquals(new byte[] {9}, said.get(0));
        assertArrayEquals(new byte[] {1, 2, 3}, talk.heard());
        assertEquals(3, talk.heardBytes());
    }

    @Test
    void aBoardThatIsSilentIsGivenUpSoonerThanOneThatTalksWithoutEnd() throws IOException {
        Step silent = patient((heard, elapsed) -> new Step.Listen(100), NOTHING);
        assertEquals("no answer", assertInstanceOf(Step.Failed.class, silent).reason());
        assertEquals(1000, millis);
        millis = 0;
        for (int i = 0; i < 100; i++) {
            answers.add(new byte[] {5});
        }
        Step endless = patient((heard, elapsed) -> new Step.Listen(100), NOTHING);
        assertEquals(
                "no end of it within 3000 ms",
                assertInstanceOf(Step.Failed.class, endless).reason());
        assertEquals(3000, millis);
    }

    @Test
    void aStrangeStreamIsGivenUpAtOnce() throws IOException {
        answers.add(new byte[] {5});
        Step step = talk.carryOut((heard, elapsed) -> new Step.Listen(100), NOTHING, 1000, 3000, () -> true);
        assertEquals(
                "what comes is no answer",
                assertInstanceOf(Step.Failed.class, step).reason());
        assertEquals(100, millis);
    }

    @Test
    void anUnplugEndsIt() {
        answers.add(new byte[] {-1});
        assertThrows(IOException.class, () -> patient((heard, elapsed) -> new Step.Listen(100), NOTHING));
    }
}
