package twinge.simulate.board;

import java.nio.charset.StandardCharsets;

/** A board's serial side as its firmware sees it: a clock of its own and a place to put bytes. */
interface Uart {
    /** Since power-on, by the board's own clock. */
    long micros();

    /** Sends bytes that are no frame: an answer, a banner. */
    void send(byte[] bytes);

    default void say(String text) {
        send(text.getBytes(StandardCharsets.US_ASCII));
    }

    /** From now on the line runs at another speed. */
    default void speed(int baud) {
        throw new UnsupportedOperationException("a board of one speed was set to " + baud + " baud");
    }
}
