package twinge.serial;

import java.util.Objects;
import java.util.Optional;
import twinge.wire.Board;

/** What became of asking at a port. */
public sealed interface Answer {
    Port port();

    /**
     * A board is there and streams.
     *
     * @param link open; whoever takes the answer closes it
     * @param unread what was heard already and is the decoder's first
     */
    record Found(Port port, SerialLink link, Board board, byte[] unread) implements Answer {
        public Found {
            Objects.requireNonNull(link, "link");
            Objects.requireNonNull(board, "board");
        }
    }

    /**
     * No board that is known, or the port could not be opened.
     *
     * @param trouble why the port could not be used, if that is it
     * @param reason what was measured and what to do
     */
    record Unknown(Port port, Optional<PortTrouble> trouble, String reason) implements Answer {}
}
