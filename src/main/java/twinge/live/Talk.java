package twinge.live;

import java.io.IOException;
import java.util.Arrays;
import java.util.function.BooleanSupplier;
import twinge.wire.Conversation;
import twinge.wire.Conversation.Step;
import twinge.wire.Link;

/** Carries a conversation with a board out over its link. */
final class Talk {
    private static final long MOST_NANOS = 20_000_000_000L;

    private final Link link;
    private final LiveClock clock;
    private final BooleanSupplier stopping;
    private final byte[] buffer = new byte[4096];

    Talk(Link link, LiveClock clock, BooleanSupplier stopping) {
        this.link = link;
        this.clock = clock;
        this.stopping = stopping;
    }

    /**
     * Talks until the board streams or does not.
     *
     * @throws IOException if the board is gone again
     */
    Step hold(Conversation conversation) throws IOException {
        long began = clock.nanos();
        byte[] heard = new byte[0];
        while (!stopping.getAsBoolean()) {
            long elapsed = clock.nanos() - began;
            if (elapsed > MOST_NANOS) {
                return new Step.Failed("it has not begun to stream within " + MOST_NANOS / 1_000_000_000L + " s");
            }
            Step step = conversation.next(heard, elapsed / 1_000_000);
            if (step instanceof Step.Say say) {
                link.write(say.bytes());
                heard = listen(say.listenMillis());
            } else if (step instanceof Step.Listen listen) {
                heard = listen(listen.millis());
            } else {
                return step;
            }
        }
        return new Step.Failed("the session was ended");
    }

    /** What comes next, as soon as it does; nothing if the time runs out. */
    private byte[] listen(int millis) throws IOException {
        long began = clock.nanos();
        do {
            int length = link.read(buffer);
            if (length < 0) {
                throw new IOException("the board is gone again");
            }
            if (length > 0) {
                return Arrays.copyOf(buffer, length);
            }
        } while (!stopping.getAsBoolean() && clock.nanos() - began < millis * 1_000_000L);
        return new byte[0];
    }
}
