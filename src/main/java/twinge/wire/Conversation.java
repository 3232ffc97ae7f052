package twinge.wire;

/**
 * What is said to a board and heard from it until it is recognised and streams. Whoever holds the link carries it out, and
 * tells the time; so it can be tested without a board.
 */
public interface Conversation {
    /** What to do next. */
    sealed interface Step {
        /** Send these bytes, then listen for at most this long. Bytes that come meanwhile are handed in as they come. */
        record Say(byte[] bytes, int listenMillis) implements Step {}

        /** Listen for at most this long. */
        record Listen(int millis) implements Step {}

        /**
         * The board is known and streams.
         *
         * @param unread bytes heard already that belong to the stream and are the decoder's first
         */
        record Streaming(Board board, byte[] unread) implements Step {}

        /** It is not this protocol, or the board refuses; {@code reason} says what was measured and what to do. */
        record Failed(String reason) implements Step {}
    }

    /**
     * Takes what was heard since the last step.
     *
     * @param heard all bytes that came; none if the time ran out
     * @param elapsedMillis since the conversation began
     */
    Step next(byte[] heard, long elapsedMillis);
}
