package twinge.simulate.board;

import static org.junit.jupiter.api.Assertions.fail;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import twinge.frames.Block;
import twinge.wire.Board;
import twinge.wire.Conversation;
import twinge.wire.Decoder;
import twinge.wire.Link;

/** A conversation carried out over a link whose time is the virtual board's, and the blocks decoded after it. */
final class Conversed {
    final Board board;
    final List<Block> blocks = new ArrayList<>();
    private final byte[] buffer = new byte[4096];
    private final byte[] unread;

    Conversed(VirtualLink link, Conversation conversation) throws IOException {
        long began = link.nanos();
        Conversation.Step step = conversation.next(new byte[0], 0);
        while (true) {
            if (step instanceof Conversation.Step.Streaming streaming) {
                board = streaming.board();
                unread = streaming.unread();
                return;
            }
            byte[] heard;
            if (step instanceof Conversation.Step.Say say) {
                link.write(say.bytes());
                heard = hear(link, say.listenMillis());
            } else if (step instanceof Conversation.Step.Listen listen) {
                heard = hear(link, listen.millis());
            } else {
                throw new AssertionError(((Conversation.Step.Failed) step).reason());
            }
            if (link.nanos() - began > 60e9) {
                fail("a minute of talk, and no stream");
            }
            step = conversation.next(heard, (link.nanos() - began) / 1_000_000);
        }
    }

    /** What comes, until something has come or the time is over. */
    private byte[] hear(Link link, int millis) throws IOException {
        VirtualLink on = (VirtualLink) link;
        ByteArrayOutputStream heard = new ByteArrayOutputStream();
        long until = on.nanos() + millis * 1_000_000L;
        while (on.nanos() < until && heard.size() == 0) {
            int length = link.read(buffer);
            if (length < 0) {
                break;
            }
            heard.write(buffer, 0, length);
        }
        return heard.toByteArray();
    }

    /** Decodes all that comes until the board is gone. */
    void decode(VirtualLink link, Decoder decoder) throws IOException {
        if (unread.length > 0) {
            decoder.accept(unread, 0, unread.length, link.nanos(), blocks::add);
        }
        for (int length = link.read(buffer); length >= 0; length = link.read(buffer)) {
            if (length > 0) {
                decoder.accept(buffer, 0, length, link.nanos(), blocks::add);
            }
        }
        decoder.finish(blocks::add);
    }
}
