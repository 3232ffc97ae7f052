package twinge.wire;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.function.LongSupplier;

/**
 * Carries conversations out over a link: sends what is to be said, hands in what is heard, and gives up when a
 * conversation takes longer than it may. For one thread.
 */
public final class Talk {
    private static final int KEPT_BYTES = 1 << 16;

    private final Link link;
    private final LongSupplier nanos;
    private final byte[] chunk = new byte[4096];
    private final ByteArrayOutputStream kept = new ByteArrayOutputStream();
    private long heardBytes;

    /** @param nanos a monotonic clock */
    public Talk(Link link, LongSupplier nanos) {
        this.link = link;
        this.nanos = nanos;
    }

    /**
     * Carries one conversation out.
     *
     * @param overheard bytes that came before it began, its first
     * @param silenceMillis how long to wait for the first byte, if none was overheard
     * @param limitMillis how long it may take in all
     * @return a {@link Conversation.Step.Streaming} or a {@link Conversation.Step.Failed}
     * @throws IOException if the board is gone
     */
    public Conversation.Step carryOut(Conversation conversation, byte[] overheard, long silenceMillis, long limitMillis)
            throws IOException {
        long began = nanos.getAsLong();
        long heardBefore = overheard.length > 0 ? -1 : heardBytes;
        Conversation.Step step = conversation.next(overheard, 0);
        while (true) {
            int millis;
            if (step instanceof Conversation.Step.Say say) {
                link.write(say.bytes());
                millis = say.listenMillis();
            } else if (step instanceof Conversation.Step.Listen listen) {
                millis = listen.millis();
            } else {
                return step;
            }
            boolean silent = heardBytes == heardBefore;
            long left = Math.min(silent ? silenceMillis : limitMillis, limitMillis) - millisSince(began);
            if (left <= 0) {
                return new Conversation.Step.Failed(
                        silent ? "no answer" : "no end of it within " + limitMillis + " ms");
            }
            byte[] heard = listen(Math.min(millis, left));
            step = conversation.next(heard, millisSince(began));
        }
    }

    /**
     * Waits until something comes.
     *
     * @return what came; nothing if the time ran out
     * @throws IOException if the board is gone
     */
    public byte[] listen(long millis) throws IOException {
        long began = nanos.getAsLong();
        do {
            int count = link.read(chunk);
            if (count < 0) {
                throw new IOException(link.name() + " is gone; plug the board in again");
            }
            if (count > 0) {
                heardBytes += count;
                kept.write(chunk, 0, Math.min(count, KEPT_BYTES - kept.size()));
                return Arrays.copyOf(chunk, count);
            }
        } while (millisSince(began) < millis);
        return new byte[0];
    }

    /** How many bytes have come since the last {@link #forget}. */
    public long heardBytes() {
        return heardBytes;
    }

    /** The first 64 KiB of them. */
    public byte[] heard() {
        return kept.toByteArray();
    }

    /** Begins to count and to keep anew. */
    public void forget() {
        heardBytes = 0;
        kept.reset();
    }

    private long millisSince(long began) {
        return (nanos.getAsLong() - began) / 1_000_000;
    }
}
