package twinge.serial;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import twinge.wire.Protocol;
import twinge.wire.Wishes;

@Timeout(60)
@SuppressWarnings("try") // boards that do their part by being there
class BoardSearchTest {
    private static final Beeps SHOUTER = new Beeps("shouter", 0xA5, List.of(115_200, 230_400, 9600), true);
    private static final Beeps SHY = new Beeps("shy", 0x5A, List.of(57_600, 115_200), false);
    private static final Beeps OTHER = new Beeps("other", 0x77, List.of(115_200), false);
    private static final List<Protocol> ALL = List.of(OTHER, SHY, SHOUTER);

    @TempDir
    private Path folder;

    @BeforeAll
    static void socatIsThere() {
        Wire.require();
    }

    private static BoardSearch search(List<Protocol> allowed, OptionalInt baud) {
        return new BoardSearch(Ports.here(), ALL, allowed, baud, Wishes.none());
    }

    private static Answer ask(BoardSearch search, Wire wire) throws IOException {
        long before = System.nanoTime();
        Answer answer = search.ask(List.of(search.ports().named(wire.port()))).get(0);
        double seconds = (System.nanoTime() - before) / 1e9;
        assertTrue(seconds < 5, seconds + " s");
        return answer;
    }

    private String reason(List<Protocol> allowed, OptionalInt baud, Wire wire) throws IOException {
        return assertInstanceOf(Answer.Unknown.class, ask(search(allowed, baud), wire))
                .reason();
    }

    @ParameterizedTest(name = "{0} at {1} baud")
    @CsvSource({"shouter, 115200", "shouter, 9600", "shy, 57600", "shy, 115200"})
    void aBoardOfUnknownKindAndSpeedIsFoundAndNothingOfItsStreamIsLost(String name, int baud) throws IOException {
        Beeps protocol = name.equals("shy") ? SHY : SHOUTER;
        try (Wire wire = new Wire(folder, "a");
                BeepingBoard board = new BeepingBoard(wire, protocol, baud)) {
            Answer.Found found = assertInstanceOf(Answer.Found.class, ask(search(ALL, OptionalInt.empty()), wire));
            try (SerialLink link = found.link()) {
                assertEquals(baud, link.baud());
                assertEquals(name, found.board().protocol());
                byte[] into = new byte[4096];
                byte[] stream = found.unread();
                while (stream.length < 90) {
                    int count = link.read(into);
                    stream = Arrays.copyOf(stream, stream.length + count);
                    System.arraycopy(into, 0, stream, stream.length - count, count);
                }
                int from = 0;
                while (stream[from] != (byte) protocol.magic() || stream[from + 1] != (byte) ~stream[from + 2]) {
                    from++;
                }
                for (int i = from; i + 6 <= stream.length; i += 3) {
                    assertEquals((byte) (stream[i + 1] + 1), stream[i + 4], "counter at " + i);
                }
            }
        }
    }

    @Test
    void severalPortsTakeNoLongerThanOneAndWhatStreamsMeanwhileIsKept() throws IOException {
        try (Wire loud = new Wire(folder, "loud");
                Wire dead = new Wire(folder, "dead");
                BeepingBoard board = new BeepingBoard(loud, SHOUTER, 115_200)) {
            BoardSearch search = search(ALL, OptionalInt.empty());
            long before = System.nanoTime();
            List<Answer> answers = search.ask(
                    List.of(search.ports().named(dead.port()), search.ports().named(loud.port())));
            double seconds = (System.nanoTime() - before) / 1e9;
            assertTrue(seconds < 5, seconds + " s");
            assertEquals(dead.port(), answers.get(0).port().path());
            assertInstanceOf(Answer.Unknown.class, answers.get(0));
            try (SerialLink link =
                    assertInstanceOf(Answer.Found.class, answers.get(1)).link()) {
                byte[] unread = ((Answer.Found) answers.get(1)).unread();
                assertTrue(unread.length > 750 * (seconds - 0.5) * 0.5, unread.length + " bytes in " + seconds + " s");
                assertTrue(link.read(new byte[4096]) >= 0);
            }
        }
    }

    @Test
    void aSilentPortIsCalledSilentWithWhatWasAsked() throws IOException {
        try (Wire wire = new Wire(folder, "a")) {
            String reason = reason(ALL, OptionalInt.empty(), wire);
            assertTrue(reason.startsWith("silent: nothing came in "), reason);
            assertTrue(reason.contains("no answer to Beeps other, Beeps shy."), reason);
        }
    }

    @Test
    void theSpeedThatWorksIsNamedWhereAnotherWasWished() throws IOException {
        try (Wire wire = new Wire(folder, "a");
                BeepingBoard board = new BeepingBoard(wire, SHOUTER, 230_400)) {
            String reason = reason(ALL, OptionalInt.of(115_200), wire);
            assertTrue(reason.startsWith("no valid frame at 115200 baud. At 230400 there is Beeps shouter:"), reason);
            assertTrue(reason.endsWith("Use --baud 230400 or --baud auto."), reason);
        }
    }

    @Test
    void theProtocolThatIsSpokenIsNamedWhereAnotherWasWished() throws IOException {
        try (Wire wire = new Wire(folder, "a");
                BeepingBoard board = new BeepingBoard(wire, SHOUTER, 115_200)) {
            String reason = reason(List.of(SHY), OptionalInt.empty(), wire);
            assertTrue(reason.contains("this is Beeps shouter: "), reason);
            assertTrue(reason.contains(", not Beeps shy. Use --board shouter"), reason);
        }
    }

    @Test
    void garbageIsMeasuredAndTextIsQuotedWithoutWhatCouldSteerATerminal() throws IOException {
        try (Wire wire = new Wire(folder, "a");
                Babble babble = new Babble(wire, null)) {
            String reason = reason(ALL, OptionalInt.empty(), wire);
            assertTrue(reason.matches("receiving [0-9.]+ k?B/s, but nothing that a known board sends at .*"), reason);
            assertTrue(reason.contains("57600") && reason.contains("9600"), reason);
        }
        try (Wire wire = new Wire(folder, "b");
                Babble babble = new Babble(wire, "\033]0;owned\007 boot ok\r\n")) {
            String reason = reason(ALL, OptionalInt.empty(), wire);
            assertTrue(reason.contains("text, but no lines of numbers: \"]0;owned  boot ok\""), reason);
            assertTrue(reason.chars().noneMatch(Character::isISOControl), reason);
        }
    }

    @Test
    void aPortThatIsGoneIsSaidToBe() throws IOException {
        Ports ports = Ports.here();
        Port port;
        try (Wire wire = new Wire(folder, "a")) {
            port = ports.named(wire.port());
        }
        Answer answer = search(ALL, OptionalInt.empty()).ask(List.of(port)).get(0);
        Answer.Unknown unknown = assertInstanceOf(Answer.Unknown.class, answer);
        assertEquals(PortTrouble.Cause.MISSING, unknown.trouble().orElseThrow().kind());
    }

    /** Something that sends without end what no board does. */
    private static final class Babble implements AutoCloseable {
        private volatile boolean over;

        /** @param text sent again and again, or random bytes if null */
        Babble(Wire wire, String text) throws IOException {
            OutputStream out = wire.toProgram();
            Thread sender = new Thread(() -> {
                Random random = new Random(2);
                byte[] noise = new byte[32];
                try {
                    while (!over) {
                        random.nextBytes(noise);
                        out.write(text == null ? noise : text.getBytes(StandardCharsets.US_ASCII));
                        LockSupport.parkNanos(10_000_000);
                    }
                    out.close();
                } catch (IOException e) {
                    over = true; // unplugged
                }
            });
            sender.setDaemon(true);
            sender.start();
        }

        @Override
        public void close() {
            over = true;
        }
    }
}
