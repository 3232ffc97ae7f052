package twinge.live;

import java.util.Objects;
import twinge.wire.Board;
import twinge.wire.Link;
import twinge.wire.Protocol;

/**
 * A board that was recognised and streams, as a session takes it over.
 *
 * @param link open; the session closes it
 * @param unread what was read already and belongs to its stream
 */
public record LiveBoard(Link link, Protocol protocol, Board board, byte[] unread) {
    public LiveBoard {
        Objects.requireNonNull(link, "link");
        unread = unread.clone();
        if (!protocol.name().equals(board.protocol())) {
            throw new IllegalArgumentException("a board of " + board.protocol() + " does not speak " + protocol.name());
        }
    }

    @Override
    public byte[] unread() {
        return unread.clone();
    }
}
