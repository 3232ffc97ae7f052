package twinge.wire;

import java.util.List;

/** A language that boards speak over a serial line. Without state: what goes on is in its conversations and decoders. */
public interface Protocol {
    /** As written in options and on tapes: {@code cyton}. */
    String name();

    /** As told to people: {@code OpenBCI Cyton}. */
    String title();

    /** Line speeds it is spoken at, the likeliest first. */
    List<Integer> baudRates();

    /** Whether boards send without being asked, so that listening alone can tell. */
    boolean streamsUnasked();

    /**
     * How well bytes that were overheard fit, beginning anywhere.
     *
     * @param bytes the first {@code length} count
     */
    Fit fit(byte[] bytes, int length);

    /**
     * The board as the wishes describe it, without asking it.
     *
     * @throws IllegalArgumentException if that does not suffice, saying what must be stated
     */
    Board board(Wishes wishes);

    /** Begins a conversation that ends with the board recognised and streaming. */
    Conversation converse(Wishes wishes);

    /** What makes a streaming board stop, as far as it can be told. */
    byte[] farewell();

    /** What puts a text marker into the board's own stream, or nothing if it has none. */
    default byte[] marker(String text) {
        return new byte[0];
    }

    /** What wakes a board that was reopened (it may have been reset) and makes it stream again as before. */
    Conversation resume(Board board);

    /** @throws IllegalArgumentException if the board is not of this protocol or lacks what must be known */
    Decoder decoder(Board board);
}
