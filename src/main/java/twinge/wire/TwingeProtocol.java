package twinge.wire;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Our own protocol: {@code firmware-protocol/twinge/README.md} tells it byte by byte. */
public final class TwingeProtocol implements Protocol {
    private static final String HELLO = "hello";
    private static final int MOST_TEXT_BYTES = 56; // a command line of a small board is 64 bytes

    @Override
    public String name() {
        return "twinge";
    }

    @Override
    public String title() {
        return "Twinge firmware";
    }

    @Override
    public List<Integer> baudRates() {
        return List.of(500_000, 115_200, 1_000_000, 250_000);
    }

    @Override
    public boolean streamsUnasked() {
        return true;
    }

    @Override
    public Fit fit(byte[] bytes, int length) {
        TwingeOverheard overheard = new TwingeOverheard();
        overheard.accept(bytes, length);
        return overheard.fit(length);
    }

    /** The board describes itself; on a line that can not be asked its HELLO may be stated as the model. */
    @Override
    public Board board(Wishes wishes) {
        return board(
                TwingeHello.of(wishes.model()
                        .orElseThrow(() -> new IllegalArgumentException("a twinge board describes itself, so it"
                                + " has to be asked; if it can not be, state its HELLO message in hexadecimal"
                                + " digits as the model"))),
                wishes);
    }

    @Override
    public Conversation converse(Wishes wishes) {
        return new TwingeConversation(
                wishes.rateHz().orElse(0), wishes.channels(), hello -> Optional.of(board(hello, wishes)));
    }

    /** It goes on streaming: whoever opens the port next joins late. */
    @Override
    public byte[] farewell() {
        return new byte[0];
    }

    @Override
    public byte[] marker(String text) {
        byte[] said = text.replaceAll("[^ -~]", "?").getBytes(StandardCharsets.US_ASCII);
        return line("MARK " + new String(said, 0, Math.min(said.length, MOST_TEXT_BYTES), StandardCharsets.US_ASCII));
    }

    @Override
    public Conversation resume(Board board) {
        TwingeHello before = hello(board);
        TwingeHello.Stream stream = before.streams().get(0);
        return new TwingeConversation(
                stream.rateHz(),
                stream.inputs().stream().map(TwingeHello.Input::number).toList(),
                now -> now.schema() == before.schema() ? Optional.of(board) : Optional.empty());
    }

    @Override
    public Decoder decoder(Board board) {
        if (!board.protocol().equals(name())) {
            throw new IllegalArgumentException("a board of the protocol " + board.protocol() + ", not " + name());
        }
        return new TwingeDecoder(hello(board), board.streams());
    }

    /** A command as it is sent; the line end before it closes whatever a board heard at another speed. */
    static byte[] line(String command) {
        return ("\n" + command + "\n").getBytes(StandardCharsets.US_ASCII);
    }

    private static TwingeHello hello(Board board) {
        return TwingeHello.of(board.option(HELLO, ""));
    }

    private Board board(TwingeHello hello, Wishes wishes) {
        hello.refusal().ifPresent(reason -> {
            throw new IllegalArgumentException(reason);
        });
        return new Board(
                name(),
                hello.model(),
                hello.serialNumber(),
                hello.firmware(),
                TwingeStreams.of(hello, wishes),
                new TreeMap<>(Map.of(HELLO, hello.message())));
    }
}
